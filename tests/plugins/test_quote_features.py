"""What may be decided about a sentence, and what speaks for it: cues, places, candidates, and their features.

Sentences are the last one of their text. Features are compared whole: one that is missing, or one too many, is a change of what
the models were trained on.
"""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.content_features import ContentFeatures
from newsfacts_quotes.contents import Contents, Place
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.quotations import Before, Quotations, anchor_of, without_cue
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speaker_candidates import SpeakerCandidates
from newsfacts_quotes.speakers import Speakers, dropped, resolved
from newsfacts_quotes.verbatim import find_segments

WORDS = word_lookup(RUSSIAN)


class Scene:
    """The last sentence of a text, English if it is in ASCII, with what may be decided in it."""

    def __init__(self, text: str) -> None:
        language = ENGLISH if text.isascii() else RUSSIAN
        self.analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
        self.lookup = word_lookup(language)
        self.segments = list(find_segments(self.analysis, self.lookup))
        segment = self.segments[-1]
        self.sentence = SentenceUnits(self.analysis, self.lookup, segment.bounds, segment.verbatims)
        self.cues = find_cues(self.sentence, self.lookup)
        self.contents = Contents(self.sentence, self.cues, self.lookup, len(self.segments) == 1)
        self.features = ContentFeatures(self.contents, self.lookup)
        self.speakers = Speakers(self.analysis, self.lookup, {})

    def words(self, first: int, last: int) -> str:
        """The units between two indices, both included."""
        units = self.sentence.units
        return self.analysis.text[units[first].start : units[last].end]

    def cue(self, words: str) -> Cue:
        """The cue with such words; without words, the place of a speaker whom no cue names."""
        if not words:
            return without_cue(self.sentence, self.sentence.codes.index("Q"))
        return next(c for c in self.cues if self.words(c.first, c.last) == words)

    def start(self, cue: Cue, word: str) -> Place:
        """The place before a word where what a cue attributes may begin."""
        return next(p for p in self.contents.starts(cue) if self.first_word(p) == word)

    def first_word(self, place: Place) -> str:
        return self.sentence.text(place.at) if place.at >= 0 else "←"

    def anchor(self, cue: Cue, quoted: bool) -> str:
        index = self.sentence.codes.index("Q") if quoted else 0
        return anchor_of(self.sentence, index, quoted, cue)

    def candidates(self) -> SpeakerCandidates:
        return self.speakers.candidates(self.sentence, self.cues)


def verbatims_of(text):
    scene = Scene(text)
    return [(v.form, text[v.inner_start : v.inner_end]) for segment in scene.segments for v in segment.verbatims]


def codes_of(text):
    scene = Scene(text)
    return " ".join(f"{unit.low}/{code}" for unit, code in zip(scene.sentence.units, scene.sentence.codes, strict=True))


def cues_of(text):
    scene = Scene(text)
    return [(scene.words(c.first, c.last), c.kind) for c in scene.cues]


def starts_of(text, cue):
    scene = Scene(text)
    return [(scene.first_word(p), p.number) for p in scene.contents.starts(scene.cue(cue))]


def ends_of(text, cue, start):
    scene = Scene(text)
    own = scene.cue(cue)
    return [(scene.sentence.text(p.at - 1), p.number) for p in scene.contents.ends(own, scene.start(own, start).at)]


def none_features_of(text, cue):
    scene = Scene(text)
    return " ".join(scene.features.of_none(scene.cue(cue)))


def start_features_of(text, cue, start):
    scene = Scene(text)
    own = scene.cue(cue)
    return " ".join(scene.features.of_start(own, scene.start(own, start)))


def end_features_of(text, cue, start, end):
    scene = Scene(text)
    own = scene.cue(cue)
    first = scene.start(own, start)
    last = next(p for p in scene.contents.ends(own, first.at) if scene.sentence.text(p.at - 1) == end)
    return " ".join(scene.features.of_end(own, first, last))


def quoted_features_of(text, row):
    scene = Scene(text)
    before = Before()
    for segment in scene.segments[:-1]:
        sentence = SentenceUnits(scene.analysis, scene.lookup, segment.bounds, segment.verbatims)
        before.note(sentence, find_cues(sentence, scene.lookup), text, segment.verbatims)
    quotations = Quotations(scene.sentence, scene.cues, scene.lookup, text, before, ())
    return " ".join(quotations.features(scene.sentence.codes.index("Q"))[row])


def candidates_of(text):
    scene = Scene(text)
    found = []
    for c in scene.candidates().naming.all:
        phrase = scene.words(c.phrase.first, c.phrase.last)
        shown = {None: "?", "Masc": "m", "Fem": "f", "Neut": "n"}[c.gender] + {None: "?", True: "p", False: "s"}[c.plural]
        found.append((phrase, c.phrase.name.name if c.phrase.name else "", f"{c.sort} {c.nominative} {c.governed} {shown}"))
    return found


def expected_of(text, cue):
    scene = Scene(text)
    own, candidates = scene.cue(cue), scene.candidates()
    found = candidates.of(own)
    number = candidates.expected(own, scene.anchor(own, "«" in text), found)
    return scene.words(found[number].phrase.first, found[number].phrase.last) if number >= 0 else None


def speaker_features_of(text, cue, words):
    scene = Scene(text)
    own, candidates = scene.cue(cue), scene.candidates()
    found, rows = candidates.features(own, scene.anchor(own, "«" in text), [])
    heads = ["nobody", "unnamed", *(scene.sentence.text(c.phrase.head) for c in found)]
    return " ".join(rows[heads.index(words)])


def resolved_of(text, words):
    scene = Scene(text)
    found = scene.candidates().naming.all
    heads = [scene.sentence.text(c.phrase.head) for c in found]
    phrase = resolved(scene.sentence, found, heads.index(words), []).phrase
    return scene.words(phrase.first, phrase.last)


def referents_of(text, cue, words):
    scene = Scene(text)
    own = scene.cue(cue)
    if not words:
        shown = dropped(scene.sentence, own, "q", [])
    else:
        candidate = next(c for c in scene.candidates().naming.all if scene.sentence.text(c.phrase.head) == words)
        shown = scene.speakers.words_of(scene.sentence, candidate, own, [])
    for mention in scene.analysis.mentions:
        if mention.end <= scene.sentence.start and mention.type == "person":
            scene.speakers.referents.remember(mention)
    return scene.speakers.referents, shown


def candidates_for(text, cue, words):
    referents, shown = referents_of(text, cue, words)
    return [m.name for m in referents.candidates(shown)]


def expected_referent_of(text, cue, words):
    referents, shown = referents_of(text, cue, words)
    return referents._expected(shown, referents.candidates(shown))


def referent_features_of(text, cue, words, name):
    referents, shown = referents_of(text, cue, words)
    found, rows = referents.features(shown)
    return " ".join(rows[["", *(m.name for m in found)].index(name)])


# text, of all its segments the form and the words, why
WORDS_OF_THEIR_OWN = [
    ("«Мы победили», — сказал Орлов.", [("marks", "Мы победили")], "marks"),
    (
        "«Мы победили, — сказал Орлов. — Это праздник».",
        [("piece", "Мы победили"), ("piece", "Это праздник")],
        "the author's words part it",
    ),
    (
        "«Мы победили! — сказал Орлов. — Это праздник».",
        [("piece", "Мы победили!"), ("piece", "Это праздник")],
        "an exclamation stays",
    ),
    (
        "«Мы победили, — Орлов молчал».",
        [("marks", "Мы победили, — Орлов молчал")],
        "a dash before another word than a verb of speech",
    ),
    ("«Мы победили, — построил Орлов».", [("marks", "Мы победили, — построил Орлов")], "a verb that attributes nothing"),
    ("— Мы победили, — сказал Орлов.", [("dash", "Мы победили")], "dialogue"),
    (
        "— Мы победили! — сказал Орлов. — Это праздник.",
        [("dash", "Мы победили!"), ("dash", "Это праздник.")],
        "dialogue in two pieces",
    ),
    ("Я рад. Мы победили, — сказал Орлов.", [("dash", "Я рад. Мы победили")], "no mark"),
    ("Я рад. Мы победили — сказал Орлов.", [("dash", "Я рад. Мы победили")], "no mark nor comma"),
    ("Мы победили, — сказал Орлов.", [], "one sentence without marks"),
    ("Мы ждали. Мы победили, — сказал.", [("dash", "Мы ждали. Мы победили")], "nothing after"),
    (
        "«Мы победили. Это праздник.\nМы едем домой», — сказал Орлов.",
        [("marks", "Мы победили. Это праздник.\nМы едем домой")],
        "two paragraphs",
    ),
    (
        "«Мы победили. Это праздник.\n«Мы едем домой», — сказал Орлов.",
        [("open", "Мы победили. Это праздник."), ("piece", "Мы едем домой")],
        "opened anew",
    ),
    ("«Мы победили. Это праздник.", [("open", "Мы победили. Это праздник.")], "never closed"),
    ("«Мы победили. Это праздник.\nМы едем домой.", [("open", "Мы победили. Это праздник.")], "no mark in the next paragraph"),
    ("Орлов сказал:\nМы победили.", [("block", "Мы победили.")], "block"),
    ("Орлов сказал:\n\n\nМы победили.", [], "too far"),
    ("Орлов сказал:\n«Мы победили».", [("marks", "Мы победили")], "no block with marks"),
    ("Орлов сказал: мы победили.", [], "no block within a paragraph"),
    ("Иван Орлов: Вы победили?\nАнна Белова: Да, мы рады.", [("turn", "Вы победили?"), ("turn", "Да, мы рады.")], "turns"),
    (
        "Вопрос: Вы победили?\nОтвет: Да.\nВопрос: И что?",
        [("turn", "Вы победили?"), ("turn", "Да."), ("turn", "И что?")],
        "labels",
    ),
    ("вопрос: Вы победили?\nответ: Да.\nвопрос: И что?", [], "labels in small letters"),
    (
        "Анна Белова: «Да, мы рады».\nИван Орлов: «Вы победили?».",
        [("turn", "Да, мы рады"), ("turn", "Вы победили?")],
        "turns in marks",
    ),
    ("Анна Белова: Да.", [], "one turn only"),
    ("Анна Белова (смеётся): Да.\nИван Орлов: Нет.", [("turn", "Да."), ("turn", "Нет.")], "a note behind a label"),
    (
        "Иван Орлов, тренер:\n— Вы победили?\n— Да.\nМатч кончился.\n— Домой, — сказал он.",
        [("question", "Вы победили?"), ("answer", "Да."), ("dash", "Домой")],
        "an interview",
    ),
    ("Кузьма Ыых, тренер:\n— Вы победили?", [("question", "Вы победили?")], "head with an unknown name"),
    ("Новый Мир, тренер:\n— Вы победили?", [("question", "Вы победили?")], "… which nobody has"),
    ("кузьма ыых, тренер:\n— Вы победили?", [("dash", "Вы победили?")], "no capitals"),
    (
        "Корр.: Вы победили?\nАнна Белова: Да.",
        [("question", "Вы победили?"), ("turn", "Да.")],
        "a questioner whom nobody knows",
    ),
    ("Вы победили?\nАнна Белова: Да.", [("turn", "Да.")], "one turn behind a question"),
    ("— Пора, — Иван показал на часы. — Идём.", [("dash", "Пора"), ("dash", "Идём.")], "what somebody does, in dialogue"),
    ("— Пора... — Иван показал на часы. — Идём.", [("dash", "Пора..."), ("dash", "Идём.")], "… behind three stops"),
    ("— Пора, — смеётся он.", [("dash", "Пора")], "what he does"),
    (
        "— Иван сказал: «Пора, — ответил Пётр. — Идём.",
        [("dash", "Иван сказал: «Пора"), ("dash", "Идём.")],
        "behind a mark that is never closed",
    ),
    ("— Пора, — смеётся Иван Орлов.", [("dash", "Пора")], "what somebody who is named does"),
    ("— Пора, — ждёт Степана лес.", [("dash", "Пора, — ждёт Степана лес.")], "not what is done to them"),
    ("— Пора, — ждёт Минск.", [("dash", "Пора, — ждёт Минск.")], "nor what a place does"),
    ("— Пора, — смеётся врач.", [("dash", "Пора")], "what a person does"),
    ("— Пора, — сосед и врач.", [("dash", "Пора, — сосед и врач.")], "nothing is done"),
    ("— Пора, — вижу врач идёт.", [("dash", "Пора, — вижу врач идёт.")], "what whoever speaks does"),
    ("— Пора, — Смеётся врач.", [("dash", "Пора, — Смеётся врач.")], "another sentence"),
    ("— Пора, — Иван и врач. — Идём.", [("dash", "Пора, — Иван и врач. — Идём.")], "names who do nothing"),
    ("— Пора, — Иван показал на часы", [("dash", "Пора")], "what somebody does, without a stop"),
    ("«, — сказал Орлов. — Да».", [("piece", "Да")], "marks with nothing before the author's words"),
    (", — сказал Орлов.", [], "nothing before the author's words"),
    ("«Пора, — Сказал Орлов».", [("marks", "Пора, — Сказал Орлов")], "a verb of speech that begins a sentence"),
    ("— Пора. — Иван показал на часы. — Идём.", [("dash", "Пора. — Иван показал на часы. — Идём.")], "a deed behind a stop"),
    ("— Пора, — он показал на часы. — Идём.", [("dash", "Пора"), ("dash", "Идём.")], "what he does, and speech goes on"),
    ("— Пора, — он показал на часы.", [("dash", "Пора, — он показал на часы.")], "… which another may have said of him"),
    ("— Пора, — он показал на часы", [("dash", "Пора, — он показал на часы")], "… without a stop, too"),
    ("— Пора, — Иван показал на часы.", [("dash", "Пора")], "what somebody does, at the end"),
    ("— Пора, — Иван ждал — и ушёл.", [("dash", "Пора, — Иван ждал — и ушёл.")], "… before another dash"),
    ("— Пора, — Минск стоял на реке. — Идём.", [("dash", "Пора, — Минск стоял на реке. — Идём.")], "a place that does it"),
    ("— Пора, — Степана ждал лес. — Идём.", [("dash", "Пора, — Степана ждал лес. — Идём.")], "somebody to whom it is done"),
    ("— Пора, — Иван Шматко и врач. — Идём.", [("dash", "Пора, — Иван Шматко и врач. — Идём.")], "a name like a verb"),
    (
        "— Иван сказал: «Пора „вот“, — ответил Пётр. — Идём». Да.",
        [("piece", "Пора „вот“"), ("piece", "Идём")],
        "words cited in what is cited in a line",
    ),
    (
        "Анна Белова победила.\nВы рады?\n— Да.\nВы едете домой?\n— Да.",
        [("question", "Вы рады?"), ("answer", "Да."), ("question", "Вы едете домой?"), ("answer", "Да.")],
        "questions that no mark shows, with answers that one does",
    ),
    (
        "Анна Белова победила.\nВы рады?\n— Да, — ответила она.\nВы едете домой?\n— Да.",
        [("dash", "Да"), ("dash", "Да.")],
        "… which the author tells",
    ),
    (
        "Мы побеседовали с Анной Беловой.\nВы рады?\nЯ рада.\nВы едете домой?\nМы едем.",
        [("question", "Вы рады?"), ("answer", "Я рада."), ("question", "Вы едете домой?"), ("answer", "Мы едем.")],
        "an interview without any mark, which the line before introduces",
    ),
    (
        "Мы побеседовали с Анной Беловой.\nВы рады?\nЦех стоит.\nВы едете домой?\nЦех ждёт.",
        [],
        "… in which nobody speaks of themselves",
    ),
    (
        "Мы побеседовали с Анной Беловой.\nВы рады?\nАнна Белова рада.\nВы едете домой?\nМы едем.",
        [],
        "… in which they are named",
    ),
    (
        "Мы побеседовали с Анной Беловой и Иваном Орловым.\nВы рады?\nЯ рада.\nВы едете домой?\nМы едем.",
        [],
        "… with two",
    ),
    (
        "Мы побеседовали с Анной Беловой.\nВы рады?\n— Я рада, — ответила она.\nВы едете домой?\nМы едем.",
        [("dash", "Я рада")],
        "… in which an answer has a mark",
    ),
    ("Цех стоит.\nВы рады?\n— Да.\nВы едете?\n— Да.", [("dash", "Да."), ("dash", "Да.")], "… behind nobody's name"),
    ("Анна Белова победила.\nВы рады?\n— Да.\nКто едет домой?", [("dash", "Да.")], "… with one answer alone"),
    (
        "Анна Белова победила.\n— Вы рады?\n— Да.\n— Вы едете?\n— да.",
        [("question", "Вы рады?"), ("answer", "Да."), ("question", "Вы едете?")],
        "an answer that is no sentence",
    ),
    ("Анна Белова победила.\nВы рады?\nЯ рада.\nВы едете домой?\nМы едем.", [], "… that nothing introduces"),
    ("Мы побеседовали с тренером.\nВы рады?\nЯ рада.\nВы едете домой?\nМы едем.", [], "… with nobody who is named"),
    ("— Пора, — звенит звонок.", [("dash", "Пора, — звенит звонок.")], "not what a thing does"),
    (
        "— Иван сказал: «Пора, — и ушёл». Вот и всё.",
        [("marks", "Пора, — и ушёл")],
        "words cited in a line that is told by nobody",
    ),
    ("Тренер:\n— Вы победили?", [("dash", "Вы победили?")], "no name"),
    ("Иван Орлов, тренер.\n— Вы победили?", [("dash", "Вы победили?")], "no colon"),
    ("Орлов сказал:\n\nМы победили.", [("block", "Мы победили.")], "a block behind an empty line"),
    ("Орлов сказал.\nМы победили.", [], "no block behind a full stop"),
    ("Орлов сказал:\nМы победили. Мы едем домой.\nЦех готов.", [("block", "Мы победили. Мы едем домой.")], "a paragraph alone"),
    ("Anna Bell:\nWe won.", [("block", "We won.")], "an English block"),
    (
        "Иван Орлов: Вы победили?\nАнна Белова: «Да», — и всё.",
        [("turn", "Вы победили?"), ("turn", "«Да», — и всё.")],
        "marks at the beginning of a turn",
    ),
    (
        "Иван Орлов: Вы победили?\nАнна Белова: Да, в «Севере».",
        [("turn", "Вы победили?"), ("turn", "Да, в «Севере».")],
        "marks at the end of a turn",
    ),
    (
        "«Мы победили. Это праздник.\n«Мы едем.\n«Мы едем домой», — сказал Орлов.",
        [("open", "Мы победили. Это праздник."), ("piece", "Мы едем."), ("piece", "Мы едем домой")],
        "opened anew twice",
    ),
    (
        "«Мы победили. Это праздник.\nМы едем «домой», — сказал Орлов.",
        [("open", "Мы победили. Это праздник.")],
        "other marks in the next paragraph",
    ),
    (
        '"Мы победили.\n"Мы едем домой", — сказал Орлов.',
        [("open", "Мы победили."), ("piece", "Мы едем домой")],
        "marks that are the same at both ends",
    ),
    ("« Мы победили », — сказал Орлов.", [("marks", "Мы победили")], "spaces within marks"),
    ("«Мы победили\n\nЦех готов.", [("open", "Мы победили")], "never closed, without a stop"),
    ("- We won.\n- we go.", [("dash", "We won.")], "an English line, and an entry of a list"),
    (
        "— Мы «победили», — сказал Орлов «Северу».",
        [("dash", "Мы «победили»"), ("marks", "Северу")],
        "marks within a line, and behind it",
    ),
]


