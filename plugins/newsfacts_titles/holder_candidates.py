"""Who may hold a title: the persons that it is paired with, and what all its pairs share."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import islice

from attrs import frozen

from newsfacts_titles.gaps import Gaps
from newsfacts_titles.text_units import TitlePhrase
from newsfacts_titles.title_index import TitleIndex
from newsfacts_titles.traits import PERSON, RoleNoun, Traits
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["HolderCandidates", "TitleView"]

# The mentions around a title whose persons are candidates, the nearest after it first; a plural has more holders.
_OFFSETS = (0, -1, 1, -2, 2, -3)
_OFFSETS_OF_PLURAL = (*_OFFSETS, 3, 4, 5, 6, 7)
_MOST = 4
_MOST_OF_PLURAL = 12
# How many of the most named persons are candidates for every title.
_FAMOUS = 2
# Titles of so many tokens are one to the features.
_LONG = 4
# The longest gap between a name and a title in brackets or after a dash.
_LONGEST_TIE = 4
_BLANKS = " \u00a0"
_DASHES = frozenset(("—", "–", "-"))
# What follows the last word of a text, and any person's name.
_END = Traits("", "^", "$", "$", "")
_NAME = Traits("", PERSON, PERSON, PERSON, PERSON)


@frozen(kw_only=True, eq=False)
class TitleView:
    """A title and what is around it, whoever holds it.

    Attributes:
        number: Its number.
        title: The phrase.
        role: Its role noun.
        sentence: The number of its sentence.
        end: Where its sentence ends.
        at: The first mention that begins after its start.
        size: How many tokens it has, up to four.
        length: Whether it has one (1) or more (2).
        kind: The role noun's group, and the length.
        plural: p for what several persons may hold, s for what one does.
        nested: n for a phrase that lies within another one.
        follower: The mention that follows its series at once, or None.
        key_before: The key of the word before it.
        key_after: The key of the word after it.
        category_after: That word's category.
        pronoun: The first personal pronoun of its sentence, if it stands before the title.
        is_new: Whether an indefinite article before it names somebody new, whom no pronoun means.
        owns: Whether it is an owner («the president's adviser»).
    """

    number: int
    title: TitlePhrase
    role: RoleNoun
    sentence: int
    end: int
    at: int
    size: int
    length: str
    kind: str
    plural: str
    nested: str
    follower: int | None
    key_before: str
    key_after: str
    category_after: str
    pronoun: str
    is_new: bool
    owns: bool

    def excludes(self, standing: str) -> bool:
        """Whether nobody who stands so to the title can hold it: one named elsewhere, or after what an owner has."""
        return (self.is_new and standing[0] in "PLX") or (self.owns and standing[0] == "A")


class HolderCandidates:
    """The persons that titles are paired with.

    Args:
        index: The titles and names.
        gaps: What stands between them.
        vocabulary: What is known of words.

    Attributes:
        index: Likewise.
        gaps: Likewise.
        mentions: The persons and their mentions.
    """

    def __init__(self, index: TitleIndex, gaps: Gaps, vocabulary: Vocabulary) -> None:
        self.index = index
        self.gaps = gaps
        self.mentions = index.mentions
        self._vocabulary = vocabulary

    def view(self, number: int) -> TitleView:
        """What the pairs of one title share."""
        title, role, analysis = self.index.titles[number], self.index.titles[number].role, self.mentions.analysis
        number_of_sentence = self.mentions.sentence_at(title.start)
        sentence = analysis.sentences[number_of_sentence]
        size = min(title.last - title.first, _LONG)
        length = "1" if size == 1 else "2"
        after = self._after(title)
        key_before, pronoun = self.gaps.key(title.first - 1), self.gaps.pronoun(sentence.start, title.first)
        lexicon = self._vocabulary.lexicon
        return TitleView(
            number=number,
            title=title,
            role=role,
            sentence=number_of_sentence,
            end=sentence.end,
            at=bisect_left(self.mentions.starts, title.start),
            size=size,
            length=length,
            kind=role.group + length,
            plural="p" if title.shared else "s",
            nested="n" if self.index.is_nested(number) else "",
            follower=self.index.follower.get(number),
            key_before=key_before,
            key_after=after.key,
            category_after=after.category,
            pronoun=pronoun,
            is_new=key_before in lexicon.indefinite and not pronoun,
            owns=self._vocabulary.grammar.nouns_modify and any(case == "Gen" for case, _ in role.cases),
        )

    def _after(self, title: TitlePhrase) -> Traits:
        """The word after a title; all names are one."""
        tokens = self.mentions.analysis.tokens
        if title.last == len(tokens):
            return _END
        token = tokens[title.last]
        return _NAME if token.start in self.mentions.at else self._vocabulary.traits(token.text)

    def of(self, view: TitleView) -> list[int]:
        """The persons that may hold a title: those of its sentence, those named before, the most named."""
        owner, starts = self.mentions.owner, self.mentions.starts
        found: dict[int, None] = {}
        for offset in _OFFSETS_OF_PLURAL if view.title.shared else _OFFSETS:
            near = view.at + offset
            if 0 <= near < len(owner) and starts[near] < view.end:
                found[owner[near]] = None
        found.update(dict.fromkeys(islice(self.index.bearers.get(view.role.lemma, ()), _MOST)))
        found.update(dict.fromkeys(self.mentions.ranked[:_FAMOUS]))
        return list(found)[: _MOST_OF_PLURAL if view.title.shared else _MOST]

    def tied(self, view: TitleView) -> int | None:
        """The person whose name a title follows in brackets or after a dash («Иванов (министр)», «Иванов — министр»).

        After a dash it is not that person's where another name follows it at once.
        """
        first = self.index.titles[self.index.series[view.number][0]].start
        before = bisect_left(self.mentions.starts, first) - 1
        if before < 0 or first - self.mentions.ends[before] > _LONGEST_TIE or view.title.shared:
            return None
        gap = self.mentions.analysis.text[self.mentions.ends[before] : first]
        mark = gap.strip(_BLANKS)
        if mark == "(" or (mark in _DASHES and gap != mark and view.follower is None):
            return self.mentions.owner[before]
        return None

    def bound(self, view: TitleView) -> int | None:
        """The person that a title can only be, by the words between, or None.

        Whom somebody appoints («назначил советником Орлова»), and whose past is told («Орлов, в прошлом министр, …»).
        """
        title, owner, agreement = view.title, self.mentions.owner, self.index.agreement
        if title.shared:
            return None
        if title.appoints and view.follower is not None:
            return owner[view.follower]
        if title.lead == title.first:
            return None
        if view.follower is not None:
            return None if agreement(title, view.follower) == "#" else owner[view.follower]
        return self._whose_past(view)

    def _whose_past(self, view: TitleView) -> int | None:
        """The person beside a comma before or after a title of the past, or the only one named before it in its sentence."""
        title, mentions, tokens = view.title, self.mentions, self.mentions.analysis.tokens
        before = [m for m in range(max(0, view.at - _MOST), view.at) if mentions.sentence_of[m] == view.sentence]
        after = bisect_left(mentions.starts, title.end)
        if before and mentions.ends[before[-1]] == tokens[title.lead - 1].start:
            before = before[-1:]
        elif (
            after < len(mentions.starts)
            and self.gaps.key(title.last) == ","
            and tokens[title.last + 1].start == mentions.starts[after]
        ):
            return mentions.owner[after]
        fitting = {mentions.owner[m] for m in before if self.index.agreement(title, m) != "#"}
        return fitting.pop() if len(fitting) == 1 else None

    def follows(self, view: TitleView, mention: int) -> bool:
        """Whether a name follows a title at once, or a plural in an enumeration of names."""
        if view.follower is None or not view.title.shared:
            return mention == view.follower
        return self.mentions.chain[mention] == self.mentions.chain[view.follower]

    def is_listed(self, view: TitleView, mention: int) -> bool:
        """Whether a name is one of those that a sentence gives for a plural, or the one that it gives for one of them.

        They stand behind a dash («среди авторов — | Орлов и Белов») or a verb («защитниками выступили | Орлов и Белов», «одним
        из защитников был | Орлов»).
        """
        title, lexicon, tokens = view.title, self._vocabulary.lexicon, self.mentions.analysis.tokens
        if title.last + 1 >= len(tokens):
            return False
        first = self.mentions.at.get(tokens[title.last + 1].start)
        if first is None or self.mentions.chain[mention] != self.mentions.chain[first] or mention < first:
            return False
        if tokens[title.last].text in _DASHES:
            if not title.shared:
                return False
            before = (self.gaps.key(title.first - 2), view.key_before)
            return any(before[-len(words) :] == words for words in lexicon.among)
        return title.role.stands_apart and self.gaps.key(title.last) in lexicon.presenting

    def is_barred(self, view: TitleView, mention: int) -> bool:
        """Whether the words around a mention in a title's sentence show that it is not the holder's.

        That is a name in another case behind the title («указом губернатора | Анна Белова награждена»), any name further
        behind a title that decrees («согласно указу губернатора, …»), whom the holder does something to («Министр повысил |
        Анну Белову»), and who says the rest of the sentence («по словам Орловой, депутат …»).
        """
        title, start = view.title, self.mentions.starts[mention]
        if mention != view.follower and self.mentions.owner[mention] in self._acted_on:
            tail = self.index.tail(title)
            acting = self._acted_on[self.mentions.owner[mention]]
            if any(lemma == view.role.lemma and (not tail or not other or tail == other) for lemma, other in acting):
                return True
        if start >= view.end or self.mentions.sentence_of[mention] != view.sentence:
            return False
        if start < title.start:
            return self._says(view, mention) or self._appoints(view, mention)
        if mention == self.index.owner.get(view.number):
            return self.index.agreement(title, mention) == "#"
        is_ordering = view.key_before in self._vocabulary.lexicon.orders
        if mention == view.follower:
            if is_ordering and ("Gen", "Sing") in title.role.cases and not self.index.may_belong(mention):
                return True
            return not title.appoints and self.index.clashes(title, mention)
        if start < title.end or title.shared:
            return False
        return is_ordering or self._is_acted_on(title, mention)

    @cached_property
    def _acted_on(self) -> dict[int, list[tuple[str, set[str]]]]:
        """By persons to whom somebody does something, the role noun and the tail of who does it, who is another elsewhere."""
        mentions = self.mentions
        found: dict[int, list[tuple[str, set[str]]]] = defaultdict(list)
        for title in self.index.titles:
            mention = bisect_left(mentions.starts, title.end)
            if (
                mention < len(mentions.starts)
                and mentions.sentence_of[mention] == mentions.sentence_at(title.start)
                and self._is_acted_on(title, mention)
            ):
                found[mentions.owner[mention]].append((title.role.lemma, self.index.tail(title)))
        return found

    def _is_acted_on(self, title: TitlePhrase, mention: int) -> bool:
        """Whether a mention behind a title in its clause is the object of what the title's holder does."""
        analysis = self.mentions.analysis
        between = range(title.last, analysis.token_index(self.mentions.starts[mention]))
        if any(not analysis.tokens[index].text[0].isalpha() for index in between):
            return False
        verb = next((index for index in between if self.gaps.is_verb(index)), None)
        if verb is None or self.gaps.key(verb) in self._vocabulary.lexicon.copulas:
            return False
        return ("Nom", "Sing") in title.role.cases and self.index.is_oblique(mention)

    def _says(self, view: TitleView, mention: int) -> bool:
        """Whether a mention is in the clause that a sentence begins with to tell who says what follows, the title too.

        In apposition to the name the title is set apart on both sides («по словам Орловой, депутата думы, …»).
        """
        analysis, title = self.mentions.analysis, view.title
        first = analysis.token_index(analysis.sentences[view.sentence].start)
        comma = analysis.token_index(self.mentions.ends[mention])
        if title.first <= comma or not self._gives_account(first):
            return False
        if [index for index in range(first, comma + 1) if self.gaps.key(index) == ","] != [comma]:
            return False
        closing = self.index.titles[self.index.series[view.number][1]].last
        return title.lead > comma + 1 or self.gaps.key(closing) != ","

    def _appoints(self, view: TitleView, mention: int) -> bool:
        """Whether a mention before a title is that of who appoints its holder («Орлова утвердила нового директора»).

        A title behind a noun for a post is that of whom somebody appoints («Орлову утвердили в должности | директора»).
        """
        title, lexicon = view.title, self._vocabulary.lexicon
        clause = self.mentions.analysis.token_index(self.mentions.ends[mention])
        if title.role.stands_apart or view.key_before in lexicon.posts:
            return False
        if self._is_object(clause, title):
            return True
        return self.gaps.appointed_between(clause, title.first, lexicon.appointing)

    def _is_object(self, verb: int, title: TitlePhrase) -> bool:
        """Whether a title is the object of the verb at a token right behind its subject («Орлова представила | директора»)."""
        lexicon = self._vocabulary.lexicon
        between = {self.gaps.key(index) for index in range(verb + 1, title.first)}
        if verb >= title.first or between - lexicon.acting or not self.gaps.is_verb(verb):
            return False
        if not any(case == "Acc" for case, _ in title.role.cases):
            return False
        return self.gaps.key(verb) not in lexicon.copulas | lexicon.held | lexicon.taken | lexicon.presenting

    def _gives_account(self, first: int) -> bool:
        """Whether «по словам», «как заявил» or the like begin with a token."""
        key, after = self.gaps.key(first), self.gaps.key(first + 1)
        lexicon = self._vocabulary.lexicon
        if key in lexicon.accounting:
            return after in lexicon.accounts
        return key in lexicon.saying and self.gaps.is_verb(first + 1)
