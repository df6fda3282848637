"""Extract in another process, whose sets and dictionaries are in another order."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys

__all__ = ["Elsewhere"]


class Elsewhere:
    """A process with a hash seed of its own, started when it is first asked.

    Args:
        hash_seed: What ``PYTHONHASHSEED`` is there.
    """

    def __init__(self, hash_seed: int) -> None:
        self._hash_seed = hash_seed
        self._process: subprocess.Popen[bytes] | None = None

    def extract(self, article: dict[str, object], seconds: float) -> str:
        """The result of an article as JSON, or what was raised.

        Raises:
            TimeoutError: There was no answer in so many seconds.
        """
        if self._process is None:
            environment = os.environ | {
                "PYTHONHASHSEED": str(self._hash_seed),
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            }
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            atexit.register(self.close)
        self._process.stdin.write(json.dumps(article, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        self._process.stdin.flush()
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            self.close()
            raise TimeoutError(f"another process gave no answer in {seconds:.0f} s")
        return json.loads(self._process.stdout.readline().decode("utf-8", "surrogatepass"))

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _serve() -> None:
    import newsfacts

    pipeline = newsfacts.Pipeline()
    for line in sys.stdin.buffer:
        try:
            answer = pipeline.extract(newsfacts.Article(**json.loads(line.decode("utf-8", "surrogatepass")))).to_json()
        except Exception as error:
            answer = repr(error)
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _serve()