@pytest.mark.parametrize(("text", "verbatims", "why"), WORDS_OF_THEIR_OWN, ids=[row[-1] for row in WORDS_OF_THEIR_OWN])
def test_what_may_be_verbatim(text, verbatims, why):
    assert verbatims_of(text) == verbatims, why


# text, the units of its last sentence with what each does, why
UNITS = [
    ("Сайт tass.ru пишет.", "сайт/Nn tass.ru/x пишет/fin ./.", "address"),
    ("Сайт tass.Ru пишет.", "сайт/Nn tass/x ./. ru/x пишет/fin ./.", "no address"),
    ("Орлов (тренер «Севера») рад.", "орлов/P рад/fin ./.", "brackets"),
    ("Орлов рад) и ушёл.", "орлов/P рад/fin )/) и/and ушел/fin ./.", "a closing bracket alone"),
    ("40-летний Орлов и IT-рынок.", "40-летний/adj орлов/P и/and it-рынок/Nn ./.", "hyphens"),
    (
        "Директор Большого театра Анатолий Белов рад – очень.",
        "директор/An большого театра/O анатолий белов/P рад/fin —/— очень/o ./.",
        "the full name is not the theatre's",
    ),
    (
        "Он, который знал, что 5 человек там, где я не был, но мы, убегая, шли в Минск.",
        (
            "он/pro ,/, который/rel знал/fin ,/, что/that 5/# человек/An там/o ,/, где/sub я/I не/not был/fin ,/, "
            "но/but мы/I ,/, убегая/ger ,/, шли/fin в/prep минск/L ./."
        ),
        "classes",
    ),
]


@pytest.mark.parametrize(("text", "codes", "why"), UNITS, ids=[row[-1] for row in UNITS])
def test_units_and_their_codes(text, codes, why):
    assert codes_of(text) == codes, why


# text, the words and the kind of each cue, why
CUES = [
    ("Орлов не сказал, что цех готов.", [], "negated"),
    ("Орлов не скрывает, что цех готов.", [("не скрывает", "report")], "only negated"),
    ("Орлов скрывает, что цех готов.", [], "only negated verb, affirmed"),
    ("Орлов не исключил, что цех готов.", [("не исключил", "report")], "may be either"),
    ("Орлов выразил большую надежду, что цех готов.", [("выразил большую надежду", "report")], "verb with its noun"),
    ("Надежду выразил Орлов.", [("Надежду выразил", "report")], "noun first, though it may be a name"),
    ("Орлов выразил, как умел, надежду.", [], "comma between verb and noun"),
    ("Орлов выразил что-то.", [], "without its noun"),
    ("Орлов сделал глубокий и очень неожиданный для всех нас вывод.", [], "noun too far away"),
    ("По неофициальным данным полиции, цех готов.", [("По неофициальным данным", "phrase")], "preposition, adjective, noun"),
    ("По большим и малым данным цех готов.", [], "noun too far from its preposition"),
    ("По улице идут данные.", [], "a verb between"),
    ("Однако по данным полиции цех готов.", [("по данным", "phrase")], "after a filler"),
    ("Пояс по версии федерации у Орлова.", [], "not first in its clause"),
    ("По информации от полиции, цех готов.", [("По информации от", "phrase")], "with a second preposition"),
    ("Согласно докладу, цех готов.", [("Согласно", "phrase")], "a preposition alone"),
    ("Заявление Орлова удивило.", [("Заявление", "noun")], "noun of speech with its author"),
    ("Заявление, которое ждали, удивило.", [], "noun of speech without an author"),
    ("Начало положено.", [], "noun rather than verb"),
    ("Орлов опроверг слухи, что цех готов.", [], "disputing"),
    ("Орлов опроверг, что слухи верны.", [("опроверг", "report")], "disputing with the noun behind a comma"),
    ("Орлов цитирует Белову.", [("цитирует", "citing")], "citing"),
    ("Орлов приводит слова Беловой.", [("приводит слова", "citing")], "citing with a noun"),
    ("Орлов приводит Белову.", [], "citing verb without its noun"),
    ("Цех готов, как говорится.", [], "idiom"),
    ("Цех готов, как говорится в докладе.", [("говорится", "report")], "with a source"),
    ("Из доклада следует, что цех готов.", [("следует", "report")], "impersonal with its source before"),
    ("Как следует из доклада, цех готов.", [("следует", "report")], "impersonal with its source after"),
    ("Цеху следует помочь.", [], "impersonal without a source"),
    ("Орлов назвал цех «Севером».", [("назвал", "quoted")], "quoted only"),
    ("Орлов: цех готов", [(":", "label")], "headline"),
    ("Орлов: цех готов.", [], "no headline with a stop"),
    ("Орлов: цех", [], "headline too short"),
    ("Орлов: «Цех готов»", [], "headline with marks"),
    ("Глава большого и очень старого завода в Минске Орлов: мэрия Тулы", [(":", "label")], "its end may be the label"),
    ("Глава большого и очень старого завода в Минске Орлов: рад он и весь его цех у порта", [], "label too long"),
    ("Цех готов — Орлов", [("—", "label")], "a label at the end"),
    ("Цех готов — Орлов рад", [], "a clause at the end"),
    ("Орлов ждал: цех готов", [], "a clause before the colon"),
    ("«Цех готов» — Орлов", [], "marks before a dash"),
    ("Завод построен. Орлов: цех готов", [], "not the only one in its line"),
    ("Орлов: «Цех готов» и пуст", [(":", "label"), ("пуст", "other")], "a quotation after a headline's colon"),
    ("По улице идут словам навстречу.", [], "a verb before the noun"),
    ("По улице, словам вопреки, идут.", [], "a mark before the noun"),
    ("Орлов не думает, что цех готов.", [("не думает", "report")], "a thought that is denied"),
    ("Цех готов, говорят.", [("говорят", "report")], "no idiom without the word of manner"),
    ("Надежду, выразил Орлов.", [], "a mark between a noun and its verb"),
    ("Орлов ушёл, хлопнув дверью.", [], "other verbs without words in marks"),
    ("Орлов ушёл, хлопнув дверью:", [("ушёл", "other"), ("хлопнув", "other")], "other verbs before a colon"),
    ("Орлов ушёл и сказал «ура».", [("ушёл", "other"), ("сказал", "report")], "another verb beside one of the list"),
    ("Орлов может уйти от «ура».", [("может", "other")], "an infinitive is none"),
    ("«Ура» бегущего Орлова.", [], "a participle is none"),
    ("И по данным полиции цех готов.", [("по данным", "phrase")], "after a conjunction"),
    ("Также по данным полиции цех готов.", [("по данным", "phrase")], "after another filler"),
    ("Орлов опроверг вчера, что цех готов.", [("опроверг", "report")], "disputing what is no rumour"),
    (
        "Надежду на скорую победу Орлов выразил.",
        [("Надежду на скорую победу Орлов выразил", "report")],
        "the noun before its verb",
    ),
    (
        "Anna Bell's claim that the bridge is safe surprised Peter Hall.",
        [("claim", "noun"), ("surprised", "attitude")],
        "English noun of speech with what was said",
    ),
    ("Anna Bell's claim surprised Peter Hall.", [("surprised", "attitude")], "… without it"),
    ("The report was late.", [], "English noun rather than verb, behind an article"),
    ("Her report said it was safe.", [("said", "report")], "… behind whose it is"),
    ("Polls show the bridge is safe.", [("show", "report")], "… but a verb behind a noun"),
    ("Asked if it was safe, Anna Bell laughed.", [("Asked", "silent"), ("laughed", "quoted")], "whoever is asked"),
    ("When asked if it was safe, Bell laughed.", [("asked", "silent"), ("laughed", "quoted")], "… behind a conjunction"),
    ("Anna Bell was asked if it was safe.", [("was asked", "report")], "… who is named"),
    ("Anna Bell asked if it was safe.", [("asked", "report")], "whoever asks"),
    ("Bridge to close in May - mayor", [("-", "label")], "an English headline with its source at the end"),
    ("Mayor: bridge to close in May", [(":", "label")], "… at the beginning"),
    ("Mayor said: bridge to close in May", [("said", "report")], "… which says it with a verb"),
    ('"Bridge to close in May" - mayor', [], "… behind marks"),
    ('Mayor - "Bridge to close in May"', [], "… before marks"),
    ("Anna Bell cited a claim that it was safe.", [("cited", "citing"), ("claim", "noun")], "an English verb that cites"),
    (
        "Anna Bell quoted Peter Hall as saying it was safe.",
        [("quoted", "citing"), ("saying", "report")],
        "… with who is cited",
    ),
    ("Anna Bell refused to say it was safe.", [("refused", "attitude"), ("say", "silent")], "what somebody refuses to say"),
    ("Anna Bell pointed out that it was safe.", [("pointed out", "report")], "an English verb with its particle"),
    ("It has been said that the bridge is safe.", [("has been said", "report")], "English auxiliaries"),
    (
        "Bridge to close in May, in June and in July, on Monday: mayor of the old town of Ode on the river Oda in June",
        [],
        "an English label too long",
    ),
]


