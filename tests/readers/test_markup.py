"""XML that means harm, and the text of markup."""

import contextlib
import socket
import threading

import pytest
from timing import assert_linear, assert_linear_in

from newsfacts import ReadError, Source
from newsfacts.plugins import Plugins
from newsfacts.readers.markup.rendering import html_text, mixed_text, text_of
from newsfacts.readers.markup.xml_documents import parse_elements, parse_xml
from newsfacts.reading import read_all

SECRET = "confidential words"


def xml(data, name="a.xml"):
    return parse_xml(Source(name=name, data=data if isinstance(data, bytes) else data.encode()))


def text(data):
    return text_of(xml(data))


def read(data):
    return list(
        read_all(Source(name="a.xml", data=data if isinstance(data, bytes) else data.encode()), Plugins(discover=False))
    )


@pytest.fixture
def server():
    """An address on this machine, and the requests that it has seen."""
    seen = []
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.2)

        def listen():
            try:
                while True:
                    connection, _ = listening.accept()
                    seen.append(connection)
                    connection.close()
            except OSError:
                pass

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", seen
        thread.join()


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path.as_uri()


NITF = "<nitf><body><body.content><p>%s</p></body.content></body></nitf>"


def test_an_external_entity_is_refused_unread(secret):
    [error] = read(f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret}">]>' + NITF % "&x;")
    assert isinstance(error, ReadError)
    assert SECRET not in str(error)
    assert "&x;" in error.problem


def test_an_external_entity_that_nobody_refers_to_does_no_harm(secret):
    [article] = read(f'<!DOCTYPE nitf [<!ENTITY x PUBLIC "p" "{secret}">]>' + NITF % "Words.")
    assert article.text == "Words."


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE nitf SYSTEM "%s/nitf.dtd">',
        '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.5//EN" "%s/nitf.dtd">',
        '<!DOCTYPE nitf [<!ENTITY %% d SYSTEM "%s/nitf.dtd"> %%d;]>',
        '<!DOCTYPE nitf [<!ENTITY d SYSTEM "%s/nitf.txt">]>',
        '<?xml-stylesheet href="%s/style.xsl" type="text/xsl"?>',
    ],
)
def test_nothing_is_fetched(server, declaration):
    address, seen = server
    [article] = read(declaration % address + NITF % "Words.")
    assert article.text == "Words."
    assert seen == []


def test_xinclude_includes_nothing(secret):
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
    [article] = read(NITF % f"Words.{include}")
    assert article.text == "Words."


def test_a_document_type_that_hides_its_end_is_refused_unread(secret):
    found = read(f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret}"> <!-- ]> " ' + NITF % "&x;")
    assert SECRET not in str(found)


@pytest.mark.parametrize("depth", [2, 10])
def test_entities_made_of_entities_are_refused(depth):
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth))
    [error] = read(f'<!DOCTYPE nitf [<!ENTITY e0 "ha">{declared}]>' + NITF % f"&e{depth - 1};")
    assert "made of others" in error.problem


def test_a_long_entity_is_refused():
    [error] = read(f'<!DOCTYPE nitf [<!ENTITY e "{"ha" * 10_000}">]>' + NITF % ("&e;" * 10_000))
    assert isinstance(error, ReadError)


def test_an_entity_of_plain_text_and_those_of_html_are_put_in():
    document = '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY co "Ключ &#38; Ко">]><a>&co;&nbsp;&mdash; &#171;&#150;&#xbb; &lt;b&gt;</a>'
    assert text(document) == "Ключ & Ко\u00a0— «–» <b>"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a "[]>" []>',
        '<!DOCTYPE a [<!-- ]> "\' - --> <?x ]> ? ?> <!ENTITY e "]>">]  >',
        "<!DOCTYPE a SYSTEM '>' \"<x>\">",
        '<!-- - <!DOCTYPE a "> --> <?x > ? ?> <!DOCTYPE a "<" []>',
        "<!DOCTYPE a [<!-- - -->]>",
    ],
)
def test_a_document_type_ends_outside_of_quotation_marks_and_comments(declared):
    assert text(declared + "<a>words</a>") == "words"


