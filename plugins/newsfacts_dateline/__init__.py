"""The dateline plugin."""
