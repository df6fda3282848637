"""Which words of a sentence may name a speaker, in both languages: what they are, and what their forms and neighbours show.

Of each candidate its words, its sort, whether it may be in the nominative, and what governs it; then its gender and number.
"""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speakers import Speakers
from newsfacts_quotes.verbatim import find_segments


class Scene:
    """The last sentence of a text."""

    def __init__(self, text, language):
        words = word_lookup(language)
        self.analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
        segment = list(find_segments(self.analysis, words))[-1]
        self.sentence = SentenceUnits(self.analysis, words, segment.bounds, segment.verbatims)
        self.cues = find_cues(self.sentence, words)
        self.candidates = Speakers(self.analysis, words, {}).candidates(self.sentence, self.cues)

    def words(self, first, last):
        return self.analysis.text[self.sentence.units[first].start : self.sentence.units[last].end]


def candidates_of(text, language):
    scene = Scene(text, language)
    found = []
    for c in scene.candidates.naming.all:
        shown = {None: "?", "Masc": "m", "Fem": "f", "Neut": "n"}[c.gender] + {None: "?", True: "p", False: "s"}[c.plural]
        found.append((scene.words(c.phrase.first, c.phrase.last), f"{c.sort} {c.nominative} {c.governed} {shown}"))
    return found


def expected_of(text, language):
    scene = Scene(text, language)
    cue = scene.cues[0]
    found = scene.candidates.of(cue)
    number = scene.candidates.expected(cue, "i", found)
    return scene.words(found[number].phrase.first, found[number].phrase.last) if number >= 0 else None


def units_of(text, language):
    scene = Scene(text, language)
    return " ".join(f"{unit.low}/{code}" for unit, code in zip(scene.sentence.units, scene.sentence.codes, strict=True))


def features_of(text, language, number, head, said, around):
    """The features of the candidate with a head; spans are given by their first and last words, «said…yesterday»."""
    scene = Scene(text, language)
    words = [scene.sentence.text(index) for index in range(len(scene.sentence))]

    def span(ends):
        first, last = ends.split("…")
        return words.index(first), words.index(last) + 1

    contents = [span(said)] if said else []
    found, rows = scene.candidates.features(scene.cues[number], "i", contents, span(around) if around else None)
    heads = ["nobody", "unnamed", *(scene.sentence.text(c.phrase.head) for c in found)]
    return " ".join(rows[heads.index(head)])


