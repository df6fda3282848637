"""Why a fact was found: what plugins tell when somebody asks, and that it changes nothing."""

import json
from pathlib import Path

import pytest
from attrs import evolve, frozen
from click.testing import CliRunner
from helpers import WIRE

from newsfacts import Answer, Decision, Extractor, Fact, LexiconError, Link, Pipeline, Quote, explain, hookimpl, read
from newsfacts.cli import main
from newsfacts.decisions import chosen, weighed
from newsfacts.legends import Legend, load_legend
from newsfacts.linear import LinearModel, load_models

ARTICLES = [article for name in ("ru", "en", "odd") for article in read(Path(__file__).parent / f"articles/{name}.jsonl")]


@pytest.fixture(scope="module")
def explained(pipeline):
    return [pipeline.explain(article) for article in ARTICLES]


@pytest.mark.once
def test_an_explanation_changes_nothing(explained, pipeline):
    for article, explanation in zip(ARTICLES, explained, strict=True):
        assert explanation.result == pipeline.extract(article), article.id


@pytest.mark.once
def test_each_fact_of_ours_is_explained(explained):
    for explanation in explained:
        assert [fact for fact in explanation.result.facts if not explanation.of(fact)] == [], explanation.result.article.id


MODEL = LinearModel({"all": 900, "a": 200, "b": -300, "none": 0})


def test_features_that_all_answers_share_are_left_out():
    decision = chosen("which", MODEL, [["all", "a"], ["all", "b", "none", "unknown"]], ["one", "two"], 0)
    assert (decision.answer.text, decision.answer.score, decision.answer.weights) == ("one", 1100, (("a", 200),))
    assert [(rival.text, rival.weights) for rival in decision.rivals] == [("two", (("b", -300),))]


def test_a_decision_between_yes_and_no_shows_the_heaviest_features_first():
    answer = weighed(MODEL, ["a", "b", "all", "a"], "yes", 0.9)
    assert (answer.weights, answer.score) == ((("all", 900), ("b", -300), ("a", 200)), 1000)


LEGEND = Legend({"a": "the first word", "al": "what all have"})


def test_features_that_look_at_one_thing_are_one_reason_in_words():
    answer = weighed(MODEL, ["a", "b", "all"], "yes", 0.9, LEGEND)
    assert answer.reasons == (("what all have", 900), ("b", -300), ("the first word", 200))
    assert LEGEND.summed([("a", 5), ("as", -5), ("al", 1)]) == (("what all have", 1),)


def test_reasons_are_shown_for_an_answer_and_against_it():
    decision = chosen("which", MODEL, [["a", "b"], ["none"]], ["one", "two"], 0, LEGEND)
    shown = str(Pipeline(register={"harvests": plugin(lambda: decision)}).explain("Собран урожай.", language="ru"))
    assert "one · score -100\n          for: the first word +200\n          against: b -300\n" in shown


@pytest.mark.once
@pytest.mark.parametrize(
    ("package", "decision"),
    [
        *(("newsfacts_quotes", decision) for decision in ("start", "end", "quoted", "speaker", "referent")),
        *(("newsfacts_titles", decision) for decision in ("left", "right", "holder")),
    ],
)
def test_each_feature_of_a_model_has_its_words_and_each_of_these_a_feature(package, decision):
    legend = load_legend(package, decision)
    features = [f for code in ("ru", "en") for f in load_models(package, f"data/{code}.weights.tsv.gz")[decision].weights]
    assert [feature for feature in features if legend.of(feature) == feature] == []
    used = {legend.beginning_of(feature) for feature in features}
    assert legend.words.keys() - used == set()


def test_a_legend_that_there_is_not_is_named():
    with pytest.raises(LexiconError, match=r"has no table \[speakr\]; did you mean 'speaker'"):
        load_legend("newsfacts_quotes", "speakr")


