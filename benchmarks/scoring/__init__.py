"""How well results agree with an annotated corpus: docs/accuracy.md says what counts, docs/corpora.md what a corpus is."""

from scoring.documents import CorpusError, Document, read_documents
from scoring.tally import Tally
from scoring.tasks import TASKS, score

__all__ = ["TASKS", "CorpusError", "Document", "Tally", "read_documents", "score"]
