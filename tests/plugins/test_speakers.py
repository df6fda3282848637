"""What a candidate's words show of whom they mean, and the mention that they make by themselves.

The words stand in the last sentence of a text; of several cues it is the first one's speaker who is asked for.
"""

import pytest

from newsfacts import Analysis, Article, Pipeline
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speakers import Speakers, dropped, resolved
from newsfacts_quotes.verbatim import find_segments


class Scene:
    """The last sentence of a text, with its first cue and all candidates."""

    def __init__(self, text, language=RUSSIAN):
        words = word_lookup(language)
        analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
        segment = list(find_segments(analysis, words))[-1]
        self.sentence = SentenceUnits(analysis, words, segment.bounds, segment.verbatims)
        cues = find_cues(self.sentence, words)
        self.cue = next((cue for cue in cues if cue.kind != "noun"), None)
        self.speakers = Speakers(analysis, words, {})
        self.candidates = self.speakers.candidates(self.sentence, cues)
        self.found = self.candidates.naming.all

    def candidate(self, head):
        return next(c for c in self.found if self.sentence.text(c.phrase.head) == head)

    def shown(self, head):
        return self.speakers.words_of(self.sentence, self.candidate(head), self.cue, [])

    def own(self, head):
        mention = self.speakers.own(self.candidates, self.candidate(head), self.cue)
        return mention and mention.name


# text, the head of the words, what they show, why
SHOWN = [
    ("Он сказал, что цех готов.", "Он", {"sort": "pro", "gender": "Masc", "lemma": "", "owns": False}, "a pronoun"),
    ("Тот сказал, что цех готов.", "Тот", {"sort": "pro", "lemma": "тот"}, "one that points to somebody"),
    ("По его словам, цех готов.", "его", {"owns": True, "data": False}, "whose words something is in"),
    ("По его данным, цех готов.", "его", {"owns": True, "data": True}, "whose data, as bodies have them"),
    ("Иванов, по его словам, здоров.", "его", {"beside": {"Иванов"}}, "not whom an inserted phrase interrupts"),
    ("Приехал Иванов: по его словам, цех готов.", "его", {"beside": set()}, "but who is in the clause before"),
    ("Иванов, врач сказал, здоров.", "врач", {"beside": set()}, "or whom an inserted verb interrupts"),
    ("Там сказали, что цех готов.", "Там", {"sort": "pro", "gender": "Neut"}, "a place that stands for a body"),
    ("Напарник крикнул Орлову, что цех готов.", "Напарник", {"beside": {"Орлов"}}, "not to whom it is said"),
    ("Врач сказал, что Орлову нашли письмо.", "Врач", {"beside": set()}, "another clause tells of others"),
    ("Передал Форбс губернатор, что цех готов.", "губернатор", {"beside": {"Форбс"}}, "a name without cases before a subject"),
    ("Цех, сказал Орлов врачу, готов.", "врачу", {"beside": {"Орлов"}}, "not who speaks to them"),
    ("Иван Орлов и врач сказали, что цех готов.", "врач", {"beside": set()}, "but who may do so with them"),
    ("Лес закрыли Мценску, сказал врач.", "врач", {"beside": set()}, "no place"),
    ("По словам врача тогда Орлову помогли.", "врача", {"beside": set()}, "nor is anybody a phrase's object"),
    ("Мать Беловой сказала, что цех готов.", "Мать", {"beside": {"Белова"}, "lemmas": ["беловой"]}, "nor somebody's mother"),
    ("Цех готов, сказал врач.", "врач", {"inverted": 0}, "whose clause they close"),
    ("Сказал врач, что цех готов.", "врач", {"inverted": -1}, "whose clause they do not close"),
    ("Цех готов, врач сказал.", "врач", {"inverted": -1}, "who stand before their verb"),
    ("Сам губернатор сказал, что цех готов.", "губернатор", {"itself": True}, "who are the very one"),
    ("Губернатор сказал, что цех готов.", "Губернатор", {"itself": False}, "who need not be"),
    ("Врач сказала, что цех готов.", "Врач", {"gender": "Fem", "noun": "Masc"}, "the gender of the verb, and of the noun"),
    ("По словам коллеги, цех готов.", "коллеги", {"gender": None, "sort": "A"}, "no verb, no gender"),
    ("Новый врач сказал, что цех готов.", "врач", {"lemma": "врач", "lemmas": ["новый"], "plural": False}, "an adjective"),
    ("62-летний врач сказал, что цех готов.", "врач", {"lemmas": []}, "an age tells nothing of what they are"),
    ("Компания сказала, что цех готов.", "Компания", {"sort": "B", "gender": "Fem"}, "the gender of a body's noun"),
    ("В письме сказано, что цех готов.", "письме", {"sort": "D", "lemma": "письмо"}, "a document"),
    ("В его письме сказано, что цех готов.", "письме", {"sort": "pro", "gender": "Masc"}, "one of somebody's"),
    ("В их письме сказано, что цех готов.", "письме", {"sort": "Z", "lemma": ""}, "of several, or somebody's polite"),
    ("В своём письме сказано, что цех готов.", "письме", {"sort": "Z"}, "one's own"),
    (
        "В письме мэра сказано, что цех готов.",
        "письме",
        {"sort": "A", "lemma": "мэр", "lemmas": [], "noun": "Masc"},
        "a mayor's",
    ),
    ("В письме врачей сказано, что цех готов.", "письме", {"sort": "D", "lemmas": ["врач"]}, "of several"),
    ("В письме завода сказано, что цех готов.", "письме", {"sort": "D", "lemmas": ["завод"]}, "of a body"),
    ("Его врач сказал, что цех готов.", "врач", {"sort": "A", "lemma": "врач"}, "… though somebody has one"),
    ("Вчера новая компания сказала, что цех готов.", "компания", {"lemmas": ["новый"]}, "a body with its adjective"),
    ("Врач мэра сказал, что цех готов.", "Врач", {"sort": "A", "lemma": "врач", "lemmas": ["мэр"]}, "a doctor is no document"),
]


