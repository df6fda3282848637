"""Many articles on several processes: results in order, bounded memory, and no article lost to a worker that dies.

Each worker has a pipe of its own, so that one that is killed takes nothing from the others: what it was at is known, and is
done again by a new one.
"""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import cast

from attrs import define, field

from newsfacts.article import Article
from newsfacts.errors import Failure, ReadError, WorkerError, error_text
from newsfacts.result import Result, unread

__all__ = ["extract_in_workers"]

# Articles that travel together, so that sending costs little beside the work; such chunks that a worker is given at once,
# so that it need not wait for the next one; and those that are taken ahead for each worker: memory stays flat.
_CHUNK = 8
_GIVEN = 2
_AHEAD = 3
# Seconds after which a worker is taken to be in an endless loop, and those that every million characters may take beside.
_PATIENCE = 120.0
_PATIENCE_FOR_SIZE = 600.0
# How often an article is tried by itself: whoever kills a worker need not mean the article that it is at.
_TRIES = 2
# When so many workers have ended before they could begin, and none has begun, none ever will.
_STARTS = 10

_Item = Article | ReadError
# Makes, in the process where it is called, what extracts the facts of an article; it can be pickled.
_Factory = Callable[[], Callable[[_Item], Result]]


@define(eq=False)
class _Task:
    """A chunk of articles, in the order of which results are given.

    Attributes:
        items: The articles, or the errors in their places.
        tries: How often a worker died on them while they were alone.
        given: Whether a worker has them.
        results: Their results, when they are done.
    """

    items: tuple[_Item, ...]
    tries: int = 0
    given: bool = False
    results: list[Result] | None = None

    @property
    def patience(self) -> float:
        """Seconds that a worker may take."""
        size = sum(len(item.text) for item in self.items if isinstance(item, Article))
        return _PATIENCE + _PATIENCE_FOR_SIZE * size / 1_000_000

    def ended_by(self, problem: str, *, again: bool) -> list[_Task]:
        """What is to be done instead of a task that did not come through.

        Args:
            problem: What is known of how it ended.
            again: Whether one article by itself is worth another try.

        Returns:
            A task for each article, so that it shows which was the one; or this one, which now has a result that says so.
        """
        if len(self.items) > 1:
            return [_Task((item,)) for item in self.items]
        self.tries += 1
        self.given = False
        if not again or self.tries == _TRIES:
            (item,) = self.items
            self.results = [_lost(item, problem)]
        return [self]


def _lost(item: _Item, problem: str) -> Result:
    if isinstance(item, ReadError):
        return unread(item)
    error = WorkerError(item.id or "an article without id", f"{problem}; its facts are missing")
    return Result(article=item, failures=(Failure.of("work", "newsfacts", error),))


@define(eq=False)
class _Worker:
    """A process, and the tasks that it was given: it is at the first of them.

    Attributes:
        process: The process.
        connection: Tasks go into it, results come out of it.
        tasks: The tasks.
        deadline: When it is taken to be in an endless loop.
        ready: Whether it has begun.
    """

    process: Process
    connection: Connection
    tasks: deque[_Task] = field(factory=deque)
    deadline: float = float("inf")
    ready: bool = False

    @classmethod
    def start(cls, factory: _Factory) -> _Worker:
        """Start a process."""
        connection, theirs = Pipe()
        with theirs:
            process = Process(target=_serve, args=(theirs, factory), name="newsfacts worker", daemon=True)
            try:
                process.start()
            except BaseException:
                connection.close()
                raise
        return cls(process, connection)

    def give(self, task: _Task) -> None:
        """Send it a task; that it is dead shows when its results are awaited."""
        task.given = True
        self.tasks.append(task)
        if len(self.tasks) == 1:
            self.set_deadline()
        try:
            self.connection.send(task.items)
        except OSError:
            self.deadline = 0.0

    def set_deadline(self) -> None:
        """Begin to count the time for the task that it is at now."""
        self.deadline = time.monotonic() + self.tasks[0].patience if self.tasks else float("inf")

    def kill(self) -> int | None:
        """End it at once; its exit code."""
        self.process.kill()
        self.process.join()
        self.connection.close()
        return self.process.exitcode


def extract_in_workers(items: Iterable[_Item], jobs: int, factory: _Factory) -> Iterator[Result]:
    """Extract the facts of articles on several processes.

    An article that a worker dies on, or does not come to an end with, gets a result with a `WorkerError` among its
    failures; the others are done again.

    Args:
        items: The articles, or the errors in their places; taken as workers come free.
        jobs: Number of processes.
        factory: Makes in each of them what extracts the facts of an article.

    Raises:
        WorkerError: No process can begin.
    """
    problems: list[BaseException] = []
    chunks = _chunks(items, problems)
    workers: list[_Worker] = []
    queue: list[_Task] = []
    starts = _Starts()
    try:
        workers += (_Worker.start(factory) for _ in range(jobs))
        while True:
            while len(queue) < jobs * _AHEAD and (chunk := next(chunks, None)):
                queue.append(_Task(chunk))
            if not queue:
                break
            _give_out(queue, workers)
            if queue[0].results is None:
                _take_in(queue, workers, factory, starts)
            while queue and queue[0].results is not None:
                yield from queue.pop(0).results or ()
        if problems:
            raise problems[0]
    finally:  # the caller has had enough, or was interrupted: nothing is waited for
        for worker in workers:
            worker.kill()