# text, candidates, why
RUSSIAN_CANDIDATES = [
    ("Согласно схеме, цех построен в мае.", [("схеме", "D n p fs")], "any noun after a preposition that attributes"),
    ("Согласно информации буклета, цех готов.", [("буклета", "D n g ms")], "… but for a noun of what somebody said"),
    (
        "На вывеске у входа в мае сказано, что цех построен.",
        [("вывеске", "D n l fs")],
        "a thing on which it is said, and no day",
    ),
    ("В турклубе сказали, что тропа закрыта.", [("турклубе", "B n l ms")], "a place in which some say it"),
    ("В среду сказали, что тропа закрыта.", [], "a day on which they do"),
    ("В феврале сказали, что тропа закрыта.", [], "a month in which they do"),
    (
        "О вывеске на заводе сказано, что вот она.",
        [("заводе", "B n l ms"), ("она", "pro y - fs")],
        "a thing of which it is said",
    ),
    ("Томография показала, что кость цела.", [("Томография", "N Y - fs")], "a thing that is no object"),
    ("Но томография кости показала лёд.", [("томография кости", "N Y - fs")], "… with what depends on it"),
    ("Показала новая томография, что кость цела.", [("новая томография", "N Y - fs")], "… behind the verb"),
    ("Томографии показала врач.", [("врач", "A Y - ?s")], "… that does not agree"),
    ("Прохожая сказала, что тропа закрыта.", [("Прохожая", "A Y - ?s")], "an adjective that stands alone before a verb"),
    ("Но прохожая сказала, что тропа закрыта.", [("прохожая", "A Y - ?s")], "… behind a conjunction"),
    ("Сказала прохожая, что тропа закрыта.", [("прохожая", "A Y - ?s")], "… after a verb"),
    ("Уставшая повариха сказала, что тропа закрыта.", [("Уставшая повариха", "A Y - ?s")], "a participle with its noun"),
    ("Сказало каждое, что цех готов.", [], "a neuter is nobody"),
    (
        "По тропе сказала прохожая, что там лёд.",
        [("прохожая", "A Y - ?s"), ("там", "B n l ??")],
        "a thing in another case is no subject, «there» may be one",
    ),
    ("Оператор метро сообщил, что поезда пойдут.", [("Оператор метро", "B y - ms")], "a company"),
    ("Оператор Юрий Орлов сообщил, что поезда пойдут.", [("Оператор Юрий Орлов", "A y - ?s")], "somebody with a name"),
    ("Один собеседник сказал, что поезда пойдут.", [("Один собеседник", "S Y - ms")], "a word of quantity with its noun"),
    ("Не один раз сказали, что поезда пойдут.", [], "a word of quantity with a time"),
    ("Приводит Reuters слова мэра.", [("Reuters", "O = - ??"), ("мэра", "A n g ?s")], "who cites, before the words cited"),
    ("Приводит слова мэра ТАСС.", [("мэра", "A n g ?s"), ("ТАСС", "O y g ms")], "who cites, after whom they cite"),
    ("Приводит слова мэра Омска.", [("мэра Омска", "A n g ?s")], "what else depends on whom they cite"),
    (
        "«Снег идёт», — цитирует его портал «Север».",
        [("«Снег идёт»", "Q y - ms"), ("его", "pro n - ms"), ("портал «Север»", "B y - ms")],
        "who is cited by a pronoun, before who cites",
    ),
    (
        "В поступившем Орлову письме сказано, что цех готов.",
        [("Орлову", "P n p ms"), ("письме", "D n l ns")],
        "a name between a participle and its noun",
    ),
    (
        "Утром уставшим Орлов письма не показал.",
        [("Орлов", "P y - ms"), ("письма", "D y - np")],
        "a name between a participle and another noun",
    ),
    (
        "В принятом в мае, по данным «Севера», законе сказано о цехе.",
        [("«Севера»", "Q n g ms"), ("законе", "D n - ms")],
        "a mark parts a participle from a name",
    ),
    (
        "О Reuters в принятом законе сказано, что цех готов.",
        [("Reuters", "O = p ??"), ("принятом законе", "D n l ms")],
        "a name before a participle",
    ),
    ("Рабочие завода сказали, что цех готов.", [("Рабочие завода", "A Y - ?p")], "a noun that may be an adjective elsewhere"),
    ("Приёмная комиссия сказала, что мест нет.", [("Приёмная комиссия", "B Y - fs")], "a noun that is an adjective here"),
    ("Приёмная сказала, что мест нет.", [("Приёмная", "N Y - fs")], "… that is none"),
    ("На самом заводе сказали, что цех готов.", [("самом заводе", "B n l ms")], "an adjective after a preposition"),
    ("По его информации от самого мэра, цех готов.", [("его", "pro n p ms"), ("самого мэра", "A n f ?s")], "who informs"),
    ("После марта Монти сообщил, что цех готов.", [("Монти", "P y g ms")], "a month that is no date"),
    ("11 марта Монти сообщил, что цех готов.", [("Монти", "P y - ms")], "a date"),
    ("В марте Монти сообщил, что цех готов.", [("Монти", "P y - ms")], "a time after its preposition"),
    ("Этот сказал, что мест нет.", [("Этот", "A y - ?s")], "a demonstrative alone"),
    ("«север» сказал, что цех готов.", [], "words in marks without a capital"),
    ("Сказали в турклубе, что тропа закрыта.", [], "a place behind the verb"),
    ("Знакомый с делом сказал, что цех готов.", [], "an adjective with words of its own"),
    ("Завод показал цех.", [("Завод", "B y - ms")], "a thing that may be an object"),
    ("Ни Б, ни они не сказали, что цех готов.", [("Б", "x y - ??"), ("они", "pro y - ?p")], "a letter"),
]