@pytest.mark.parametrize(("text", "cues", "why"), CUES, ids=[row[-1] for row in CUES])
def test_cues(text, cues, why):
    assert cues_of(text) == cues, why


# text, cue, the word that each place is before (← for the sentence before) and its number of marks, why
STARTS = [
    ("Цех готов, сказал Иван Орлов.", "сказал", [("Цех", 0)], "before the cue"),
    (
        "Минск, 5 мая — По словам Орлова, цех готов, а склад строят.",
        "По словам",
        [("цех", 1), ("а", 2)],
        "after the speaker, not in the dateline",
    ),
    ("Однако, по словам Орлова, цех готов.", "по словам", [("цех", 1)], "an opener says nothing"),
    ("Орлов сказал о том, что цех готов.", "сказал", [("цех", 1)], "after the conjunction"),
    ("Завод построили. Об этом сообщил Орлов.", "сообщил", [("←", 0)], "words that mean the sentence before"),
    ("Об этом сообщил Орлов.", "сообщил", [], "no sentence is before"),
    ("Завод построили. Орлов ушёл, об этом сообщил Белов.", "сообщил", [("Орлов", 0)], "another clause comes first"),
    ("Завод построили. Это подтвердил Белов.", "подтвердил", [("←", 0)], "the first word alone"),
    ("Орлов сообщил в среду что цех готов.", "сообщил", [("цех", 0)], "conjunction without a comma"),
    ("Рад тем, что, по словам Орлова, цех готов.", "по словам", [("цех", 1)], "inserted after a conjunction"),
    (
        "Рад, что цех, по словам Орлова, готов, и что склад строят.",
        "по словам",
        [("Рад", 0), ("цех", 1), ("готов", 1), ("и", 2)],
        "conjunctions are passed",
    ),
    ("По словам Орлова цех готов.", "По словам", [("цех", 0), ("готов", 0)], "no comma after the speaker"),
    ("По словам Орлова и Беловой цех готов.", "По словам", [("Беловой", 0), ("цех", 0), ("готов", 0)], "not at a conjunction"),
    ("Орлов: цех готов", ":", [], "a headline, which its label parts"),
    ("Орлов сказал, —, что — цех готов.", "сказал", [("цех", 1)], "several marks"),
    ("МИНСК — Цех готов, сказал Орлов.", "сказал", [("Цех", 0)], "after a dateline in capitals"),
    ("Sever — Цех готов, сказал Орлов.", "сказал", [("Цех", 0)], "after one of another script"),
    ("Минск — Цех готов, сказал Орлов.", "сказал", [("Цех", 0)], "after the name of a place"),
    ("Вчера — Цех готов, сказал Орлов.", "сказал", [("Вчера", 0), ("Цех", 1)], "another word is no dateline"),
    (
        (
            "На заводе вчера весь день с раннего утра и до позднего вечера очень долго и громко спорили о том, "
            "как лучше всего достроить старый цех и новый склад. Минск — Цех готов, сказал Орлов."
        ),
        "сказал",
        [("Минск", 0), ("Цех", 1)],
        "no dateline stands so late",
    ),
    ("Он ушёл. — Цех готов, сказал Орлов.", "сказал", [("Он", 0), ("Цех", 1)], "a sentence that begins with a mark"),
    ("Орлов сказал что цех готов.", "сказал", [("цех", 0)], "a conjunction after its verb without a comma"),
    ("Цех готов, — пуст, сказал Орлов.", "сказал", [("Цех", 0), ("пуст", 1)], "two marks beside each other"),
    (
        "Завод построили. Вчера, в среду, об этом сообщил Орлов.",
        "сообщил",
        [("Вчера", 0), ("в", 1), ("←", 0)],
        "no verb comes first",
    ),
    ("Завод построили. Орлов сказал, что цех готов.", "сказал", [("цех", 1)], "nothing means the sentence before"),
    ("Вчера по словам Орлова цех готов.", "по словам", [("Вчера", 0), ("цех", 0), ("готов", 0)], "a phrase within a sentence"),
    (
        "Тогда, вчера, а, там, тут, где, цех, дом, сказал Орлов.",
        "сказал",
        [("Тогда", 0), ("там", 5), ("тут", 4), ("где", 3), ("цех", 2), ("дом", 1)],
        "no more than five marks before",
    ),
    (
        "Орлов сказал, да, вчера, там, тут, здесь, тогда, туда, что цех готов.",
        "сказал",
        [("да", 1), ("вчера", 2), ("там", 3), ("тут", 4), ("здесь", 5), ("тогда", 6), ("туда", 7), ("цех", 8)],
        "no more than eight marks after",
    ),
    ("То есть, по словам Орлова, цех готов.", "по словам", [("цех", 1)], "an opener of two words"),
    ("То есть сказал Орлов.", "сказал", [], "an opener and the cue"),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "said",
        [("The", 0), ("on", 0), ("Monday", 1), ("adding", 1)],
        "English: no mark is needed",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        [("reporters", 0), ("Thursday", 1), ("the", 2), ("had", 4), ("been", 5), ("closed", 6), ("but", 1), ("the", 2)],
        "English: after whoever hears and the day",
    ),
    (
        "Officials have never said whether the bridge is safe.",
        "have never said",
        [("whether", 0), ("the", 1), ("is", 3), ("safe", 4)],
        "English: what is not said",
    ),
    (
        "The mayor, Anna Bell, said on Monday it was safe.",
        "said",
        [("on", 0), ("Monday", 1), ("it", 2), ("was", 3), ("safe", 4)],
        "English: not what comes before who speaks",
    ),
    (
        "The mayor, Anna Bell, said Bell.",
        "said",
        [("The", 0), ("Anna Bell", 1), ("Bell", 0)],
        "English: but where a name follows",
    ),
    ("According to the report, the bridge is safe.", "According to", [("report", 0), ("the", 1)], "English: after the report"),
    (
        "The bridge, which Anna Bell said was safe, fell",
        "said",
        [("The", 0), ("was", 0), ("safe", 1), ("fell", 1)],
        "English: within a clause",
    ),
    (
        "Bell said of the old bridge that it was safe.",
        "said",
        [("of", 0), ("the", 1), ("it", 4), ("it", 5), ("was", 6), ("safe", 7)],
        "English: what governs and what is governed",
    ),
]


@pytest.mark.parametrize(("text", "cue", "places", "why"), STARTS, ids=[row[-1] for row in STARTS])
def test_where_what_was_said_may_begin(text, cue, places, why):
    assert starts_of(text, cue) == places, why


# text, cue, where what was said begins, the word that each place is after and its number of marks, why
ENDS = [
    ("Цех готов, сказал Иван Орлов.", "сказал", "Цех", [("готов", 1), ("Иван Орлов", 1)], "at the cue or at the end"),
    (
        "Орлов сказал, что цех готов и добавил, что склад строят.",
        "сказал",
        "цех",
        [("готов", 0), ("добавил", 1), ("строят", 1)],
        "before a second verb's conjunction",
    ),
    (
        "Орлов сказал, что цех готов и строят склад.",
        "сказал",
        "цех",
        [("готов", 0), ("склад", 0)],
        "before a conjunction with a verb",
    ),
    (
        "Орлов сказал, что цех — готов и —, строят склад.",
        "сказал",
        "цех",
        [("цех", 1), ("и", 2), ("склад", 3)],
        "marks beside marks",
    ),
    (
        "Цех готов и, по словам Орлова, пуст.",
        "по словам",
        "Цех",
        [("и", 1), ("Орлова", 2), ("пуст", 2)],
        "a conjunction and a phrase",
    ),
    (
        "Цех готов, и, сказал Орлов, полон.",
        "сказал",
        "Цех",
        [("готов", 1), ("и", 2), ("Орлов", 3), ("полон", 3)],
        "a conjunction before the cue",
    ),
    (
        "Орлов сказал, что цех готов, полон, светел, тёпл, просторен, нов, чист, тих, удобен, дёшев.",
        "сказал",
        "цех",
        [
            ("готов", 1),
            ("полон", 2),
            ("светел", 3),
            ("тёпл", 4),
            ("просторен", 5),
            ("нов", 6),
            ("чист", 7),
            ("тих", 8),
            ("дёшев", 9),
        ],
        "no more than eight marks",
    ),
    (
        "Вчера, цех готов сказал Орлов.",
        "сказал",
        "Вчера",
        [("Вчера", 1), ("готов", 0), ("Орлов", 1)],
        "before a cue without a mark",
    ),
    (
        "Орлов сказал, что цех готов и, по словам Беловой, пуст.",
        "сказал",
        "цех",
        [("и", 1), ("Беловой", 2), ("пуст", 2)],
        "at the conjunction before another cue",
    ),
    (
        "Орлов сказал, что цех готов, пуст и затем добавил, что склад строят.",
        "сказал",
        "цех",
        [("готов", 1), ("пуст", 0), ("добавил", 2), ("строят", 2)],
        "at a conjunction further before it",
    ),
    ("Орлов сказал, что цех готов, и строят склад.", "сказал", "цех", [("готов", 1), ("склад", 1)], "no joint after a mark"),
    (
        "Тут, там, цех, дом, сад, лес, луг, пруд, мост, путь, сказал Орлов.",
        "сказал",
        "Тут",
        [
            ("Тут", 1),
            ("там", 2),
            ("цех", 3),
            ("дом", 4),
            ("сад", 5),
            ("лес", 6),
            ("луг", 7),
            ("пруд", 8),
            ("путь", 10),
            ("Орлов", 10),
        ],
        "at the cue, after many marks",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "said",
        "The",
        [("safe", 1), ("Anna Bell", 0), ("said", 0), ("Monday", 2), ("closed", 2)],
        "English: before the cue, and in the next clause",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        "the",
        [("closed", 1), ("open", 2), ("said", 2)],
        "English: at a conjunction before a verb",
    ),
    (
        "Bell said the bridge is safe in June and that the road, she hopes, is open.",
        "said",
        "the",
        [("safe", 0), ("June", 0), ("road", 1), ("hopes", 2), ("open", 2)],
        "English: before prepositions and conjunctions",
    ),
    (
        'As Anna Bell said in May, "it is not safe," and she believes it, too.',
        "believes",
        "it",
        [("it", 1), ("too", 1)],
        "English: an insertion",
    ),
]


@pytest.mark.parametrize(("text", "cue", "start", "places", "why"), ENDS, ids=[row[-1] for row in ENDS])
def test_where_what_was_said_may_end(text, cue, start, places, why):
    assert ends_of(text, cue, start) == places, why


