"""Whom words mean that name nobody: a pronoun, a bare role («чиновник»: the official), a bare body, a dropped subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from operator import attrgetter
from typing import NamedTuple

from newsfacts import Analysis, Gender, Mention, fold
from newsfacts_quotes.holders import Holders, Title
from newsfacts_quotes.lookup import WordLookup, stem_of
from newsfacts_quotes.mentions import full_name, gender_of, is_nominative, named
from newsfacts_quotes.sightings import Sightings

__all__ = ["NEUTER", "Referents", "Words"]

# Nobody is meant who was named more sentences before, and so many of the names and of the last speakers are considered.
_SENTENCES = 8
_MOST_NAMES = 12
_HEARD = 6
# Of people without a name the nearest so many are considered.
_MOST_NOUNS = 4
# So many words may stand between a monument and whose it is.
_MOST_BETWEEN = 2
_GENDERS: Mapping[str | None, Gender] = {"Masc": "masculine", "Fem": "feminine"}

# The gender of a pronoun that means no person: «it», and «там» for the body that speaks there.
NEUTER = "Neut"

# What people without a name are called by: nouns, participles, adjectives.
_NAMELESS = frozenset("Apa")
# A body, a channel, a document.
_BODIES = frozenset("BCD")
# Of these those that speak, as no document does: a body, a channel.
_SPEAKING_BODIES = frozenset("BC")
# A noun for a living being, a source.
_ROLES = frozenset("AS")
_START = attrgetter("start")


class Words(NamedTuple):
    """Words that name nobody.

    Attributes:
        sort: What they are, as `Candidate` names it; ``Z`` for a verb without a subject.
        at: Their offset.
        lemma: Their head.
        lemmas: What depends on it.
        gender: The gender that they or their verb show.
        plural: Whether they mean several.
        data: Whether they have, or own, data or a document, and so may be a body.
        itself: Whether they are said to mean who is talked of already («сам губернатор»: the governor himself).
        owns: Whether they own what somebody said, as bodies do, too («по её оценке»: in its estimate).
        inverted: The offset of the clause that they close («Лукин приедет, сказал он»: Lukin will come, he said), or -1.
        said: Where what they are to have said begins and ends.
        noun: The gender of their head as a word; men and women may be called by the same («министр»: the minister).
        beside: The full names that they cannot mean: «мать Беловой» (Belova's mother) is not Belova.
    """

    sort: str
    at: int
    lemma: str = ""
    lemmas: Sequence[str] = ()
    gender: str | None = None
    plural: bool | None = None
    data: bool = False
    inverted: int = -1
    said: Sequence[tuple[int, int]] = ()
    noun: str | None = None
    beside: frozenset[str] = frozenset()
    owns: bool = False
    itself: bool = False


class _Question(NamedTuple):
    """Whom words mean, with what all candidates have in common.

    Attributes:
        words: The words.
        sort: What they are, as features name it.
        bare: Whether nothing depends on their head.
        recent: The names of the last speakers, the last one first.
        titles: The full names of those who are called by the same head.
        exact: The full names of those of them who are called by all that depends on it, too.
        expected: The name that the nearest sentence suggests.
        only: Whether one person alone fits.
        often: How often the article names the person who fits and is named most.
        kind: The sort of body that the words mean; nothing where they mean none, or tell no sort.
        fields: The fields in which people work who are called so.
    """

    words: Words
    sort: str
    bare: bool
    recent: Sequence[str]
    titles: Set[str]
    exact: Set[str]
    expected: str | None
    only: bool
    often: int
    kind: str
    fields: frozenset[str]


class Referents:
    """What an article has named so far, as its speakers are found in the order of the text.

    Args:
        analysis: The article.
        words: Look-up of its language's words.

    Attributes:
        heard: All who spoke, in order.
        publisher: The body that spoke or cited somebody last, or has issued the document that did.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self.analysis = analysis
        self.words = words
        self.classes = words.lexicon.words
        self.heard: list[Mention] = []
        self.publisher: Mention | None = None
        self.plural: set[int] = set()
        self._holders = Holders(analysis, words)
        self._sightings = Sightings(analysis)

    def _recent(self) -> Iterator[Mention]:
        return iter(self.heard[: -_HEARD - 1 : -1])

    def remember(self, speaker: Mention | None) -> None:
        """Note who spoke; nothing changes where nobody is named."""
        if speaker is not None:
            self.heard.append(speaker)
            if speaker.type == "organization" or (speaker.type == "document" and fold(speaker.name) != fold(speaker.text)):
                self.publisher = speaker

    def candidates(self, words: Words) -> list[Mention]:
        """Whom words may mean, the nearest first, each one once."""
        return self._candidates(words, self._titled(words))

    def _candidates(self, words: Words, titled: Sequence[Title]) -> list[Mention]:
        found: dict[str, Mention] = {}
        holders = [title.holder for title in titled]
        publisher = (self.publisher,) if self.publisher and words.sort == "D" else ()
        nouns = self._nouns_before(words)
        for mention in (*self._named_before(words), *nouns, *self._recent(), *holders, *publisher):
            whole = named(self.analysis, mention)
            if self._may_be(words, whole):
                found.setdefault(whole.name, whole)
        people = [m for m in found.values() if m.type == "person" and self._fit(words, m) not in ("n", "N")]
        if people and words.sort in ("pro", "rel") and not words.data:
            return [m for m in found.values() if m.type == "person"]
        return list(found.values())

    def is_called(self, words: Words) -> bool:
        """Whether the article calls anybody by name what some words say."""
        return bool(self._titled(words))

    def suggested(self, words: Words) -> Mention | None:
        """The person whom the nearest sentence suggests, as `_expected` has it, if the noun was not used before of anybody."""
        if self._sightings.is_used_before(words.lemma, words.at):
            return None
        found = self.candidates(words)
        name = self._expected(words, found)
        return next((mention for mention in found if mention.name == name), None)

    def _may_be(self, words: Words, mention: Mention) -> bool:
        """Whether words of a sort can mean somebody of the type at all."""
        if mention.name in words.beside or self._holders.is_former(mention.name, words.lemma):
            return False
        if words.sort in _BODIES or _is_neuter(words):
            return mention.type == "organization" or (mention.type == "document" and words.sort not in _SPEAKING_BODIES)
        if words.sort in ("pro", "Z", "rel"):
            return True
        if mention.type != "person" or self._is_of_the_other_sex(words, mention):
            return False
        return not self._is_acted_on(words, mention)

    def _is_acted_on(self, words: Words, mention: Mention) -> bool:
        """Whether somebody called by a noun did something to a person, who is another one: «Министр повысил Гука»."""
        if any(words.lemma in title.heads for title in self._holders.of(full_name(self.analysis, mention))):
            return False
        return any(
            not is_nominative(place) and self._has_subject_before(place, words.lemma)
            for place in self._sightings.before(mention, words.at)
        )

    def _has_subject_before(self, mention: Mention, lemma: str) -> bool:
        """Whether a noun is the subject of the verb before a mention in its clause."""
        analysis, has_verb = self.analysis, False
        first = analysis.token_index(analysis.sentence_at(mention.start).start)
        for token in reversed(analysis.tokens[first : analysis.token_index(mention.start)]):
            if not token.text[0].isalpha():
                return False
            word = self.words.look(fold(token.text))
            if has_verb and word.lemma == lemma:
                return "Nom" in word.cases
            has_verb = has_verb or word.finite
        return False

    def _is_of_the_other_sex(self, words: Words, mention: Mention) -> bool:
        """Whether a noun for women alone shows that a person is not meant."""
        return words.noun == "Fem" and words.lemma not in self.classes.epicene and gender_of(self.analysis, mention) == "Masc"

    def _named_before(self, words: Words) -> list[Mention]:
        mentions = self.analysis.mentions
        last = bisect_left(mentions, words.at, key=_START)
        start, _ = self._sightings.sentence(max(0, self._sightings.number(words.at) - _SENTENCES))
        first = bisect_left(mentions, start, 0, last, key=_START)
        near = mentions[max(first, last - 3 * _MOST_NAMES) : last]
        named = [m for m in near if m.type != "place" and not self._is_namesake(m)]
        if not self.words.grammar.declines:
            named = [m for m in named if not self._is_bracketed(m)]
        return named[::-1][:_MOST_NAMES]

    def _is_namesake(self, mention: Mention) -> bool:
        """Whether something is named after somebody, «театр имени Вахтангова», or is there to remember them: «бюст Гоголя».

        Between a monument and the name may stand what they were: «могила поэта Анны Беловой».
        """
        before = self.analysis.text[: mention.start].rstrip(" .")
        if any(before.endswith(f" {word}") for word in self.classes.namesakes):
            return True
        index = self.analysis.token_index(mention.start)
        for token in reversed(self.analysis.tokens[max(0, index - 1 - _MOST_BETWEEN) : index]):
            word = self.words.look(fold(token.text))
            if word.lemma in self.classes.monuments:
                return not is_nominative(mention)
            if not (word.noun or word.modifier):
                return False
        return False

    def _is_bracketed(self, mention: Mention) -> bool:
        """Whether a body stands in brackets by itself, as the agency of a dateline does."""
        text = self.analysis.text
        return mention.type != "person" and text[mention.start - 1 : mention.start] == "(" and text.startswith(")", mention.end)

    def _nouns_before(self, words: Words) -> Iterator[Mention]:
        """The people and the bodies without a name that a pronoun may mean: «Задержали водителя. Он …» (the driver: he …).

        «Ассоциация садоводов ждёт мороза. По её оценке, …» (the gardeners' association: in its estimate).
        """
        if words.sort != "pro" or not self.words.grammar.declines:
            return
        bodies_alone = words.data or _is_neuter(words)
        bodies = bodies_alone or words.owns
        start, _ = self._sightings.sentence(max(0, self._sightings.number(words.at) - 1))
        first, last = self.analysis.token_index(start), self.analysis.token_index(words.at)
        named = [(m.start, m.end) for m in self.analysis.mentions_in(start, words.at)]
        left = _MOST_NOUNS
        for index in range(last - 1, first - 1, -1):
            token = self.analysis.tokens[index]
            while named and named[-1][0] > token.start:
                named.pop()
            if named and token.start < named[-1][1]:
                continue
            mention = self._body_at(index) if bodies else None
            if mention is None and not bodies_alone:
                mention = self._person_at(index, words.plural)
            if mention is not None:
                yield mention
                left -= 1
                if not left:
                    return

    def _person_at(self, index: int, plural: bool | None) -> Mention | None:
        """The one or the ones whom a token names without a name; None for other words."""
        token = self.analysis.tokens[index]
        low = fold(token.text)
        if self.words.sort(low) != "A" or self.words.code(low)[0] not in _NAMELESS:
            return None
        noun = self.words.look(low)
        if (plural is not None and noun.plural is not plural) or self._holders.is_beside(noun.lemma, token.start):
            return None
        if noun.plural:
            self.plural.add(token.start)
        name = self.analysis.language.nominative(low)
        gender = None if noun.plural else _GENDERS.get(noun.gender)
        return Mention(start=token.start, end=token.end, text=token.text, type="person", name=name, gender=gender)

    def _body_at(self, index: int) -> Mention | None:
        """The body that a token names without a name, with what belongs to it; None for other words."""
        token, after = self.analysis.tokens[index], index + 1
        if self.words.sort(fold(token.text)) != "B":
            return None
        while after < len(self.analysis.tokens) and self._may_depend(self.analysis.tokens[after].text):
            after += 1
        end = self.analysis.tokens[after - 1].end
        name = self.analysis.language.nominative(fold(token.text)) + self.analysis.text[token.end : end]
        text = self.analysis.text[token.start : end]
        return Mention(start=token.start, end=end, text=text, type="organization", name=name)

    def _may_depend(self, text: str) -> bool:
        word = self.words.look(fold(text))
        return word.noun and "Gen" in word.cases and not word.finite

    def features(self, words: Words) -> tuple[list[Mention], list[list[str]]]:
        """Whom words may mean with what speaks for each; before them for none of these."""
        titled = self._titled(words)
        candidates = self._candidates(words, titled)
        fits = [self._fit(words, mention) for mention in candidates]
        people = [m for m, fit in zip(candidates, fits, strict=True) if m.type == "person" and fit not in ("n", "N")]
        dependents = self._dependents(words)
        question = _Question(
            words,
            words.sort + ("d" if words.data else ""),
            not words.lemmas,
            list(dict.fromkeys(m.name for m in self._recent())),
            {full_name(self.analysis, t.holder) for t in titled},
            {full_name(self.analysis, t.holder) for t in titled if _belong(dependents, t)},
            self._expected(words, candidates),
            len(people) == 1,
            max((self._sightings.count(m) for m in people), default=0),
            self.words.kind((words.lemma, *words.lemmas)) if words.sort in _BODIES else "",
            self.words.fields(words.lemma),
        )
        rows = [self._of_nobody(question)]
        fitting = 0
        for mention, fit in zip(candidates, fits, strict=True):
            rows.append(self._of_candidate(question, mention, fit, fitting))
            fitting += fit != "n"
        return candidates, rows

    def _of_nobody(self, question: _Question) -> list[str]:
        """What speaks for it that words mean nobody whom the article names."""
        words, sort, bare = question.words, question.sort, question.bare
        numbers = "p" if words.plural else "s" if words.plural is False else "?"
        kin = words.lemma in self.classes.relatives
        row = ["0", f"0{sort}", f"0{sort}{bare}", f"0{sort}{numbers}", f"0l{words.lemma}", f"0k{kin}{bare}"]
        if words.itself:
            row.append("0I")
        if words.sort in _ROLES:
            role = self._role(words.lemma)
            row += [f"0R{role}{len(question.titles)}", f"0R{role}{bool(question.exact)}{bare}"]
        return row

    def _role(self, lemma: str) -> str:
        """What a noun for people says of them: ``g`` nothing, ``h`` a title, ``o`` something else."""
        return "g" if lemma in self.classes.anybody else "h" if lemma in self.words.lexicon.titles else "o"

    def _of_candidate(self, question: _Question, mention: Mention, fits: str, fitting: int) -> list[str]:
        """What speaks for somebody whom words may mean.

        Args:
            question: The words.
            mention: Who that is.
            fits: Whether the gender and the number of the words are theirs.
            fitting: How many of those who are nearer fit.
        """
        words, sort, bare = question.words, question.sort, question.bare
        before = self._sightings.nearest(mention, words.at)
        rank = question.recent.index(mention.name) if mention.name in question.recent else -1
        distance, subject, quoted = self._place(before, words.at)
        titled, exact = mention.name in question.titles, mention.name in question.exact
        expected = mention.name == question.expected
        gender, count = gender_of(self.analysis, mention), self._sightings.count(mention)
        said = self._sightings.is_named_in(mention, words.said)
        row = [
            f"t{mention.type[0]}{sort}",
            f"f{fits}{sort}",
            f"d{distance}{sort}",
            f"d{distance}{subject}{sort}",
            f"d{distance}{subject}{rank}",
            f"q{quoted}{distance}",
            f"n{min(fitting, 4)}{sort}",
            f"n{min(fitting, 4)}{rank}{fits}",
            f"m{min(count, 5)}{sort}",
            f"T{titled}{exact}{sort}{bare}",
            f"T{titled}{exact}{rank}{bare}",
            f"L{titled}{words.lemma}",
            f"F{fits}{sort}{subject}",
            f"g{words.noun}{gender}{sort}",
            f"g{words.noun}{gender}{words.lemma}",
            f"E{expected}{sort}",
            f"E{expected}{sort}{bare}",
            f"E{expected}{rank}{distance}",
            f"u{question.only}{sort}",
            f"u{question.only}{sort}{bare}{fits}",
            f"M{count == question.often}{sort}",
            f"M{count == question.often}{sort}{bare}{fits}",
            f"w{said}",
            f"w{said}{sort}",
        ]
        if words.itself:
            row += [f"I{count == question.often}", f"I{count == question.often}{fits}{titled}"]
        if words.sort in _ROLES:
            called = "y" if titled else "o" if self._holders.of(mention.name) else "n"
            same = self._same_field(question.fields, mention)
            row += [f"C{called}", f"R{self._role(words.lemma)}{called}", f"R{same}", f"R{same}{before is None}{expected}"]
        if words.sort == "pro" and words.lemma:
            row += [f"P{distance}{subject}", f"P{subject}{rank}"]
        if question.kind:
            row += self._alike(words, question.kind, mention)
        if words.sort == "Z":
            row += [f"Z{words.lemma}{rank}", f"Z{words.lemma}{rank}{distance}"]
        if words.sort == "S":
            row.append(f"S{fold(mention.name).startswith(words.lemma)}{rank}")
        return row

    def _place(self, mention: Mention | None, at: int) -> tuple[str, str, bool]:
        """How many sentences before an offset a mention stands, whether it is a subject there, and whether in quoted words."""
        if mention is None:
            return "-", "-", False
        gap = self._sightings.number(at) - self._sightings.number(mention.start)
        subject = ("n" if is_nominative(mention) else "o") + ("1" if self._sightings.is_first(mention) else "")
        return str(gap if gap < 3 else 3 if gap < 6 else 6), subject, self._sightings.is_quoted(mention, at)

    def _same_field(self, meant: frozenset[str], mention: Mention) -> str:
        """Whether somebody is called by a word of some fields: ``y``, ``n``, or ``?`` where that is not known."""
        fields = [self.words.fields(head) for title in self._holders.of(mention.name) for head in title.heads]
        if not meant or not any(fields):
            return "?"
        return "n" if meant.isdisjoint(frozenset[str]().union(*fields)) else "y"

    def _alike(self, words: Words, meant: str, mention: Mention) -> list[str]:
        """Whether a body is of the sort that words mean: «ведомство» (the agency) is a ministry, not a company."""
        name = fold(mention.name).split()
        kind = self.words.kind(name) or ("*" if self.words.is_foreign(name[0]) else "")
        same = "y" if kind == meant else "n" if kind else "?"
        named = not mention.name.islower()
        return [f"k{named}{words.sort}", f"K{same}{words.sort}", f"K{meant}{kind}", f"K{same}{meant}", f"K{words.lemma}{kind}"]

    def _expected(self, words: Words, candidates: Sequence[Mention]) -> str | None:
        """The name that the nearest sentence suggests: whoever spoke in it or is its first subject; a document's publisher."""
        publisher = self.publisher if words.sort == "D" else None
        if publisher is not None and any(m.name == publisher.name for m in candidates):
            return publisher.name
        fitting = {m.name for m in candidates if self._fit(words, m) not in ("n", "N")}
        here = self._sightings.number(words.at)
        fallback: str | None = None
        for number in range(here, max(here - _SENTENCES, -1), -1):
            start, end = self._sightings.sentence(number)
            end = min(end, words.at)
            if number == here and words.inverted >= 0:
                continue
            heard = [m.name for m in self.heard[-_HEARD:] if start <= m.start < end and m.name in fitting]
            if heard and number < here:
                return heard[-1]
            near = [m for m in self.analysis.mentions_in(start, end) if full_name(self.analysis, m) in fitting]
            near = [m for m in near if not self._sightings.is_quoted(m, words.at)]
            subject = next((m for m in near if is_nominative(m)), None)
            if subject:
                return full_name(self.analysis, subject)
            if heard:
                return heard[-1]
            if near and fallback is None:
                fallback = full_name(self.analysis, near[-1])
        last = self.heard[-1].name if self.heard else None
        return last if last in fitting else fallback

    def _fit(self, words: Words, mention: Mention) -> str:
        """Whether the gender and the number of words are somebody's: ``y``, ``n``, or ``?`` where it does not show."""
        several = mention.start in self.plural or f" {self.classes.conjunction} " in mention.name
        if words.plural is not None and several != words.plural:
            return "N" if mention.type == "person" else "?"
        if mention.type != "person":
            if _is_neuter(words):
                return "y"
            head = self.words.look(fold(mention.name.split()[0]))
            return "?" if not words.gender or not head.noun else "y" if head.gender == words.gender else "n"
        own = gender_of(self.analysis, mention)
        return "?" if not words.gender or not own else "y" if own == words.gender else "n"

    def _dependents(self, words: Words) -> list[str]:
        lemmas = map(self.words.place_of, words.lemmas)
        return [stem_of(m) for m in lemmas if m not in self.classes.places and m not in self.words.lexicon.titles]

    def _titled(self, words: Words) -> list[Title]:
        """The titles of the people whom the article calls as the words do, or by a title with the same meaning."""
        if words.sort not in _ROLES:
            return []
        titles = self.words.lexicon.titles
        synonyms = frozenset[str]().union(*(titles.get(lemma, ()) for lemma in (words.lemma, *words.lemmas)))
        found = self._holders.called((words.lemma, *sorted(synonyms)), words.at)
        dependents = self._dependents(words)
        if not dependents:
            return found
        # «главный тренер команды» (of the team) may be «тренер „Волги“» (of Volga)
        begins, places = tuple(dependents), self.classes.places
        return [t for t in found if t.rest <= places or any(word.startswith(begins) for word in t.rest | t.heads)]


def _is_neuter(words: Words) -> bool:
    """Whether words are a pronoun that means no person."""
    return words.sort == "pro" and words.gender == NEUTER


def _belong(dependents: Sequence[str], title: Title) -> bool:
    """Whether a title has a word for each of some beginnings."""
    return all(any(word.startswith(dependent) for word in title.rest | title.heads) for dependent in dependents)
