"""Who speaks: the words that name the speaker of a cue, and whom they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from newsfacts import Analysis, Mention
from newsfacts.linear import LinearModel, choose
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.documents import Documents
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import full_name, is_nominative
from newsfacts_quotes.naming import Naming
from newsfacts_quotes.naming_words import Candidate, NamingWords
from newsfacts_quotes.noun_phrases import NounPhrases
from newsfacts_quotes.referents import NEUTER, Referents, Words
from newsfacts_quotes.sentence_units import SentenceUnits, Unit
from newsfacts_quotes.speaker_candidates import SpeakerCandidates
from newsfacts_quotes.trail import Trail

__all__ = ["Speakers", "dropped", "resolved", "spans_of"]

# Words mean nobody who is named where that is likelier than this; less is enough for those that make a name of their own.
_NAMED_BY_ITSELF = 0.6
_OWN_NAME = 0.5
# The score of what cannot be, in hundredths of the log odds.
_NEVER = -1_000_000
# What is a subject, or an object, depends on no preposition.
_UNGOVERNED = "-go"
_APPOSITION = (",", "—")
# A body, the place where it speaks, or what is quoted as its name.
_CITERS = frozenset("OBCQ")
_JOINTS = (*_APPOSITION, "and")
# What a name may be apposed to: a living being, a source, one of a group, and where no form shows what lives, any noun.
_APPOSED = frozenset("ASMN")
# Words of these sorts name nobody by themselves.
_UNNAMED = frozenset(("pro", "rel", "A", "B", "D", "C", "S"))


class Speakers:
    """Finds the speakers of an article, which are to be asked for in the order of the text.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
        models: The models of the decisions ``speaker`` and ``referent``.
        trail: Where the decisions are kept while the article is explained.

    Attributes:
        referents: Who spoke and was named so far.
    """

    def __init__(
        self, analysis: Analysis, words: WordLookup, models: Mapping[str, LinearModel], trail: Trail | None = None
    ) -> None:
        self.analysis = analysis
        self.words = words
        self.referents = Referents(analysis, words)
        self._models = models
        self._trail = trail
        self._phrases = NounPhrases(analysis, words)
        self._naming = Naming(analysis, words)
        self._documents = Documents(analysis, words)

    def candidates(self, sentence: SentenceUnits, cues: Sequence[Cue]) -> SpeakerCandidates:
        """The words of a sentence that may name a speaker."""
        return SpeakerCandidates(NamingWords(self.analysis, sentence, cues, self._phrases, self.words))

    def of(
        self,
        candidates: SpeakerCandidates,
        cue: Cue,
        anchor: str,
        contents: Sequence[tuple[int, int]],
        around: tuple[int, int] | None = None,
    ) -> tuple[Mention | None, float]:
        """The speaker of a cue, None where nobody is named, and how likely that is.

        Args:
            candidates: The words of the cue's sentence.
            cue: The cue.
            anchor: What it attributes.
            contents: The units of what was said.
            around: The units of what another cue attributes, where this one is among them.
        """
        model = self._models["speaker"]
        found, rows = candidates.features(cue, anchor, contents, around)
        self.note_citer(candidates, cue, found)
        if cue.verb is not None and cue.verb.mood == "participle":  # it belongs to the noun before it
            number, chance = candidates.expected(cue, anchor, found) + 2, 1.0
            if number == 1:
                number = 0  # there is none
        else:
            scores = [model.total(row) for row in rows]
            if candidates.has_subject(cue, found):
                scores[0] = _NEVER
            number, chance = choose(scores)
        if self._trail:
            self._trail.speaks(candidates.sentence, cue, found, rows, model, number)
        if number == 0:
            return None, chance
        sentence = candidates.sentence
        said = spans_of(sentence, contents)
        if number == 1:
            mention, sure = self.meant(dropped(sentence, cue, anchor, said), None)
            return mention, chance * sure
        chosen = found[number - 2]
        mention, sure = self.named(candidates, resolved(sentence, found, number - 2, contents), cue, said)
        if mention is not None and chosen.sort == "rel" and not self.words.grammar.declines:
            unit = sentence.units[chosen.phrase.head]  # it names the speaker here as any pronoun does
            mention = evolve(mention, start=unit.start, end=unit.end, text=sentence.text(chosen.phrase.head))
        return mention, chance * sure

    def _interrupted(self, sentence: SentenceUnits, candidate: Candidate, cue: Cue) -> Sequence[Unit]:
        """The unit before an inserted cue with a pronoun: «Кравцов, по его словам, …» (in his words, of another one)."""
        inserted = cue.first <= candidate.phrase.head <= cue.last and sentence.low(cue.first - 1) == ","
        return sentence.units[max(cue.first - 2, 0) : cue.first - 1] if inserted else ()

    def _objects(self, sentence: SentenceUnits, candidate: Candidate, cue: Cue) -> Iterator[Unit]:
        """The people whom a verb has beside its subject: «напарник крикнул Орлову» (the mate shouted to Orlov, of another).

        A name before the subject may have one form for all cases («передал Форбс губернатор»: the governor told Forbes).
        """
        if not self.words.grammar.declines or cue.verb is None:
            return
        for at in range(sentence.left_edge(cue.first), sentence.clause_end(cue.last + 1)):
            mention, between = sentence.units[at].mention, cue.last < at < candidate.phrase.first
            if mention and mention.type == "person" and (between or not is_nominative(mention)):
                yield sentence.units[at]

    def note_citer(self, candidates: SpeakerCandidates, cue: Cue, found: Sequence[Candidate]) -> None:
        """Remember the body that cites somebody: «сообщение» (the message) after it may be its own."""
        if cue.kind != "citing":
            return
        citer = next((c for c in found if c.sort in _CITERS and c.nominative != "n" and c.governed == "-"), None)
        if citer is not None:
            self.referents.publisher = self._naming.mention(candidates.sentence, citer, True)

    def named(
        self, candidates: SpeakerCandidates, candidate: Candidate, cue: Cue, said: Sequence[tuple[int, int]]
    ) -> tuple[Mention | None, float]:
        """Whom a candidate means, and how likely that is."""
        sentence = candidates.sentence
        if document := self._document_before(sentence, candidate, cue):
            return document, 1.0
        own = self._own(sentence, candidate, cue)
        if not self.is_unnamed(candidate) or self._is_new(sentence, candidate):
            return own, 1.0
        words = self.words_of(sentence, candidate, cue, said)
        if own is None:
            mention, sure = self.meant(words, None)
            unit, text = sentence.units[candidate.phrase.head], sentence.text(candidate.phrase.head)
            return mention and evolve(mention, start=unit.start, end=unit.end, text=text), sure
        classes = self.words.lexicon.words
        owned = sentence.low(candidate.phrase.first) in classes.possessives
        if owned and candidate.sort == "A" and not self.referents.is_called(words):
            return own, 1.0  # «his father»
        if words.lemma in classes.variations and not self.referents.is_called(words):
            mention, sure = self.referents.suggested(words) or own, _OWN_NAME
        else:
            mention, sure = self.meant(words, own)
        if own.type == "document":
            return evolve(own, name=(mention or own).name), sure
        return evolve(mention or own, start=own.start, end=own.end, text=own.text), sure

    def _is_new(self, sentence: SentenceUnits, candidate: Candidate) -> bool:
        """Whether words mean nobody named before: «an official», «one former aide», «the study», which no body issued."""
        classes = self.words.lexicon.words
        if candidate.sort == "D" and classes.issued:
            owned = any(u.low in classes.possessives for u in sentence.units[candidate.phrase.first : candidate.phrase.head])
            return not owned and self.words.look(sentence.low(candidate.phrase.head)).lemma not in classes.issued
        return sentence.low(candidate.phrase.first) in classes.indefinite

    def _document_before(self, sentence: SentenceUnits, candidate: Candidate, cue: Cue) -> Mention | None:
        """The document that was named before, where something is said in it.

        «В ней говорится» (in it, it is said), «в документе сказано», «согласно документу» (in, according to the document).
        """
        phrase, classes = candidate.phrase, self.words.lexicon.words
        unit, before = sentence.units[phrase.head], sentence.low(phrase.head - 1)
        if cue.verb is not None and cue.verb.mood != "passive":
            return None
        name: str | None = None
        if cue.verb is not None and candidate.sort == "pro" and (before in classes.locative or before == classes.partition):
            name = self._documents.name_before(unit.start, candidate.gender, candidate.plural)
        elif candidate.sort == "D" and phrase.last == phrase.head and self.words.look(unit.low).lemma in classes.papers:
            name = self._documents.name_before(unit.start, None, None)
        if name is None:
            return None
        return Mention(start=unit.start, end=unit.end, text=sentence.text(phrase.head), type="document", name=name)

    def own(self, candidates: SpeakerCandidates, candidate: Candidate, cue: Cue) -> Mention | None:
        """The mention that a candidate's own words make; None for «there», and for a pronoun that stands for no document."""
        sentence = candidates.sentence
        return self._document_before(sentence, candidate, cue) or self._own(sentence, candidate, cue)

    def _own(self, sentence: SentenceUnits, candidate: Candidate, cue: Cue) -> Mention | None:
        if candidate.sort in ("pro", "rel") or sentence.low(candidate.phrase.head) in self.words.lexicon.words.there:
            return None
        nominative: bool | None = candidate.nominative != "n" and candidate.governed in _UNGOVERNED
        if cue.verb is None:
            nominative = False if cue.kind == "phrase" else None  # a label is in any case
        own = self._naming.mention(sentence, candidate, nominative)
        if own and candidate.plural:
            self.referents.plural.add(own.start)
        return own

    def is_unnamed(self, candidate: Candidate) -> bool:
        """Whether a candidate's words name nobody by themselves."""
        several = bool(candidate.plural) and candidate.sort != "pro"
        return candidate.sort in _UNNAMED and not candidate.phrase.name and not several

    def meant(self, words: Words, own: Mention | None) -> tuple[Mention | None, float]:
        """Whom words mean that name nobody, and how likely that is.

        Args:
            words: The words.
            own: The mention that they make by themselves.
        """
        model = self._models["referent"]
        found, rows = self.referents.features(words)
        number, chance = choose([model.total(row) for row in rows], _NAMED_BY_ITSELF if own is None else _OWN_NAME)
        if self._trail:
            self._trail.means(found, rows, model, number)
        return (found[number - 1] if number else own), chance

    def words_of(self, sentence: SentenceUnits, candidate: Candidate, cue: Cue, said: Sequence[tuple[int, int]]) -> Words:
        """What a candidate shows of whom it means."""
        phrase, sort = candidate.phrase, candidate.sort
        unit = sentence.units[phrase.head]
        look, classes = self.words.look, self.words.lexicon.words
        beside = [u for u in sentence.units[phrase.first : phrase.last + 1] if u is not unit and u.low not in classes.articles]
        owned = sort == "D" and any(u.low in classes.possessives or look(u.low).lemma == classes.own for u in beside)
        edge = sentence.left_edge(cue.first)
        inverted = sentence.start if edge > 0 and phrase.head > cue.last else -1
        if owned and (owner := self._owner(beside)):
            return Words("pro", unit.start, gender=owner, plural=False, inverted=inverted, said=said)
        if unit.low in classes.there:
            return Words("pro", unit.start, gender=NEUTER, inverted=inverted, said=said)
        if issuer := self._issuer(sentence, candidate):
            word = look(issuer.low)
            rest = [look(u.low).lemma for u in sentence.units[phrase.head + 1 : phrase.last + 1] if u is not issuer]
            return Words("A", issuer.start, word.lemma, rest, plural=False, said=said, noun=word.gender)
        named = [*beside, *self._interrupted(sentence, candidate, cue), *self._objects(sentence, candidate, cue)]
        others = frozenset([full_name(self.analysis, u.mention) for u in named if u.mention])
        itself = not classes.itself.isdisjoint((sentence.low(phrase.first - 1), sentence.low(phrase.first)))
        words = Words(sort, unit.start, plural=candidate.plural, inverted=inverted, said=said, beside=others, itself=itself)
        if owned:
            return words._replace(sort="Z")
        own = look(unit.low)
        if sort == "pro":
            data = cue.verb is None and look(sentence.low(cue.last)).lemma in classes.documents
            lemma = own.lemma if unit.low in classes.demonstratives else ""
            return words._replace(lemma=lemma, gender=candidate.gender, data=data, owns=cue.verb is None)
        words = words._replace(lemma=own.lemma, lemmas=self._depending(candidate, beside))
        if sort == "A":
            return words._replace(gender=cue.verb.gender if cue.verb else candidate.gender, noun=own.gender)
        return words._replace(gender=own.gender)

    def _depending(self, candidate: Candidate, beside: Sequence[Unit]) -> list[str]:
        """The lemmas of the words beside a head; «the Oslo-based company» is the company."""
        depending = [unit for unit in beside if not unit.low[0].isdigit()]
        if candidate.sort == "B" and not self.words.grammar.declines:
            depending = [u for u in depending if not u.is_word or not self.words.look(u.low).modifier]
        return [self.words.look(u.low).lemma if u.is_word else u.low for u in depending]

    def _issuer(self, sentence: SentenceUnits, candidate: Candidate) -> Unit | None:
        """The role of whoever issued a document: «заявление мэра» (the mayor's statement); None where it is named or a body."""
        units = sentence.units[candidate.phrase.head + 1 : candidate.phrase.last + 1]
        if candidate.sort != "D" or any(u.mention or u.quotation for u in units):
            return None
        role = next((u for u in units if self.words.look(u.low).noun), None)
        if role is None or self.words.sort(role.low) != "A" or self.words.look(role.low).oblique_plural:
            return None
        return role

    def _owner(self, units: Sequence[Unit]) -> str | None:
        """The gender of whoever has a document, where the pronoun shows it («its annual report»)."""
        genders = (self._phrases.pronoun(unit.low) for unit in units)
        return next((gender for gender in genders if gender and gender != "Plur"), None)