# text, cue, features, why
NONE_FEATURES = [
    (
        "Орлов сказал, что цех готов.",
        "сказал",
        (
            "n n=rfi nl=сказать n>, n>rfi,that n<rfiP nm,that nmrfi,that neTrueFalse nerfiTrueFalse nsPrfi "
            "nQFalserfi naFalseTrue"
        ),
        "a verb with its clause",
    ),
    (
        "«Север», как сказал об этом Орлов, победил.",
        "сказал",
        (
            "n n=rfi nl=сказать n>prep n>rfiprepfil n<rfias nm,fin nmrfi,fin neFalseFalse nerfiFalseFalse nsasrfi "
            "nQTruerfi naTrueFalse nas nasrfi"
        ),
        "word of manner, a quotation",
    ),
    (
        "По его словам, цех готов.",
        "По его словам",
        (
            "n n=p nl=поегословам n>, n>p,Nn n<p^ nm,Nn nmp,Nn neTrueFalse nepTrueFalse nsprepp nQFalsep "
            "naFalseTrue npTrue, npTrueTrue"
        ),
        "a possessive within a phrase",
    ),
    (
        "По словам: цех готов.",
        "По словам",
        (
            "n n=p nl=пословам n>: n>p:Nn n<p^ nm:Nn nmp:Nn neTrueFalse nepTrueFalse nsprepp nQFalsep naFalseTrue "
            "npFalse: npFalseTrue"
        ),
        "a mark after a phrase",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "said",
        (
            "n n=rfi nl=say n>prep n>rfiprepN n<rfiP nm,part nmrfi,part neFalseFalse nerfiFalseFalse nsPrfi "
            "nQFalserfi naFalseFalse nXsayP nXsay>prep nyonrfi nyonsay nzPrfi nzPsay nv110rfi nv110say "
            "nv1100rfiprep nv11001Pprep nWPpreprfi nWPprepN nW,Prfi nW,P_prep n<anna bellrfi nAsaidrfi nBrfi "
            "nBsay nC01rfi nC-rfi nC-0say nJ12rfi"
        ),
        "a clause before an English cue",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "adding",
        (
            "n n=rge nl=add n>that n>rgethatadj n<rge, nm$$ nmrge$$ neFalseTrue nergeFalseTrue nspartrge "
            "nQFalserge naFalseFalse nXadd, nXadd>that nythatrge nythatadd nz-rge nz-add nv110rge nv110add "
            "nv1101rgethat nv11011,that nW,thatrge nW,thatadj nWN,rge nWN,_that n<,rge nAaddingrge nBrge nBadd "
            "nC10rge nCrfirge nCrfi1add nJ21rge nErfi1rge nErfi,_rge nErfi,0rge nEsay_rge nEprep_N_,_rge"
        ),
        "a participle after another cue",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        (
            "n n=rfi nl=tell n>A n>rfiAN n<rfiP nm,but nmrfi,but neTrueFalse nerfiTrueFalse nsPrfi nQFalserfi "
            "naFalseTrue nXtellP nXtell>A nyreportersrfi nyreporterstell nzPrfi nzPtell nv010rfi nv010tell "
            "nv0100rfiA nv01000PA nWPArfi nWPAN nW^Prfi nW^P_A n<anna bellrfi nAtoldrfi nBrfi nBtell nC01rfi "
            "nC-rfi nC-0tell nJ04rfi"
        ),
        "whoever hears, and a day",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "said",
        (
            "n n=rfi nl=say n>. n>rfi.$ n<rfiN nm$$ nmrfi$$ neFalseTrue nerfiFalseTrue nsadjrfi nQFalserfi "
            "naFalseFalse nXsayN nXsay>. ny.rfi ny.say nz-rfi nz-say nv100rfi nv100say nv1001rfi. nv10011N. "
            "nWN.rfi nWN.$ nWadjNrfi nWadjN_. n<reportrfi nAsaidrfi nBrfi nBsay nC10rfi nCrfirfi nCrfi1say "
            "nJ40rfi nErfi6rfi nErfi,,_rfi nErfi,,0rfi nEtell_rfi nE._rfi"
        ),
        "an English cue at the end",
    ),
    (
        "Anna Bell, who owns a boat, has also said that the bridge in Oslo is safe.",
        "said",
        (
            "n n=rfi nl=say n>that n>rfithatadj n<rfifil nm$$ nmrfi$$ neFalseTrue nerfiFalseTrue nshaverfi "
            "nQFalserfi naFalseFalse nXsayfil nXsay>that nythatrfi nythatsay nz-rfi nz-say nv110rfi nv110say "
            "nv1101rfithat nv11011filthat nWfilthatrfi nWfilthatadj nWhavefilrfi nWhavefil_that n<alsorfi "
            "nAsaidrfi nBrfi nBsay nC00rfi nC-rfi nC-0say nJ22rfi"
        ),
        "have also",
    ),
    (
        "Officials have never said whether the bridge is safe.",
        "have never said",
        (
            "n n=sfi nl=say n>sub n>sfisubadj n<sfiA nm$$ nmsfi$$ neTrueTrue nesfiTrueTrue nsAsfi nQFalsesfi "
            "naFalseTrue nXsayA nXsay>sub nywhethersfi nywhethersay nz-sfi nz-say nv010sfi nv010say nv0101sfisub "
            "nv01010Asub nWAsubsfi nWAsubadjhavenot nW^Asfi nW^A_sub n<officialssfi nAsaidsfi nBhave_neversfi "
            "nBhave_neversay nC00sfi nC-sfi nC-0say nJ01sfi"
        ),
        "have never",
    ),
    (
        "According to the report, the bridge is safe.",
        "According to",
        (
            "n n=p nl=accordingto n>adj n>padjN n<p^ nm,adj nmp,adj neTrueFalse nepTrueFalse nspartp nQFalsep "
            "naFalseTrue npFalseadj npFalseFalse nXaccordingto^ nXaccordingto>adj nythep nytheaccordingto nz-p "
            "nz-accordingto nv010p nv010accordingto nv0100padj nv01000^adj nW^adjp nW^adjN nW^^p nW^^_adj n<p "
            "nAaccordingp nBp nBaccordingto nC00p nC-p nC-0accordingto nJ02p"
        ),
        "an English preposition",
    ),
    (
        'As Anna Bell said in May, "it is not safe," and she believes it, too.',
        "said",
        (
            "n n=rfi nl=say n>prep n>rfiprepmodal n<rfiP nm,Q nmrfi,Q neTrueFalse nerfiTrueFalse nsasrfi "
            "nQTruerfi naFalseTrue nas nasrfi nXsayP nXsay>prep nyinrfi nyinsay nzPrfi nzPsay nv011rfi nv011say "
            "nv0110rfiprep nv01100Pprep nWPpreprfi nWPprepmodal nWasPrfi nWasP_prep n<anna bellrfi nAsaidrfi "
            "nBrfi nBsay nC01rfi nC-rfi nC-0say nJ03rfi"
        ),
        "quoted words behind an English cue",
    ),
    (
        'As Anna Bell said in May, "it is not safe," and she believes it, too.',
        "believes",
        (
            "n n=rfi nl=believe n>pro n>rfipro, n<rfipro nm,fil nmrfi,fil neFalseFalse nerfiFalseFalse nsandrfi "
            "nQTruerfi naFalseFalse nXbelievepro nXbelieve>pro nyitrfi nyitbelieve nzproNrfi nzproNbelieve "
            "nv101rfi nv101believe nv1010rfipro nv10101propro nWproprorfi nWpropro, nWandprorfi nWandpro_pro "
            "n<sherfi nAbelievesrfi nBrfi nBbelieve nC10rfi nCrfirfi nCrfi1believe nJ21rfi nErfi3rfi nErfi,,_rfi "
            "nErfi,,0rfi nEsay_rfi nE._rfi"
        ),
        "a cue behind quoted words",
    ),
    (
        '"It is safe," Bell said, calling the road "a very bad joke."',
        "calling",
        (
            "n n=age nl=call n>adj n>ageadjN n<age, nm$$ nmage$$ neFalseTrue neageFalseTrue nsNage nQTrueage "
            "naFalseFalse nXcall, nXcall>adj nytheage nythecall nz-age nz-call nv101age nv101call nv1011ageadj "
            "nv10111,adj nW,adjage nW,adjN nWfin,age nWfin,_adj n<,age nAcallingage nBage nBcall nC10age nCrfiage "
            "nCrfi1call nJ11age nErfi0age nErfi,_age nErfi,0age nEsay_age nE,_age"
        ),
        "a participle before quoted words",
    ),
    (
        "The bridge, which Anna Bell said was safe, fell",
        "said",
        (
            "n n=rfi nl=say n>be n>rfibeadj n<rfiP nm,fin nmrfi,fin neFalseFalse nerfiFalseFalse nssubrfi "
            "nQFalserfi naFalseFalse nXsayP nXsay>be nywasrfi nywassay nzPrfi nzPsay nv010rfi nv010say "
            "nv0100rfibe nv01001Pbe nWPberfi nWPbeadj nWsubPrfi nWsubP_be n<anna bellrfi nAsaidrfi nBrfi nBsay "
            "nC00rfi nC-rfi nC-0say nJ11rfi"
        ),
        "a cue in a clause",
    ),
]


@pytest.mark.parametrize(("text", "cue", "features", "why"), NONE_FEATURES, ids=[row[-1] for row in NONE_FEATURES])
def test_features_of_a_cue_that_reports_nothing(text, cue, features, why):
    assert none_features_of(text, cue) == features, why