@frozen(kw_only=True)
class Harvest(Fact):
    """A harvest."""

    kind = "harvest"


def plugin(why, name="harvests"):
    def find(analysis):
        at = analysis.text.find("урожай")
        fact = Harvest(start=at, end=at + 6, text="урожай")
        analysis.explain(fact, why)
        yield fact

    class Harvests:
        @hookimpl
        def newsfacts_extractors(self):
            return [Extractor(name=name, languages={"ru"}, yields=[Harvest], run=find)]

    return Harvests()


def asked():
    raise AssertionError("nobody asked")


def test_a_stranger_s_extractor_tells_and_is_named():
    harvests = plugin(lambda: Decision(question="what it is", answer="a harvest", rule="a word", evidence={"word": "урожай"}))
    explained = Pipeline(register={"harvests": harvests}).explain("Собран урожай.", language="ru")
    [decision] = explained.of("f1")
    assert (decision.by, decision.answer.text, decision.evidence) == ("harvests", "a harvest", (("word", "урожай"),))


def test_nothing_is_asked_for_where_nobody_explains():
    pipeline = Pipeline(register={"harvests": plugin(asked)})
    assert pipeline.extract("Собран урожай.", language="ru").failures == ()


@pytest.mark.parametrize(
    ("why", "message"),
    [
        (asked, "AssertionError: nobody asked"),
        (lambda: ["a word"], "it gave a str, not a Decision"),
        (lambda: 1, "not iterable"),
    ],
)
def test_what_goes_wrong_in_telling_is_a_failure_and_the_fact_stands(why, message):
    result = Pipeline(register={"harvests": plugin(why)}).explain("Собран урожай.", language="ru").result
    assert [fact.kind for fact in result.facts] == ["harvest"]
    assert [(failure.stage, failure.plugin) for failure in result.failures] == [("explain", "harvests")]
    assert message in result.failures[0].message


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": 1},
        {"answer": 1},
        {"answer": None},
        {"rule": 1},
        {"rivals": ["another"]},
        {"evidence": ["word"]},
        {"answer": {"probability": 1.5}},
        {"answer": {"probability": "high"}},
        {"answer": {"score": 0.5}},
        {"answer": {"weights": [("feature", "heavy")]}},
    ],
)
def test_a_decision_that_could_not_be_shown_cannot_be_made(wrong):
    answer = wrong.get("answer", "a harvest")
    fields = {"question": "what it is"} | wrong
    with pytest.raises((TypeError, ValueError)):
        Decision(**fields | {"answer": Answer(text="a harvest", **answer) if isinstance(answer, dict) else answer})


def test_all_that_found_an_equal_fact_tell():
    told = {name: plugin(lambda: Decision(question="what it is", answer="a harvest"), name) for name in ("one", "two")}
    explained = Pipeline(register=told).explain("Собран урожай.", language="ru")
    assert [decision.by for decision in explained.of("f1")] == ["one", "two"]


class Boss:
    @hookimpl
    def newsfacts_relate(self, analysis, facts):
        for fact in facts:
            if isinstance(fact, Quote):
                analysis.explain(fact, lambda: Decision(question="who the boss is", answer="Иван Орлов"))
                yield Link(fact=fact.id, field="speaker", mention=evolve(fact.speaker, name="Иван Орлов"))


def test_a_link_is_explained_by_the_core_and_by_its_plugin():
    explained = Pipeline(register={"boss": Boss()}).explain("«Завод откроют в мае», — сказал Олег Белов.", language="ru")
    by_boss = {decision.question: decision.answer.text for decision in explained.of("f1") if decision.by == "boss"}
    assert by_boss == {"who the boss is": "Иван Орлов", "whom the speaker means": "Иван Орлов"}


