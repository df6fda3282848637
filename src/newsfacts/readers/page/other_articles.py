"""Other articles on a page: cards and teasers of them, and posts of social networks that are shown whole."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from lxml import html

from newsfacts.readers.markup.rendering import plain_line
from newsfacts.readers.page.headlines import comparable
from newsfacts.readers.page.paragraphs import ends_sentence
from newsfacts.readers.words import alternatives, words

__all__ = ["drop_other_articles"]

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_HOLDERS = ("body", "main", "article", "section", "div", "ul", "ol", "table", "tbody", "td", "center")
_CARDS = frozenset(("div", "section", "article", "li", "aside", "tr", "td", "figure"))
_SET_APART = frozenset(("p", "blockquote", "table", "dl", "span"))  # which may be a card too, if they begin with a headline
_HEADLINE_WORDS = 4  # the fewest of one; a link of fewer words may be a name
_APART = ("nav", "aside", "footer", "form")  # none of it will be text
# Elements that begin a line.
_BLOCKS = frozenset((*_HEADINGS, *_CARDS, "p", "ul", "ol", "figcaption", "blockquote", "header", "br"))
# Characters and pieces of text of a card and of a post at most.
_CARD_LENGTH, _POST_LENGTH, _MOST_PIECES = 600, 3000, 400
# Characters of a title and of what a card says beside it at least, and of what stands before it (a date, a rubric) at most.
_TITLE_LENGTH, _BESIDE_TITLE, _BEFORE_TITLE = 5, 20, 40
_SENTENCE_END, _SENTENCE_WORDS = re.compile(r"[.!?…][»”\"')\]]*(?=\s|$)"), 4
_SPEECH, _SPEECH_ENDS, _STOPS = ("«", "„", "“", '"', "—", "–"), '»“”"', " .,!?…"  # marks that begin and end words of somebody
_PARAGRAPH = 60  # characters that a paragraph has more of
_SERIES = 3  # cards of one kind are a series of teasers
_MOST = 0.5  # of an article's text may be in articles within it that are other ones; a live page is made of more
_LIVE = "LiveBlogPosting"  # each entry of such a page may have an address of its own


def drop_other_articles(tree: html.HtmlElement, address: str | None) -> list[str]:
    """Take other articles out of a page.

    Args:
        tree: The parsed page, which is changed.
        address: Its own address, if that is known.

    Returns:
        The texts of those that were teasers.
    """
    for element in [*_posts(tree), *_within_articles(tree)]:
        if element.getparent() is not None:  # it may be within another one
            element.drop_tree()
    if any(_LIVE in (script.text or "") for script in tree.iter("script")):
        return []
    is_other = _test_of_links(tree, address)
    teasers = dict.fromkeys([*_cards(tree, is_other), *_cards_with_headings(tree, is_other), *_links(tree, is_other)])
    outermost = [teaser for teaser in teasers if teasers.keys().isdisjoint(teaser.iterancestors())]
    texts = [_short_text(teaser, _CARD_LENGTH) or "" for teaser in outermost]
    for teaser in outermost:
        teaser.drop_tree()
    return texts


def _posts(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Posts that are shown whole, by the names that the networks' own code gives them."""
    for element in tree.iter("blockquote", "div", "section", "figure"):
        if _post().search(element.get("class") or "") and _short_text(element, _POST_LENGTH) is not None:
            yield element


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s){alternatives(words().page.posts)}(?:$|\s)", re.IGNORECASE)


