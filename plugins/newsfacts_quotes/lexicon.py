"""The words of attribution of a language, loaded from data/<language>.toml."""

from __future__ import annotations

from attrs import field, frozen

from newsfacts import fold

__all__ = ["CueLexicon"]


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _by_word(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {word: _words(nouns) for words, nouns in table.items() for word in _words(words)}


def _fields(table: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for field_, words in table.items():
        for word in _words(words):
            found.setdefault(word, set()).add(field_)
    return {word: frozenset(fields) for word, fields in found.items()}


def _by_form(table: dict[str, str]) -> dict[str, str]:
    return {form: key for key, forms in reversed(table.items()) for form in _words(forms)}


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(part.split()) for part in fold(text).split(";") if part.strip()), key=len, reverse=True))


def _sequences(expressions: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(expression).split()) for expression in expressions)


@frozen(kw_only=True)
class WordClasses:
    """Classes of words by which speakers and the borders of what was said are found; all folded lemmas or forms.

    Attributes:
        documents: Nouns of texts in which their authors speak.
        issued: Of these, the ones in which the body speaks that was named last; without any, all are.
        channels: Where a body speaks; the body is meant.
        bodies: Nouns of bodies, which are no persons and yet say something.
        media: Of the bodies, the ones whose bare word means the medium that published.
        sources: People that say with a preposition whom they belong to.
        turns: What a turn of a transcript is labelled with beside those who speak («Вопрос: …»: question).
        interviews: What a line has that introduces an interview («Мы побеседовали с …»: we have talked with …).
        substantives: Adjectives and participles, in the nominative, that name people without a noun.
        demonstratives: Pronouns that mean whoever was named last.
        namesakes: Words before whoever something is named after.
        monuments: Nouns for what is there to remember somebody: a statue, a grave, a museum.
        epicene: Feminine nouns for men, too.
        anybody: Nouns for people that say nothing of what they do.
        heading: Verbs whose participle says with the instrumental what somebody is the head of.
        formers: Adjectives of a title that somebody no longer has.
        relatives: Nouns that say whose relative, friend or helper somebody is, and so name somebody else.
        places: What makes a bare word no more definite («глава региона»).
        circumstances: Times, places and media beside a speaker, never part of who it is.
        times: Of these, the ones that no noun phrase goes on with.
        named: Nouns that make the quotation after them a name.
        statements: Nouns of what somebody said, whose author follows them.
        disputed: Nouns of what others said, as the object of a verb of dispute.
        labels: Nouns whose quotation is what they say.
        fillers: Forms between a comma and an inverted verb of speech.
        possessives: Pronouns before a noun of what somebody has.
        own: The reflexive one, which means the subject.
        aliases: Prepositions of another name.
        partition: The preposition of a part of a group.
        givers: Prepositions of whoever gave information.
        papers: Of the documents, the nouns for any of them («документ»).
        another: Words that add one more («ещё один»).
        conjunction: The conjunction of equals.
        joints: Conjunctions that join a second verb to its subject.
        manner: The word of «как сообщил» (as X reported).
        acquainted: Adjectives that say after a comma whom a source belongs to.
        subordinators: Words of a clause that is no one's words after a comma.
        topics: Prepositions of what is spoken about.
        pictures: The words that a line begins with that says where a picture is from.
        conjunctions: Forms that join clauses.
        adversatives: Of these, the ones that set a clause against the one before.
        pronouns: Masc, Fem, Neut or Plur by the pronoun; of two the first.
        relative: The relative pronoun.
        there: Adverbs of a place that stand for a body that was named («там пояснили»).
        first_person: Words of somebody who speaks of themselves.
        partitive: What names a part of a group («один из участников»).
        crowds: Of these, the forms that need no noun.
        locative: Prepositions of the place where a body or a document speaks.
        origin: Prepositions of what a source belongs to.
        complementizers: What begins a clause that was said.
        openers: Phrases that a content clause does not begin with, the longest first.
        people: Nouns of people, where no form shows that they live.
        leading: Nouns that go before the adjective of another noun («chief financial officer»).
        articles: Words before a noun that are no part of a name.
        variations: Nouns that stand for the name of whoever was named last, though nothing called them so.
        itself: Words beside a noun that say that it means who is talked of already («сам губернатор»).
        indefinite: Words before a noun that say that it was not named before.
        auxiliaries: What an auxiliary does, by its form.
    """

    documents: frozenset[str] = field(converter=_words)
    channels: frozenset[str] = field(converter=_words)
    bodies: frozenset[str] = field(converter=_words)
    media: frozenset[str] = field(converter=_words)
    sources: frozenset[str] = field(converter=_words)
    formers: frozenset[str] = field(converter=_words)
    relatives: frozenset[str] = field(converter=_words)
    places: frozenset[str] = field(converter=_words)
    circumstances: frozenset[str] = field(converter=_words)
    named: frozenset[str] = field(converter=_words)
    statements: frozenset[str] = field(converter=_words)
    disputed: frozenset[str] = field(converter=_words)
    labels: frozenset[str] = field(converter=_words)
    fillers: frozenset[str] = field(converter=_words)
    possessives: frozenset[str] = field(converter=_words)
    own: str
    aliases: frozenset[str] = field(converter=_words)
    partition: str
    givers: frozenset[str] = field(converter=_words)
    conjunction: str
    joints: frozenset[str] = field(converter=_words)
    manner: str
    acquainted: frozenset[str] = field(converter=_words)
    subordinators: frozenset[str] = field(converter=_words)
    topics: frozenset[str] = field(converter=_words)
    conjunctions: frozenset[str] = field(converter=_words)
    adversatives: frozenset[str] = field(converter=_words)
    pronouns: dict[str, str] = field(converter=_by_form)
    relative: str
    there: frozenset[str] = field(converter=_words)
    first_person: frozenset[str] = field(converter=_words)
    partitive: frozenset[str] = field(converter=_words)
    crowds: frozenset[str] = field(converter=_words)
    locative: frozenset[str] = field(converter=_words)
    origin: frozenset[str] = field(converter=_words)
    complementizers: frozenset[str] = field(converter=_words)
    openers: tuple[tuple[str, ...], ...] = field(converter=_phrases)
    people: frozenset[str] = field(converter=_words, default="")
    leading: frozenset[str] = field(converter=_words, default="")
    articles: frozenset[str] = field(converter=_words, default="")
    itself: frozenset[str] = field(converter=_words, default="")
    indefinite: frozenset[str] = field(converter=_words, default="")
    variations: frozenset[str] = field(converter=_words, default="")
    times: frozenset[str] = field(converter=_words, default="")
    issued: frozenset[str] = field(converter=_words, default="")
    papers: frozenset[str] = field(converter=_words, default="")
    another: frozenset[str] = field(converter=_words, default="")
    turns: frozenset[str] = field(converter=_words, default="")
    interviews: frozenset[str] = field(converter=_words, default="")
    substantives: frozenset[str] = field(converter=_words, default="")
    demonstratives: frozenset[str] = field(converter=_words, default="")
    namesakes: frozenset[str] = field(converter=_words, default="")
    monuments: frozenset[str] = field(converter=_words, default="")
    epicene: frozenset[str] = field(converter=_words, default="")
    anybody: frozenset[str] = field(converter=_words, default="")
    heading: frozenset[str] = field(converter=_words, default="")
    pictures: frozenset[str] = field(converter=_words, default="")
    auxiliaries: dict[str, str] = field(converter=_by_form, factory=dict)


