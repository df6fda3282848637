"""Many articles on several processes: results in order, bounded memory, and no article lost to a worker that dies."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsfacts.article import Article
from newsfacts.errors import Failure, WorkerError
from newsfacts.result import Result

if TYPE_CHECKING:
    from pebble import ProcessFuture

    from newsfacts.pipeline import Pipeline

__all__ = ["extract_in_workers"]

# Articles that travel together, so that sending costs little beside the work, and such chunks for each worker: enough
# that none waits, few enough that memory stays flat.
_CHUNK = 8
_AHEAD = 3
# Seconds after which a worker is taken to be in an endless loop, and those that every million characters may take beside.
_PATIENCE = 120.0
_PATIENCE_FOR_SIZE = 600.0

_Chunk = tuple[Article, ...]


def extract_in_workers(articles: Iterable[Article], jobs: int, arguments: dict[str, Any]) -> Iterator[Result]:
    """Extract the facts of articles on several processes.

    An article that a worker dies on, or does not come to an end with, gets a result with a `WorkerError` among its
    failures; the others are done again.

    Args:
        articles: The articles; taken as workers come free.
        jobs: Number of processes.
        arguments: Of the `Pipeline` that each of them builds.
    """
    from pebble import ProcessPool

    problems: list[Exception] = []
    chunks = _chunks(articles, problems)
    pool = ProcessPool(jobs, initializer=_start_worker, initargs=(arguments,))
    waiting: deque[tuple[_Chunk, ProcessFuture[list[Result]]]] = deque()

    def submit(chunk: _Chunk) -> ProcessFuture[list[Result]]:
        size = sum(len(article.text) for article in chunk)
        return pool.schedule(_work, args=(chunk,), timeout=_PATIENCE + _PATIENCE_FOR_SIZE * size / 1_000_000)

    try:
        while True:
            for chunk in islice(chunks, jobs * _AHEAD - len(waiting)):
                waiting.append((chunk, submit(chunk)))
            if not waiting:
                break
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except Exception:  # whatever ended the chunk, by itself each article shows whether it was the one
                results = [_alone(submit((article,)), article) for article in chunk]
            yield from results
        if problems:
            raise problems[0]
    finally:  # the caller has had enough, or was interrupted: nothing is waited for
        pool.stop()
        pool.join()


def _chunks(articles: Iterable[Article], problems: list[Exception]) -> Iterator[_Chunk]:
    """The articles in chunks; an error of theirs is kept, so that it does not cost the results of those before it."""
    chunk: list[Article] = []
    try:
        for article in articles:
            chunk.append(article)
            if len(chunk) == _CHUNK:
                yield tuple(chunk)
                chunk = []
    except Exception as error:
        problems.append(error)
    if chunk:
        yield tuple(chunk)


def _alone(future: ProcessFuture[list[Result]], article: Article) -> Result:
    """The result of an article that is worked on by itself, or one that says what became of its worker."""
    try:
        return future.result()[0]
    except Exception as error:
        name = article.id or "an article without id"
        problem = WorkerError(name, f"the worker process ended on it ({type(error).__name__}: {error}); its facts are missing")
        return Result(article=article, failures=(Failure.of("work", "newsfacts", problem),))


_worker: Pipeline


def _start_worker(arguments: dict[str, Any]) -> None:
    from newsfacts.pipeline import Pipeline

    global _worker
    _worker = Pipeline(**arguments | {"on_error": "collect"})


def _work(chunk: _Chunk) -> list[Result]:
    return [_worker.extract(article) for article in chunk]
