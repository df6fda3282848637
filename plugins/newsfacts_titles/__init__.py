"""The titles plugin."""