def test_a_document_type_with_a_quotation_mark_too_many_has_no_end():
    for declared in ('<!DOCTYPE a">', '<!DOCTYPE a " []>', "<!DOCTYPE a [<!-- > -->']>"):
        with pytest.raises(ReadError, match="is no XML"):
            text(declared + "<a>words</a>")


def test_ampersands_that_begin_nothing_are_ampersands():
    assert text("<a>AT&T, a&b;, R & D <![CDATA[&nbsp;<x>]]></a>") == "AT&T, a&b;, R & D \u00a0<x>"


def test_a_prefix_that_nobody_declares_is_declared():
    assert text('<a><media:x media:y="1">words</media:x></a>') == "words"


def test_what_xml_forbids_is_left_out():
    assert text(b"<a>one\x0b two&#0;&#x1f;</a>") == "one two\ufffd"


@pytest.mark.parametrize("closed", ["", "</a>" * 100_000])
def test_a_hundred_thousand_levels_are_refused(closed):
    with pytest.raises(ReadError, match=r"a\.xml.*depth"):
        xml("<a>" * 100_000 + "words" + closed)


def test_a_huge_attribute_is_refused():
    with pytest.raises(ReadError, match=r"a\.xml"):
        xml(b'<a b="' + b"x" * 11_000_000 + b'"/>')


@pytest.mark.parametrize(
    "data",
    [
        "<!DOCTYPE a [" + "<" * 200_000,
        "<!DOCTYPE a [" + "<!-- " * 50_000,
        "<!DOCTYPE a " + "'" * 200_001,
        "<!DOCTYPE a [" + "<!ENTITY e 'x'>" * 20_000,
        "<!DOCTYPE a " + "'x'" * 60_000,
        "<!DOCTYPE a [<!--" + "-" * 200_000,
        "<!DOCTYPE a [" + "<!---->" * 30_000 + "<??>" * 50_000,
        "<?x ?>\n" * 30_000 + "<!DOCTYPE",
        "<!-- " * 50_000,
        "<a>" + "&" * 200_000 + "</a>",
        "<a>" + "<![CDATA[" * 20_000,
        "<a>" + "<b:c>" * 50_000,
        "<a>" + "".join(f"<p{n}:c/>" for n in range(20_000)) + "</a>",
        "<a>" + "<q>" * 200 + "x " * 50_000 + "</q>" * 200 + "</a>",
    ],
)
@pytest.mark.once
def test_hostile_documents_cost_time_in_proportion(data):
    def read_or_refuse(document):
        with contextlib.suppress(ReadError):
            text(document)

    assert_linear_in(data, read_or_refuse)


@pytest.mark.parametrize("piece", ["<div>", "<p>", "<br>", "<td> ", "\x1d ", "<!--", "<b"])
def test_hostile_html_is_read(piece):
    assert_linear(html_text, lambda number: piece * number + "words", 20_000)


RUSSIAN = "Губернатор Пётр Сомов открыл мост через реку Каменку"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("KOI8-R", "koi8-r"),
        ("UTF-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-le"),
        ("utf-16", "utf-16-be"),
        ("iso-8859-5", "iso8859-5"),
        ("windows-1251", "utf-8"),
        ("utf-16", "utf-8"),
        ("utf-8", "cp1251"),
        ("no-such-code", "utf-8"),
        ("punycode", "utf-8"),
    ],
)
def test_encodings_declared_rightly_and_wrongly(declared, encoding):
    document = f'<?xml version="1.0" encoding="{declared}"?>\n' + NITF % RUSSIAN
    [article] = read(document.encode(encoding))
    assert article.text == RUSSIAN


