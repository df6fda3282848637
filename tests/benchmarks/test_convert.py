"""Published corpora of our own making, in the forms in which theirs are published, and what becomes of them."""

import json

import convert
import pytest
from click.testing import CliRunner
from scoring import read_documents

TEXT = "Мэр Иван Громов и глава завода «Заря» Анна Ким едут.\n"


def write(folder, files):
    for path, content in files.items():
        path = folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes("\n".join(content).encode() if isinstance(content, list) else content.encode())


def run(folder, *options):
    return CliRunner().invoke(convert.main, [str(folder / "downloads"), str(folder / "corpora"), *map(str, options)])


def converted(folder, files, corpus):
    write(folder / "downloads", files)
    done = run(folder)
    assert done.exit_code == 0, done.output
    path = folder / "corpora" / f"{corpus}.jsonl"
    assert list(read_documents(path))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def at(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def mark(name, type_, words):
    return f"{name}\t{type_} {' '.join(map(str, at(words)))}\t{words}"


def test_nerel(tmp_path):
    annotations = [
        mark("T1", "PERSON", "Анна Ким"),
        mark("T2", "PERSON", "Иван Громов"),
        mark("T3", "PROFESSION", "Мэр"),
        mark("T4", "PROFESSION", "глава завода «Заря»"),
        mark("T5", "ORGANIZATION", "завода «Заря»"),
        "R1\tWORKS_AS Arg1:T1 Arg2:T4\t",
        "R2\tWORKS_AS Arg1:T2 Arg2:T3\t",
        "R3\tWORKPLACE Arg1:T1 Arg2:T5\t",
        "N1\tReference T1 Wikidata:NULL\tАнна Ким",
        "",
    ]
    part = "NEREL/NEREL-v1.1/dev"
    [record] = converted(tmp_path, {f"{part}/1_text.txt": TEXT, f"{part}/1_text.ann": annotations}, "nerel-dev")
    assert (record["id"], record["language"], record["text"]) == ("nerel/dev/1_text.txt", "ru", TEXT)
    assert record["gold"] == {
        "persons": [at("Иван Громов"), at("Анна Ким")],
        "professions": [at("Мэр"), at("глава завода «Заря»")],
        "organizations": [at("завода «Заря»")],
        "money_spans": [],
        "works_as": [[at("Иван Громов"), at("Мэр")], [at("Анна Ким"), at("глава завода «Заря»")]],
    }


def test_a_mark_in_pieces_goes_from_the_first_to_the_last_whatever_their_order(tmp_path):
    files = {"NEREL/NEREL-v1.1/dev/1.txt": TEXT, "NEREL/NEREL-v1.1/dev/1.ann": "T1\tPERSON 9 15;4 8\tГромов Иван\n"}
    [record] = converted(tmp_path, files, "nerel-dev")
    assert record["gold"]["persons"] == [at("Иван Громов")]


def test_offsets_count_line_ends_as_they_are(tmp_path):
    text = "Едут:\r\nАнна Ким.\r\n"
    files = {"NEREL/NEREL-v1.1/dev/1.txt": text, "NEREL/NEREL-v1.1/dev/1.ann": "T1\tPERSON 7 15\tАнна Ким\n"}
    [record] = converted(tmp_path, files, "nerel-dev")
    assert record["text"][7:15] == "Анна Ким"


def test_factrueval(tmp_path):
    facts = """1-0 Occupation
Who obj12 Громов Иван
Position span3 Мэр | span4 мэр города
Where obj5 Заря | завод Заря

1-1 Ownership
Owner obj12 Громов Иван
Property obj5 Заря

1-2 Occupation
Person obj13 Ким Анна
Company obj5 Заря | завод Заря
Job span6 глава
Сложность повышенная
"""
    part = "factRuEval-2016/devset"
    files = {f"{part}/book_1.txt": TEXT, f"{part}/book_1.facts": facts, f"{part}/book_2.txt": "Никого нет.\n"}
    first, second = converted(tmp_path, files, "factrueval-dev")
    assert (first["id"], second["id"]) == ("factrueval/dev/book_1", "factrueval/dev/book_2")
    assert first["gold"]["occupations"] == [
        {"who": ["Громов Иван"], "position": ["Мэр", "мэр города"], "where": ["Заря", "завод Заря"]},
        {"who": ["Ким Анна"], "position": ["глава"], "where": ["Заря", "завод Заря"]},
    ]
    assert second["gold"]["occupations"] == []


def test_slavicner(tmp_path):
    names = ["4\t15\tИвана Громова\tИван Громов\tPER\tPER-Ivan-Gromov", "31\t37\t«Заря»\tЗаря\tORG\tORG-Zarya", ""]
    files = {"SlavicNER/raw/bridge/ru/a.txt_1.txt": TEXT, "SlavicNER/ner/bridge/ru/a.txt_1.tsv": names}
    [record] = converted(tmp_path, files, "slavicner-ru")
    assert record["id"] == "slavicner/bridge/a.txt_1"
    assert record["gold"] == {"nominatives": [{"start": 4, "end": 15, "nominative": "Иван Громов"}]}


def test_polnear(tmp_path):
    text = "“Go,” he said. “Now.” It is known to be far."
    annotations = [
        "T1\tContent 0 5\t“Go,”",
        "T2\tSource 6 8\the",
        "T3\tCue 9 13\tsaid",
        "T4\tContent 15 21\t“Now.”",
        "T5\tAttribution 9 13\tsaid",
        "E1\tAttribution:T5 Cue:T3 Source:T2 Content:T1 Content2:T4",
        "T6\tCue 28 33\tknown",
        "T7\tContent 34 43\tto be far",
        "T8\tAttribution-no-source 28 33\tknown",
        "E2\tAttribution-no-source:T8 Content:T7 Cue:T6",
        "T9\tDiscard 0 5\t“Go,”",
        "",
    ]
    part = "PolNeAR/data/dev"
    files = {
        f"{part}/text/nyt_2026.txt": text,
        f"{part}/attributions/nyt_2026_a1b2.ann": annotations,
        f"{part}/attributions/nyt_2026_c3d4.ann": [""],
    }
    [record] = converted(tmp_path, files, "polnear-dev")
    assert (record["id"], record["language"]) == ("polnear/dev/nyt_2026", "en")
    assert record["gold"]["attributions"] == [
        {"content": [[0, 5], [15, 21]], "source": [[6, 8]], "cue": [[9, 13]]},
        {"content": [[34, 43]], "source": [], "cue": [[28, 33]]},
    ]


def test_what_is_not_there_is_named_with_its_address(tmp_path):
    (tmp_path / "downloads").mkdir()
    output = run(tmp_path).output
    for repository in (
        "nerel-ds/NEREL",
        "dialogue-evaluation/factRuEval-2016",
        "SlavicNLP/SlavicNER",
        "networkdynamics/PolNeAR",
    ):
        assert f"git clone https://github.com/{repository} " in output
    assert list((tmp_path / "corpora").iterdir()) == []


def test_only_the_documents_that_are_named(tmp_path):
    part = "factRuEval-2016/devset"
    write(tmp_path / "downloads", {f"{part}/book_{number}.txt": TEXT for number in (1, 2)})
    write(tmp_path, {"documents.txt": ["factrueval/dev/book_2", "factrueval/dev/book_3"]})
    done = run(tmp_path, "--documents", tmp_path / "documents.txt")
    assert "factrueval-dev.jsonl: 1 documents" in done.output
    assert "1 of the chosen documents are not there: factrueval/dev/book_3" in done.output
    assert [d.article.id for d in read_documents(tmp_path / "corpora/factrueval-dev.jsonl")] == ["factrueval/dev/book_2"]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"NEREL/NEREL-v1.1/dev/1.ann": "T1\tPERSON 0 3\tМэр\n"}, "1.txt"),
        (
            {"NEREL/NEREL-v1.1/dev/1.txt": TEXT, "NEREL/NEREL-v1.1/dev/1.ann": "T1\tPERSON от до\tМэр\n"},
            "1.ann: no annotations",
        ),
        (
            {"NEREL/NEREL-v1.1/dev/1.txt": TEXT, "NEREL/NEREL-v1.1/dev/1.ann": "R1\tWORKS_AS Arg1:T1 Arg2:T2\n"},
            "KeyError: 'T1'",
        ),
        (
            {"factRuEval-2016/devset/1.txt": TEXT, "factRuEval-2016/devset/1.facts": "Who obj1 Громов\n\n"},
            "1.facts: 'Who obj1 Громов' is no id and sort of a fact",
        ),
        ({"SlavicNER/raw/a/ru/1.txt": TEXT, "SlavicNER/ner/a/ru/1.tsv": "4\t15\n"}, "1.tsv:1: no line of SlavicNER's"),
        ({"PolNeAR/data/dev/text/a.txt": TEXT}, "a.txt: nobody's annotations"),
    ],
)
def test_a_file_of_another_form_is_named(tmp_path, files, problem):
    write(tmp_path / "downloads", files)
    done = run(tmp_path)
    assert done.exit_code == 1
    assert problem in done.output
