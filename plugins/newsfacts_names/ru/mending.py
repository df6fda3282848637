"""The labels of capitalised words, mended where Russian grammar knows better than what the labeller has seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts import Analysis, Language, Reading, Token, agree, fold
from newsfacts_names.candidates import Candidate, is_inside_sentence
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import PERSONAL

__all__ = ["UNDECLINED", "Mender"]

UNDECLINED = ("е", "и", "о", "у", "э", "ю")
"""How foreign surnames end that the dictionary lacks and that do not change: «Гросси», «Лунгеску»."""

_GIVEN, _SURNAME, _PLACE = "NameType=Giv", "NameType=Sur", "NameType=Geo"
_ANIMATE, _FIRM = "Animacy=Anim", "NameType=Com"
# How the genitive of a country's name ends that looks like what is not declined.
_OF_COUNTRIES = "ии"
# In words; so far before a word the noun for who is in an office may stand.
_FARTHEST_HOLDER = 4
_FROM = "из"
_BEFORE_SPEECH = frozenset("—–:")
_OPENING, _CLOSING = frozenset('«„“"'), frozenset('»”“"')


class Mender:
    """Mends the labels of articles.

    Args:
        language: Reads the words.
        lexicon: Knows usual given names, and how surnames end.
    """

    def __init__(self, language: Language, lexicon: NameLexicon) -> None:
        self._readings = language.morphology.readings
        self._is_native = language.is_native
        self._lexicon = lexicon
        self._famous = frozenset(map(lexicon.stem, lexicon.famous))

    def mended(self, analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str]) -> list[str]:
        """The labels, with whom the labeller has overlooked and without what is no name.

        A verb or a noun in the neuter in front of a name is no part of it («Отпущены | Айдар и Ринат Галеевы»). A given name
        that is a word of its own is one beside another that shares its surname («Надежда и Вера Орловы»: hope and faith), and
        before a surname that it agrees with («Вере Вьюжной»). A surname that is one too is one at the beginning of a sentence
        before its verb or a mark («Песков: …», of sands). A place and a body that look like a surname are none, and what
        somebody is is no body («Агент заявил», an agent).
        """
        mended = list(labels)
        words = [candidate.token.text for candidate in candidates]
        for at, label in enumerate(labels):
            if label == "P" and self._is_single(candidates, labels, at):
                mended[at] = self._without_person(analysis, words[at])
                if mended[at] == "P" and self._is_origin(analysis, candidates[at]):
                    mended[at] = "O"
            elif label == "R" and labels[at + 1 : at + 2] != ["r"] and self._is_role(analysis, candidates[at]):
                mended[at] = "O"
            elif label == "O" and (
                self._is_famous(analysis, candidates, at)
                or self._begins_with_surname(analysis, candidates[at])
                or self._follows_role(analysis, candidates, at)
            ):
                mended[at] = "P"
        for at, word in enumerate(words):
            if mended[at] in "Pp" and word[-1].isdecimal() and "-" not in word:
                if mended[at] == "p":
                    mended[at - 1] = "O"
                mended[at] = "R"  # «сайт Пермь59»
        for at in range(len(labels) - 1):
            if candidates[at + 1].gap == " " and fold(f"{words[at]} {words[at + 1]}") in analysis.language.places:
                mended[at : at + 2] = "O", "O"
                if mended[at + 2 : at + 3] == ["p"]:
                    mended[at + 2] = "P"
            pair = mended[at : at + 2]
            if pair == ["P", "p"] and self._is_abbreviation(words[at]) and not words[at + 1].isupper():
                mended[at : at + 2] = "R", "P"
                continue
            if pair == ["P", "p"] and self._begins_behind(analysis, candidates, mended, at):
                mended[at : at + 2] = "O", "P"
            elif mended[at + 1 : at + 3] == ["P", "p"] and candidates[at + 1].gap == "and":
                for member in self._overlooked_members(candidates, mended, at):
                    mended[member] = "P"
            elif (
                not set(pair) <= {"P", "p"}
                and candidates[at + 1].gap == " "
                and self._is_whole(analysis, candidates, mended, at)
            ):
                mended[at : at + 2] = "P", "p"
                if mended[at + 2 : at + 3] == ["r"]:
                    mended[at + 2] = "R"  # what follows the person is another body
        return mended

    def _is_single(self, candidates: Sequence[Candidate], labels: Sequence[str], at: int) -> bool:
        """Whether a word that begins a person's name is all of it, and no other name is before it."""
        follows_name = candidates[at].adjacent and labels[at - 1] != "O"
        return labels[at + 1 : at + 2] != ["p"] and not follows_name

    def _is_abbreviation(self, word: str) -> bool:
        """Whether a word in capitals is a body's abbreviation and nobody's name («директор ФОМ | Орлов»)."""
        if len(word) == 1 or not (word[:2].isupper() and word[-1].isupper()) or not self._is_native(word):
            return False
        return not any(r.number == "Sing" and r.known and r.features & PERSONAL for r in self._readings(word))

    def _without_person(self, analysis: Analysis, word: str) -> str:
        """The label of a word alone that is labelled as a person: another one for a place that is listed, and for a body."""
        first = self._readings(word)[0]
        if not first.known and analysis.language.places & {fold(word), fold(first.lemma)}:
            return "O"
        return "R" if self._lexicon.stem(word) in self._lexicon.bodies_like_people else "P"

    def _is_origin(self, analysis: Analysis, candidate: Candidate) -> bool:
        """Whether a word that the dictionary has as nobody's name is where something comes from: «хирург из Упсалы»."""
        before = analysis.tokens[candidate.position - 1].text if candidate.position else ""
        return before == _FROM and not any(r.known and r.features & PERSONAL for r in self._readings(candidate.token.text))

    def _is_role(self, analysis: Analysis, candidate: Candidate) -> bool:
        """Whether a word begins a sentence, before its verb, and is a common noun for a person."""
        position, word = candidate.position, candidate.token.text
        if is_inside_sentence(analysis, position) or position + 1 == len(analysis.tokens) or not word.istitle():
            return False
        following = analysis.tokens[position + 1].text
        readings = self._readings(word)
        if any(not r.known or not r.is_noun or feature.startswith("NameType=") for r in readings for feature in r.features):
            return False
        is_being = any(_ANIMATE in r.features and (r.case, r.number) == ("Nom", "Sing") for r in readings)
        return is_being and following.islower() and "VerbForm=Fin" in self._readings(following)[0].features

    def _is_famous(self, analysis: Analysis, candidates: Sequence[Candidate], at: int) -> bool:
        """Whether a word alone is the surname of somebody whom all know, and not in quotation marks."""
        token = candidates[at].token
        is_beside = candidates[at].adjacent or (at + 1 < len(candidates) and candidates[at + 1].adjacent)
        if is_beside or not token.text.istitle() or analysis.text[token.start - 1 : token.start] in _OPENING:
            return False
        return self._lexicon.stem(token.text) in self._famous

    def _follows_role(self, analysis: Analysis, candidates: Sequence[Candidate], at: int) -> bool:
        """Whether a word alone stands right behind what a person is, both in the nominative: «подсудимый | Варнак».

        What may be in the genitive belongs to the one before («болельщик | Зенита»).
        """
        token, position = candidates[at].token, candidates[at].position
        is_beside = candidates[at].adjacent or (at + 1 < len(candidates) and candidates[at + 1].adjacent)
        if is_beside or not token.text.istitle() or not self._is_native(token.text):
            return False
        if not is_inside_sentence(analysis, position):
            return False
        role = analysis.tokens[position - 1].text
        first = self._readings(role)[0]
        is_being = first.known and first.is_noun and "Animacy=Anim" in first.features and not first.features & PERSONAL
        if not (is_being or fold(role) in self._lexicon.offices) or (first.case, first.number) != ("Nom", "Sing"):
            return False
        readings = self._readings(token.text)
        forms = {(r.case, r.number) for r in readings}
        is_nominal = readings[0].is_noun and _PLACE not in readings[0].features and not analysis.language.is_place(token.text)
        return is_nominal and ("Nom", "Sing") in forms and not any(case == "Gen" for case, _ in forms)

    def _begins_with_surname(self, analysis: Analysis, candidate: Candidate) -> bool:
        """Whether a sentence begins with a man's surname in the nominative that as a noun would be in another case."""
        token, position = candidate.token, candidate.position
        following = analysis.tokens[position + 1].text if position + 1 < len(analysis.tokens) else ""
        if candidate.adjacent or not token.text.istitle() or not following:
            return False
        readings = [r for r in self._readings(token.text) if r.known]
        if not any(_SURNAME in r.features and r.case == "Nom" and r.gender == "Masc" for r in readings):
            return False
        if any(r.case == "Nom" and _SURNAME not in r.features for r in readings):
            return False
        if following in _BEFORE_SPEECH:
            return True
        return any(r.gender == "Masc" and "VerbForm=Fin" in r.features for r in self._readings(following)[:1])

    def _begins_behind(self, analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], at: int) -> bool:
        """Whether a person's name begins behind the word that is labelled as its first one."""
        following = candidates[at + 1].token.text
        if self._given(following) and self._is_before_name(analysis, candidates[at].token):
            return True
        third = candidates[at + 2].token.text if labels[at + 2 : at + 3] == ["p"] else ""
        if self._is_apart(analysis, candidates[at], following, third):
            return True
        return labels[at + 2 : at + 3] == ["p"] and self._is_work(analysis, candidates[at].token, following)

    def _is_apart(self, analysis: Analysis, candidate: Candidate, following: str, third: str) -> bool:
        """Whether a word is no part of the name behind it, with which it does not agree.

        It is of the office before it («премьер Лерузии | Адриан Молдован», «президент Йемена | Али Салех», «директор Театра |
        Орлов»), or an office that begins a sentence («Тимлид | Юлия Лосева»).

        Args:
            analysis: The article.
            candidate: The word.
            following: The word behind it: a usual given name, or a surname.
            third: The word behind that, if it is of the same name; else empty.
        """
        word, readings = candidate.token.text, self._readings(candidate.token.text)
        is_country = word.endswith(_OF_COUNTRIES)
        if any(r.known and r.features & PERSONAL for r in readings) or third.endswith(self._lexicon.patronymics):
            return False
        is_behind = self._is_behind_holder(analysis, candidate.position)
        if readings[0].known:
            if is_behind and all(_PLACE in r.features for r in readings) and any(r.case == "Gen" for r in readings):
                return True
            is_body = any(r.lemma in self._lexicon.body_nouns and r.case != "Nom" for r in readings)
            return is_behind and is_body and any(r.case == "Nom" and _SURNAME in r.features for r in self._readings(following))
        if word.endswith(UNDECLINED) and not is_country:
            return False
        names = self._given(following)
        if not names or any(agree(r, name) for r in readings for name in names if _FIRM not in r.features):
            return False
        is_first = analysis.sentence_at(candidate.token.start).start == candidate.token.start
        return (is_first or is_behind) if third else (is_behind and is_country)

    def _is_behind_holder(self, analysis: Analysis, position: int) -> bool:
        """Whether a noun for somebody is before a word, with nothing between but other nouns and adjectives in the genitive."""
        for token in reversed(analysis.tokens[max(0, position - _FARTHEST_HOLDER) : position]):
            readings = self._readings(token.text)
            if not token.text[0].isalpha() or (analysis.sentence_at(token.start).end <= analysis.tokens[position].start):
                return False
            if readings[0].is_noun and readings[0].known and _ANIMATE in readings[0].features:
                return not readings[0].features & PERSONAL
            if all(r.case != "Gen" for r in readings):
                return False
        return False

    def _is_work(self, analysis: Analysis, token: Token, following: str) -> bool:
        """Whether a word begins a sentence and means a thing rather than a given name: «Роман | Харуки Мураками» (novel).

        So it does if no initial, patronymic or surname follows, but another given name with a surname.
        """
        first = self._readings(token.text)[0]
        is_thing = first.is_noun and "Animacy=Inan" in first.features and _PLACE not in first.features
        if not is_thing or len(following) == 1 or analysis.sentence_at(token.start).start != token.start:
            return False
        names = {_SURNAME, "NameType=Pat"}
        return not any(r.known and r.features & names for r in self._readings(following))

    def _is_before_name(self, analysis: Analysis, token: Token) -> bool:
        """Whether a word stands before a name and is none: a noun in the neuter («губернатор Заречья | Иван Орлов»), or a verb.

        The verb begins a sentence, and the dictionary has it in the plural only, or what stands for one.
        """
        readings = self._readings(token.text)
        if all(r.is_noun and r.gender == "Neut" and r.word != r.lemma for r in readings):
            return True
        is_first = analysis.sentence_at(token.start).start == token.start
        return is_first and all(r.known and r.number == "Plur" and r.case is None for r in readings)

    def _given(self, word: str) -> list[Reading]:
        """The readings of a word as a given name."""
        return [r for r in self._readings(word) if r.known and r.is_noun and r.number == "Sing" and self._is_given(r)]

    def _is_given(self, reading: Reading) -> bool:
        return _GIVEN in reading.features or fold(reading.lemma) in self._lexicon.usual_given_names

    def _overlooked_members(self, candidates: Sequence[Candidate], labels: Sequence[str], last: int) -> Iterator[int]:
        """The given names of a list, back from one, that share the surname in the plural behind it and have no label.

        Within the list they may be words that the dictionary lacks.
        """
        words = [candidates[at].token.text for at in (last + 1, last + 2)]
        cases = {case for case, _, _ in self._lexicon.singular_surnames(words[1])}
        cases &= {reading.case for reading in self._given(words[0])} or cases
        for at in range(last, -1, -1):
            word = candidates[at].token.text
            if labels[at] == "O":
                is_given = any(r.case in cases for r in self._given(word))
                is_unknown = at < last and not any(r.known for r in self._readings(word))
                if not (is_given or is_unknown):
                    return
                yield at
            elif labels[at] != "P":
                return
            if candidates[at].gap != ",":
                return

    def _is_whole(self, analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], at: int) -> bool:
        """Whether two words side by side are somebody's usual given name and surname, and nothing more belongs to them.

        In quotation marks they are what a film or a ship is called, after a body's name they may be of that.
        """
        first, last = candidates[at].token, candidates[at + 1].token
        is_quoted = (
            analysis.text[first.start - 1 : first.start] in _OPENING or analysis.text[last.end : last.end + 1] in _CLOSING
        )
        goes_on = candidates[at].gap == " " and labels[at - 1] != "O"
        if is_quoted or goes_on or last.text.isupper() or not self._is_native(last.text):
            return False
        is_behind = self._is_behind_holder(analysis, candidates[at].position)
        given = self._given(first.text)
        # «Алмаз Галеев ушёл» (a diamond); behind another surname «Алмаз Галеева» would be his diamond
        opens = last.text.endswith(self._lexicon.surname_endings) and not is_inside_sentence(analysis, candidates[at].position)
        may_be_rare = (is_behind or opens) and not any(_PLACE in r.features for r in self._readings(first.text))
        usual = [r for r in given if may_be_rare or fold(r.lemma) in self._lexicon.usual_given_names]
        return bool(usual) and self._may_be_surname(last.text, usual)

    def _is_of_place(self, reading: Reading) -> bool:
        """Whether a reading is an adjective that the dictionary has, of a place: «Джордж Кембриджский»."""
        return reading.known and reading.lemma.endswith(self._lexicon.body_adjective_endings)

    def _may_be_surname(self, word: str, given: Sequence[Reading]) -> bool:
        """Whether a word agrees with a given name as a surname, or is a woman's that does not change («Вере Крот»)."""
        readings = self._readings(word)
        if not readings[0].known and word.endswith(UNDECLINED):
            return True
        if _PLACE in readings[0].features or any(r.known and r.lemma in self._lexicon.body_nouns for r in readings):
            return False
        nominal = [
            r for r in readings if (r.is_noun and _GIVEN not in r.features) or (r.is_attributive and not self._is_of_place(r))
        ]
        if any(agree(g, r) for g in given for r in nominal):
            return True
        return any(g.gender == "Fem" for g in given) and any(
            (r.case, r.number, r.gender) == ("Nom", "Sing", "Masc") for r in nominal
        )
