import itertools
from typing import ClassVar

from attrs import evolve, frozen
from helpers import Weather, mention, title, weather

from newsfacts import Article, Link, Mention, Quote
from newsfacts.analysis import Analysis
from newsfacts.consolidation import consolidate
from newsfacts.languages.ru import RUSSIAN

TEXT = 'Министр Анна Ким сказала: "Снег идёт". Снег, добавила Ким, тает, говорится в сообщении банка "Север".'


def analysis(*mentions):
    return Analysis(Article(text=TEXT), RUSSIAN, [("names", lambda analysis: mentions)])


def names(plugin, fact):
    return evolve(fact, extractors=(plugin,))


def test_equal_facts_merge_and_their_evidence_unites():
    facts = [names("b", weather(TEXT, "Снег", confidence=0.5)), names("a", weather(TEXT, "Снег", confidence=0.9))]
    [fact] = consolidate(analysis(), facts).facts
    assert (fact.extractors, fact.confidence, fact.id) == (("a", "b"), 0.9, "f1")


def test_of_overlapping_facts_the_more_confident_wins_and_the_loser_is_kept():
    long, short = weather(TEXT, "Снег идёт", confidence=0.5), weather(TEXT, "идёт", confidence=0.9)
    result = consolidate(analysis(), [long, short])
    assert result.facts == (short,)
    [conflict] = result.conflicts
    assert (conflict.fact, conflict.winner, conflict.reason) == (long, "f1", "lower confidence")


def test_the_longer_wins_among_equally_confident_ones():
    result = consolidate(analysis(), [weather(TEXT, "идёт"), weather(TEXT, "Снег идёт")])
    assert ([f.text for f in result.facts], result.conflicts[0].reason) == (["Снег идёт"], "shorter")


def test_facts_of_different_kinds_do_not_conflict():
    assert len(consolidate(analysis(), [weather(TEXT, "Министр"), title(TEXT, "Министр")]).facts) == 2


def test_two_people_may_share_a_title_one_person_may_not_have_two_on_the_same_words():
    anna, kim = mention(TEXT, "Анна Ким"), mention(TEXT, "Ким", start=40)
    assert len(consolidate(analysis(), [title(TEXT, "Министр", anna), title(TEXT, "Министр", kim)]).facts) == 2
    both = [title(TEXT, "Министр", anna), title(TEXT, "Министр Анна Ким", anna)]
    assert len(consolidate(analysis(), both).facts) == 1


def test_quotes_nest_but_do_not_cross():
    def quote(found, style):
        start = TEXT.index(found)
        return Quote(start=start, end=start + len(found), text=found, style=style)

    inside = [quote("Снег идёт", "indirect"), quote("идёт", "partial")]
    assert len(consolidate(analysis(), inside).facts) == 2
    crossing = [quote('сказала: "Снег', "indirect"), quote("Снег идёт", "direct")]
    assert len(consolidate(analysis(), crossing).facts) == 1


def test_facts_hang_on_the_entity_under_its_fullest_name():
    full, bare = mention(TEXT, "Анна Ким"), mention(TEXT, "Ким", start=40)
    quote = Quote(start=39, end=43, text="Снег", style="partial", speaker=bare)
    result = consolidate(analysis(full, bare), [title(TEXT, "Министр", full), quote])
    [entity] = result.entities
    assert (entity.id, entity.name, len(entity.mentions)) == ("e1", "Анна Ким", 2)
    assert [f.id for f in entity.titles + entity.quotes] == ["f1", "f2"]
    assert (result.facts[1].speaker.name, result.facts[1].speaker.entity, result.facts[1].speaker.start) == (
        "Анна Ким",
        "e1",
        bare.start,
    )


def test_a_pronoun_joins_by_the_name_it_is_given_and_adds_no_mention():
    full = mention(TEXT, "Анна Ким")
    pronoun = Mention(start=54, end=57, text=TEXT[54:57], type="person", name="Анна Ким")
    quote = Quote(start=39, end=43, text="Снег", style="partial", speaker=pronoun)
    [entity] = consolidate(analysis(full), [quote]).entities
    assert (len(entity.mentions), len(entity.quotes)) == (1, 1)


def test_somebody_unnamed_is_no_entity():
    speaker = mention(TEXT, "Министр", name="министр")
    quote = Quote(start=39, end=43, text="Снег", style="partial", speaker=speaker)
    result = consolidate(analysis(), [quote])
    assert (result.entities, result.facts[0].speaker.entity) == ((), None)