@pytest.mark.parametrize(("text", "head", "shown", "why"), SHOWN, ids=[row[-1] for row in SHOWN])
def test_what_words_show_of_whom_they_mean(text, head, shown, why):
    words = Scene(text).shown(head)
    assert {name: getattr(words, name) for name in shown} == shown, why


# text, the head of the words, what they show, why
ENGLISH_SHOWN = [
    ("The Oslo-based company said that the bridge is safe.", "company", {"lemmas": []}, "the company without where it is"),
    ("The water company said that the bridge is safe.", "company", {"lemmas": ["water"]}, "… with what it works at"),
    ("The Oslo-based editor said that the bridge is safe.", "editor", {"lemmas": ["oslo-based"]}, "but a person with it"),
    ("Its annual report said that the bridge is safe.", "report", {"sort": "pro", "gender": "Neut"}, "a body's document"),
    ("Their annual report said that the bridge is safe.", "report", {"sort": "Z"}, "one of several"),
    ("Anna Bell told the mayor that the bridge is safe.", "mayor", {"beside": set()}, "no case shows an object"),
]


@pytest.mark.parametrize(("text", "head", "shown", "why"), ENGLISH_SHOWN, ids=[row[-1] for row in ENGLISH_SHOWN])
def test_what_words_show_where_nothing_declines(text, head, shown, why):
    words = Scene(text, ENGLISH).shown(head)
    assert {name: getattr(words, name) for name in shown} == shown, why


# text, the head of the words, the name that they make, why
OWN = [
    ("Вышел отчёт. Он сказал, что цех готов.", "Он", None, "a pronoun makes none"),
    ("Вышел отчёт. В нём сказано, что цех готов.", "нём", "отчёт", "but the document in which something is said"),
    ("Вышел отчёт. Из него сказано, что цех готов.", "него", "отчёт", "… or from which"),
    ("Вышел отчёт. Им сказано, что цех готов.", "Им", None, "not by whom it is said"),
    ("Вышел отчёт. В нём сказал, что цех готов.", "нём", None, "nor where somebody said it"),
    ("Вышел отчёт. По его словам, цех готов.", "его", None, "nor whose words it is in"),
    ("Вышла жалоба. На её взгляд, цех готов.", "её", None, "… or whose view it is"),
    ("Вышла жалоба. В нём сказано, что цех готов.", "нём", None, "… in the gender of the pronoun"),
    ("Вышел отчёт. В документе сказано, что цех готов.", "документе", "отчёт", "a noun that any document is called by"),
    ("Вышел отчёт. Согласно документу, цех готов.", "документу", "отчёт", "… in a phrase"),
    ("Вышел отчёт. Документ сказал, что цех готов.", "Документ", "документ", "not one that speaks by itself"),
    ("Вышел отчёт. В документе мэрии сказано, что цех готов.", "документе", "мэрия", "nor one of a body"),
    ("Вышел отчёт. В письме сказано, что цех готов.", "письме", "письмо", "nor another document"),
    ("Цех стоит. В документе сказано, что цех готов.", "документе", "документ", "nor where none was named"),
    ("Театр закрыт. Там сказали, что цех готов.", "Там", None, "nor does «there»"),
    ("Врач, который сказал, что цех готов, ушёл.", "который", None, "nor a relative pronoun"),
    ("Врач сказал, что цех готов.", "Врач", "врач", "a role makes a name"),
    ("Власти сказали, что цех готов.", "Власти", "власти", "… as it stands for a subject"),
    ("По словам женщины, цех готов.", "женщины", "женщина", "… for one, in a phrase"),
    ("Мост закроют — синоптики", "синоптики", "синоптики", "… for several, in a headline"),
]


