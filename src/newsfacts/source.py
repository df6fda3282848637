"""What is to be read: bytes, before it is known what format they are in."""

from __future__ import annotations

from collections.abc import Iterator
from gzip import GzipFile
from io import BytesIO
from pathlib import Path
from typing import IO, cast
from zlib import error as ZlibError  # noqa: N812 - it is a class

from newsfacts.errors import ReadError

__all__ = ["Source"]

_GZIP = b"\x1f\x8b\x08"
_UNREADABLE = (OSError, EOFError, ZlibError)


class Source:
    """Bytes to be read, before it is known what format they are in.

    A stream is read as far as it is asked for, so that a file of millions of records need not fit into memory.

    Args:
        name: A path, a URL, or "-" for standard input; errors name it.
        data: The content, or an open file that gives it.
        url: Where it was fetched from, when that is known.
        encoding: Its encoding, when that is known whatever the content declares.

    Attributes:
        name: Likewise.
        url: Likewise.
        encoding: Likewise.
        head: The first bytes of the content, up to `HEAD` of them.

    What is packed with gzip is unpacked as it is read, whatever its name. So that a small file cannot fill the memory, no more
    than `MOST_UNPACKED` bytes are held of it at once; JSON Lines, which are read line by line, may be of any size.
    """

    HEAD = 65_536
    MOST_UNPACKED = 1 << 28

    def __init__(
        self, *, name: str, data: bytes | IO[bytes] | IO[str], url: str | None = None, encoding: str | None = None
    ) -> None:
        self.name = name
        self.url = url
        self.encoding = encoding
        self._stream: IO[bytes] = BytesIO()
        self._data: bytes | None = None
        self._packed: _Packed | None = None
        if isinstance(data, bytes) and not data.startswith(_GZIP):
            self._data = data
        elif isinstance(data, bytes):
            self._stream = BytesIO(data)
        elif isinstance(data.read(0), str):  # it has been decoded, so what it declares of its encoding is ignored
            self._data, self.encoding = cast("IO[str]", data).read().encode("utf-8", "surrogatepass"), "utf-8"
        else:
            self._stream = cast("IO[bytes]", data)
        self._position = 0
        self.head = self._read(self.HEAD) if self._data is None else self._data[: self.HEAD]
        if self._data is None and self.head.startswith(_GZIP):
            self._packed = _Packed(self.head, self._stream)
            self._stream = cast("IO[bytes]", GzipFile(mode="rb", fileobj=cast("IO[bytes]", self._packed)))
            try:
                self.head = self._read(self.HEAD)
            except ReadError:
                self.close()
                raise
        self._position = len(self.head)

    @property
    def position(self) -> int:
        """How many bytes have been read, of what is packed as it is packed."""
        return self._packed.position if self._packed else self._position

    @property
    def data(self) -> bytes:
        """The whole content.

        Raises:
            ReadError: It cannot be read.
        """
        if self._data is None:
            self._data = self.head + self._read(self.MOST_UNPACKED + 1 if self._packed else -1)
            self._check_size(self._data)
            self._position = len(self._data)
        return self._data

    def lines(self) -> Iterator[bytes]:
        """The content line by line; only a line feed ends a line, and it is left out; what stands after the last is a line.

        Raises:
            ReadError: It cannot be read.
        """
        if self._data is not None:
            yield from self._data.split(b"\n")
            return
        *lines, rest = self.head.split(b"\n")
        yield from lines
        while line := self._read_line():
            rest += line
            self._check_size(rest)
            if rest.endswith(b"\n"):
                yield rest[:-1]
                rest = b""
        yield rest

    def _read_line(self) -> bytes:
        try:
            line = self._stream.readline(self.MOST_UNPACKED + 1 if self._packed else -1)
        except _UNREADABLE as error:
            raise ReadError(self.name, _reason(error)) from error
        self._position += len(line)
        return line

    def _check_size(self, held: bytes) -> None:
        if self._packed and len(held) > self.MOST_UNPACKED:
            raise ReadError(self.name, f"unpacks to more than {self.MOST_UNPACKED >> 20} MB at once; unpack it first")

    def _read(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except _UNREADABLE as error:
            raise ReadError(self.name, _reason(error)) from error

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()
        if self._packed:
            self._packed.close()

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case with its dot, or an empty string; of a packed file that of what is in it."""
        path = Path(self.name)
        return (Path(path.stem) if self._packed and path.suffix.lower() == ".gz" else path).suffix.lower()


class _Packed:
    """The bytes of a packed file, of which some have been read already.

    Attributes:
        position: How many have been unpacked.
    """

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream
        self.position = 0

    def read(self, size: int) -> bytes:
        """So many of them at most."""
        taken, self._head = self._head[:size], self._head[size:]
        taken = taken or self._stream.read(size)
        self.position += len(taken)
        return taken

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error)