@frozen(kw_only=True)
class CueLexicon:
    """What attributes words to somebody in one language; verbs and nouns by folded lemma.

    Attributes:
        report: Verbs that take what was said as a clause.
        think: Verbs of thought that the press reports in the same way.
        predicatives: Short adjectives and participles of thought.
        quoted: Verbs that attribute only words in quotation marks.
        citing: Verbs whose object is the speaker.
        negatable: Verbs that attribute even when negated.
        negated: Verbs that attribute only when negated.
        idioms: Verbs whose passive in a parenthesis attributes only with a source.
        impersonal: Verbs without a subject, whose source follows a preposition.
        disputing: Verbs of dispute and comment, which report nothing where their object is what others said.
        relaying: Verbs that only hand on what a source says.
        references: What names the source of a relay, each as its two words.
        anaphora: What means the sentence before («об этом»: about this), each as its two words.
        stems: Beginnings of forms that do not begin as their lemmas do.
        short_forms: Of these forms, the ones that are shorter than such a beginning.
        endings: Last two letters of verb forms that attribute.
        reflexive: Endings that make a verb reflexive or passive.
        negations: What negates the verb after it.
        expressions: Nouns that make a verb a cue, by verb.
        phrases: Forms of nouns that make a preposition a cue, by preposition; none where it is one by itself.
        set_expressions: Phrases that are put in quotation marks without quoting anybody, each as the stems of its words.
        titles: What the head of something may be called, by what they head.
        words: Classes of words.
        attitudes: Verbs of what somebody wants, does or feels about something; they report only quoted words.
        refusals: Of these, the ones after which an infinitive of speech reports nothing («declined to say whether …»).
        addressing: Verbs that have whoever hears for their object («told the paper»).
        kinds: What sort of body a noun means; the beginnings of such words end in a hyphen.
        fields: In which fields people work who are called by a noun.
        particles: What belongs to a verb that it follows directly («called for»), by verb.
    """

    report: frozenset[str] = field(converter=_words)
    think: frozenset[str] = field(converter=_words)
    predicatives: frozenset[str] = field(converter=_words)
    quoted: frozenset[str] = field(converter=_words)
    citing: frozenset[str] = field(converter=_words)
    negatable: frozenset[str] = field(converter=_words)
    negated: frozenset[str] = field(converter=_words)
    idioms: frozenset[str] = field(converter=_words)
    impersonal: frozenset[str] = field(converter=_words)
    disputing: frozenset[str] = field(converter=_words)
    relaying: frozenset[str] = field(converter=_words)
    references: frozenset[tuple[str, ...]] = field(converter=_sequences)
    anaphora: frozenset[tuple[str, ...]] = field(converter=_sequences)
    stems: frozenset[str] = field(converter=_words)
    short_forms: frozenset[str] = field(converter=_words)
    endings: frozenset[str] = field(converter=_words)
    reflexive: frozenset[str] = field(converter=_words)
    negations: frozenset[str] = field(converter=_words)
    expressions: dict[str, frozenset[str]] = field(converter=_by_word)
    phrases: dict[str, frozenset[str]] = field(converter=_by_word)
    set_expressions: frozenset[tuple[str, ...]] = field(converter=_sequences)
    titles: dict[str, frozenset[str]] = field(converter=_by_word)
    words: WordClasses
    attitudes: frozenset[str] = field(converter=_words, default="")
    refusals: frozenset[str] = field(converter=_words, default="")
    addressing: frozenset[str] = field(converter=_words, default="")
    fields: dict[str, frozenset[str]] = field(converter=_fields, factory=dict)
    kinds: dict[str, str] = field(converter=_by_form, factory=dict)
    particles: dict[str, frozenset[str]] = field(converter=_by_word, factory=dict)