# text, cue, start, features, why
START_FEATURES = [
    ("Завод построили. Об этом сообщил Орлов.", "сообщил", "←", "sP sPrfi sPTrue", "the sentence before"),
    (
        "Завод построили. Об этом вчера днём в своём большом докладе сообщил Орлов.",
        "сообщил",
        "←",
        "sP sPrfi sPFalse",
        "the sentence before, in a long one",
    ),
    (
        "Орлов сказал, что цех готов.",
        "сказал",
        "цех",
        (
            "sR,t sR,trfi sR,t1 sR,t1rfi s0RNn s0R,trfiNn s1R,tNnfin svRTrueTrue svR,trfiTrueTrue "
            "siR,tFalseFalserfi sdR,t1 sbR,tFalse1 sfR,t1, sVR,tсказать"
        ),
        "after the conjunction",
    ),
    (
        "Цех, построенный в мае, готов, сказал Орлов.",
        "сказал",
        "Цех",
        (
            "sL- sL-rfi sL-0 sL-0rfi s0LNn s0L-rfiNn s1L-Nn, svLTrueTrue svL-rfiTrueTrue siL-TrueFalserfi sdL-2 "
            "sl,rfiTrueFalse surfiPTrueTrue sqfinrfi sVL-сказать"
        ),
        "before an inverted cue",
    ),
    (
        "Цех, построенный в мае, как сказал Орлов, готов.",
        "сказал",
        "построенный",
        (
            "sL, sL,rfi sL,1 sL,1rfi s0Lpart s0L,rfipart s1L,partprep svLFalseTrue svL,rfiFalseTrue "
            "siL,TrueTruerfi sdL,1 sl,rfiTrueTrue surfiPTrueFalse sqNrfi sVL,сказать"
        ),
        "before a cue with the word of manner",
    ),
    (
        "Орлов сказал вчера, когда ушёл, что цех — склад.",
        "сказал",
        "цех",
        (
            "sR,t sR,trfi sR,t2 sR,t2rfi s0RNn s0R,trfiNn s1R,tNn— svRFalseFalse svR,trfiFalseFalse "
            "siR,tFalseFalserfi sdR,t2 sbR,tTrue2 sfR,t2fil swR,tsubTrue swR,trfisubTrue swTrue2sub sVR,tсказать"
        ),
        "a clause between, a dash for a verb",
    ),
    (
        "Орлов сказал вчера, когда ушёл, что, вероятно, цех.",
        "сказал",
        "цех",
        (
            "sR, sR,rfi sR,4 sR,4rfi s0RNn s0R,rfiNn s1R,Nn. svRFalseFalse svR,rfiFalseFalse siR,FalseFalserfi "
            "sdR,3 sbR,True3 sfR,4fil swR,finTrue swR,rfifinTrue swFalse4fin sVR,сказать"
        ),
        "an insertion after the conjunction",
    ),
    (
        "Орлов сказал: «Цех готов».",
        "сказал",
        "«Цех готов»",
        (
            "sR: sR:rfi sR:1 sR:1rfi s0RQ s0R:rfiQ s1R:Q. svRFalseFalse svR:rfiFalseFalse siR:FalseFalserfi sdR:0 "
            "sbR:False1 sfR:1: sVR:сказать sQ sQR:"
        ),
        "all of it quoted",
    ),
    (
        "Орлов сказал, «цех» и «склад», что дом готов.",
        "сказал",
        "«цех»",
        (
            "sR, sR,rfi sR,1 sR,1rfi s0RQ s0R,rfiQ s1R,Qand svRFalseTrue svR,rfiFalseTrue siR,FalseFalserfi sdR,0 "
            "sbR,False1 sfR,1, sVR,сказать sq sqR,rfi"
        ),
        "quoted up to a mark",
    ),
    (
        "По словам Орлова, цех.",
        "По словам",
        "цех",
        ("sR, sR,p sR,1 sR,1p s0RNn s0R,pNn s1R,Nn. svRFalseFalse svR,pFalseFalse siR,TrueFalsep sdR,1 sbR,False1 sfR,1P"),
        "no verb follows",
    ),
    (
        "Белова добавила, сказал Орлов.",
        "сказал",
        "Белова",
        (
            "sL- sL-rfi sL-0 sL-0rfi s0LP s0L-rfiP s1L-Pfin svLFalseFalse svL-rfiFalseFalse siL-TrueFalserfi "
            "sdL-1 sl,rfiTrueFalse surfiPTrueTrue sqfinrfi sVL-сказать"
        ),
        "a cue is no verb of what was said",
    ),
    (
        "Цех — склад, сказал Орлов.",
        "сказал",
        "Цех",
        (
            "sL- sL-rfi sL-0 sL-0rfi s0LNn s0L-rfiNn s1L-Nn— svLTrueFalse svL-rfiTrueFalse siL-TrueFalserfi sdL-1 "
            "sl,rfiTrueFalse surfiPTrueTrue sqNnrfi sVL-сказать"
        ),
        "a dash for a verb",
    ),
    (
        "Орлов сказал, что, вероятно, цех готов.",
        "сказал",
        "вероятно",
        (
            "sR,t sR,trfi sR,t1 sR,t1rfi s0Rfin s0R,trfifin s1R,tfin, svRTrueTrue svR,trfiTrueTrue "
            "siR,tFalseFalserfi sdR,t1 sbR,tFalse1 sfR,t1, sVR,tсказать"
        ),
        "an insertion after the conjunction begins it",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "said",
        "The",
        (
            "sL- sL-rfi sL-0 sL-0rfi s0Ladj s0L-rfiadj s1L-adjN svLTrueTrue svL-rfiTrueTrue siL-FalseFalserfi "
            "sdL-2 sl,rfiFalseFalse surfiprepFalseTrue sqadjrfi sTL-000 sTL-00adj swL-the sxL-rfi sxL-adj sxL-say "
            "syL-^adjN szL-^ szL-0adjrfi swL-rfi_the sBL-P_ sEL-id_ sVL-0adjsay sVL-say"
        ),
        "a clause that the cue closes",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "said",
        "adding",
        (
            "sR, sR,rfi sR,1 sR,1rfi s0Rpart s0R,rfipart s1R,partthat svRTrueTrue svR,rfiTrueTrue "
            "siR,FalseFalserfi sdR,1 sbR,False1 sfR,1prep sTR,003 sTR,00part swR,adding sxR,rfiprep_N_, "
            "sxR,prep_N_,part sxR,sayprep_N_, syR,,partthat szR,,, szR,1partrfi swR,rfi_adding sBR,P_prep_N_, "
            "sER,id_prep_N_, sVR,1partsay sVR,say"
        ),
        "a clause behind it",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "adding",
        "the",
        (
            "sR-t sR-trge sR-t0 sR-t0rge s0Radj s0R-trgeadj s1R-tadjN svRTrueTrue svR-trgeTrueTrue "
            "siR-tTrueFalserge sdR-t0 sbR-tFalse0 sfR-t0that sTR-t001 sTR-t00adj swR-tthe sxR-trgethat "
            "sxR-tthatadj sxR-taddthat syR-tthatadjN szR-tthatthat szR-t0adjrge swR-trge_the sBR-t,_that "
            "sER-tng_that sVR-t0adjadd sVR-tadd"
        ),
        "an English conjunction",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        "the",
        (
            "sR- sR-rfi sR-2 sR-2rfi s0Radj s0R-rfiadj s1R-adjN svRTrueTrue svR-rfiTrueTrue siR-FalseFalserfi "
            "sdR-1 sbR-False2 sfR-2A swR-PFalse swR-rfiPFalse swFalse2P sTR-102 sTR-10adj swR-the sxR-rfiA_N "
            "sxR-A_Nadj sxR-tellA_N syR-NadjN szR-Nthursday szR-2adjrfi swR-rfi_the sBR-P_A_N sER-ld_A_N "
            "sVR-2adjtell sVR-tell"
        ),
        "after a day",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        "Thursday",
        (
            "sR- sR-rfi sR-1 sR-1rfi s0RN s0R-rfiN s1R-Nadj svRTrueTrue svR-rfiTrueTrue siR-FalseFalserfi sdR-0 "
            "sbR-False1 sfR-1A sTR-011 sTR-01N swR-thursday sxR-rfiA sxR-AN sxR-tellA syR-ANadj szR-Areporters "
            "szR-1Nrfi swR-rfi_thursday sBR-P_A sER-ld_A sVR-1Ntell sVR-tell"
        ),
        "a day",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        "closed",
        (
            "sR- sR-rfi sR-6 sR-6rfi s0Rfin s0R-rfifin s1R-fin, svRTrueTrue svR-rfiTrueTrue siR-FalseFalserfi "
            "sdR-2 sbR-False3 sfR-6A swR-PFalse swR-rfiPFalse swFalse6P sTR-004 sTR-00fin swR-closed sxR-rfiA..be "
            "sxR-A..befin sxR-tellA..be syR-befin, szR-bebeen szR-6finrfi swR-rfi_closed sBR-P_A..be sER-ld_A..be "
            "sVR-6fintell sVR-tell"
        ),
        "within a clause",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "said",
        "Anna Bell",
        (
            "sL- sL-rfi sL-0 sL-0rfi s0LP s0L-rfiP s1L-Pfin svLTrueTrue svL-rfiTrueTrue siL-FalseFalserfi sdL-6 "
            "sl,rfiFalseFalse surfi.FalseTrue sqfinrfi sTL-000 sTL-00P swL-anna bell sxL-rfi sxL-P sxL-say "
            "syL-^Pfin szL-^ szL-0Prfi swL-rfi_anna bell sBL-N_ sEL-id_ sVL-0Psay sVL-say"
        ),
        "a sentence with another cue",
    ),
    (
        "Anna Bell, who owns a boat, has also said that the bridge in Oslo is safe.",
        "said",
        "the",
        (
            "sR-t sR-trfi sR-t0 sR-t0rfi s0Radj s0R-trfiadj s1R-tadjN svRTrueTrue svR-trfiTrueTrue "
            "siR-tFalseFalserfi sdR-t0 sbR-tFalse0 sfR-t0that sTR-t001 sTR-t00adj swR-tthe sxR-trfithat "
            "sxR-tthatadj sxR-tsaythat syR-tthatadjN szR-tthatthat szR-t0adjrfi swR-trfi_the sBR-tfil_that "
            "sER-tid_that sVR-t0adjsay sVR-tsay"
        ),
        "behind have also",
    ),
    (
        "Officials have never said whether the bridge is safe.",
        "have never said",
        "the",
        (
            "sR- sR-sfi sR-1 sR-1sfi s0Radj s0R-sfiadj s1R-adjN svRTrueTrue svR-sfiTrueTrue siR-FalseFalsesfi "
            "sdR-0 sbR-False1 sfR-1sub sTR-001 sTR-00adj swR-the sxR-sfisub sxR-subadj sxR-saysub syR-subadjN "
            "szR-subwhether szR-1adjsfi swR-sfi_the sBR-A_sub sER-id_sub sVR-1adjsay sVR-say"
        ),
        "silent",
    ),
    (
        "According to the report, the bridge is safe.",
        "According to",
        "the",
        (
            "sR, sR,p sR,1 sR,1p s0Radj s0R,padj s1R,adjN svRTrueTrue svR,pTrueTrue siR,TrueFalsep sdR,1 "
            "sbR,False1 sfR,1adj sTR,003 sTR,00adj swR,the sxR,padj_N_, sxR,adj_N_,adj sxR,adj_N_, syR,,adjN "
            "szR,,, szR,1adjp swR,p_the sBR,^_adj_N_, sER,ng_adj_N_, sVR,1adj"
        ),
        "behind whose words they are",
    ),
    (
        "The bridge, which Anna Bell said was safe, fell",
        "said",
        "The",
        (
            "sL- sL-rfi sL-0 sL-0rfi s0Ladj s0L-rfiadj s1L-adjN svLFalseTrue svL-rfiFalseTrue siL-FalseFalserfi "
            "sdL-1 sl,rfiFalseFalse surfibeFalseTrue sqNrfi sTL-000 sTL-00adj swL-the sxL-rfi sxL-adj sxL-say "
            "syL-^adjN szL-^ szL-0adjrfi swL-rfi_the sBL-P_ sEL-id_ sVL-0adjsay sVL-say"
        ),
        "around a relative clause",
    ),
]


@pytest.mark.parametrize(("text", "cue", "start", "features", "why"), START_FEATURES, ids=[row[-1] for row in START_FEATURES])
def test_features_of_a_beginning(text, cue, start, features, why):
    assert start_features_of(text, cue, start) == features, why


