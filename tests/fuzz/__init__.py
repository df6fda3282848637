"""Fuzzers: random inputs of four sorts, and what must hold for every one of them."""
