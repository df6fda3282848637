"""The marks of datelines, as pieces of regular expressions."""

__all__ = ["DASH", "DASHES", "QUOTES", "SPACE", "WORD"]

SPACE = "[ \t\xa0\u202f]"
DASHES = "-‐‑‒–—―−"
DASH = f"[{DASHES}]"
QUOTES = '"«»„“”'
WORD = r"[^\W\d_]+(?:(?:\.?[-‑]|['’])[^\W\d_]+)*"
"""A word, or several with hyphens or apostrophes between."""
