"""The marks of datelines, as pieces of regular expressions."""

__all__ = ["DASH", "DASHES", "LONG_DASHES", "QUOTES", "SPACE", "STOPS", "WORD"]

SPACE = "[ \t\xa0\u202f]"
DASHES = "-‐‑‒–—―−_"
DASH = f"[{DASHES}]"
LONG_DASHES = "‒–—―"
"""Those that join no words."""
STOPS = ".… \t\xa0"
"""What an abbreviation may leave before the mark behind it."""
QUOTES = '"«»„“”'
WORD = r"[^\W\d_]+(?:(?:\.?[-‑]|['’])[^\W\d_]+)*"
"""A word, or several with hyphens or apostrophes between."""
