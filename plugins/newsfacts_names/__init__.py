"""The names plugin."""