@pytest.mark.parametrize(("text", "head", "name", "why"), OWN, ids=[row[-1] for row in OWN])
def test_the_name_that_words_make_by_themselves(text, head, name, why):
    assert Scene(text).own(head) == name, why


# text, the head of the words, whether they mean nobody named before, why
NEW = [
    ("The study said that the bridge is safe.", "study", True, "a study, which no body issued"),
    ("The statement said that the bridge is safe.", "statement", False, "a statement, which one did"),
    ("Its study said that the bridge is safe.", "study", False, "somebody's study"),
    ("One former aide said that the bridge is safe.", "aide", True, "one of many"),
    ("The former aide said that the bridge is safe.", "aide", False, "the one"),
]


@pytest.mark.parametrize(("text", "head", "new", "why"), NEW, ids=[row[-1] for row in NEW])
def test_words_that_mean_nobody_named_before(text, head, new, why):
    scene = Scene(text, ENGLISH)
    assert scene.speakers._is_new(scene.sentence, scene.candidate(head)) is new, why


# text, the head of a candidate, the words that it is, why
RESOLVED = [
    ("Врач, сказал Иван Орлов, ушёл.", "Врач", "Врач", "whoever does something behind the comma is another one"),
    ("Врач, Иван Орлов сказал, ушёл.", "Врач", "Врач", "… also before it"),
    ("По словам врача, Иван Орлов, как и все, здоров.", "врача", "врача", "a name in another case"),
    ("По словам матери Беловой, цех готов.", "матери", "матери Беловой", "a name within the words"),
    ("Ушёл друг, врач Иван Орлов.", "друг", "врач Иван Орлов", "a name with a role of its own"),
    ("Пётр Белов, врач Иван Орлов и повар ушли.", "врач", "врач Иван Орлов", "a role with a name behind another name"),
    ("Иван Орлов ушёл, врач остался.", "врач", "врач", "whoever does something else behind a name"),
    ("Завод, Иван Орлов, цех и склад стоят.", "Завод", "Завод", "no thing has a person's name"),
    ("Иван Орлов, завод стоит.", "завод", "завод", "… before it"),
    ("Иван Орлов и врач ушли.", "врач", "врач", "two with a conjunction"),
    ("Ушёл врач; Иван Орлов.", "врач", "врач", "a name behind another mark"),
    ("Иван Орлов; врач ушёл.", "врач", "врач", "… or another mark"),
    ("Ивана Орлова, врач ждал.", "врач", "врач", "a name in another case before it"),
    ("Иван Орлов, врача ждали.", "врача", "врача", "… or the noun in one"),
    ("Ушёл врач, Иван Орлов", "врач", "Иван Орлов", "a name at the end of the text"),
    ("Он, который ушёл, здоров.", "который", "который", "a relative pronoun behind no noun"),
    ("Учитель, врач ушёл.", "врач", "врач", "a noun is no name"),
]


@pytest.mark.parametrize(("text", "head", "words", "why"), RESOLVED, ids=[row[-1] for row in RESOLVED])
def test_whom_an_apposition_names(text, head, words, why):
    scene = Scene(text)
    phrase = resolved(scene.sentence, scene.found, scene.found.index(scene.candidate(head)), []).phrase
    units = scene.sentence.units
    assert text[units[phrase.first].start : units[phrase.last].end] == words, why


