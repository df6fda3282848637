"""Russian grammar of attribution."""