ENGLISH_CANDIDATES = [
    (
        "The report issued this year said it was safe.",
        [("The report", "D y - ?s"), ("it", "pro y - ns")],
        "a document, and no year",
    ),
    (
        "Mayor Anna Bell's aide said it was safe.",
        [("Anna Bell", "P n g fs"), ("Mayor Anna Bell's aide", "A y - ?s"), ("it", "pro y - ns")],
        "whose aide it is",
    ),
    (
        "Some senior officials said it was safe.",
        [("Some senior officials", "S y - ?p"), ("it", "pro y - ns")],
        "a word of quantity with its noun",
    ),
    (
        "One of the officials said it was safe.",
        [("One of the officials", "M y - ?s"), ("it", "pro y - ns")],
        "a part of a group",
    ),
    (
        "Two people familiar with the matter said it was safe.",
        [("Two people familiar with the matter", "A y - ?p"), ("it", "pro y - ns")],
        "what they know",
    ),
    ("His lawyer said it was safe.", [("His lawyer", "A y - ?s"), ("it", "pro y - ns")], "a possessive before a noun"),
    ("According to the council, it was safe.", [("the council", "B y p ?s"), ("it", "pro y - ns")], "after a preposition"),
    (
        "A spokesman for Tallgrass said it was safe.",
        [("A spokesman for Tallgrass", "S y - ?s"), ("it", "pro y - ns")],
        "whom a spokesman speaks for",
    ),
    ("They said it was safe.", [("They", "pro y - ?p"), ("it", "pro y - ns")], "pronouns"),
]

CANDIDATES = [(RUSSIAN, *row) for row in RUSSIAN_CANDIDATES] + [(ENGLISH, *row) for row in ENGLISH_CANDIDATES]


@pytest.mark.parametrize(("language", "text", "candidates", "why"), CANDIDATES, ids=[row[-1] for row in CANDIDATES])
def test_who_may_speak(language, text, candidates, why):
    assert candidates_of(text, language) == candidates, why