def test_organisations_are_entities_only_when_a_fact_refers_to_them():
    bank = mention(TEXT, 'банка "Север"', name='банк "Север"', type="organization")
    assert consolidate(analysis(bank), [weather(TEXT, "Снег")]).entities == ()
    document = mention(TEXT, "сообщении", name='банк "Север"', type="document")
    quote = Quote(start=39, end=43, text="Снег", style="indirect", speaker=document)
    [entity] = consolidate(analysis(bank), [quote]).entities
    assert (entity.type, entity.name, [(m.start, m.end) for m in entity.mentions]) == (
        "organization",
        'банк "Север"',
        [(bank.start, bank.end)],
    )
    led = title(TEXT, "Министр", organization='банк "Север"')
    assert len(consolidate(analysis(bank), [led]).entities) == 1


@frozen(kw_only=True)
class Layer(Weather):
    """A kind whose facts may lie on each other."""

    kind = "layer"
    asked: ClassVar[list[int]] = []

    def conflicts(self, other):
        self.asked.append(1)
        return False


def test_facts_in_one_place_are_compared_to_a_limit_only():
    text = "снег " * 2000
    covering = [Layer(start=0, end=n + 4, text=text[: n + 4], degrees=0, extractors=("a",)) for n in range(2000)]
    beside = [Layer(start=n * 5, end=n * 5 + 4, text="снег", degrees=1, extractors=("a",)) for n in range(2000)]
    Layer.asked.clear()
    result = consolidate(Analysis(Article(text=text), RUSSIAN), covering)
    assert len(result.facts) + len(result.conflicts) == 2000
    assert {conflict.reason for conflict in result.conflicts} == {"more than 200 overlap"}
    assert len(Layer.asked) < 2000 * 201
    Layer.asked.clear()
    assert len(consolidate(Analysis(Article(text=text), RUSSIAN), beside).facts) == 2000
    assert not Layer.asked


def test_of_many_in_one_place_the_one_that_ranks_first_wins_all():
    text = "снег " * 40
    facts = [
        weather(text, text[n * 5 : n * 5 + 4 + 5 * length], confidence=0.5 + length / 100)
        for n in range(20)
        for length in range(1, 15)
    ]
    shifted = [evolve(f, start=n, end=n + len(f.text), text=text[n : n + len(f.text)]) for n, f in enumerate(facts[:100])]
    result = consolidate(Analysis(Article(text=text), RUSSIAN), shifted)
    by_id = {fact.id: fact for fact in result.facts}
    for one, other in itertools.combinations(result.facts, 2):
        assert not one.overlaps(other)
    for conflict in result.conflicts:
        winner = by_id[conflict.winner]
        assert winner.overlaps(conflict.fact)
        assert winner.confidence >= conflict.fact.confidence


def test_links_say_whom_a_mention_stands_for():
    full, role = mention(TEXT, "Анна Ким"), mention(TEXT, "Министр", name="министр")
    quote = Quote(start=39, end=43, text="Снег", style="partial", speaker=role)

    def relate(analysis, facts):
        return [Link(fact=facts[0].id, field="speaker", mention=evolve(role, name="Анна Ким"))]

    result = consolidate(analysis(full), [quote], [("p", relate)])
    assert (result.facts[0].speaker.name, result.facts[0].speaker.entity) == ("Анна Ким", "e1")


def test_a_relater_that_raises_or_links_nowhere_fails_alone():
    def raises(analysis, facts):
        raise RuntimeError("no")

    def nowhere(analysis, facts):
        return [Link(fact="f99", field="speaker", mention=mention(TEXT, "Ким"))]

    result = consolidate(analysis(), [weather(TEXT, "Снег")], [("a", raises), ("b", nowhere)])
    assert len(result.facts) == 1
    assert [(f.stage, f.plugin) for f in result.failures] == [("relate", "a"), ("relate", "b")]


def test_every_order_of_arrival_gives_the_identical_result():
    anna = mention(TEXT, "Анна Ким")
    facts = [
        names("a", weather(TEXT, "Снег идёт", confidence=0.5)),
        names("b", weather(TEXT, "идёт", confidence=0.5)),
        names("c", weather(TEXT, "Снег идёт", 1, confidence=0.5)),
        names("d", title(TEXT, "Министр", anna)),
        names("e", title(TEXT, "Министр", anna, confidence=0.3)),
    ]
    results = [consolidate(analysis(anna), order) for order in itertools.permutations(facts)]
    assert all(result == results[0] for result in results)
    assert results[0].facts[0].extractors == ("d", "e")