def _within_articles(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The articles within an article that are not most of it, and short ones among paragraphs; none with a page's headline."""
    inner: dict[html.HtmlElement, list[html.HtmlElement]] = defaultdict(list)
    is_among_paragraphs = cache(_holds_paragraphs_and_few_articles)  # asked once for all the articles side by side
    for element in tree.iter("article"):
        if element.find(".//h1") is not None:
            continue
        if outermost := [*element.iterancestors("article")][-1:]:
            inner[outermost[0]].append(element)
        elif is_among_paragraphs(element.getparent()) and _short_text(element, _CARD_LENGTH) is not None:
            yield element
    for outer, articles in inner.items():
        if sum(len(article.text_content()) for article in articles) <= _MOST * len(outer.text_content()):
            yield from articles


def _holds_paragraphs_and_few_articles(parent: html.HtmlElement | None) -> bool:
    """Whether articles in an element stand among paragraphs that are in none, and are no entries of a live page."""
    return parent is not None and sum(1 for _ in parent.iterchildren("article")) < _SERIES and _has_paragraphs(parent)


_Test = Callable[[html.HtmlElement, str], bool]


def _test_of_links(tree: html.HtmlElement, address: str | None) -> _Test:
    """A test of whether a link with a title leads to another article: not within this page, and not under this one's title."""
    parts = {target for link in tree.iter("a") if "#" in (target := link.get("href", "").strip())}
    pages = Counter(target.partition("#")[0] for target in parts)
    addresses = {"", address, *(link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")}
    addresses |= {page for page, number in pages.items() if number > 1}  # whose parts this page links to is this page itself
    own = comparable(plain_line(tree.findtext(".//title") or ""))

    def is_other(link: html.HtmlElement, title: str) -> bool:
        target = link.get("href", "").strip().partition("#")[0]
        leads = target not in addresses and not target.startswith("javascript:")
        return leads and len(title) >= _TITLE_LENGTH and comparable(title) not in own

    return is_other


def _cards(tree: html.HtmlElement, is_other: _Test) -> Iterator[html.HtmlElement]:
    """Blocks that begin with a link as their title: among paragraphs, or several of one kind side by side."""
    apart = {element for part in tree.iter(*_APART) for element in part.iter()}
    has_paragraphs = cache(_has_paragraphs)  # asked once for all the lists side by side
    for parent in tree.iter(*_HOLDERS):
        if parent in apart:
            continue
        kinds: dict[tuple[str, str | None], list[html.HtmlElement]] = defaultdict(list)
        set_apart = []
        for child in parent:
            if child.tag in _CARDS:
                kinds[str(child.tag), child.get("class")].append(child)
            elif child.tag in _SET_APART:
                set_apart.append(child)
        headed = [block for block in set_apart if _has_title(block, is_other, is_paragraph=True)]
        among_paragraphs = bool(kinds or headed) and has_paragraphs(_around_list(parent))
        if among_paragraphs and len(headed) < _MOST * len(parent):  # else it is a digest
            yield from headed
        for blocks in kinds.values():
            is_series = len(blocks) >= _SERIES
            if among_paragraphs or is_series:
                cards = [block for block in blocks if _has_title(block, is_other) or (is_series and _leads_on(block, is_other))]
                if among_paragraphs or len(cards) >= max(_SERIES, _MOST * len(blocks)):
                    yield from cards


def _around_list(parent: html.HtmlElement) -> html.HtmlElement:
    """What holds a list; any other element itself."""
    around = parent.getparent()
    return parent if parent.tag not in ("ul", "ol") or around is None else around


def _has_paragraphs(parent: html.HtmlElement) -> bool:
    """Whether an element has text between its blocks, or paragraphs, be they blocks without a link."""
    texts = (parent.text, *(child.tail for child in parent))
    return any(len((text or "").strip()) > _PARAGRAPH for text in texts) or any(
        next(child.iter("a"), None) is None and len(child.text_content()) > _PARAGRAPH
        for child in parent.iterchildren("p", "div")
    )


def _has_title(block: html.HtmlElement, is_other: _Test, *, is_paragraph: bool = False) -> bool:
    """Whether a short block begins with a line that is a link to another article, and says more.

    Args:
        block: The block.
        is_other: Tests whether a link with a title leads to another article.
        is_paragraph: Whether it is text unless its first words are a headline, and what follows is no quotation.
    """
    has_link = next(block.iter("a"), None) is not None
    text = (_short_text(block, _CARD_LENGTH) if has_link else None) or ""
    for link in block.iter("a") if text else ():
        title = _short_text(link, _CARD_LENGTH)
        if not title:
            continue
        if is_paragraph and (len(title.split()) < _HEADLINE_WORDS or not _begins_line(link, block)):
            break
        before, _, after = text.partition(title)
        if len(before) > _BEFORE_TITLE:
            break
        if title.endswith(":") or _is_speech(after, is_paragraph=is_paragraph):  # what the link names is a speaker
            continue
        if (
            len(after) >= _BESIDE_TITLE
            and (_is_in_heading(link, block) or _has_sentence(after))
            and _is_line(link, block)
            and is_other(link, title)
        ):
            return True
    return False


def _is_speech(text: str, *, is_paragraph: bool) -> bool:
    """Whether what follows a link is somebody's words: a lead that is no paragraph may begin with some, too."""
    text = text.strip()
    return text.startswith(_SPEECH) and (is_paragraph or text.rstrip(_STOPS)[-1:] in _SPEECH_ENDS)


def _has_sentence(text: str) -> bool:
    """Whether some words of a text end as a sentence does."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text)]
    return bool(ends) and len(text[: ends[-1]].split()) >= _SENTENCE_WORDS


def _leads_on(block: html.HtmlElement, is_other: _Test) -> bool:
    """Whether a short block holds a link to the rest of what it says."""
    links = (link for link in block.iter("a") if _more().fullmatch((link.text or "").strip()))
    return any(is_other(link, link.text or "") for link in links) and _short_text(block, _CARD_LENGTH) is not None


@cache
def _more() -> re.Pattern[str]:
    """What a link to the rest of an article says."""
    return re.compile(rf"{alternatives(words().page.more)}\W*", re.IGNORECASE)


def _is_in_heading(link: html.HtmlElement, block: html.HtmlElement) -> bool:
    """Whether a link within a block is in a heading, or a heading in it."""
    around = any(block in above.iterancestors() for above in link.iterancestors(*_HEADINGS))
    return around or next(link.iter(*_HEADINGS), None) is not None


def _is_line(link: html.HtmlElement, block: html.HtmlElement) -> bool:
    """Whether nothing follows a link in the line that it is in."""
    part: html.HtmlElement | None = link
    while part is not None and part is not block and part.tag not in _BLOCKS:
        if (part.tail or "").strip():
            return False
        part = part.getparent()
    return True


def _begins_line(link: html.HtmlElement, block: html.HtmlElement) -> bool:
    """Whether nothing but a label with a colon stands before a link in the line that it is in."""
    part = link
    while part is not block and part.tag not in _BLOCKS and (around := part.getparent()) is not None:
        before = part.getprevious()
        text = ((around.text if before is None else before.tail) or "").rstrip()
        if text:
            return text.endswith(":")
        if before is not None:
            return before.tag in _BLOCKS or not before.text_content().strip()  # a picture
        part = around
    return True


def _cards_with_headings(tree: html.HtmlElement, is_other: _Test) -> list[html.HtmlElement]:
    """The blocks around headings that are links, where there are several on the page, wherever they are."""
    found = []
    for heading in tree.iter(*_HEADINGS):
        link = next(heading.iterancestors("a"), None)
        link = next(heading.iter("a"), None) if link is None else link
        title = _short_text(heading, _CARD_LENGTH)
        if link is not None and title and is_other(link, title) and len(_short_text(link, _CARD_LENGTH) or "") >= len(title):
            card = _block_around(heading, title)
            found += [] if card is None else [card]
    return found if len(found) >= _SERIES else []


def _block_around(heading: html.HtmlElement, title: str) -> html.HtmlElement | None:
    """The block that a heading is in and that says more; None when it is a link or longer, or holds the page's headline."""
    for above in heading.iterancestors():
        text = _short_text(above, _CARD_LENGTH)
        if text is None or (above.tag == "a" and len(text) > len(title)):
            return None
        if len(text) > len(title) and above.tag in _CARDS:
            return above if above.find(".//h1") is None else None
    return None


def _links(tree: html.HtmlElement, is_other: _Test) -> Iterator[html.HtmlElement]:
    """Links around whole cards, of several parts and with a sentence, that are no words in a line."""
    for link in tree.iter("a"):
        has_blocks = any(child.tag in _BLOCKS for child in link)
        if has_blocks or (len(link) > 1 and _stands_alone(link)):
            text = _short_text(link, _CARD_LENGTH)
            if text and ends_sentence(text) and is_other(link, text):
                yield link


def _stands_alone(link: html.HtmlElement) -> bool:
    """Whether a link is no word in a line of text."""
    before, parent = link.getprevious(), link.getparent()
    text_before = before.tail if before is not None else parent.text if parent is not None else None
    return not (text_before or "").strip() and not (link.tail or "").strip()


def _short_text(element: html.HtmlElement, longest: int) -> str | None:
    """An element's text with single spaces; None when it is longer, or in more pieces than a card has."""
    parts: list[str] = []
    length = 0
    for number, piece in enumerate(element.itertext()):
        if part := piece.strip():
            parts.append(part)
            length += len(part) + 1
        if length > longest or number > _MOST_PIECES:
            return None
    return " ".join(" ".join(parts).split())