# text, whom the order of words suggests for the first cue, why
EXPECTED = [
    (RUSSIAN, "ТАСС цитирует в среду лесника.", "лесника", "the object of a verb of citing"),
    (RUSSIAN, "Цитирует он лесника.", "лесника", "… behind who cites"),
    (RUSSIAN, "«Снег идёт», — приводит слова лесника ТАСС.", "лесника", "what depends on a noun of citing"),
    (RUSSIAN, "Газета цитирует его адвоката.", "его", "a pronoun beside a verb of citing"),
    (RUSSIAN, "Мэр цитирует.", None, "a verb of citing without an object"),
    (RUSSIAN, "По данным доклада мэра Рогова, цех готов.", "доклада мэра Рогова", "after a phrase"),
    (RUSSIAN, "В мае, сказав, что цех готов, мэр ушёл.", "мэр", "a gerund's subject behind its clause"),
    (RUSSIAN, "В школе, как передаёт ТАСС со ссылкой на мэра, лёд.", "мэра", "the source of a relay"),
    (RUSSIAN, "В школе, как пишет ТАСС со ссылкой на мэра, лёд.", "ТАСС", "the source of what is no relay"),
    (RUSSIAN, "По словам знакомого с ним врача, лёд тает.", "знакомого с ним врача", "… whose adjective has words of its own"),
    (RUSSIAN, "По словам знакомого врача, лёд тает.", "знакомого врача", "… whose adjective has none"),
    (RUSSIAN, "Врач ушёл, сказав мэру, что лёд тает.", "Врач", "a gerund's subject before its clause"),
    (RUSSIAN, "Мэр, врачи, как сказал вчера лесник, рады.", "лесник", "a subject behind its verb and another word"),
    (RUSSIAN, "Мэр ушёл, а в порту сказали, что лёд тает.", "порту", "a place where some say it, in a clause of its own"),
    (RUSSIAN, "В порту рыбаки сказали, что лёд тает.", "рыбаки", "a subject behind a place"),
    (RUSSIAN, "Рыбаки в порту сказали, что лёд тает.", "Рыбаки", "a subject before a place"),
    (RUSSIAN, "Лёд тает, говорится в письме порта рыбакам.", "письме порта", "where it is said, behind the verb"),
    (RUSSIAN, "В письме порта рыбакам говорится, что лёд тает.", "письме порта", "where it is said, before the verb"),
    (RUSSIAN, "Мэр Омска и врач: лёд тает", "Мэр Омска", "the first before a headline's colon"),
    (RUSSIAN, "ТАСС цитирует его слова.", "его", "a pronoun before words that are cited"),
    (RUSSIAN, "Рыбаки, сказала рыбачка, ушли.", "рыбачка", "who agrees"),
    (ENGLISH, "The bridge is safe, said the council.", "the council", "behind the verb"),
    (ENGLISH, "Saying it was safe, the mayor left.", "the mayor", "a gerund's subject"),
    (ENGLISH, "According to a lawyer familiar with it, the bridge is safe.", "a lawyer", "after a phrase that precedes"),
    (ENGLISH, "It was said in the report that the bridge was safe.", "the report", "where it is said"),
    (ENGLISH, "Two people familiar with the matter said it was safe.", "Two people familiar with the matter", "a subject"),
    (ENGLISH, "Bell told the paper's editor that it was safe.", "Bell", "who tells somebody"),
]


@pytest.mark.parametrize(("language", "text", "expected", "why"), EXPECTED, ids=[row[-1] for row in EXPECTED])
def test_whom_the_order_of_words_suggests(language, text, expected, why):
    assert expected_of(text, language) == expected, why


# text, its units, why
UNITS = [
    (RUSSIAN, "Зам. министра ушёл.", "зам/An министра/A ушел/fin ./.", "the stop of an abbreviation"),
    (RUSSIAN, "(Мэр ушёл.)", "мэр/An ушел/fin ./.", "a sentence in brackets"),
    (RUSSIAN, "Мэр (он ушёл.) рад.", "мэр/An рад/fin ./.", "a sentence in brackets within one"),
    (RUSSIAN, "Мэр () рад.", "мэр/An рад/fin ./.", "brackets with nothing in them"),
    (RUSSIAN, "✅ Мэр рад.", "мэр/An рад/fin ./.", "a picture"),
    (RUSSIAN, "Мэр рад =", "мэр/An рад/fin", "what a heading ends with"),
    (RUSSIAN, "Мэр .ru рад.", "мэр/An ./. ru/x рад/fin ./.", "no address, but for a space"),
    (RUSSIAN, "Сайт Лента.ру рад.", "сайт/Nn лента.ру/Nn рад/fin ./.", "an address in letters of the language"),
    (RUSSIAN, "5.ру рад.", "5/# ./. ру/o рад/fin ./.", "a number before a stop"),
    (RUSSIAN, "(Мэр ушёл). Он рад.", "он/pro рад/fin ./.", "brackets before a sentence"),
    (RUSSIAN, "(Мэр) ушёл.", "ушел/fin ./.", "a word in brackets"),
    (RUSSIAN, "Мэр) рад.", "мэр/An )/) рад/fin ./.", "a bracket that nothing opens"),
    (RUSSIAN, "Мэр рад − очень.", "мэр/An рад/fin —/— очень/o ./.", "a minus is a dash"),
    (ENGLISH, "Visit www.alder.example or Alder Bay.", "visit/N or/and alder/N bay/N ./.", "an address on the web"),
    (ENGLISH, "Mail bell@alder.example now.", "mail/N now/adv ./.", "an address of mail"),
    (ENGLISH, "She's late, isn't she?", "she/pro 's/be late/adj ,/, isn't/be she/pro ?/?", "verbs joined to words"),
    (ENGLISH, "“It is safe,” she said.", "«/Q ,/, she/pro said/fin ./.", "the comma within marks"),
    (ENGLISH, "Anna Bell's aide and Anna Bell left.", "anna bell/Ps aide/A and/and anna bell/P left/fin ./.", "an owner"),
    (ENGLISH, "OSLO — The bridge is safe.", "the/adj bridge/N is/be safe/adj ./.", "a place in capitals before a dash"),
    (ENGLISH, "Alder Bay (AFP) — The bridge is safe.", "the/adj bridge/N is/be safe/adj ./.", "… with an agency in brackets"),
    (ENGLISH, "OSLO, May 5 — The bridge is safe.", "the/adj bridge/N is/be safe/adj ./.", "… with a date"),
    (ENGLISH, "MAYOR — The bridge is safe.", "mayor/A —/— the/adj bridge/N is/be safe/adj ./.", "another word before a dash"),
    (ENGLISH, "OSLO is wide — so is Rome.", "oslo/L is/be wide/adj —/— so/adv is/be rome/L ./.", "a clause before a dash"),
    (
        ENGLISH,
        "Oslo (AFP) is wide — so is Rome.",
        "oslo/L is/be wide/adj —/— so/adv is/be rome/L ./.",
        "brackets further before",
    ),
    (ENGLISH, "Anna Bell — The bridge is safe.", "anna bell/P —/— the/adj bridge/N is/be safe/adj ./.", "somebody before one"),
]


