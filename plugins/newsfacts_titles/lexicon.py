"""The words that the plugin knows in one language: the shape of ``data/<language>.toml``."""

from __future__ import annotations

from attrs import field, frozen

from newsfacts import fold

__all__ = ["GROUPS", "TitleLexicon"]

GROUPS = ("professions", "dignities", "ranks", "offices")
"""The fields with role nouns; a noun that stands in several belongs to the last."""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


def _folded_keys(table: dict[str, str]) -> dict[str, str]:
    return {fold(word): name for word, name in table.items()}


def _sequence(expression: str) -> tuple[str, ...]:
    return tuple(fold(expression).split())


def _sequences(expressions: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(map(_sequence, expressions))


@frozen(kw_only=True)
class TitleLexicon:
    """Dictionary forms in groups; all but those given as lists are words with white space between.

    Attributes:
        offices: Role nouns that name an office in a body or territory.
        dignities: Sovereigns, nobility and clergy.
        ranks: Ranks of services, and degrees.
        professions: What people do for a living or in public.
        prefixes: What makes a role noun of a role noun.
        former: What stands before a title that is not held any more, or begins it («экс-»).
        formerly: Adverbs that say so of an apposition («Иван Орлов, ранее министр»), each as its words.
        since: Adverbs before the later of two titles («экс-мэр, ныне депутат»), each as its words.
        acting: What stands before a title that somebody holds for the time being.
        acting_for: Abbreviations of it, whose letters and stops are tokens each («и. о.»).
        future: What stands before a title that is yet to be held.
        present: What stands before a title that is held now, whatever its verb says («нынешний»).
        retired: What follows a title that is not held any more, after a preposition.
        held: Verbs whose past tense before a title says that it was held.
        taken: Verbs whose future tense before a title says that it will be.
        copulas: Verbs of both sorts whose predicate a title is only in one case.
        envoys: Role nouns whose place is where they serve («посол Польши в Эстонии»: Estonia).
        regional: Role nouns of whoever governs a region.
        regions: The region by the adjective that its name begins with («курский», of Kursk).
        posts: Nouns for a position («пост»).
        leaving: Prepositions before such a noun that say that it was left.
        appointing: Verbs whose object is whoever is to hold the title beside them («назначил советником Орлова»).
        appointments: Nouns for what such a verb says («назначение советником Орлова»).
        among: Words before a plural whose holders are named behind a dash («среди авторов — Орлов и Белов»), each as its words.
        presenting: Verbs that are between a plural and its holders («защитниками выступили Орлов и Белов»).
        orders: Nouns for what is decreed, which a title follows whose holder decrees it («указом губернатора»).
        accounts: Nouns after a preposition before whoever says the rest of the sentence («по словам», in the words of).
        accounting: The preposition.
        saying: What a verb follows before whoever says the rest («как заявил Орлов, …», as Orlov said).
        bodies: Nouns that begin the name of a body.
        named: Nouns that begin the name of a body where they have one of their own («фестиваль „Весна“»).
        parts: Nouns that begin the name of a body's part.
        qualifying: Adjectives that make a position of a role noun («технический директор», technical director).
        ordinals: Numerals that make a position of a role noun that has a number («второй пилот», co-pilot).
        numbered: Such role nouns.
        circumstances: What stands after a preposition that no title goes on with («директор | по решению совета»).
        complements: What belongs to some role nouns, by their dictionary forms: «поверенный в делах» (chargé d'affaires).
        one_of: Words before a plural, as lemmas, after which it has one holder («один из основателей», one of the founders).
        belonging: What stands between a holder's name and the body that they are of («аналитик Иван Орлов из „Севера“»).
        working: Likewise before one in quotation marks («токарь Иван Орлов с „Севера“»).
        territories: Nouns that the name of a place has.
        namesake: Words between a body and the person that it is named after.
        naming: What stands before such a word where it gives a person's own name («по имени»).
        generic: Nouns that refer to a place which the text names elsewhere.
        following: What follows the role noun that it belongs to («attorney general»).
        proper: Words that have a capital wherever they stand («Republican»).
        capitals: Names of places that are such in capitals alone («US»).
        articles: Words before a name that are no part of it.
        portfolios: What an office may be of that is no body, though it has a capital («Secretary of State»).
        parties: Abbreviations before a place that say of which party somebody is («R-Ohio»).
        joining: What joins a body's name to its place («Bank of England»), where such a name stands before a role noun.
        address: Forms of address before a name, which are no offices («Sir»).
        indefinite: Articles before what nobody was called yet.
        joints: What may stand between the members of an enumeration beside punctuation.
        dated: Likewise before one of `formerly` or `since` («, а | ныне», but now).
    """

    offices: frozenset[str] = field(converter=_words)
    dignities: frozenset[str] = field(converter=_words)
    ranks: frozenset[str] = field(converter=_words)
    professions: frozenset[str] = field(converter=_words)
    prefixes: frozenset[str] = field(converter=_words)
    former: frozenset[str] = field(converter=_words)
    formerly: frozenset[tuple[str, ...]] = field(converter=_sequences)
    since: frozenset[tuple[str, ...]] = field(converter=_sequences)
    acting: frozenset[str] = field(converter=_words)
    acting_for: frozenset[str] = field(converter=_words)
    future: frozenset[str] = field(converter=_words)
    present: frozenset[str] = field(converter=_words)
    retired: frozenset[str] = field(converter=_words)
    held: frozenset[str] = field(converter=_words)
    taken: frozenset[str] = field(converter=_words)
    copulas: frozenset[str] = field(converter=_words)
    envoys: frozenset[str] = field(converter=_words)
    regional: frozenset[str] = field(converter=_words)
    regions: dict[str, str] = field(converter=_folded_keys)
    posts: frozenset[str] = field(converter=_words)
    leaving: frozenset[str] = field(converter=_words)
    appointing: frozenset[str] = field(converter=_words)
    appointments: frozenset[str] = field(converter=_words)
    among: frozenset[tuple[str, ...]] = field(converter=_sequences)
    presenting: frozenset[str] = field(converter=_words)
    orders: frozenset[str] = field(converter=_words)
    accounts: frozenset[str] = field(converter=_words)
    accounting: frozenset[str] = field(converter=_words)
    saying: frozenset[str] = field(converter=_words)
    bodies: frozenset[str] = field(converter=_words)
    named: frozenset[str] = field(converter=_words)
    parts: frozenset[str] = field(converter=_words)
    qualifying: frozenset[str] = field(converter=_words)
    ordinals: frozenset[str] = field(converter=_words)
    numbered: frozenset[str] = field(converter=_words)
    circumstances: frozenset[str] = field(converter=_words)
    one_of: tuple[str, ...] = field(converter=_sequence)
    belonging: frozenset[str] = field(converter=_words)
    working: frozenset[str] = field(converter=_words)
    territories: frozenset[str] = field(converter=_words)
    namesake: frozenset[str] = field(converter=_words)
    naming: frozenset[str] = field(converter=_words)
    generic: frozenset[str] = field(converter=_words)
    following: frozenset[str] = field(converter=_words)
    proper: frozenset[str] = field(converter=_words)
    capitals: frozenset[str] = field(converter=frozenset)
    articles: frozenset[str] = field(converter=_words)
    portfolios: frozenset[str] = field(converter=_words)
    parties: frozenset[str] = field(converter=_words)
    joints: list[str]
    dated: list[str]
    joining: str = ""
    address: frozenset[str] = field(converter=_words, default="")
    indefinite: frozenset[str] = field(converter=_words, default="")
    complements: dict[str, str] = field(converter=_folded_keys, factory=dict)