# text, cue, start, end, features, why
END_FEATURES = [
    (
        "Цех готов, сказал Орлов.",
        "сказал",
        "Цех",
        "готов",
        (
            "eLE eLErfi- eLE, e0LE,fin e0LE-,fin e1LE,finP ecLE- ec-rfi- elLEfin eTnn- eTnn-- ebETrueFalserfi "
            "ebE$$TrueFalse etErfi$$ ezE4False eVLEсказать"
        ),
        "before the cue",
    ),
    (
        "Цех готов, сказал Орлов, и полон.",
        "сказал",
        "Цех",
        "полон",
        (
            "eLF eLFrfi- eLF- e0LF-$ e0LF--$ e1LF-$ ecLF- ec-rfi- elLFfin eTnn$ eTnn$- ebFTrueTruerfi "
            "ebF,andTrueTrue etFrfi,and ezF1True eVLFсказать"
        ),
        "at the end, after an inserted cue",
    ),
    (
        "Цех, сказал Орлов, готов и полон.",
        "сказал",
        "Цех",
        "Орлов",
        (
            "eLA eLArfi- eLA, e0LA,fin e0LA-,fin e1LA,finand ecLA- ec-rfi- elLAP eT--n eT--n- ebAFalseTruerfi "
            "ebA,finFalseTrue etArfi,fin ezA0True eVLAсказать"
        ),
        "after the cue",
    ),
    (
        "Цех готов, но, сказал Орлов, пуст.",
        "сказал",
        "Цех",
        "готов",
        (
            "eLi eLirfi- eLi, e0Li,but e0Li-,but e1Li,but, ecLi- ec-rfi- elLifin eTnnn eTnnn- ebiTrueTruerfi "
            "ebi,finTrueTrue etirfi,fin ezi4True eVLiсказать"
        ),
        "further left than the cue",
    ),
    (
        "Орлов сказал, что цех готов, добавила Белова.",
        "сказал",
        "цех",
        "готов",
        (
            "eRi eRirfit eRi, e0Ri,fin e0Rit,fin e1Ri,finP ecRirfiTrueFalseFalse ectrfirfiTrueFalseFalse elRifin "
            "eTnn- eTnn-t eVRiсказать"
        ),
        "before an inverted cue",
    ),
    (
        "Орлов сказал, что цех готов, Белова добавила, что он пуст.",
        "сказал",
        "цех",
        "готов",
        (
            "eRi eRirfit eRi, e0Ri,P e0Rit,P e1Ri,Pfin ecRirfiFalseTrueTrue ectrfirfiFalseTrueTrue elRifin eTnnn "
            "eTnnnt eVRiсказать"
        ),
        "before a cue with its subject and clause",
    ),
    (
        "Орлов сказал, что цех готов и строят склад.",
        "сказал",
        "цех",
        "готов",
        ("eRi eRirfit eRi- e0Ri-and e0Rit-and e1Ri-andfin ecRi- ectrfi- elRifin eTnnn eTnnnt eVRiсказать"),
        "without a mark",
    ),
    (
        "По словам Орлова, цех готов, а склад строят.",
        "По словам",
        "цех",
        "строят",
        ("eRF eRFp, eRF- e0RF-$ e0RF,-$ e1RF-$ ecRF- ec,p- elRFfin eTnn$ eTnn$,"),
        "after a phrase, to the end",
    ),
    (
        "Орлов сказал, что цех, как добавила Белова, готов.",
        "сказал",
        "цех",
        "цех",
        (
            "eRi eRirfit eRi, e0Ri,as e0Rit,as e1Ri,asfin ecRirfiFalseFalseFalse ectrfirfiFalseFalseFalse elRiNn "
            "eT--n eT--nt eVRiсказать"
        ),
        "before an inserted cue",
    ),
    (
        "Орлов сказал, что цех готов, а вчера добавил, что он пуст.",
        "сказал",
        "цех",
        "готов",
        (
            "eRi eRirfit eRi, e0Ri,but e0Rit,but e1Ri,butfil ecRirfiTrueTrueFalse ectrfirfiTrueTrueFalse elRifin "
            "eTnnn eTnnnt eVRiсказать"
        ),
        "before a cue after connectives",
    ),
    (
        "Орлов сказал, что цех готов, пуст и нов, а Белова добавила.",
        "сказал",
        "цех",
        "готов",
        ("eRi eRirfit eRi, e0Ri,fin e0Rit,fin e1Ri,finand ecRi- ectrfi- elRifin eTnnn eTnnnt eVRiсказать"),
        "before words without a cue",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "said",
        "The",
        "safe",
        (
            "eLE eLErfi- eLE, e0LE,P e0LE-,P e1LE,Pfin ecLE- ec-rfi- elLEadj eTnnp eTnnp- ebETrueTruerfi "
            "ebE,partTrueTrue etErfi,part ezE1True erPLE,P erP,P10 evis_-,P evid_-,P1 euadj_P, ewLE,anna bell "
            "ewLE,anna bell-1 ewsay,anna bell ewadj,anna bell exLE,P10 exLE,P4- exsay,P1 exrfi,P10 ezadj,P14 "
            "ez1LE,P1 eA,anna bell_said eC1,P1 eC1,anna bell eD,Pfinprep eF4_10,P eF10,anna bell eF4_,anna bell "
            "eK1,P eVLEsay"
        ),
        "before an English cue",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "said",
        "The",
        "closed",
        (
            "eLF eLFrfi- eLF- e0LF-$ e0LF--$ e1LF-$ ecLF- ec-rfi- elLFfin eTnp$ eTnp$- ebFTrueTruerfi "
            "ebF,partTrueTrue etFrfi,part ezF1True erPLF-$ erP-$10 evis_--$ evid_--$1 euadj_$- ewLF-$ ewLF-$-1 "
            "ewsay-$ ewfin-$ exLF-$10 exLF-$16- exsay-$1 exrfi-$10 ezadj-$116 ez2LF-$1 eA-$_$ eC0-$1 eC0-$ eD-$$$ "
            "eF16_0-$ eF0-$ eF16_-$ eK1-$ eVLFsay"
        ),
        "around it",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        "the",
        "closed",
        (
            "eRi eRirfi- eRi, e0Ri,but e0Ri-,but e1Ri,butadj ecRi- ec-rfi- elRifin eTppp eTppp- erPRi,but "
            "erP,but11 evhad_was,but evld_was,but1 euadj_but, ewRi,but ewRi,but-1 ewtell,but ewfin,but exRi,but11 "
            "exRi,but4- extell,but1 exrfi,but11 ezadj,but14 ez1Ri,but1 eA,but_the eC1,but1 eC1,but eD,butadjN "
            "eF4_6,but eF6,but eF4_,but eK1,but eVRitell"
        ),
        "before a conjunction and a verb",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "told",
        "the",
        "open",
        (
            "eRi eRirfi- eRi, e0Ri,adj e0Ri-,adj e1Ri,adjN ecRirfiFalseFalseFalse ec-rfirfiFalseFalseFalse "
            "elRifin eTpn- eTpn-- erPRi,adj erP,adj10 evhad_-,adj evld_-,adj1 euadj_adj, ewRi,the ewRi,the-1 "
            "ewtell,the ewfin,the exRi,adj10 exRi,adj10- extell,adj1 exrfi,adj10 ezadj,adj110 ez2Ri,adj1 "
            "eA,the_report eC0,adj1 eC0,the eD,adjNfin eF10_3,adj eF3,the eF10_,the eK1,adj eVRitell"
        ),
        "before another cue",
    ),
    (
        "Anna Bell told reporters Thursday the bridge had been closed, but the road was open, the report said.",
        "said",
        "the",
        "open",
        (
            "eLE eLErfi, eLE, e0LE,adj e0LE,,adj e1LE,adjN ecLE- ec,rfi- elLEfin eTpn- eTpn-, ebETrueFalserfi "
            "ebE$$TrueFalse etErfi$$ ezE8False eradjLE,adj eradj,adj10 evwas_-,adj evid_-,adj1 euadj_adj, "
            "ewLE,the ewLE,the,1 ewsay,the ewfin,the exLE,adj10 exLE,adj4, exsay,adj1 exrfi,adj10 ezadj,adj14 "
            "ez1LE,adj1 eA,the_report eC0,adj1 eC0,the eD,adjNfin eF4_3,adj eF3,the eF4_,the eK1,adj eVLEsay"
        ),
        "before a cue, of two clauses",
    ),
    (
        "Anna Bell, who owns a boat, has also said that the bridge in Oslo is safe.",
        "said",
        "the",
        "safe",
        (
            "eRF eRFrfit eRF- e0RF-$ e0RFt-$ e1RF-$ ecRF- ectrfi- elRFadj eTnn$ eTnn$t erhaveRF-$ erhave-$10 "
            "evis_--$ evid_--$1 euadj_$- ewRF-$ ewRF-$t1 ewsay-$ ewadj-$ exRF-$10 exRF-$6t exsay-$1 exrfi-$10 "
            "ezadj-$16 ez0RF-$1 eA-$_$ eC0-$1 eC0-$ eD-$$$ eF6_0-$ eF0-$ eF6_-$ eK1-$ eVRFsay"
        ),
        "behind have also, to the end",
    ),
    (
        "According to the report, the bridge is safe.",
        "According to",
        "the",
        "safe",
        (
            "eRF eRFp, eRF- e0RF-$ e0RF,-$ e1RF-$ ecRF- ec,p- elRFadj eTnn$ eTnn$, erpartRF-$ erpart-$10 evis_--$ "
            "evng_--$1 euadj_$- ewRF-$ ewRF-$,1 ew-$ ewadj-$ exRF-$10 exRF-$4, ex-$1 exp-$10 ezadj-$14 ez0RF-$1 "
            "eA-$_$ eC0-$1 eC0-$ eD-$$$ eF4_0-$ eF0-$ eF4_-$ eK1-$"
        ),
        "English, according to",
    ),
    (
        "The bridge is safe, Anna Bell said on Monday, adding that the road was closed.",
        "adding",
        "the",
        "closed",
        (
            "eRF eRFrget eRF- e0RF-$ e0RFt-$ e1RF-$ ecRF- ectrge- elRFfin eTpp$ eTpp$t erpartRF-$ erpart-$10 "
            "evwas_--$ evng_--$1 euadj_$- ewRF-$ ewRF-$t1 ewadd-$ ewfin-$ exRF-$10 exRF-$4t exadd-$1 exrge-$10 "
            "ezadj-$14 ez0RF-$1 eA-$_$ eC0-$1 eC0-$ eD-$$$ eF4_0-$ eF0-$ eF4_-$ eK1-$ eVRFadd"
        ),
        "an English participle, to the end",
    ),
    (
        "The bridge, which Anna Bell said was safe, fell",
        "said",
        "The",
        "safe",
        (
            "eLA eLArfi- eLA, e0LA,fin e0LA-,fin e1LA,fin$ ecLA- ec-rfi- elLAadj eTppp eTppp- ebAFalseTruerfi "
            "ebA,finFalseTrue etArfi,fin ezA1True ersubLA,fin ersub,fin11 evwas_ll,fin evid_ll,fin1 euadj_fin, "
            "ewLA,fell ewLA,fell-1 ewsay,fell ewadj,fell exLA,fin11 exLA,fin6- exsay,fin1 exrfi,fin11 ezadj,fin16 "
            "ez2LA,fin1 eA,fell_$ eC0,fin1 eC0,fell eD,fin$$ eF6_1,fin eF1,fell eF6_,fell eK1,fin eVLAsay"
        ),
        "before the verb of the sentence",
    ),
    (
        "Bell said the bridge has long been unsafe, it was old, it was ugly, and it should close, but others disagreed.",
        "said",
        "the",
        "unsafe",
        (
            "eRi eRirfi- eRi, e0Ri,pro e0Ri-,pro e1Ri,probe ecRi- ec-rfi- elRiadj eTnnp eTnnp- erNRi,pro "
            "erN,pro11 evhas_was,pro evid_was,pro1 euadj_it, ewRi,it ewRi,it-1 ewsay,it ewadj,it exRi,pro11 "
            "exRi,pro6- exsay,pro1 exrfi,pro11 ezadj,pro16 ez1Ri,pro1 eA,it_was eC3,pro1 eC3,it eD,probeadj "
            "eF6_16,pro eF16,it eF6_,it eK1,pro eVRisay"
        ),
        "of many clauses the first",
    ),
    (
        "Bell said the bridge has long been unsafe, it was old, it was ugly, and it should close, but others disagreed.",
        "said",
        "the",
        "ugly",
        (
            "eRi eRirfi- eRi, e0Ri,and e0Ri-,and e1Ri,andpro ecRi- ec-rfi- elRiadj eTnpn eTnpn- erNRi,and "
            "erN,and11 evhas_should,and evid_should,and1 euadj_and, ewRi,and ewRi,and-1 ewsay,and ewadj,and "
            "exRi,and11 exRi,and10- exsay,and1 exrfi,and11 ezadj,and110 ez3Ri,and1 eA,and_it eC1,and1 eC1,and "
            "eD,andpromodal eF10_6,and eF6,and eF10_,and eK1,and eVRisay"
        ),
        "of many clauses the third",
    ),
]


@pytest.mark.parametrize(
    ("text", "cue", "start", "end", "features", "why"), END_FEATURES, ids=[row[-1] for row in END_FEATURES]
)
def test_features_of_an_end(text, cue, start, end, features, why):
    assert end_features_of(text, cue, start, end) == features, why


# text, for nobody's words (0), without a cue (1), by the cue of the sentence before (2), by a cue (3 on), features, why
QUOTED_FEATURES = [
    (
        "«Мы победили», — сказал Орлов.",
        0,
        (
            "N N-2U01 N>,—fin Nk12U01 Nk12U01out^ N^_,2U01 Nos2 Nos2out Nos2^ NooU- NooU-out NooU-^ Nov1U "
            "Nov1Uout Nov1U^ Nop1 Nop1out Nop1^ Nog2U01 Nog2U01out Nog2U01^ NocI NocIout NocI^ Nof00 Nof00out "
            "Nof00^"
        ),
        "against words before a dash",
    ),
    ("«Мы победили», — сказал Орлов.", 1, "Z Zk12U01 Zk12U01out^ Zcmarks00010 Zcmarks000102U01 Z^_,", "for them without a cue"),
    ("«Мы победили», — сказал Орлов.", 2, "never", "no cue is in the sentence before"),
    (
        "«Мы победили», — сказал Орлов.",
        3,
        (
            "Q Q>,—fin QpFalse^^ QpFalserfiL Qcmarks00010 rL,—rfi rfL,—marks riLTrueL,— rdL1 rdL1rfi rnTrueLrfi "
            "rcFalseout rcFalseFalserfi roFalseout rlсказать rlсказатьL rlсказать2U01"
        ),
        "for the cue after them",
    ),
    ("Орлов сказал:\n«Мы победили».", 1, "never", "the sentence before introduces them"),
    ("Орлов сказал:\n«Мы победили».", 2, "B Brfi Brfi2U01 Bcmarks11010 Bcmarks11010rfi", "by its cue"),
    (
        "Белов ушёл, а Орлов сказал: «Победили „Север“ и „Юг“ в трёх матчах подряд!»",
        0,
        (
            "N N-6U11 N>$$ Nk16U11 Nk16U11out: N:_$6U11 Nos6 Nos6out Nos6: NooU! NooU!out NooU!: Nov1U Nov1Uout "
            "Nov1U: Nop0 Nop0out Nop0: Nog6U11 Nog6U11out Nog6U11: Nocfin Nocfinout Nocfin: Nof00 Nof00out Nof00:"
        ),
        "against words after a colon",
    ),
    (
        "Белов ушёл, а Орлов сказал: «Победили „Север“ и „Юг“ в трёх матчах подряд!»",
        4,
        (
            "Q Q>$$ QpFalse:fin QpFalserfiR Qcmarks00010 rR:rfi rfR:marks riRFalseR: rdR0 rdR0rfi rnTrueRrfi rcFalseout "
            "rcFalseFalserfi roFalseout rlсказать rlсказатьR rlсказать6U11"
        ),
        "for the cue before them",
    ),
    (
        "Белов ушёл, а Орлов сказал: «Победили „Север“ и „Юг“ в трёх матчах подряд!»",
        3,
        (
            "Q Q>$$ QpFalse:fin QpFalseofiR Qcmarks00010 rR,:ofi rfR,:marks riRFalseR,: rdR2 rdR2ofi rnFalseRofi "
            "rcFalseout rcFalseFalseofi roFalseout rlуйти rlуйтиR rlуйти6U11"
        ),
        "for another verb",
    ),
    (
        "«Мы победили», — сказал Орлов. — «Осталось ещё 5 матчей».",
        1,
        "Z Zk12U01 Zk12U01out^ Zcmarks00010 Zcmarks000102U01 Z^_,",
        "soon after other quoted words",
    ),
    (
        "Вышел фильм «Наш Дом», сказал Орлов.",
        0,
        (
            "N Nnamed2U00 N>,finP Nk12U00 Nk12U00outNn NNn_,2U00 Nos2 Nos2out Nos2Nn NooU- NooU-out NooU-Nn Nov0U "
            "Nov0Uout Nov0UNn Nop1 Nop1out Nop1Nn Nog2U00 Nog2U00out Nog2U00Nn NocI NocIout NocINn Nof01 Nof01out "
            "Nof01Nn"
        ),
        "a name after its noun",
    ),
    (
        "Шли с лозунгом «мир», добавил Орлов.",
        0,
        (
            "N Nsays1l00 N>,finP Nk11l00 Nk11l00outN NN_,1l00 Nos1 Nos1out Nos1N Nool- Nool-out Nool-N Nov0l "
            "Nov0lout Nov0lN Nop0 Nop0out Nop0N Nog1l00 Nog1l00out Nog1l00N NocNn NocNnout NocNnN Nof00 Nof00out "
            "Nof00N"
        ),
        "after a noun for what is said",
    ),
    (
        "Газета «Times» и «...» вышли.",
        0,
        (
            "N Nnamed1U00 N>andQ Nk01U00 Nk01U00outNn NNn_and1U00 Nos1 Nos1out Nos1Nn NooU- NooU-out NooU-Nn "
            "Nov0U Nov0Uout Nov0UNn Nop0 Nop0out Nop0Nn Nog1U00 Nog1U00out Nog1U00Nn Nocx Nocxout NocxNn Nof10 "
            "Nof10out Nof10Nn"
        ),
        "another script",
    ),
    ("Вышло «...».", 0, "N N-0 N>.$$ Nk00 Nk00outfin Nfin_.0 No0 No0out No0fin", "no word"),
    (
        "Прошёл слух «Победили», и «Ура» кричал Орлов.",
        1,
        "Z Zk11U01 Zk11U01outNn Zcmarks00010 Zcmarks000101U01 ZNn_,",
        "others beside them",
    ),
    (
        '"It is safe," Bell said, calling the road "a very bad joke."',
        0,
        (
            "N N-3U10 N>,Nfin Nk23U10 Nk23U10out^ N^_,3U10 Nos3 Nos3out Nos3^ NooU, NooU,out NooU,^ Nov0U "
            "Nov0Uout Nov0U^ Nop0 Nop0out Nop0^ Nog3U10 Nog3U10out Nog3U10^ Nocpro Nocproout Nocpro^ Nof00 "
            "Nof00out Nof00^"
        ),
        "English words that are nobody's",
    ),
    (
        '"It is safe," Bell said, calling the road "a very bad joke."',
        1,
        ("Z Zk23U10 Zk23U10out^ Zcmarks00010 Zcmarks000103U10 Z^_,"),
        "English words that no cue attributes",
    ),
    (
        '"It is safe," Bell said, calling the road "a very bad joke."',
        3,
        (
            "Q Q>,Nfin QpFalse^^ QpFalserfiL Qcmarks00010 rL,rfi rfL,marks riLFalseL, rdL1 rdL1rfi rnTrueLrfi "
            "rcFalseout rcFalseFalserfi roFalseout rlsay rlsayL rlsay3U10"
        ),
        "English words with a cue",
    ),
    (
        'She spoke on "State of the Union" and said it was safe.',
        0,
        (
            "N N-4U00 N>andfin Nk24U00 Nk24U00outprep Nprep_and4U00 Nos4 Nos4out Nos4prep NooU- NooU-out "
            "NooU-prep Nov0U Nov0Uout Nov0Uprep Nop0 Nop0out Nop0prep Nog4U00 Nog4U00out Nog4U00prep NocN NocNout "
            "NocNprep Nof01 Nof01out Nof01prep"
        ),
        "a title",
    ),
    (
        'Bell said she read "The Bridge and the Road" twice.',
        0,
        (
            "N N-4U00 N>adj. Nk24U00 Nk24U00outfin Nfin_adj4U00 Nos4 Nos4out Nos4fin NooU- NooU-out NooU-fin "
            "Nov0U Nov0Uout Nov0Ufin Nop0 Nop0out Nop0fin Nog4U00 Nog4U00out Nog4U00fin Nocadj Nocadjout "
            "Nocadjfin Nof01 Nof01out Nof01fin"
        ),
        "a title with an article",
    ),
]