@pytest.mark.parametrize(("language", "text", "units", "why"), UNITS, ids=[row[-1] for row in UNITS])
def test_units_and_their_codes(language, text, units, why):
    assert units_of(text, language) == units, why


# text, the number of the cue, a candidate's head, what is said and what another cue attributes by their first and last words,
# features, why
FEATURES = [
    (
        ENGLISH,
        "“It is safe,” Mayor Anna Bell told the paper's editor.",
        0,
        "Anna Bell",
        ("", ""),
        (
            "sP sPrfii fPygrfi fPygrfiiL mL mLrfi mLrfiiyg ayrfi ayPyL v0LFalse v0Lrfi iFalserfii iFalseLP w??Py "
            "xp1 xp1L xp1rfii bL bLrfi kL0iP kL0 lL0tell hLAPy hLArfi0 tLfinrfi0 cLPadj0i uLFalsePrfi "
            "uLFalse0finP pLmayor0 pLtold0rfi BLP CLrfi0 CL CPL0 DLanna bell0 DPAfinL0 GL0rfi HP HPL0 J0L q2L "
            "q2LrfiP qTrueFalseLrfi"
        ),
        "quoted words before their speaker",
    ),
    (
        ENGLISH,
        "The council said the mayor was ill.",
        0,
        "council",
        ("the…ill", ""),
        (
            "sB sBrfii fBy-rfi fBy-rfiiL mL mLrfi mLrfiiy- ayrfi ayByL v0LFalse v0Lrfi iFalserfii iFalseLB w??By "
            "E Erfi ErfiB bL bLrfi kL0iB kL0 lL0say hL^By hL^rfi0 tLfinrfi0 cLNadj0i uLTrueNrfi uLTrue0finN pL0 "
            "pLsaid0rfi BLB CaLrfi0 CaL CaBL0 DLthe0 DB^finL0 GL0rfi Hcouncil HcouncilL0 J1L q3L q3LrfiB "
            "qTrueFalseLrfi"
        ),
        "a subject at the beginning",
    ),
    (
        ENGLISH,
        "The bridge is safe, said a lawyer for the council.",
        0,
        "lawyer",
        ("The…safe", ""),
        (
            "sA sArfii fAy-rfi fAy-rfiiR mR mRrfi mRrfiiy- ayrfi ayAyR v0RFalse v0Rrfi iFalserfii iFalseRA w??Ay "
            "E Erfi ErfiA bR bRrfi kR0iA kR0 lR0say hRfinAy hRfinrfi0 tR.rfi0 cR,adj0i uRFalse,rfi uRFalse0., "
            "pRsaid0 pR.0rfi BRA CbRrfi0 CbR CbAR0 DRa0 DAfin.R0 GR0rfi Hlawyer HlawyerR0 J1R q1R q1RrfiA "
            "qTrueTrueRrfi"
        ),
        "a subject behind its verb",
    ),
    (
        ENGLISH,
        "The old bridge over the river is safe, the city council said on Monday.",
        0,
        "bridge",
        ("The…safe", ""),
        (
            "sN sNrfii fNy-rfi fNy-rfiiL mL, mL,rfi mL,rfiiy- ayrfi ayNyL v1LTrue v1L,rfi iTruerfii iTrueLN w??Ny "
            "bLprep..N bLprep..Nrfi kL2iN kL2prep..N lL2say hL^Ny hL^rfi2 tLpreprfi2 cLNprep2i uLTrueNrfi "
            "uLTrue2prepN pL2 pLover2rfi BL.N CiLrfi2 CiLprep..N CiNL2 DLthe2 DN^prepL2 GL2rfi Hbridge HbridgeL2 "
            "J0Lprep..N"
        ),
        "a phrase in what is said",
    ),
    (
        ENGLISH,
        "The bridge, she has also said, is safe.",
        0,
        "bridge",
        ("The…bridge", ""),
        (
            "sN sNrfii fNy-rfi fNy-rfiiL mL, mL,rfi mL,rfiiy- ayrfi ayNyL v1LTrue v1L,rfi iTruerfii iTrueLN w??Ny "
            "bL,_pro_have_fil bL,_pro_have_filrfi kL1iN kL1,_pro_have_fil lL1say hL^Ny hL^rfi1 tL,rfi1 cLfil,1i "
            "uLTruefilrfi uLTrue1,fil pL1 pL,1rfi BL.N CiLrfi1 CiL,_pro_have_fil CiNL1 DLthe1 DN^,L1 GL1rfi "
            "Hbridge HbridgeL1 J0L,_pro_have_fil"
        ),
        "a pronoun in what is said, and an adverb before the verb",
    ),
    (
        ENGLISH,
        "They said it was safe.",
        0,
        "it",
        ("it…safe", ""),
        (
            "spro sprorfii fproy-rfi fproy-rfiiR mR mRrfi mRrfiiy- ayrfi ayproyR v0RFalse v0Rrfi iTruerfii "
            "iTrueRpro w??proy bR bRrfi kR0ipro kR0 lR0say hRfinproy hRfinrfi0 tRberfi0 cRpropro0i uRFalseprorfi "
            "uRFalse0bepro pRsaid0 pRwas0rfi BRpro CiRrfi0 CiR CiproR0 DRit0 DprofinbeR0 GR0rfi Hit HitR0 J0R q2R "
            "q2Rrfipro qFalseTrueRrfi"
        ),
        "the object clause's subject",
    ),
    (
        ENGLISH,
        "Mayor Anna Bell left. Mayor Anna Bell came. Bell ate. Bell slept. The council said Bell was ill.",
        0,
        "Bell",
        ("Bell…ill", ""),
        (
            "sP sPrfii fPn-rfi fPn-rfiiR mR mRrfi mRrfiin- ayrfi ayPnR v0RFalse v0Rrfi iTruerfii iTrueRP w??Py "
            "xp3 xp3R xp3rfii x@ x@True x@P bR bRrfi kR0iP kR0 lR0say hRfinPn hRfinrfi0 tRberfi0 cRNP0i "
            "uRFalseNrfi uRFalse0beN pRsaid0 pRwas0rfi BRP CiRrfi0 CiR CiPR0 DRbell0 DPfinbeR0 GR0rfi HP HPR0 J0R"
        ),
        "a name that was given four times",
    ),
    (
        ENGLISH,
        "They, said Anna Bell.",
        0,
        "They",
        ("", ""),
        (
            "spro sprorfii fproy-rfi fproy-rfiiL mL, mL,rfi mL,rfiiy- ayrfi ayproyL v0LTrue v0L,rfi iFalserfii "
            "iFalseLpro w??proy bL, bL,rfi kL0ipro kL0, lL0say hL^proy hL^rfi0 tL,rfi0 cL,P0i uLTrue,rfi "
            "uLTrue0,, pL0 pL,0rfi BL,pro CLrfi0 CL, CproL0 DLthey0 Dpro^,L0 GL0rfi Hthey HtheyL0 J0L,"
        ),
        "a pronoun without words of its own",
    ),
    (
        RUSSIAN,
        "Орлов ушёл. Орлов пришёл. Орлов рад. Мэр сказал, что Орлов ушёл.",
        0,
        "Орлов",
        ("Орлов…ушёл", ""),
        (
            "sP sPrfii fPy-rfi fPy-rfiiR mR, mR,rfi mR,rfiiy- ayrfi ayPyR v0RTrue v0R,rfi iTruerfii iTrueRP "
            "wSingMascPy xp3 xp3R xp3rfii x@ x@True x@P"
        ),
        "a name in what is said, given four times",
    ),
    (
        RUSSIAN,
        "Орлов ушёл. Орлов пришёл. Орлов рад. Орлов рад. Орлов рад. Мэр сказал, что Орлов ушёл.",
        0,
        "Орлов",
        ("Орлов…ушёл", ""),
        (
            "sP sPrfii fPy-rfi fPy-rfiiR mR, mR,rfi mR,rfiiy- ayrfi ayPyR v0RTrue v0R,rfi iTruerfii iTrueRP "
            "wSingMascPy xp6 xp6R xp6rfii x@ x@True x@P"
        ),
        "… given six times",
    ),
    (
        RUSSIAN,
        "Мэр сказал, что, по словам врача, лёд тает.",
        1,
        "врача",
        ("лёд…тает", "по…тает"),
        (
            "sA sApi fAngp fAngpiR mR mRp mRping a-p a-AnR v0RFalse v0Rp iFalsepi iFalseRA w-A- ATrue ATruepn E "
            "Ep EpA q1R q1RpA qTrueTrueRp"
        ),
        "in what another cue attributes",
    ),
    (
        RUSSIAN,
        "Мэр сказал, что, по словам врача, лёд тает.",
        1,
        "Мэр",
        ("лёд…тает", "по…тает"),
        ("sA sApi fAY-p fAY-piL mL,, mL,,p mL,,piY- a-p a-AYL v1LTrue v1L,,p iFalsepi iFalseLA w-A- AFalse AFalsepY"),
        "before what another cue attributes",
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "cue", "head", "spans", "features", "why"), FEATURES, ids=[row[-1] for row in FEATURES]
)
def test_features_of_a_speaker(language, text, cue, head, spans, features, why):
    assert features_of(text, language, cue, head, *spans) == features, why


