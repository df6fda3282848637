"""The words around amounts, and how amounts stand to one another."""

from __future__ import annotations

import re

from newsfacts import Analysis, fold
from newsfacts_money.amounts import Amount
from newsfacts_money.word_tables import MoneyLexicon

__all__ = ["GAP", "NEAR", "THOUSAND", "WINDOW", "Surroundings"]

# Characters within which words and amounts are looked for.
GAP = 40
"""Between two amounts that share scale or currency."""
WINDOW = 80
"""Before an amount, for what is said of it."""
NEAR = 160
"""Between an amount and the one that it takes its currency from."""
THOUSAND = 3
"""The exponent from which a number is large enough to be money without a currency."""
_LONGEST_WORD = 20

_WORD = re.compile(r"[^\W\d_]+(?:-\w+)*|[^\w\s]")  # with the number of a name («АИ-95», a petrol)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+\Z")
_UP_TO_NUMBER = re.compile(r"\A.*\d", re.DOTALL)
_NEXT_WORDS = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_CLAUSE_END = re.compile(r"\s*(?:[.,;!?»”\")\]\n]|\s[–—-]\s|\Z)")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
# What goes on with the sentence after a number and is no noun that it counts.
_NOT_COUNTED = frozenset(("ADP", "CCONJ", "PART", "PRON", "VERB", "VERB:Inf", "ADV"))
# In a language without cases also: parts of speech that such a noun is not preceded by.
_NEVER_COUNTED = frozenset(("AUX", "DET"))


class Surroundings:
    """An article's text about its amounts.

    Args:
        analysis: The article.
        folded: Its text, folded in place.
        lexicon: The words of its language.
    """

    def __init__(self, analysis: Analysis, folded: str, lexicon: MoneyLexicon) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.folded = folded
        self.lexicon = lexicon

    def words(self, start: int, end: int) -> list[str]:
        """The folded words and marks between two offsets."""
        return _WORD.findall(self.folded[max(0, start) : end])

    def words_right_before(self, end: int) -> list[str]:
        """The folded words and marks that end before an offset, no number between them."""
        return _WORD.findall(_UP_TO_NUMBER.sub("", self.folded[max(0, end - GAP) : end]))

    def word_before(self, end: int) -> tuple[str, int]:
        """The folded word that ends before an offset, and where it begins."""
        begin = max(0, end - _LONGEST_WORD)
        match = _LAST_WORD.search(self.folded[begin:end])
        return (match[1], begin + match.start(1)) if match else ("", end)

    def between(self, one: Amount, other: Amount) -> str | None:
        """The folded words and marks between two amounts, None where these are too far from each other."""
        return " ".join(self.words(one.end, other.start)) if other.start - one.end <= GAP else None

    def begin_of_sentence(self, amount: Amount, reach: int) -> int:
        """Where an amount's sentence begins, or where so many characters are left to it."""
        return max(self.analysis.sentence_at(amount.start).start, amount.start - reach)

    def is_precision(self, word: str) -> bool:
        """Whether a word may stand between a word of precision and an amount, or is one."""
        return word in self.lexicon.precision

    def is_year(self, amount: Amount) -> bool:
        """Whether a number may be a year."""
        return _YEAR.match(self.text[amount.start : amount.end]) is not None

    def is_change(self, one: Amount, other: Amount) -> bool:
        """Whether two amounts are the ends of a change («с 5 до 7 млн», «с 300 рублей в месяц до 500»)."""
        gap = self.between(one, other)
        if gap is None:
            return False
        opening, start = self.word_before(one.start)
        links = self.lexicon.data.links
        while opening in links.within_change:
            opening, start = self.word_before(start)
        return (opening, gap.rpartition(" ")[2]) in links.change

    def is_conversion(self, amount: Amount, other: Amount) -> bool:
        """Whether the other amount, in brackets right after, says the same in another currency."""
        words = self.words(amount.end, min(other.start, amount.end + WINDOW))
        return words[:1] == ["("] and all(self.is_precision(word) for word in words[1:])

    def is_in_brackets(self, amount: Amount) -> bool:
        """Whether an amount stands in brackets."""
        before = self.text[max(0, amount.start - NEAR) : amount.start]
        return before.rfind("(") > before.rfind(")")

    def is_counted(self, amount: Amount) -> bool:
        """Whether a noun after the number says what it counts («5 млн человек», «5 млн их записей»)."""
        match = _NEXT_WORDS.match(self.text, amount.end)
        if match is None or self.ends_sentence(amount):
            return False
        readings = self.analysis.readings(match[1])
        if readings[0].pos == "PRON" and match[2]:
            readings = self.analysis.readings(match[2])
        if readings[0].category in _NOT_COUNTED:
            return False
        case = self.lexicon.data.numbers.counted_case
        if case is None:
            return readings[0].pos not in _NEVER_COUNTED and fold(match[1]) not in self.lexicon.data.numbers.uncounted
        return readings[0].pos == "X" or any(r.case == case for r in readings)

    def ends_sentence(self, amount: Amount) -> bool:
        """Whether the stop of the amount's last abbreviation is the sentence's as well, and so not the amount's."""
        if self.text[amount.end - 1] != ".":
            return False
        rest = self.text[amount.end : amount.end + GAP].strip()
        return not rest or rest.lstrip('«„“"(')[:1].isupper()

    def ends_clause(self, amount: Amount) -> bool:
        """Whether a clause ends behind a number, so that it counts nothing that follows."""
        return _CLAUSE_END.match(self.text, amount.end) is not None

    def speaks_of_money(self, begin: int, amount: Amount) -> bool:
        """Whether the words before a number say that it is money: «расходы составили», «продан за»."""
        if self.lexicon.money.search(self.folded, begin, amount.start):
            return True
        words = self.words(max(begin, amount.start - WINDOW), amount.start)
        while words and words[-1] in self.lexicon.qualifiers:
            words.pop()
        return not self.lexicon.data.links.price.isdisjoint(words[-1:]) and self.speaks_of_sale(begin, amount)

    def speaks_of_sale(self, begin: int, amount: Amount) -> bool:
        """Whether the words before a number speak of a sale."""
        return self.lexicon.sale.search(self.folded, begin, amount.start) is not None

    def speaks_of_change(self, amount: Amount) -> bool:
        """Whether the words before a number speak of a change («вырос»)."""
        begin = self.begin_of_sentence(amount, NEAR)
        return self.lexicon.change.search(self.folded, begin, amount.start) is not None
