"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

__all__ = ["whole_file"]

# Names of this process's own open files.
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d+)")


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
    number = _descriptor(path, old)
    if number is not None:
        with os.fdopen(os.dup(number), "wb") as stream:
            yield stream
        return
    if old and not stat.S_ISREG(old.st_mode):
        with path.open("wb") as stream:
            yield stream
        return
    if old and not os.access(path, os.W_OK):  # replacing asks only the folder
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    target = path.resolve()
    temporary = target.with_name(f".newsfacts-{os.urandom(8).hex()}.tmp")
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


def _descriptor(path: Path, status: os.stat_result | None) -> int | None:
    """The number of the open file of this process that a path leads to, by whatever name or link.

    Opened anew it would be emptied, or written from its beginning.
    """
    for number in (1, 2):
        with suppress(OSError):  # it is closed
            if status and os.path.samestat(status, os.fstat(number)):
                return number
    found = _DESCRIPTOR.fullmatch(str(path))
    return int(found[1]) if found else None


def _keep_permissions(temporary: Path, old: os.stat_result) -> None:
    new = temporary.stat()
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(OSError):  # only the superuser gives files away
            os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))
