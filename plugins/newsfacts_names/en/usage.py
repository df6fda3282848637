"""What English news do with names, where it shows better than the words around one word who is a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from newsfacts import Analysis, fold
from newsfacts_names.candidates import Candidate
from newsfacts_names.lexicon import NameLexicon

__all__ = ["Usage"]

# In words; shorter lines are no headlines.
_SHORTEST_HEADLINE = 3
# What a line begins with that names the authors, and how many words it has at most: two names with what joins them.
_BYLINE, _LONGEST_BYLINE = "By", 8
# In words; a name that an office is before, and that no list has a word of.
_WORDS_AFTER_OFFICE = 3
# In words; a given name and a surname.
_FULL_NAME = 2
# Between two words of a place's name.
_BESIDE = (" ", ".", "stop", "far")
# A given name of two syllables («Ki-moon», «Jong-Un»), and no participle («Qaeda-linked»).
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-(?!\w*ed\b)[A-Za-z][a-z]{1,5}")
# What is between the words beside a nickname.
_NICKNAME = re.compile(r"\.? [«„“\"][\w-]{1,20}[»“”\"] ")
# What follows the place of a dateline: a state, or an agency in brackets.
_DATELINE = re.compile(r",? (?:\([A-Z]|[A-Z][\w.]+ (?:\(|[—–-])|[—–-])")
_LINE = re.compile(r"[^\n]+")
_NOUNS = frozenset(("NOUN", "PROPN"))


class Usage:
    """Mends the labels of one article.

    Args:
        analysis: The article.
        candidates: Its capitalised words.
        labels: Their labels.
        lexicon: The words of names.
    """

    def __init__(
        self, analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], lexicon: NameLexicon
    ) -> None:
        self._analysis = analysis
        self._candidates = candidates
        self._labels = list(labels)
        self._lexicon = lexicon
        self._words = [candidate.token.text for candidate in candidates]
        self._folded = [fold(word) for word in self._words]
        self._after_nicknames: set[int] = set()

    def mended(self) -> list[str]:
        """The labels, mended."""
        for first, last in list(self._runs()):
            self._without_offices(first, last)
        for first, last in list(self._runs("R")):
            if all(len(word) == 1 for word in self._words[first : last + 1]):
                self._relabel(first, last, "O")  # «U.S.»
            else:
                self._after_office(first, last)
        self._name_given()
        self._with_nicknames()
        self._with_particles()
        self._with_generations()
        for first, last in list(self._runs()):
            if self._is_after_place_noun(first) or self._is_no_name(first, last) or self._opens_dateline(first, last):
                self._relabel(first, last, "O")
            elif self._is_body(first, last):
                self._relabel(first, last, "R")
            elif self._is_before_body(last):
                self._relabel(first, last + 1, "R")
            elif last > first and self._is_place_or_team(first, last):
                self._relabel(first, last, "O")
        self._shorten_headlines()
        self._find_again()
        self._drop_unknown()
        self._with_bodies()
        before = ["O", *self._labels]
        return [
            label.upper() if label in "pr" and last not in (label, label.upper()) else label
            for last, label in zip(before, self._labels, strict=False)
        ]

    def _runs(self, label: str = "P") -> Iterator[tuple[int, int]]:
        """The places of the first and the last words of the names that are labelled so."""
        at = 0
        while at < len(self._labels):
            first, at = at, at + 1
            if self._labels[first] == label:
                while at < len(self._labels) and self._labels[at] == label.lower():
                    at += 1
                yield first, at - 1

    def _full_names(self) -> list[tuple[int, int]]:
        """The places of persons' names of several words, and of what follows a nickname."""
        return [(first, last) for first, last in self._runs() if last > first or first in self._after_nicknames]

    def _relabel(self, first: int, last: int, label: str) -> None:
        self._labels[first : last + 1] = [label, *[label.lower() if label != "O" else "O"] * (last - first)]

    def _text(self, first: int, last: int) -> str:
        start, end = self._candidates[first].token.start, self._candidates[last].token.end
        return " ".join(fold(self._analysis.text[start:end]).split())

    def _without_offices(self, first: int, last: int) -> None:
        """Cut off what somebody is before their name («Filmmaker Ann Lee»), and what begins the next one's («Ohio Gov.»)."""
        start, end = first, last
        while start < end and self._is_office(start):
            start += 1
        while end >= start and (self._words[end] in self._lexicon.openers or self._begins_next_name(end)):
            end -= 1
        self._relabel(first, last, "O")
        if end >= start:
            self._relabel(start, end, "P")

    def _begins_next_name(self, at: int) -> bool:
        """Whether a word is an office, and of the name that follows («Ohio Gov. | Ann Lee», but not «Larry King»)."""
        if self._folded[at] not in self._lexicon.offices or at + 1 == len(self._labels):
            return False
        gap = self._candidates[at + 1].gap
        return gap == " " or (gap == "." and self._analysis.language.is_abbreviation(self._words[at]))

    def _after_office(self, first: int, last: int) -> None:
        """Take for a person what follows an office in what is labelled as a body's name («Chinese Minister Wang Li»)."""
        for at in range(last - 1, max(first, last - 1 - _FULL_NAME) - 1, -1):
            if self._is_office(at):
                if not any(map(self._is_common, self._folded[at + 1 : last + 1])):
                    self._relabel(first, at, "O")
                    self._relabel(at + 1, last, "P")
                return

    def _name_given(self) -> None:
        """Take a given name and the word after it for a person, and a word after an office and the surname after that."""
        for at in range(len(self._labels) - 1):
            following = self._labels[at + 1]
            if not self._candidates[at + 1].adjacent or self._labels[at] == "p" or following == "p":
                continue
            is_apart = self._labels[at] == "O" and not self._is_office(at) and self._is_named_apart(at, following)
            if not is_apart and self._labels[at] in "OR" and (last := self._end_after_office(at)):
                self._relabel(at, last, "P")
            elif is_apart or (self._is_given_name(at) and self._may_be_surname(at + 1, following)):
                self._begin(at)

    def _is_named_apart(self, at: int, following: str) -> bool:
        """Whether a word that is in no list begins a name: the next one shows it, an office before, or an initial."""
        if following == "P":
            return self._has_address(at) or self._is_unknown(at)
        if self._words[at] in self._lexicon.syllabic_families and _SYLLABLES.fullmatch(self._words[at + 1]):
            return True
        if self._lexicon.may_be_initial(self._words[at]):
            return self._is_unknown(at + 1)
        goes_on = at + 2 < len(self._labels) and self._candidates[at + 2].adjacent
        return not goes_on and self._has_address(at) and self._may_be_surname(at + 1, following) and not self._is_place(at)

    def _end_after_office(self, at: int) -> int:
        """The place of the last word of three that are in no list and follow an office («finance director Png Chin Yee»), or 0.

        The office is in small letters: beside one with a capital more words may be of its body.
        """
        last = at + _WORDS_AFTER_OFFICE - 1
        if last >= len(self._labels) or not self._has_address(at):
            return 0
        word = self._words[at]
        is_unknown = self._is_unknown(at) or not (word.isupper() or self._lexicon.syllables(word))  # «Png», not «PNG»
        if not is_unknown:
            return 0
        if not self._analysis.tokens[self._candidates[at].position - 1].text.islower():
            return 0
        if not all(self._candidates[i].gap == " " and self._labels[i] in "Or" for i in range(at + 1, last + 1)):
            return 0
        goes_on = last + 1 < len(self._labels) and self._candidates[last + 1].adjacent
        return 0 if goes_on or not all(self._may_be_surname(i, "O") for i in range(at + 1, last + 1)) else last

    def _begin(self, at: int) -> None:
        """Let a name begin at a word, or the initials before it, and go on with the next one."""
        self._labels[at : at + 2] = "P", "p"
        while at > 0 and self._candidates[at].gap == "." and self._lexicon.may_be_initial(self._words[at - 1]):
            at -= 1
            self._labels[at : at + 2] = "P", "p"
        end = at + 2
        while end < len(self._labels) and self._labels[end] == "p":
            end += 1
        if self._labels[end : end + 1] == ["r"]:
            self._labels[end] = "R"

    def _with_nicknames(self) -> None:
        """Let no nickname in quotation marks be a person, and what follows it go on with the name («Robert "Bobby" Hale»)."""
        for at in range(1, len(self._labels) - 1):
            if self._labels[at - 1] in "Pp" and self._labels[at + 1] in "OPp":
                between = self._analysis.text[self._candidates[at - 1].token.end : self._candidates[at + 1].token.start]
                if _NICKNAME.fullmatch(between):
                    self._labels[at : at + 2] = "O", "P"
                    self._after_nicknames.add(at + 1)

    def _with_particles(self) -> None:
        """Let names go on behind a particle with a capital («Alexander De Croo»), and begin behind a form of address."""
        for at in range(1, len(self._labels)):
            if self._candidates[at].gap not in (" ", ".") or self._labels[at] in "Pp":
                continue
            if self._labels[at - 1] == "p" and self._words[at - 1].lower() in self._lexicon.particles:
                self._labels[at] = "p"
            elif self._folded[at - 1] in self._lexicon.addressed and self._is_unknown(at):
                self._labels[at] = "P"

    def _is_unknown(self, at: int) -> bool:
        """Whether a word is none that the dictionary has, or a place, in a line that is no headline."""
        if self._words[at].isupper() or self._is_place(at) or self._is_in_headline(at):
            return False
        return not any(reading.known for reading in self._analysis.readings(self._words[at]))

    def _is_place(self, at: int) -> bool:
        return self._folded[at] in self._analysis.language.places

    def _is_given_name(self, at: int) -> bool:
        """Whether a word is a given name, and likeliest no other word with a capital («Will», where a sentence begins)."""
        if not self._is_listed(at):
            return False
        name = "-".join([part.capitalize() for part in self._words[at].split("-")])
        return self._analysis.readings(name)[0].pos == "PROPN" or self._is_inside_sentence(at) or self._has_address(at)

    def _is_listed(self, at: int) -> bool:
        """Whether a word is in the list of given names, or all its parts are («Mary-Kate»)."""
        return all(part in self._lexicon.genders for part in self._folded[at].split("-"))

    def _is_inside_sentence(self, at: int) -> bool:
        before = self._analysis.tokens[self._candidates[at].position - 1].text if self._candidates[at].position else "."
        return (before.islower() or before == ",") and not self._is_in_headline(at)

    def _may_be_surname(self, at: int, label: str) -> bool:
        word = self._folded[at]
        if label == "P" or word in self._lexicon.famous:
            return True
        if word in self._lexicon.body_words or self._begins_next_name(at):
            return False
        if self._words[at].isupper() != self._words[at - 1].isupper():
            return False
        if self._is_place(at) or word in self._analysis.language.months:
            return False
        if self._is_place(at - 1) and self._is_common(word):
            return False
        is_noun = self._analysis.readings(self._words[at])[0].pos in _NOUNS
        return is_noun and not (self._is_common(word) and self._is_in_headline(at))

    def _is_generation(self, at: int) -> bool:
        return self._folded[at] in self._analysis.language.generations

    def _with_generations(self) -> None:
        """Let «Jr.» and its like end the name before, behind a comma too."""
        for at in range(1, len(self._labels)):
            candidate = self._candidates[at]
            is_beside = candidate.adjacent or candidate.gap == ","
            if self._is_generation(at) and self._labels[at - 1] in "Pp" and is_beside:
                self._labels[at] = "p"

    def _is_place_or_team(self, first: int, last: int) -> bool:
        """Whether it is a place of several words, or something that ends with a place or a plural («Denver Broncos»)."""
        if self._text(first, last) in self._analysis.language.places:
            return True
        is_given = self._folded[first] in self._lexicon.genders and not self._is_place(first)
        if is_given or self._lexicon.may_be_initial(self._words[first]):
            return False
        end = self._folded[last]
        reading = self._analysis.readings(end)[0]
        return end in self._analysis.language.places or (reading.number == "Plur" and reading.known)

    def _is_office(self, at: int) -> bool:
        word = self._folded[at]
        return word in self._lexicon.offices or word in self._lexicon.addressed or self._is_human(at)

    def _is_human(self, at: int) -> bool:
        """Whether a word is a noun for what people do."""
        word = self._folded[at]
        if word in self._lexicon.genders or not word.endswith(self._lexicon.office_endings):
            return False
        reading = self._analysis.readings(word)[0]
        before_name = at + 1 < len(self._folded) and self._is_listed(at + 1)
        return reading.pos == "NOUN" and (reading.known or before_name)

    def _is_body(self, first: int, last: int) -> bool:
        """Whether a word shows that it is a firm or a body («Acme Inc», «George Lee Presidential Center»)."""
        if self._text(first, last) in self._lexicon.bodies_like_people:
            return True
        return any(word in self._lexicon.body_words for word in self._folded[first + (last > first) : last + 1])

    def _is_before_body(self, at: int) -> bool:
        """Whether the word behind a name makes it a body's («Christopher Newport University»)."""
        following = at + 1
        if following == len(self._labels) or self._candidates[following].gap != " " or self._is_in_headline(at):
            return False
        return self._folded[following] in self._lexicon.body_words and self._labels[following] != "P"

    def _is_no_name(self, first: int, last: int) -> bool:
        """Whether it ends with the abbreviation of a state («W.Va.»), has a number («World War II») or digits («Bob27»)."""
        if first < last and self._is_generation(last) and self._folded[first] not in self._lexicon.genders:
            return last - first == 1
        if f"{self._folded[last]}." in self._analysis.language.places:
            return True
        return any(c.isdigit() for word in self._words[first : last + 1] for c in word)

    def _opens_dateline(self, first: int, last: int) -> bool:
        """Whether a word in capitals begins a line that is not in capitals, up to brackets or a comma («HARLAN, Ky. (AP)»)."""
        text, end = self._analysis.text, self._candidates[last].token.end
        start = text.rfind("\n", 0, self._candidates[first].token.start) + 1
        if not _DATELINE.match(text, end):
            return False
        return text[start:end].isupper() and not text[start : text.find("\n", end) % (len(text) + 1)].isupper()

    def _is_after_place_noun(self, at: int) -> bool:
        """Whether it goes on with the name of a place («Port St. Lucie», «San Bernardino», «the city of Velykyi Yar»)."""
        candidate = self._candidates[at]
        before = [fold(token.text) for token in self._analysis.tokens[max(0, candidate.position - 2) : candidate.position]]
        if before[1:] == ["of"] and before[0] in self._lexicon.settlements:
            return True
        return at > 0 and candidate.gap in _BESIDE and self._folded[at - 1] in self._lexicon.place_nouns

    def _shorten_headlines(self) -> None:
        """Cut the verbs and nouns of headlines from the names of those whom the text below names."""
        runs = list(self._runs())
        below = [run for run in runs if not self._is_in_headline(run[0])]
        surnames = [self._folded[last] for first, last in below if last > first]
        names = self._lexicon.famous.union([self._text(*run) for run in below], surnames)
        for first, last in runs:
            if last > first and self._is_in_headline(first) and self._text(first, last) not in names:
                beginnings = [(first, end) for end in range(last - 1, first - 1, -1)]
                ends = [] if self._is_given_name(first) else [(start, last) for start in range(first + 1, last + 1)]
                if known := next((part for part in (*beginnings, *ends) if self._text(*part) in names), None):
                    self._relabel(first, last, "O")
                    self._relabel(*known, "P")

    def _is_in_headline(self, at: int) -> bool:
        """Whether all words of the line but function words have a capital."""
        return self._lines[bisect_right(self._lines, (self._candidates[at].token.start, True)) - 1][1]

    @cached_property
    def _lines(self) -> list[tuple[int, bool]]:
        """Where each line begins, and whether it is a headline."""
        return [(match.start(), self._is_headline(match.group())) for match in _LINE.finditer(self._analysis.text)]

    def _is_headline(self, line: str) -> bool:
        words = [word for word in line.split() if word[0].isalpha()]
        if words[:1] == [_BYLINE] and len(words) <= _LONGEST_BYLINE:
            return False
        small = {word for word in words if word[0].islower()}
        return len(words) >= _SHORTEST_HEADLINE and small <= self._analysis.language.function_words.keys()

    def _find_again(self) -> None:
        """Label whom the article names in full, or everybody knows, wherever their surname stands alone."""
        ends = {self._folded[last - self._is_generation(last)] for _, last in self._full_names()}
        surnames = {word for word in ends.union(map(self._without_article, ends)) if not self._is_common(word)}
        surnames |= self._lexicon.famous
        for at, label in enumerate(self._labels):
            if label in "OR" and self._folded[at] in surnames and self._is_alone(at):
                self._labels[at] = "P"

    def _without_article(self, word: str) -> str:
        """A surname without the particle that a hyphen joins to it: «al-Assad» → «assad»."""
        particle, _, name = word.partition("-")
        return name if particle in self._lexicon.particles else word

    def _is_common(self, word: str) -> bool:
        """Whether a word in small letters is one too, or a place."""
        readings = self._analysis.readings(word)
        return (readings[0].known and readings[0].pos != "PROPN") or word in self._analysis.language.places

    def _is_alone(self, at: int) -> bool:
        """Whether a word has no word of the same name beside it."""
        following = at + 1
        if self._candidates[at].adjacent and self._labels[at - 1] != "O":
            return False
        if following == len(self._labels):
            return True
        is_beside = self._candidates[following].adjacent and not self._is_in_headline(at)
        return not is_beside and self._labels[following] not in ("p", "r")

    def _drop_unknown(self) -> None:
        """Take no single word for a person whom nothing shows: news name somebody in full before they name them shortly."""
        full = {word for first, last in self._full_names() for word in self._folded[first : last + 1]}
        full |= set(map(self._without_article, full))
        for first, last in list(self._runs()):
            word = self._folded[first]
            is_given = word in self._lexicon.genders and word not in self._analysis.language.places
            is_known = word in full or word in self._lexicon.famous or is_given
            is_bare_office = word in self._lexicon.offices and word not in full and self._follows_article(first)
            if first == last and ((not is_known and not self._has_address(first)) or is_bare_office):
                self._labels[first] = "O"

    def _follows_article(self, at: int) -> bool:
        """Whether an article or its like is before a word and the offices before it («the Deputy Prime | Minister»)."""
        while at > 0 and self._candidates[at].gap == " " and self._is_office(at - 1):
            at -= 1
        position = self._candidates[at].position
        before = self._analysis.tokens[position - 1].text if position else ""
        return "DET" in self._analysis.language.function_words.get(fold(before), ())

    def _with_bodies(self) -> None:
        """Let the name of a body begin with the capitals before its noun («World Meteorological | Organization»)."""
        for at, word in enumerate(self._folded):
            if word not in self._lexicon.body_heads or self._labels[at] in "Pp" or self._is_in_headline(at):
                continue
            first = at
            while first > 0 and self._may_be_of_body(first - 1, self._candidates[first].gap):
                first -= 1
            if first < at:
                goes_on = self._labels[first] == "r"
                self._relabel(first, at, "R")
                self._labels[first] = "r" if goes_on else "R"

    def _may_be_of_body(self, at: int, gap: str) -> bool:
        """Whether a word may belong to the name of the body whose noun follows: no person, day, office or owner."""
        word = self._folded[at]
        if self._labels[at] in "Pp" or self._words[at] in self._lexicon.openers or word in self._analysis.language.months:
            return False
        if gap == "clitic":  # «Sheriff's Office», not «Norway's Labour Ministry»
            return self._is_common(word) and not self._is_place(at)
        return gap == " " and word not in self._lexicon.addressed and word not in self._lexicon.offices

    def _has_address(self, at: int) -> bool:
        """Whether the word before is an office or a form of address («Mr. Lee», «President Lee»)."""
        position = self._candidates[at].position - 1
        tokens = self._analysis.tokens
        if position > 0 and tokens[position].text == ".":
            position -= 1
        if position < 0:
            return False
        word = fold(tokens[position].text)
        return word in self._lexicon.offices or word in self._lexicon.addressed
