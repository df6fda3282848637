"""Corpora that others have published, read as they publish them and turned into records of our format (docs/corpora.md)."""

from public.corpora import CORPORA, PublicCorpus

__all__ = ["CORPORA", "PublicCorpus"]