def test_latin_1_is_read():
    assert (
        text("<?xml version='1.0' encoding='ISO-8859-1'?><a>Le préfet a déclaré</a>".encode("latin-1")) == "Le préfet a déclaré"
    )


def test_a_known_encoding_goes_before_the_declared_one():
    source = Source(name="a", data=f'<?xml version="1.0" encoding="koi8-r"?><a>{RUSSIAN}</a>'.encode(), encoding="utf-8")
    assert text_of(parse_xml(source)) == RUSSIAN


def test_text_is_in_paragraphs_lines_and_cells():
    markup = """<body><h1>Head</h1>one <b>two</b>
      three<br/>four<br/><br/>five<ul><li>six</li><li><p>seven</p></li></ul>
      <table><tr><th>a</th><td> b </td></tr><tr><td>c</td></tr></table><pre>x
  y</pre>tail</body>"""
    assert text(markup) == "Head\n\none two three\nfour\n\nfive\n\nsix\n\nseven\n\na\tb\n\nc\n\nx\ny\n\ntail"


def test_no_break_and_thin_spaces_stay_and_what_is_invisible_goes():
    assert html_text("a&nbsp;b\u2009c\u202fd so&shy;ft\u200b\ufeff") == "a\u00a0b\u2009c\u202fd soft"


def test_a_paragraph_of_no_break_spaces_is_none():
    assert html_text("<p>one</p><p>&nbsp;</p><p>two</p>") == "one\n\ntwo"


@pytest.mark.parametrize(
    "left_out",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<figure><img alt='x'/><figcaption>x</figcaption></figure>",
        "<media><media-caption>x</media-caption></media>",
        "<p class='wp-caption-text'>x</p>",
        "<p hidden='hidden'>x</p>",
        "<p style='color: red; display: none'>x</p>",
        "<iframe>x</iframe>",
        "<!-- x -->",
    ],
)
def test_what_is_no_text_is_left_out(left_out):
    assert html_text(f"<p>one</p>{left_out}two") == "one\n\ntwo"


def test_a_figure_is_left_out_unless_it_holds_words():
    assert (
        html_text("<p>one</p><figure><img/><div>Foto</div></figure><figure><table><tr><td>two</td></tr></table></figure>")
        == "one\n\ntwo"
    )


def test_indents_begin_paragraphs_where_other_lines_stand_at_the_margin():
    wire = xml("<p>BERGEN (CP) - The ferry\nis back.\n    It sails\ntwice a day.\n\nMore later.</p>")
    assert text_of(wire, typeset=True) == "BERGEN (CP) - The ferry is back.\n\nIt sails twice a day.\n\nMore later."
    printed = xml("<p>\n    The ferry\n    is back.\n</p>")
    assert text_of(printed, typeset=True) == "The ferry is back."


def test_a_quotation_element_gets_its_marks_once():
    assert text("<p><q>one</q>, <q>«two»</q>, <q><b>“three”</b></q></p>") == "“one”, «two», “three”"


def test_what_was_escaped_twice_is_put_right():
    assert text("<p>o&amp;#39;clock &amp;quot;R&amp;amp;D&amp;quot; AT&amp;T</p>") == 'o\'clock "R&D" AT&T'


def test_text_that_is_html_or_plain():
    assert mixed_text("<P>One.</P><P>Two.</P>") == "One.\n\nTwo."
    assert mixed_text("\n   One & 2 < 3.\n   More.\n\n\n\n   Two.\n") == "One & 2 < 3.\nMore.\n\nTwo."


def test_whole_elements_before_the_break_are_read():
    source = Source(name="a", data=b"<r><i>1</i><i>2</i><i>3")
    elements, problem = parse_elements(source, "i")
    assert [element.text for element in elements] == ["1", "2"]
    assert isinstance(problem, ReadError)
    assert parse_elements(Source(name="a", data=b"<r><i>1</i></r>more"), "i")[1] is None