# text, who of the candidates may be the speaker, why
SPEAKERS = [
    (RUSSIAN, "Сообщил ТАСС начальник порта, что лёд тает.", ["начальник порта"], "a name of one form before the subject"),
    (RUSSIAN, "Сообщил ТАСС начальнику порта, что лёд тает.", ["ТАСС", "начальнику порта"], "… before whoever hears"),
    (RUSSIAN, "Сообщил Орлов начальнику порта, что лёд тает.", ["Орлов", "начальнику порта"], "a subject before whoever hears"),
    (RUSSIAN, "Белова сказала Орлову, что лёд тает.", ["Белова"], "a name in another case"),
    (RUSSIAN, "Как сообщил Рогов вчера, лёд тает.", ["Рогов"], "a subject without another behind it"),
    (RUSSIAN, "Пришёл Иван Рогов. Сообщил Рогов начальник, что лёд тает.", ["Рогов", "начальник"], "whose whole name is known"),
    (RUSSIAN, "Сообщили Reuters рыбаки, что лёд тает.", ["рыбаки"], "a name in other letters"),
    (RUSSIAN, "Сообщил «Маяку» рыбак, что лёд тает.", ["рыбак"], "a name in marks"),
    (RUSSIAN, "Сообщив Рогову о беде, рыбак ушёл.", ["Рогову", "рыбак"], "a gerund"),
    (RUSSIAN, "Сообщил ТАСС вчера начальник порта, что лёд тает.", ["ТАСС", "начальник порта"], "something between"),
    (ENGLISH, "Mayor Anna Bell told the paper's editor it was safe.", ["Anna Bell"], "whoever is told, behind a subject"),
    (ENGLISH, "Mayor Anna Bell said the editor was safe.", ["Anna Bell", "the editor"], "nobody is told"),
    (ENGLISH, "According to the council, it was safe.", ["the council", "it"], "no verb"),
]


