"""The money plugin."""