def resolved(
    sentence: SentenceUnits, candidates: Sequence[Candidate], number: int, contents: Sequence[tuple[int, int]]
) -> Candidate:
    """A candidate, or the one that the grammar of the sentence says it is.

    A relative pronoun is the noun before it; a role beside a comma is the name that is apposed to it («Анна Белова, врач и
    блогер, сказала»: a doctor and blogger; «по словам врача, Ивана Белова»: the doctor).
    """
    candidate = candidates[number]
    if candidate.sort == "rel":
        return next((c for c in reversed(candidates[:number]) if c.sort != "pro"), candidate)
    if candidate.sort not in _APPOSED or candidate.phrase.name:
        return candidate
    last, nominative = candidate.phrase.last, candidate.nominative == "n"
    for after in candidates[number + 1 :]:
        if sentence.code(last + 1) not in _JOINTS or not _adjoins(sentence, last + 2, after.phrase.first):
            break
        if any(start <= after.phrase.head < end for start, end in contents):
            break  # «Как сказал врач, Орлов, который лечится дома, …» (as the doctor said, Orlov, who …)
        if (after.nominative == "n") != nominative:
            break
        last = after.phrase.last
        if _names(after):
            if not sentence.units[last + 1].is_word if last + 1 < len(sentence) else True:
                return after
            break
    if candidate.sort == "N":
        return candidate
    before = candidates[number - 1] if number else None
    first = candidate.phrase.first
    if before and _names(before) and before.phrase.last == first - 2 and sentence.low(first - 1) in _APPOSITION:
        return before if before.nominative != "n" and candidate.nominative != "n" else candidate
    return candidate


def _adjoins(sentence: SentenceUnits, start: int, end: int) -> bool:
    """Whether there are only modifiers between two units («один из зрителей, 62-летний Иван Орлов»: aged 62)."""
    return start <= end and all(sentence.code(i) in ("adj", "part") for i in range(start, end))


def _names(candidate: Candidate) -> bool:
    return candidate.phrase.name is not None


def spans_of(sentence: SentenceUnits, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where some stretches of units begin and end in the text."""
    return [(sentence.units[start].start, sentence.units[end - 1].end) for start, end in stretches]


def dropped(sentence: SentenceUnits, cue: Cue, anchor: str, said: Sequence[tuple[int, int]]) -> Words:
    """What a cue, or the way words stand that have none, shows of a speaker that is not named."""
    at = sentence.units[min(max(cue.head, 0), len(sentence) - 1)].start
    if cue.verb is None:
        return Words("Z", at, anchor, said=said)
    plural = cue.verb.number == "Plur" if cue.verb.number else None
    return Words("Z", at, cue.verb.mood, gender=cue.verb.gender, plural=plural, said=said)