@pytest.mark.parametrize(("language", "text", "speakers", "why"), SPEAKERS, ids=[row[-1] for row in SPEAKERS])
def test_whoever_hears_does_not_speak(language, text, speakers, why):
    scene = Scene(text, language)
    found, _ = scene.candidates.features(scene.cues[0], "i", [])
    assert [scene.words(c.phrase.first, c.phrase.last) for c in found] == speakers, why


@pytest.mark.parametrize(
    ("language", "text", "has"),
    [
        (ENGLISH, "The council said it was safe.", True),
        (ENGLISH, "The council today said it was safe.", False),
        (ENGLISH, "In May the council said it was safe.", False),
        (ENGLISH, "Asking the council, it was safe.", False),
        (ENGLISH, "According to the council, it was safe.", False),
        (RUSSIAN, "Мэр сказал, что лёд тает.", False),
    ],
)
def test_a_subject_that_begins_a_sentence_is_its_speaker(language, text, has):
    scene = Scene(text, language)
    assert scene.candidates.has_subject(scene.cues[0], scene.candidates.of(scene.cues[0])) == has


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Мэр ушёл, город рад.", "Мэр ушёл"),
        ("Сообщила в среду, 4 марта, партия, что лёд тает.", "Сообщила в среду, 4 марта, партия"),
        ("Сообщила в среду, 4 марта: лёд тает, цех стоит.", "Сообщила в среду, 4 марта"),
        ("Сообщила в среду: 4 машины угнаны, цех стоит.", "Сообщила в среду"),
        ("Мэр ушёл", "Мэр ушёл"),
    ],
)
def test_a_clause_goes_on_behind_a_date_between_commas(text, clause):
    scene = Scene(text, RUSSIAN)
    assert scene.words(0, scene.sentence.clause_end(0) - 1) == clause


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("«Лёд тает», «лёд трещит» и «лёд тонок».", True), ("«Лёд тает», а «лёд трещит».", False), ("Лёд, и лёд.", False)],
)
def test_quoted_words_and_what_joins_them(text, quoted):
    sentence = Scene(text, RUSSIAN).sentence
    assert sentence.is_quoted(0, sentence.last()) == quoted


@pytest.mark.parametrize(
    ("text", "alone"),
    [("Цех стоит.", True), ("Мэр ушёл.\nЦех стоит.", True), ("Мэр ушёл. Цех стоит.", False), ("Лёд.\nЦех стоит.\n", True)],
)
def test_a_sentence_that_is_a_line(text, alone):
    assert Scene(text, RUSSIAN).sentence.is_line == alone
