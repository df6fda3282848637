"""What is to be read: bytes, before it is known what format they are in."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, cast

from newsfacts.errors import ReadError

__all__ = ["Source"]


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
        position: How many bytes have been read.
    """

    HEAD = 65_536

    def __init__(
        self, *, name: str, data: bytes | IO[bytes] | IO[str], url: str | None = None, encoding: str | None = None
    ) -> None:
        self.name = name
        self.url = url
        self.encoding = encoding
        self._stream: IO[bytes] = BytesIO()
        self._data: bytes | None = None
        if isinstance(data, bytes):
            self._data = data
        elif isinstance(data.read(0), str):  # it has been decoded, so what it declares of its encoding is ignored
            self._data, self.encoding = cast("IO[str]", data).read().encode("utf-8", "surrogatepass"), "utf-8"
        else:
            self._stream = cast("IO[bytes]", data)
        self.head = self._read(self.HEAD) if self._data is None else self._data[: self.HEAD]
        self.position = len(self.head)

    @property
    def data(self) -> bytes:
        """The whole content.

        Raises:
            ReadError: It cannot be read.
        """
        if self._data is None:
            self._data = self.head + self._read(-1)
            self.position = len(self._data)
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
            if rest.endswith(b"\n"):
                yield rest[:-1]
                rest = b""
        yield rest

    def _read_line(self) -> bytes:
        try:
            line = self._stream.readline()
        except OSError as error:
            raise ReadError(self.name, error.strerror or str(error)) from error
        self.position += len(line)
        return line

    def _read(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except OSError as error:
            raise ReadError(self.name, error.strerror or str(error)) from error

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case with its dot, or an empty string."""
        return Path(self.name).suffix.lower()