class _Starts:
    """How many workers ended before they could begin, as long as none has begun."""

    def __init__(self) -> None:
        self._failed = 0
        self._begun = False

    def succeed(self) -> None:
        """One has begun: so can others."""
        self._begun = True

    def fail(self, exit_code: int | None) -> None:
        """One has ended before.

        Raises:
            WorkerError: None ever will begin.
        """
        self._failed += 1
        if self._failed >= _STARTS and not self._begun:
            problem = (
                f"{_STARTS} worker processes ended before they could begin (exit code {exit_code}), for the reason that they "
                "print; a script that starts processes needs `if __name__ == '__main__':` around what it does"
            )
            raise WorkerError("jobs", problem)


def _chunks(items: Iterable[_Item], problems: list[BaseException]) -> Iterator[tuple[_Item, ...]]:
    """The articles in chunks; an error of theirs is kept, so that it does not cost the results of those before it."""
    chunk: list[_Item] = []
    try:
        for item in items:
            chunk.append(item)
            if len(chunk) == _CHUNK:
                yield tuple(chunk)
                chunk = []
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        problems.append(error)
    if chunk:
        yield tuple(chunk)


def _give_out(queue: list[_Task], workers: list[_Worker]) -> None:
    """Give the tasks that nobody has, in order, to the workers that have the fewest."""
    waiting = (task for task in queue if not task.given and task.results is None)
    for depth in range(_GIVEN):
        for worker in workers:
            if len(worker.tasks) == depth and (task := next(waiting, None)):
                worker.give(task)


def _take_in(queue: list[_Task], workers: list[_Worker], factory: _Factory, starts: _Starts) -> None:
    """Wait until a worker has results, has died or has taken too long, and take note of it."""
    timeout = max(0.0, min(worker.deadline for worker in workers) - time.monotonic())
    ready = wait([worker.connection for worker in workers], None if timeout == float("inf") else timeout)
    for number, worker in enumerate(workers):
        if worker.connection in ready:
            try:
                answer = worker.connection.recv_bytes()
            except (EOFError, OSError):
                exit_code = worker.kill()
                if worker.ready:
                    _replace(queue, worker, f"the worker process ended on it (exit code {exit_code})", again=True)
                else:
                    starts.fail(exit_code)
                    for task in worker.tasks:
                        task.given = False
                workers[number] = _Worker.start(factory)
                continue
            if not worker.ready:
                worker.ready = True
                starts.succeed()
                continue
            task = worker.tasks.popleft()
            worker.set_deadline()
            results = _loaded(answer)
            if isinstance(results, str):
                position = queue.index(task)
                queue[position : position + 1] = task.ended_by(results, again=False)
            else:
                task.results = results
        elif time.monotonic() > worker.deadline:
            worker.kill()
            workers[number] = _Worker.start(factory)
            problem = f"the worker process found no end of it in {worker.tasks[0].patience:.0f} s"
            _replace(queue, worker, problem, again=False)


def _loaded(answer: bytes) -> list[Result] | str:
    """The results that a worker sent, or what it says it could not send them for."""
    try:
        return cast("list[Result] | str", pickle.loads(answer))
    except Exception as error:  # a class of facts that this process cannot import
        return f"its facts cannot be received ({error_text(error)})"


def _replace(queue: list[_Task], dead: _Worker, problem: str, *, again: bool) -> None:
    """Put what is to be done now in the place of the tasks of a worker that has ended."""
    for place, task in enumerate(dead.tasks):
        if place:
            task.given = False
        else:
            position = queue.index(task)
            queue[position : position + 1] = task.ended_by(problem, again=again)


def _serve(connection: Connection, factory: _Factory) -> None:
    """What a worker process does: make what extracts, then take tasks until it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that gives the tasks
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        extract: Callable[[_Item], Result] | str = factory()
    except Exception as error:
        extract = f"the worker process cannot begin ({error_text(error)})"
    connection.send_bytes(b"")  # it begins
    while True:
        items = connection.recv()
        if isinstance(extract, str):
            connection.send(extract)
            continue
        try:
            connection.send([extract(item) for item in items])
        except Exception as error:  # a plugin's values that cannot be pickled, say; nothing of them was sent
            connection.send(f"the worker process failed on it ({error_text(error)})")


def _end_with_parent() -> None:
    """End this process as soon as the one that gives the tasks has ended, however that came."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