def test_it_is_written_for_people_and_for_programs(explanation):
    plain = json.loads(explanation.to_json(["money"]))
    assert plain["schema"] == "newsfacts-explanation/1"
    [money] = plain["facts"]
    assert (money["kind"], money["amount"], money["won_over"]) == ("money", "2000000000", [])
    assert money["decisions"][1] == {
        "by": "money",
        "question": "which currency",
        "answer": {"text": "USD", "probability": None, "score": None, "reasons": [], "weights": []},
        "rivals": [],
        "rule": "the name at the number",
        "evidence": [{"name": "word", "value": "долларов (USD)"}],
    }
    quote = json.loads(explanation.to_json(["quote"]))["facts"][0]["decisions"][0]["answer"]
    assert quote["weights"][0].keys() == {"feature", "weight"}
    assert explanation.to_text(["money"]).startswith("f3 money «двух миллиардов долларов» · amount: 2 000 000 000")
    assert str(explanation).count("\nf") == 4


class Hasty:
    @hookimpl
    def newsfacts_extractors(self):
        def find(analysis):
            at = analysis.text.find("млн евро")
            yield Harvest(start=at, end=at + 3, text="млн", confidence=0.5)
            yield Harvest(start=at, end=at + 8, text="млн евро", confidence=0.9)

        return [Extractor(name="hasty", languages={"ru"}, yields=[Harvest], run=find)]


def test_what_lost_and_who_tells_nothing_is_said():
    explained = Pipeline(register={"hasty": Hasty()}).explain("Завод купили за 2 млн евро.", language="ru")
    text = explained.to_text(["harvest"])
    assert "hasty tells nothing" in text
    assert "won over «млн» of hasty: lower confidence" in text
    [fact] = explained.to_dict(["harvest"])["facts"]
    assert [(lost["fact"]["text"], lost["reason"]) for lost in fact["won_over"]] == [("млн", "lower confidence")]


def test_a_fact_that_is_not_there_is_named():
    explained = explain("Завод купили за 2 млн евро.")
    with pytest.raises(LookupError, match="no fact 'f2'"):
        explained.of("f2")


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, ["explain", *arguments], input=stdin)


def test_the_command_explains_in_lines_to_read():
    done = run("--only", "quote", "--language", "ru", stdin=WIRE)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("-\n\nf2 quote «Товарооборот вырос до двух миллиардов долларов»")
    assert "\n  who speaks: вице-премьер Белоруссии Виктор Каранкевич\n    1.000 " in done.stdout
    assert "money" not in done.stdout


def test_the_command_explains_as_json(tmp_path):
    paths = []
    for name in ("a", "b"):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(WIRE, encoding="utf-8")
    one, both = (run("-f", "json", "--published", "2025-09-30", *map(str, given)) for given in (paths[:1], paths))
    plain = json.loads(one.stdout)
    assert [fact["id"] for fact in plain["facts"]] == ["f1", "f2", "f3", "f4", "f5"]
    assert plain["facts"][0]["date"] == "2025-09-29"
    assert [entry["article"]["id"] for entry in json.loads(both.stdout)] == list(map(str, paths))


def test_the_command_names_what_goes_wrong(tmp_path):
    done = run(str(tmp_path / "gone.txt"))
    assert (done.exit_code, "gone.txt: no such file" in done.stderr.lower()) == (1, True)
    done = run("--only", "mony", stdin=WIRE)
    assert (done.exit_code, "did you mean 'money'" in done.stderr) == (2, True)
    done = run("--language", "fi", stdin="Tehdas myytiin.")
    assert "no extractor serves fi yet" in done.stdout
    plugin = tmp_path / "broken.py"
    code = (
        "from newsfacts import hookimpl\n\n@hookimpl\ndef newsfacts_relate(analysis, facts):\n    raise OSError('no sheets')\n"
    )
    plugin.write_text(code, encoding="utf-8")
    done = run("--plugin", str(plugin), stdin=WIRE)
    assert (done.exit_code, "no sheets" in done.stderr, "f5 quote" in done.stdout) == (3, True, True)
