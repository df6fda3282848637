"""The shape of a language's TOML file."""

from attrs import field, frozen

from newsfacts.language import fold
from newsfacts.lexicon import load

__all__ = ["LanguageData", "language_data"]


@frozen(kw_only=True)
class LanguageData:
    """A language's data file, ``languages/<code>/<code>.toml``.

    Attributes:
        abbreviations: Words that a stop follows without ending the sentence.
        months: Forms and abbreviations of each month, twelve lists.
        numbers: Forms of each number word, by its value.
        scales: Forms of each power of a thousand, by its exponent of ten.
    """

    abbreviations: list[str] = field(factory=list)
    months: list[list[str]] = field(factory=list)
    numbers: dict[str, list[str]] = field(factory=dict)
    scales: dict[str, list[str]] = field(factory=dict)

    def month_numbers(self) -> dict[str, int]:
        """The number of a month by its folded form."""
        return {fold(form): number for number, forms in enumerate(self.months, 1) for form in forms}

    def number_values(self) -> dict[str, str]:
        """The value of a number word by its folded form."""
        return {fold(form): value for value, forms in self.numbers.items() for form in forms}

    def scale_exponents(self) -> dict[str, int]:
        """The exponent of ten of a scale word by its folded form."""
        return {fold(form): int(exponent) for exponent, forms in self.scales.items() for form in forms}


def language_data(code: str) -> LanguageData:
    """The data of a built-in language."""
    data: LanguageData = load(f"newsfacts.languages.{code}", f"{code}.toml", LanguageData)
    return data