@pytest.mark.parametrize(("text", "row", "features", "why"), QUOTED_FEATURES, ids=[row[-1] for row in QUOTED_FEATURES])
def test_features_of_quoted_words(text, row, features, why):
    assert quoted_features_of(text, row) == features, why


# text, of each candidate the words, the name and its sort, case, governor, gender and number, why
CANDIDATES = [
    (
        "Директор завода Иван Орлов сказал: цех готов.",
        [("Директор завода Иван Орлов", "Иван Орлов", "A Y - ?s")],
        "role, body, name",
    ),
    (
        "Орлов, Белова и «Север» ушли.",
        [("Орлов", "Орлов", "P y - ms"), ("Белова", "Белова", "P y - fs"), ("«Север»", "", "Q y - ms")],
        "names",
    ),
    ("Его адвокат ушёл.", [("Его адвокат", "", "A Y - ?s")], "possessive before a noun"),
    ("Он ушёл, а она и они нет.", [("Он", "", "pro y - ms"), ("она", "", "pro y - fs"), ("они", "", "pro y - ?p")], "pronouns"),
    (
        "Врач, который лечил его, ушёл.",
        [("Врач", "", "A Y - ?s"), ("который", "", "rel y - ?s"), ("его", "", "pro n - ms")],
        "relative",
    ),
    ("В сообщении министерства сказано о цехе.", [("сообщении министерства", "", "D n l ns")], "document"),
    ("На сайте министерства пишет Орлов.", [("сайте министерства", "", "B n l ms"), ("Орлов", "Орлов", "P y - ms")], "channel"),
    (
        "По словам врачей Иван Орлов здоров.",
        [("врачей", "", "A n g ?p"), ("Иван Орлов", "Иван Орлов", "P y g ms")],
        "name in another case than its head",
    ),
    ("Один из соседей и многие ушли.", [("Один из соседей", "", "M y - ms"), ("многие", "", "M Y - ?p")], "parts of a group"),
    (
        "Источник в правительстве, близкий к мэрии, ушёл.",
        [("Источник в правительстве, близкий к мэрии", "", "S y - ms")],
        "source",
    ),
    ("Источник в среду сообщил о цехе.", [("Источник", "", "S y - ms")], "source and a time"),
    (
        "Директор по связям с общественностью Анна Ильина ушла.",
        [("Директор по связям с общественностью Анна Ильина", "Анна Ильина", "A Y - ?s")],
        "role with a prepositional phrase",
    ),
    (
        "По словам директора по связям с прессой Анны Ильиной, цех готов.",
        [("директора", "", "A y g ?s"), ("прессой Анны Ильиной", "", "B n p fs"), ("Анны Ильиной", "Анна Ильина", "P n g fs")],
        "likewise in another case",
    ),
    (
        "Пользователь под ником Волк ушёл.",
        [("Пользователь под ником Волк", "", "S Y - ms"), ("Волк", "Волк", "P y g ms")],
        "alias",
    ),
    ("Владелец сгоревшего в мае киоска ушёл.", [("Владелец", "", "A Y - ?s")], "modifier with words of its own"),
    (
        "Знакомый с ним делец ушёл.",
        [("ним", "", "pro n p ?p"), ("делец", "", "A y p ?p")],
        "modifier with words of its own before the noun",
    ),
    ("Представитель МИД РФ ушёл.", [("Представитель МИД РФ", "", "S Y - ms")], "abbreviations"),
    ("Газета The Times пишет.", [("Газета The Times", "The Times", "B Y - fs")], "another script"),
    ("Директор и совладелец завода ушёл.", [("Директор", "", "A Y - ?s"), ("совладелец завода", "", "A Y - ?s")], "and"),
    ("Куратор музея и галереи По ушёл.", [("Куратор музея", "", "A Y - ?s")], "undeclined name"),
    ("В среду Монти сообщил.", [("Монти", "Монти", "P y - ?s")], "undeclined name after a time"),
    (
        "До заявления Монти цех стоял.",
        [("заявления Монти", "", "D y p n?"), ("Монти", "Монти", "P y p ?s")],
        "undeclined name after a noun of speech",
    ),
    (
        "В полученном «Севером» письме пишут о цехе.",
        [("«Севером»", "", "Q n p ?s"), ("письме", "", "D n l ns")],
        "a quoted name within",
    ),
    ("Со ссылкой на полицию пишет «Север».", [("полицию", "", "B n s fs"), ("«Север»", "", "Q y - ms")], "source of a relay"),
    ("По информации от полиции, цех готов.", [("полиции", "", "B n f fs")], "givers"),
    (
        "Компания «Новые дороги Севера и Юга и всей большой страны целиком вокруг» растёт.",
        [("Компания «Новые дороги Севера и Юга и всей большой страны целиком вокруг»", "", "O Y - fs")],
        "too long a quotation",
    ),
    ("Москва платит, а минчане нет.", [("Москва", "", "L Y - fs"), ("минчане", "", "A Y - ?p")], "place"),
    ("ПДД нарушил Шарик.", [("Шарик", "", "x y - ms")], "capital"),
    ("Профсоюз врачей Минска платит.", [("Профсоюз врачей Минска", "", "B y - ms")], "dependents"),
    ("Актриса Белова и актёр ушли.", [("Актриса Белова", "Белова", "A Y - ?s"), ("актёр", "", "A Y - ?s")], "genders"),
    (
        "Иван Орлов и Пётр Белов ушли, а Белова осталась.",
        [("Иван Орлов", "Иван Орлов", "P y - ms"), ("Пётр Белов", "Пётр Белов", "P y - ms"), ("Белова", "Белов", "P n - ms")],
        "several names",
    ),
    (
        "Глава МИД РФ и МВД Иван Орлов ушёл.",
        [("Глава МИД РФ", "", "A Y - ?s"), ("МВД Иван Орлов", "Иван Орлов", "O y - ns")],
        "a name after abbreviations",
    ),
    ("Тренер «Севера» Орлов ушёл.", [("Тренер «Севера» Орлов", "Орлов", "A Y - ?s")], "a quoted name before a name"),
    (
        "Несколько участников и большинство из них ушли.",
        [("Несколько участников", "", "M n - ??"), ("большинство из них", "", "M y - ns")],
        "words of quantity",
    ),
    (
        "Свидетели из Минска и пользователь под именем ушли.",
        [("Свидетели из Минска", "", "S Y - mp"), ("пользователь под именем", "", "S Y - ms")],
        "sources of a place",
    ),
    ("Его и её адвокаты ушли.", [("Его", "", "pro n - ms"), ("её адвокаты", "", "A Y - ?p")], "two possessives"),
    ("Новый, старый и третий врачи ушли.", [("третий врачи", "", "A Y - ?p")], "modifiers"),
    (
        "Самый новый врач больницы Минска ушёл.",
        [("Самый новый врач больницы Минска", "", "A Y - ?s")],
        "modifiers before, dependents after",
    ),
    (
        "Врач по работе и отдыху вчера встретил Анну Белову.",
        [("Врач", "", "A Y - ?s"), ("Анну Белову", "Анна Белова", "P n - fs")],
        "no name of another clause",
    ),
    (
        "Сторонник и друг главы ушёл.",
        [("Сторонник", "", "A Y - ?s"), ("друг главы", "", "A Y - ?s")],
        "a conjunction and a dependent",
    ),
    (
        "Об этом пишет Sever Daily в Минске.",
        [("Sever Daily", "", "O = - ??"), ("Минске", "", "L n l ms")],
        "words of another script",
    ),
    (
        "Компания «Север» и завод «Юг» растут.",
        [("Компания «Север»", "", "O Y - fs"), ("завод «Юг»", "", "O y - ms")],
        "bodies with quoted names",
    ),
    ("«север» и «Север» растут.", [("«Север»", "", "Q y - ms")], "a quoted word in small letters"),
    (
        "Врачи из Минска не приехали к врачам.",
        [("Врачи", "", "A Y - ?p"), ("Минска", "", "L n p ms"), ("врачам", "", "A n p ?p")],
        "plurals",
    ),
]


@pytest.mark.parametrize(("text", "candidates", "why"), CANDIDATES, ids=[row[-1] for row in CANDIDATES])
def test_who_may_speak(text, candidates, why):
    assert candidates_of(text) == candidates, why


# text, cue, expected, why
EXPECTED = [
    ("Цех готов, сказал Орлов.", "сказал", "Орлов", "after an inverted verb"),
    ("Орлов сказал, что Белов ушёл.", "сказал", "Орлов", "before the verb"),
    ("Орлов и Белова, как сказала врач, ушли.", "сказала", "врач", "what agrees"),
    ("В компании сказали, что Орлов ушёл.", "сказали", "компании", "a body where it is said"),
    ("В полиции сообщается, что Орлов ушёл.", "сообщается", "полиции", "a passive"),
    ("Сообщается, что Орлов ушёл.", "Сообщается", None, "a passive without a source"),
    ("Ушёл Орлов, сказавший, что Белов рад.", "сказавший", "Орлов", "a participle"),
    ("Орлов ушёл, сказав, что Белов рад.", "сказав", "Орлов", "a gerund"),
    ("По словам Орлова, Белов ушёл.", "По словам", "Орлова", "a phrase"),
    ("Белов, по его словам, ушёл.", "по его словам", "его", "a possessive within a phrase"),
    ("ТАСС передаёт со ссылкой на полицию, что Орлов ушёл.", "передаёт", "полицию", "a relay with its source"),
    ("Орлов: цех готов", ":", "Орлов", "a headline"),
    ("ТАСС цитирует Орлова.", "цитирует", "Орлова", "the object of a verb of citing"),
    ("ТАСС приводит слова Орлова.", "приводит слова", "Орлова", "what depends on the noun"),
    ("ТАСС приводит его слова.", "приводит его слова", "его", "a possessive"),
    ("«Мы победили», — Орлов.", "", "Орлов", "after a dash"),
    ("Орлов: «Мы победили».", "", "Орлов", "before a colon"),
    ("Орлов и «Мы победили» рядом.", "", None, "no mark"),
    ("Белова сказала Орлову, что цех готов.", "сказала", "Белова", "not who is told"),
    ("О цехе сказал вчера, уходя, Орлов.", "сказал", None, "further behind"),
    ("Орлов ушёл, но сказал, что Белов рад.", "сказал", "Орлов", "in the clause before"),
]


@pytest.mark.parametrize(("text", "cue", "expected", "why"), EXPECTED, ids=[row[-1] for row in EXPECTED])
def test_whom_the_order_of_words_suggests(text, cue, expected, why):
    assert expected_of(text, cue) == expected, why


