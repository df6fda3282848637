"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

__all__ = ["whole_file"]

# Names of this process's own open files. Opened anew they would be emptied, or written from their beginning.
_DESCRIPTOR = re.compile(r"/dev/(?P<name>stdout|stderr)|/(?:dev|proc/self)/fd/(?P<number>\d+)")
_NUMBERS = {"stdout": 1, "stderr": 2}


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Write a file that takes its place when the block ends well; however else it ends, what was there stays.

    Until then the content is in a temporary file of the same folder. A link stays one: the file that it leads to is replaced.
    Mode and owner of a file that is replaced are kept. What is no regular file (a device, a pipe, ``/dev/stdout``) cannot be
    replaced, and is written to directly.

    Args:
        path: The file.

    Yields:
        The stream to write to.

    Raises:
        OSError: It cannot be written.
    """
    old = _status(path)
    if _DESCRIPTOR.fullmatch(str(path)) or (old and not stat.S_ISREG(old.st_mode)):
        with _opened(path) as stream:
            yield stream
        return
    if old and not os.access(path, os.W_OK):  # replacing asks only the folder
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    target = path.resolve()
    temporary = target.with_name(f".newsfacts-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            if old:
                _keep_permissions(temporary, old)
            yield stream
        temporary.replace(target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):  # it names what the caller knows
            if error.filename is None:
                error.filename = str(path)
            elif str(error.filename) == str(temporary):
                error.filename = str(path.parent)
        raise


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _opened(path: Path) -> IO[bytes]:
    found = _DESCRIPTOR.fullmatch(str(path))
    if not found:
        return path.open("wb")
    return os.fdopen(os.dup(int(found["number"] or _NUMBERS[found["name"]])), "wb")


def _keep_permissions(temporary: Path, old: os.stat_result) -> None:
    new = temporary.stat()
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):  # only the superuser gives files away
            os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))
