"""Quotation spans: which quotation marks of a text belong together."""

from __future__ import annotations

import re

from attrs import frozen

__all__ = ["Quotation", "find_quotations"]

# Closing mark by opening mark. The straight mark is its own partner, and “ closes „ as well as it opens. Doubled marks of old
# teletypes are straight marks, of which the grave ones only open.
_PAIRS = {"«": "»", "„": "“”", "“": "”", '"': '"', "``": '"', "‹": "›", "‘": "’"}
# Round marks and straight ones are mixed up when texts are copied and mended: what closes a mark where its partner does not.
_MIXED = {"“": '"“', '"': "”"}
# An opening mark closes only after the end of a clause.
_CLAUSE_ENDS = ",.!?"
# An apostrophe looks as the single marks do: they touch a word on one side alone, and no number («‘90s»).
_MARK = re.compile(r"[«»„“”\"‹›]|''|``|(?<![^\W_])‘(?=[^\W\d_])|(?<=[^\s‘])’(?![^\W_])|\n[ \t]*\n")
# Nobody nests deeper; what lies below is not searched for the partner of a mark, so that stray marks cost no time.
_DEEPEST = 8
_OPENS_BEFORE = re.compile(r"[\s(\[{«„“\"'—–\-/:.,]\Z")

_CLOSES_AFTER = re.compile(r"[\s.,;:!?…)\]}]")


@frozen(kw_only=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        start: Index of the opening mark.
        end: Index after the closing mark, or where the paragraph ends when there is none.
        inner_start: Index of the first character within the marks.
        inner_end: Index after the last character within the marks.
        depth: 0 for an outermost quotation, 1 for one within it, …
        closed: Whether it has a closing mark.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Pair the quotation marks of a text by type.

    Marks never pair across an empty line unless the quotation is left open there: the newspaper custom of opening
    every paragraph of a long quotation anew and closing only the last gives one open quotation a paragraph.
    A stray closing mark is passed over, and so is a straight mark that touches words on both sides. A round mark and a
    straight one are a pair where they stand as one, and so are two opening round ones.

    Returns:
        All quotations in the order of their opening marks.

    >>> [(q.inner_start, q.inner_end, q.depth) for q in find_quotations('Фильм «Дом „Север“» вышел')]
    [(7, 18, 0), (12, 17, 1)]
    >>> [(q.inner_start, q.inner_end) for q in find_quotations('“It is safe," she said. "Go on,” he said.')]
    [(1, 12), (25, 31)]
    """
    found: list[Quotation] = []
    stack: list[tuple[str, int, int]] = []  # mark, start, length

    def close(level: int, end: int, mark_length: int) -> None:
        while len(stack) > level:
            _, start, length = stack.pop()
            closed = len(stack) == level and mark_length > 0
            found.append(
                Quotation(
                    start=start,
                    end=end + mark_length if closed else end,
                    inner_start=start + length,
                    inner_end=end,
                    depth=len(stack),
                    closed=closed,
                )
            )

    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            close(0, at, 0)
            continue
        if mark == "''":
            mark = '"'
        level = next(
            (i for i in range(len(stack) - 1, max(-1, len(stack) - _DEEPEST), -1) if mark in _PAIRS[stack[i][0]]), None
        )
        if level is None and stack and mark in _MIXED.get(stack[-1][0], "") and _may_close(text, at, match.end()):
            close(len(stack) - 1, at, len(match.group()))
        elif mark == '"':
            before = at == 0 or bool(_OPENS_BEFORE.search(text[at - 1 : at]))
            after = match.end() < len(text) and not _CLOSES_AFTER.match(text, match.end())
            opens = before and after and (level is None or text[at - 1 : at].isspace() or text[at - 1 : at] in '(«„“"—–-')
            if level is not None and not opens:
                close(level, at, len(match.group()))
            elif opens or (level is None and before):
                stack.append((mark, at, len(match.group())))
        elif level is not None:
            close(level, at, 1)
        elif mark in _PAIRS:
            stack.append((mark, at, len(mark)))
    close(0, len(text), 0)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _may_close(text: str, start: int, end: int) -> bool:
    """Whether a mark touches what is before it, and no word after it."""
    if text[start - 1].isspace() or (text[start] == "“" and text[start - 1] not in _CLAUSE_ENDS):
        return False
    return end == len(text) or _CLOSES_AFTER.match(text, end) is not None