# text, cue, the head of the candidate, or one of the two that are no words, features, why
SPEAKER_FEATURES = [
    (
        "Директор завода Иван Орлов сказал, что Белов ушёл.",
        "сказал",
        "nobody",
        "0 0rfii 0rfiiFalse 0rfiiSingMasc 0lсказать 0c1rfii 0rfiiTrue 0rfi>,that 0rfie,True",
        "nobody",
    ),
    ("Директор завода Иван Орлов сказал, что Белов ушёл.", "сказал", "unnamed", "Z Zrfii", "whoever is not named"),
    (
        "Директор завода Иван Орлов сказал, что Белов ушёл.",
        "сказал",
        "Директор",
        (
            "sAn sArfii fAY-rfi fAY-rfiiL mL mLrfi mLrfiiY- ayrfi ayAYL v0LFalse v0Lrfi iFalserfii iFalseLA "
            "wSingMascAy xp1 xp1L xp1rfii E Erfi ErfiA q1L q1LrfiA qTrueTrueLrfi"
        ),
        "the subject with its name",
    ),
    (
        "Директор завода Иван Орлов сказал, что Белов ушёл.",
        "сказал",
        "Белов",
        (
            "sP sPrfii fPy-rfi fPy-rfiiR mR, mR,rfi mR,rfiiy- ayrfi ayPyR v0RTrue v0R,rfi iFalserfii iFalseRP "
            "wSingMascPy xp1 xp1R xp1rfii"
        ),
        "a name in another clause",
    ),
    (
        "Цех готов, сказал Орлов.",
        "сказал",
        "Орлов",
        (
            "sP sPrfii fPy-rfi fPy-rfiiR mR mRrfi mRrfiiy- ayrfi ayPyR v0RFalse v0Rrfi iFalserfii iFalseRP "
            "wSingMascPy xp1 xp1R xp1rfii E Erfi ErfiP q1R q1RrfiP qTrueTrueRrfi"
        ),
        "after an inverted verb",
    ),
    (
        "По словам полиции, Орлов ушёл.",
        "По словам",
        "полиции",
        (
            "sB sBpi fBngp fBngpiR mR mRp mRping a-p a-BnR v0RFalse v0Rp iFalsepi iFalseRB w-B- xo1 xo1R xo1pi E "
            "Ep EpB q1R q1RpB qTrueTrueRp"
        ),
        "after a phrase",
    ),
    (
        "Орлов ушёл. Орлов вернулся. Орлов и Белова рядом, сказал Орлов.",
        "сказал",
        "Белова",
        (
            "sP sPrfii fPy-rfi fPy-rfiiL mL, mL,rfi mL,rfiiy- anrfi anPyL v0LTrue v0L,rfi iFalserfii iFalseLP "
            "wSingMascPn xp1 xp1L xp1rfii"
        ),
        "who does not agree",
    ),
    (
        "«Мы победили», — врач Орлов.",
        "",
        "врач",
        (
            "sAn sAzdash fAY-z fAY-zdashR mR— mR—z mR—zdashY- a-z a-AYR v0RTrue v0R—z iFalsezdash iFalseRA w-A- "
            "xp1 xp1R xp1zdash E Ez EzA zdashR—1"
        ),
        "beside quoted words without a cue",
    ),
    (
        "Сообщили, что цех готов.",
        "Сообщили",
        "nobody",
        "0 0rfii 0rfiiTrue 0rfiiPlur? 0lсообщить 0c0rfii 0rfiiTrue 0rfi>,that 0rfie,False",
        "no candidate at all",
    ),
]


@pytest.mark.parametrize(
    ("text", "cue", "words", "features", "why"), SPEAKER_FEATURES, ids=[row[-1] for row in SPEAKER_FEATURES]
)
def test_features_of_a_speaker(text, cue, words, features, why):
    assert speaker_features_of(text, cue, words) == features, why


# text, the head of a candidate, the words that it is, why
RESOLVED = [
    ("Врач, который лечил его, ушёл.", "который", "Врач", "the noun before a relative pronoun"),
    ("По словам врача, Ивана Орлова, цех готов.", "врача", "Ивана Орлова", "a name after a comma"),
    ("Анна Белова, врач и блогер, сказала об этом.", "врач", "Анна Белова", "a name before a comma"),
    ("Врач и блогер — Анна Белова — сказала об этом.", "Врач", "Анна Белова", "a name after an equal"),
    ("Один из зрителей, 62-летний Иван Орлов, сказал об этом.", "Один", "Иван Орлов", "a modifier of the name"),
    ("Врач, Ивана Орлова лечивший, ушёл.", "Врач", "Врач", "another case"),
    ("Врач сказал об этом.", "Врач", "Врач", "nothing beside it"),
    ("Врач Иван Орлов сказал об этом.", "Врач", "Врач Иван Орлов", "a name of its own"),
]


@pytest.mark.parametrize(("text", "words", "resolved", "why"), RESOLVED, ids=[row[-1] for row in RESOLVED])
def test_which_words_the_grammar_says_a_candidate_is(text, words, resolved, why):
    assert resolved_of(text, words) == resolved, why


# text, cue, the head of words that name nobody, or none of a dropped subject, names, why
REFERENTS = [
    (
        "Иван Орлов ушёл. Анна Белова осталась. Он сказал, что рад.",
        "сказал",
        "Он",
        ["Анна Белова", "Иван Орлов"],
        "people before a pronoun",
    ),
    (
        "Завод «Север» стоит. Иван Орлов ушёл. В компании сказали, что цех готов.",
        "сказали",
        "компании",
        ["Завод «Север»"],
        "bodies before the noun of a body",
    ),
    (
        "Мэр Минска Иван Орлов ушёл. Белов остался. Врач сказал, что рад.",
        "сказал",
        "Врач",
        ["Белов", "Иван Орлов"],
        "people before a role",
    ),
    (
        "Мэр Минска Иван Орлов ушёл. Белов остался. Мэр сказал, что рад.",
        "сказал",
        "Мэр",
        ["Белов", "Иван Орлов"],
        "whoever holds the title: the model decides",
    ),
    (
        "Мэр Анна Орлова ушла. Белов остался. Мэр сказал, что рад.",
        "сказал",
        "Мэр",
        ["Белов", "Анна Орлова"],
        "not a holder of the other sex",
    ),
    (
        "Актёр Иван Орлов ушёл. Мэр Пётр Белов остался. Губернатор сказал, что рад.",
        "сказал",
        "Губернатор",
        ["Пётр Белов", "Иван Орлов"],
        "whatever field they work in",
    ),
    (
        "Актёр Иван Орлов ушёл. Пётр Белов остался. Губернатор сказал, что рад.",
        "сказал",
        "Губернатор",
        ["Пётр Белов", "Иван Орлов"],
        "but them, too, where nobody is known to",
    ),
    (
        "Иван Орлов ушёл. Певица сказала, что рада.",
        "сказала",
        "Певица",
        [],
        "no man is called by a noun for women",
    ),
    (
        "Иван Орлов ушёл. Звезда сказала, что рада.",
        "сказала",
        "Звезда",
        ["Иван Орлов"],
        "but by one for both",
    ),
    (
        "Иван Орлов позвонил в полицию. Задержанный молчал. Он сказал, что рад.",
        "сказал",
        "Он",
        ["Иван Орлов", "задержанный"],
        "a participle that names nobody, before a pronoun",
    ),
    (
        "Бывший мэр Иван Орлов ушёл. Белов остался. Мэр сказал, что рад.",
        "сказал",
        "Мэр",
        ["Белов"],
        "who is no longer called so",
    ),
    ("Анна Белова ушла. Мать Беловой сказала, что рада.", "сказала", "Мать", [], "not who is within the words"),
    ("Иван Орлов ушёл. Сказал, что рад.", "Сказал", "", ["Иван Орлов"], "of a dropped subject"),
]


@pytest.mark.parametrize(("text", "cue", "words", "names", "why"), REFERENTS, ids=[row[-1] for row in REFERENTS])
def test_whom_words_may_mean(text, cue, words, names, why):
    assert candidates_for(text, cue, words) == names, why


# text, cue, the head of words, the name, why
EXPECTED_REFERENTS = [
    ("Иван Орлов ушёл. Анна Белова осталась. Он сказал, что рад.", "сказал", "Он", "Иван Орлов", "who agrees"),
    ("Иван Орлов ушёл. Пётр Белов остался. Он сказал, что рад.", "сказал", "Он", "Пётр Белов", "the nearest"),
    ("Ивана Орлова ждал Пётр Белов. Он сказал, что рад.", "сказал", "Он", "Пётр Белов", "the subject"),
    ("Иван Орлов ушёл. Белов остался, сказал он.", "сказал", "он", "Иван Орлов", "not who is in the words that it closes"),
]


@pytest.mark.parametrize(
    ("text", "cue", "words", "name", "why"), EXPECTED_REFERENTS, ids=[row[-1] for row in EXPECTED_REFERENTS]
)
def test_whom_the_nearest_sentence_suggests(text, cue, words, name, why):
    assert expected_referent_of(text, cue, words) == name, why


# text, cue, the head of words, the name or none for nobody named, features, why
REFERENT_FEATURES = [
    (
        "Иван Орлов ушёл. Анна Белова осталась. Он сказал, что рад.",
        "сказал",
        "Он",
        "",
        "0 0pro 0proTrue 0pros 0l 0kFalseTrue",
        "against all",
    ),
    (
        "Иван Орлов ушёл. Анна Белова осталась. Он сказал, что рад.",
        "сказал",
        "Он",
        "Иван Орлов",
        (
            "tppro fypro d2pro d2n1pro d2n11 qFalse2 n0pro n01y m1pro TFalseFalseproTrue TFalseFalse1True LFalse "
            "Fypron1 gNoneMascpro gNoneMasc ETruepro ETrueproTrue ETrue12 uTruepro uTrueproTruey MTruepro "
            "MTrueproTruey wFalse wFalsepro"
        ),
        "who agrees, two sentences before",
    ),
    (
        "Иван Орлов ушёл. Анна Белова осталась. Он сказал, что рад.",
        "сказал",
        "Он",
        "Анна Белова",
        (
            "tppro fnpro d1pro d1n1pro d1n10 qFalse1 n0pro n00n m1pro TFalseFalseproTrue TFalseFalse0True LFalse "
            "Fnpron1 gNoneFempro gNoneFem EFalsepro EFalseproTrue EFalse01 uTruepro uTrueproTruen MTruepro "
            "MTrueproTruen wFalse wFalsepro"
        ),
        "who does not",
    ),
    (
        "Мэр Минска Иван Орлов ждал Белова. Мэр Минска сказал, что рад.",
        "сказал",
        "Мэр",
        "Иван Орлов",
        (
            "tpA fyA d1A d1n1A d1n11 qFalse1 n0A n01y m1A TTrueTrueAFalse TTrueTrue1False LTrueмэр FyAn1 "
            "gMascMascA gMascMascмэр ETrueA ETrueAFalse ETrue11 uTrueA uTrueAFalsey MTrueA MTrueAFalsey wFalse "
            "wFalseA Cy Rhy Ry RyFalseTrue"
        ),
        "who has the title",
    ),
    (
        "Врач Иван Орлов ждал Белова. Мэр Минска сказал, что рад.",
        "сказал",
        "Мэр",
        "Белов",
        (
            "tpA fyA d1A d1oA d1o0 qFalse1 n0A n00y m1A TFalseFalseAFalse TFalseFalse0False LFalseмэр FyAo "
            "gMascMascA gMascMascмэр ETrueA ETrueAFalse ETrue01 uFalseA uFalseAFalsey MTrueA MTrueAFalsey wFalse "
            "wFalseA Cn Rhn R? R?FalseTrue"
        ),
        "who has not",
    ),
    (
        "Завод «Север» стоит. В компании сказали, что цех готов.",
        "сказали",
        "компании",
        "",
        ("0 0B 0BTrue 0B? 0lкомпания 0kFalseTrue"),
        "a body",
    ),
    (
        "Орлов ушёл. Сказал, что рад.",
        "Сказал",
        "",
        "Орлов",
        (
            "tpZ fyZ d1Z d1n1Z d1n10 qFalse1 n0Z n00y m1Z TFalseFalseZTrue TFalseFalse0True LFalsefinite FyZn1 "
            "gNoneMascZ gNoneMascfinite ETrueZ ETrueZTrue ETrue01 uTrueZ uTrueZTruey MTrueZ MTrueZTruey wFalse "
            "wFalseZ Zfinite0 Zfinite01"
        ),
        "a dropped subject",
    ),
    (
        "Газета «Труд» вышла. Источник газеты сказал, что рад. Источник добавил, что цех готов.",
        "добавил",
        "Источник",
        "",
        ("0 0S 0STrue 0Ss 0lисточник 0kFalseTrue 0Ro0 0RoFalseTrue"),
        "a source",
    ),
]


@pytest.mark.parametrize(
    ("text", "cue", "words", "name", "features", "why"), REFERENT_FEATURES, ids=[row[-1] for row in REFERENT_FEATURES]
)
def test_features_of_a_referent(text, cue, words, name, features, why):
    assert referent_features_of(text, cue, words, name) == features, why


# words, the sort of body, why
KINDS = [
    (["ведомство"], "ministry", "a noun that means one"),
    (["минтранс"], "ministry", "the beginning of a name"),
    (["российская", "компания"], "company", "a whole word before a beginning"),
    (["российский", "север"], "", "no beginning of an adjective"),
    (["север"], "", "a word that tells nothing"),
]


@pytest.mark.parametrize(("words", "kind", "why"), KINDS, ids=[row[-1] for row in KINDS])
def test_what_sort_of_body_words_mean(words, kind, why):
    assert WORDS.kind(words) == kind, why