def test_an_apposition_is_nobody_of_whom_something_is_said():
    scene = Scene("Как сказал врач, Иван Орлов, как и все, здоров.")
    heads = [scene.sentence.text(candidate.phrase.head) for candidate in scene.found]
    number = heads.index("врач")
    said = scene.found[heads.index("Иван Орлов")].phrase.head

    assert resolved(scene.sentence, scene.found, number, [(said, said + 1)]) is scene.found[number]


# text, what a cue shows of a speaker whom nothing names, why
DROPPED = [
    ("Сказал, что цех готов.", ("finite", "Masc", False), "one man"),
    ("Сказали, что цех готов.", ("finite", None, True), "several"),
    ("В зале сказано, что цех готов.", ("passive", None, None), "a verb without a number"),
    ("По словам врача, цех готов.", ("q", None, None), "no verb"),
]


@pytest.mark.parametrize(("text", "shown", "why"), DROPPED, ids=[row[-1] for row in DROPPED])
def test_what_a_verb_shows_of_a_speaker_whom_nothing_names(text, shown, why):
    scene = Scene(text)
    words = dropped(scene.sentence, scene.cue, "q", [])
    assert (words.lemma, words.gender, words.plural) == shown, why


# text, the head of the words, whether they name nobody by themselves, why
UNNAMED = [
    ("Он сказал, что цех готов.", "Он", True, "a pronoun"),
    ("Они сказали, что цех готов.", "Они", True, "… for several"),
    ("Врач сказал, что цех готов.", "Врач", True, "a role"),
    ("Врачи сказали, что цех готов.", "Врачи", False, "… of several, who are whoever they are"),
    ("Иван Орлов сказал, что цех готов.", "Иван Орлов", False, "a name"),
    ("Врач Иван Орлов сказал, что цех готов.", "Врач", False, "a role with a name"),
]


@pytest.mark.parametrize(("text", "head", "unnamed", "why"), UNNAMED, ids=[row[-1] for row in UNNAMED])
def test_words_that_name_nobody(text, head, unnamed, why):
    scene = Scene(text)
    assert scene.speakers.is_unnamed(scene.candidate(head)) is unnamed, why


def test_several_speakers_are_noted():
    scene = Scene("Врачи сказали, что цех готов.")
    scene.own("Врачи")
    assert scene.speakers.referents.plural == {0}

    scene = Scene("Врач сказал, что цех готов.")
    scene.own("Врач")
    assert scene.speakers.referents.plural == set()


# text, the body that is noted, why
CITERS = [
    ("Газета «Рось» цитирует мэра.", "газета «Рось»", "a body that cites"),
    ("На сайте ТАСС мэра цитирует газета «Рось».", "газета «Рось»", "not for whom it does"),
    ("Мэр цитирует газету «Рось».", None, "not one that is cited"),
    ("Газета «Рось» сообщила, что цех готов.", None, "nor one that says something itself"),
]


@pytest.mark.parametrize(("text", "name", "why"), CITERS, ids=[row[-1] for row in CITERS])
def test_which_body_cites(text, name, why):
    scene = Scene(text)
    scene.speakers.note_citer(scene.candidates, scene.cue, scene.found)
    publisher = scene.speakers.referents.publisher
    assert (publisher and publisher.name) == name, why


# language, text, words, type, gender, why
MENTIONS = [
    ("ru", "Мэр Анна Белова уехала. Мэр сказала, что лёд тонкий.", "Мэр", "person", "feminine", "a role is who has it"),
    ("ru", "Анна Белова уехала. Она сказала, что лёд тонкий.", "Она", "person", "feminine", "so is a pronoun"),
    ("ru", "Анна Белова уехала. В её письме сказано, что лёд тонкий.", "письме", "document", None, "a letter stays one"),
    ("ru", "Это Анна Белова, которая сказала, что лёд тонкий.", "Анна Белова", "person", "feminine", "the noun before"),
    ("en", "The ice was checked by Anna Bell, who said it was thin.", "who", "person", "feminine", "where nothing declines"),
]


@pytest.mark.parametrize(("language", "text", "words", "kind", "gender", "why"), MENTIONS, ids=[row[-1] for row in MENTIONS])
def test_the_mention_of_a_speaker(language, text, words, kind, gender, why):
    (quote,) = Pipeline().extract(Article(text=text, language=language)).quotes
    assert (quote.speaker.text, quote.speaker.type, quote.speaker.gender) == (words, kind, gender), why
