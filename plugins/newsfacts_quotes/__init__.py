"""The quotes plugin."""
