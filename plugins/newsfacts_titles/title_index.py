"""The titles of a text beside the names: series of titles, names that follow at once, and who has which role elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from newsfacts import Mention, fold
from newsfacts_titles.mention_index import MentionIndex
from newsfacts_titles.text_units import TitlePhrase
from newsfacts_titles.traits import ADJECTIVES
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["TitleIndex"]

_BLANKS = " \u00a0"
# What may stand between a title and a name that follows at once.
_MARKS = _BLANKS + "\"'«»“”„"
_DASHES = frozenset(("—", "–", "-"))
# What stands before the holder's name behind a name that depends on the title.
_APART = _DASHES.union((",",))
# What a title in apposition stands after.
_APPOSING = _DASHES.union((",", "("))
_NOMINATIVE: frozenset[str | None] = frozenset(("Nom",))
_ALL_CASES = 6
# The longest gap between a title and a name beside it.
_BESIDE = 3


class TitleIndex:
    """The titles of a text, in order, known by their numbers, and how they stand to the names beside them.

    Args:
        mentions: The persons and their mentions.
        titles: The titles.
        vocabulary: What is known of words.

    Attributes:
        mentions: Likewise.
        titles: Likewise.
        series: Of each title the first and the last of its series («певица, поэт и продюсер»).
        follower: The mention that follows a title at once.
        owner: The mention that follows the titles of a title's owners at once («водитель министра | Орлова»).
        taken: The first title of the series that such a mention follows.
        roles: Of a person the roles by a name beside it, each with the keys of the other words of its phrases.
        bearers: Of such a role the persons, in the order of the text.
    """

    def __init__(self, mentions: MentionIndex, titles: Sequence[TitlePhrase], vocabulary: Vocabulary) -> None:
        self.mentions = mentions
        self.titles = titles
        self._vocabulary = vocabulary
        self._analysis = mentions.analysis
        self._cases_of: dict[int, frozenset[str | None]] = {}  # mention → cases that it can have
        self._number_of = {title.head: number for number, title in enumerate(titles)}
        self.series = self._find_series()
        self._last_owner = self._find_last_owners()
        self.follower: dict[int, int] = {}
        self.owner: dict[int, int] = {}
        self.taken: dict[int, int] = {}
        self.roles: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.bearers: dict[str, dict[int, None]] = defaultdict(dict)
        for number, title in enumerate(titles):
            if (mention := self._name_beside(number)) is not None:
                person = mentions.owner[mention]
                self.roles[person][title.role.lemma] |= self.tail(title)
                self.bearers[title.role.lemma][person] = None

    def _find_series(self) -> list[tuple[int, int]]:
        first = list(range(len(self.titles)))
        last = list(first)
        joints = self._vocabulary.joints
        for i in range(len(first) - 1):
            gap = self._analysis.text[self.titles[i].end : self._start_with_adjectives(self.titles[i + 1])]
            if fold(gap.strip(_MARKS)) in joints and not self._is_owner(self.titles[i + 1], self.titles[i]):
                first[i + 1] = first[i]
        for i in range(len(first) - 2, -1, -1):
            if first[i + 1] == first[i]:
                last[i] = last[i + 1]
        return list(zip(first, last, strict=True))

    def _start_with_adjectives(self, title: TitlePhrase) -> int:
        """Where the adjectives before a title begin that are no part of it («основатель и | бессменный директор»)."""
        first, tokens = title.first, self._analysis.tokens
        while first and (word := self._vocabulary.traits(tokens[first - 1].text)).category in ADJECTIVES:
            if not self._vocabulary.grammar.agrees(word, title.role):
                break
            first -= 1
        return tokens[first].start if first < title.first else title.start

    def series_of(self, title: TitlePhrase) -> int:
        """The number of the first title of a title's series."""
        return self.series[self._number_of[title.head]][0]

    def _name_beside(self, number: int) -> int | None:
        """The mention that follows a title's series at once, else the one that the series stands in apposition to."""
        first, last = self.series[number]
        owner = self._last_owner[last]
        start, end = self.titles[first].start, self.titles[owner].end
        starts, ends, text = self.mentions.starts, self.mentions.ends, self._analysis.text
        after = bisect_left(starts, end)
        if after < len(starts) and starts[after] - end <= _BESIDE and not text[end : starts[after]].strip(_MARKS):
            governor = self._governor(self.titles[number], after, has_owner=owner > last)
            if owner > last:
                self.owner[number] = after
            if owner == last or governor > after:
                self.follower[number] = governor
                self.taken[governor] = first
                return governor
        before = bisect_left(starts, start) - 1
        if before >= 0 and 0 < start - ends[before] <= _BESIDE and text[ends[before] : start].strip() in _APPOSING:
            return before
        return None

    def _find_last_owners(self) -> list[int]:
        """Of each title the last of those that follow it and each other as owners («водитель | министра»), or itself."""
        last = list(range(len(self.titles)))
        for i in range(len(last) - 2, -1, -1):
            if self._is_owner(self.titles[i + 1], self.titles[i]):
                last[i] = last[i + 1]
        return last

    def _is_owner(self, owner: TitlePhrase, title: TitlePhrase) -> bool:
        """Whether a title that follows another at once is in the genitive and can be no second one of the same person."""
        if owner.first != title.last or not any(case == "Gen" for case, _ in owner.role.cases):
            return False
        return owner.role.cases.isdisjoint(title.role.cases)

    def _governor(self, title: TitlePhrase, mention: int, has_owner: bool) -> int:
        """The mention that a title goes with, of the one after it and what follows that.

        The former may depend on the title («адвокат Савченко | Марк Фейгин»), or have a title within it («советник президента
        Дуды – | Марек Вилк»).
        """
        after = mention + 1
        if after == len(self.mentions.starts) or (fit := self.agreement(title, after)) == "#":
            return mention
        gap = self._analysis.text[self.mentions.ends[mention] : self.mentions.starts[after]]
        if gap.strip(_BLANKS) in _DASHES and self._holds_title(title):
            return after  # though nobody knows the cases of the name
        is_apart = gap in _BLANKS or (gap.strip(_BLANKS) in _APART and (has_owner or self._holds_title(title)))
        return after if fit == "=" and is_apart else mention

    def _holds_title(self, title: TitlePhrase) -> bool:
        """Whether another title ends where a title does."""
        number = self._number_of[title.head] + 1
        return number < len(self.titles) and self.titles[number].last == title.last

    def tail(self, title: TitlePhrase) -> set[str]:
        """The keys of a phrase's words beside its head."""
        traits, tokens = self._vocabulary.traits, self._analysis.tokens
        return {traits(tokens[i].text).key for i in range(title.first, title.last) if i != title.head}

    def is_nested(self, number: int) -> bool:
        """Whether a title lies within one of the two before it."""
        title = self.titles[number]
        return any(other.start < title.start and title.end <= other.end for other in self.titles[max(0, number - 2) : number])

    def agreement(self, title: TitlePhrase, mention: int) -> Literal["=", "#", ""]:
        """Whether title and name can have one case (=) or not (#); empty where the cases of either are not known.

        What somebody is acting as is in a case of its own («и. о. мэра Иван Белов»).
        """
        cases = self._known_cases(mention)
        if not cases or title.acting or not title.role.initials:
            return ""
        number = "Plur" if title.shared or self.mentions.is_one_of_many(mention) else "Sing"
        own = [case for case, of_number in title.role.cases if of_number == number]
        return "#" if cases.isdisjoint(own or [case for case, _ in title.role.cases]) else "="

    def clashes(self, title: TitlePhrase, mention: int) -> bool:
        """Whether a name behind a title cannot go with it; a predicate's subject may («министром Иван Белов | стал в мае»).

        Nor can a surname alone in the nominative be of several in another case («в гильдии ювелиров | Сизов …»).
        """
        if self.agreement(title, mention) != "#":
            is_alone = title.shared and not self.mentions.is_one_of_many(mention)
            is_surname = " " not in self.mentions.mentions[mention].text and not self.is_oblique(mention)
            return is_alone and is_surname and all(case != "Nom" for case, _ in title.role.cases)
        return not (title.role.stands_apart and "Nom" in self._cases_of[mention])

    def may_belong(self, mention: int) -> bool:
        """Whether a name may be in the genitive, in which it goes with a title that something is of."""
        cases = self._known_cases(mention)
        return not cases or "Gen" in cases

    def is_oblique(self, mention: int) -> bool:
        """Whether a name is in another case than the nominative."""
        return _is_declined(self.mentions.mentions[mention])

    def _known_cases(self, mention: int) -> frozenset[str | None]:
        cases = self._cases_of.get(mention)
        if cases is None:
            cases = self._cases_of[mention] = self._cases(mention)
        return cases

    def _cases(self, mention: int) -> frozenset[str | None]:
        """The cases that a name can have; in the nominative alone where its form is that, unless it is never declined."""
        named = self.mentions.mentions[mention]
        tokens = self._analysis.tokens_in(named.start, named.end)
        cases = self._vocabulary.name_cases([token.text for token in tokens])
        if _is_declined(named):
            return cases - _NOMINATIVE  # «Кира Стармера», of Кир: the dictionary may have it as a woman's name only
        if len(tokens) > 1 and named.text == named.name and len(cases) < _ALL_CASES:
            # «глава фонда Эрика Шольц»: the dictionary may have the name as a form of another one only («Эрик»).
            return _NOMINATIVE if "Nom" in cases else cases and cases | _NOMINATIVE
        return cases


def _is_declined(mention: Mention) -> bool:
    """Whether a name is another form of its nominative, and no other name («Анна Ивановна», called so beside «Анна Серова»)."""
    text, name = fold(mention.text).split(), fold(mention.name).split()
    return len(text) == len(name) and text != name and all(a[0] == b[0] for a, b in zip(text, name, strict=True))
