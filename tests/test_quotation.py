import pytest

from newsfacts.quotation import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он сказал: «Да».", [("Да", 0)]),
        ("Концерн «Завод „Север“» открыт", [("Завод „Север“", 0), ("Север", 1)]),
        ('"Это "Север" и юг", - сказал он.', [('Это "Север" и юг', 0), ("Север", 1)]),
        ('Завод "Север".', [("Север", 0)]),
        ('ЗАО "Север", ООО "Юг"', [("Север", 0), ("Юг", 0)]),
        ("“Yes,” he said. “No.”", [("Yes,", 0), ("No.", 0)]),
        ("„Да“, — сказал он", [("Да", 0)]),
        ("''Amazon''", [("Amazon", 0)]),
        ("``No,'' she said. ``Not yet.''", [("No,", 0), ("Not yet.", 0)]),
        ("``Read \"Emma\",'' she said.", [('Read "Emma",', 0), ("Emma", 1)]),
        ("“He told us, ‘I don’t know’,” she said.", [("He told us, ‘I don’t know’,", 0), ("I don’t know", 1)]),
        ("‘It was Mary’s idea,’ he said.", [("It was Mary’s idea,", 0)]),
        ("In the ‘90s workers’ rights and the mayor‘s vote", []),
        ('“It is safe," she said. "Go on,” he said.', [("It is safe,", 0), ("Go on,", 0)]),
        ("“Not yet,“ she said. “So wait.”", [("Not yet,", 0), ("So wait.", 0)]),
        ('“The "North" mill,” she said.', [('The "North" mill,', 0), ("North", 1)]),
        ("без кавычек", []),
        ("лишняя » закрыта", []),
    ],
)
def test_marks_pair_by_type(text, expected):
    assert [(text[q.inner_start : q.inner_end], q.depth) for q in find_quotations(text)] == expected


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "«Первый абзац.\n\n«Второй абзац», — сказал он."
    first, second = find_quotations(text)
    assert (text[first.inner_start : first.inner_end], first.closed) == ("Первый абзац.", False)
    assert (text[second.inner_start : second.inner_end], second.closed) == ("Второй абзац", True)


@pytest.mark.slow
def test_a_hundred_thousand_marks_take_no_quadratic_time():
    assert len(find_quotations("«" * 100_000)) == 100_000
    assert find_quotations('"' * 100_000) is not None
