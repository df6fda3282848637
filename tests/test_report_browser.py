"""The HTML report in a browser: it looks, reacts and keeps to itself as it should."""

import json
import re
import shutil
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

import attrs
import pytest
from helpers import Weather, mention, title, weather

from newsfacts import Article, Dateline, Entity, MoneyAmount, OfficialTitle, Quote, Result, Span
from newsfacts.exporters.report.page import to_html, to_notebook, write_html, write_index

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed; pip install -e '.[dev]'")
from selenium.webdriver import ActionChains  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.once,
    pytest.mark.skipif(
        not (BROWSER and DRIVER), reason="no Chromium with its driver; apt-get install chromium chromium-driver"
    ),
]
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1200,800 --force-prefers-reduced-motion"
)

TEXT = (
    "ПЕРМЬ, 5 мая – Весть. Министр Анна Лис сказала, что завод «за два миллиарда рублей\r\n\r\nили три» купят.\n"
    "Снег & дождь <b>шли</b> весь день.\n\n" + "Дальше ничего не было. " * 200 + "\n\nВ конце пошёл град."
)


@attrs.frozen(kw_only=True)
class Storm(Weather):
    """A second kind of a stranger."""

    kind: ClassVar[str] = "storm"


def fact(cls, found, **fields):
    start = TEXT.index(found)
    return cls(start=start, end=start + len(found), text=found, **fields)


def result():
    lis = mention(TEXT, "Анна Лис", entity="e1")
    told = "завод «за два миллиарда рублей\r\n\r\nили три» купят"
    facts = (
        fact(Dateline, "ПЕРМЬ, 5 мая – Весть", places=("Пермь",), date="--05-05", agency="Весть"),
        title(TEXT, "Министр", person=lis),
        fact(Quote, told, style="indirect", speaker=lis),
        fact(Quote, "за два миллиарда рублей\r\n\r\nили три", style="partial", speaker=lis),
        fact(MoneyAmount, "два миллиарда рублей", amount=Decimal(2 * 10**9), currency="RUB", confidence=0.98),
        weather(TEXT, "купят.\nСнег & дождь", degrees=-3),  # crosses the quote's end
        weather(TEXT, "Снег", degrees=-4),
        fact(Storm, "дождь <b>шли</b>", degrees=1),
        weather(TEXT, "град", degrees=2),
    )
    facts = tuple(attrs.evolve(f, id=f"f{n}", extractors=("test",)) for n, f in enumerate(facts, 1))
    person = Entity(type="person", name="Анна Лис", mentions=(lis,), facts=facts[1:4], id="e1")
    article = Article(text=TEXT, headline="Завод & снег", published="2026-05-05", language="ru", source="Весть")
    return Result(article=article, facts=facts, entities=(person,), skipped=("noise",))


def nested():
    """Quotes of many lines, one within the other, with a sum in both, three times one after the other."""
    said = "«Мы купим завод, и «он будет, как и прежде, стоить два миллиарда рублей в год, не меньше», а потом ещё один»"
    text = "\n\n".join([f"{said}, рассказала министр Анна Лис на площади перед заводом. " * 2] * 3)
    facts = []
    for match in re.finditer(re.escape(said), text):
        for cls, found, fields in (
            (Quote, said[1:-1], {"style": "direct"}),
            (Quote, said[said.index("«", 1) + 1 : said.index("»")], {"style": "partial"}),
            (MoneyAmount, "два миллиарда рублей", {"amount": Decimal(2 * 10**9), "currency": "RUB"}),
        ):
            start = match.start() + said.index(found)
            facts.append(cls(start=start, end=start + len(found), text=found, id=f"f{len(facts) + 1}", **fields))
    return Result(article=Article(text=text, language="ru"), facts=tuple(facts))


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def show(browser, tmp_path):
    """Opens a page in the browser, as a file."""

    def show(markup, name="page.html"):
        file = tmp_path / name
        file.write_text(markup, encoding="utf-8", newline="")
        for log in ("browser", "performance"):
            browser.get_log(log)
        browser.get(file.as_uri())
        return browser

    yield show
    emulate(browser)


def emulate(browser, width=1200, media="screen", scale=1, **features):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": scale, "mobile": False}
    )
    named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": named})


def words(browser, key):
    script = "return [...document.querySelectorAll(`[data-fact='${arguments[0]}']`)].map(e => e.textContent).join('')"
    return browser.execute_script(script, key)


def css(browser, selector, name):
    script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
    return browser.execute_script(script, selector, name)


def card(browser):
    """The text of the card, None when it is not shown."""
    found = browser.find_element(By.CSS_SELECTOR, ".card")
    return found.text if found.is_displayed() else None


def button(browser, kind):
    return browser.find_element(By.CSS_SELECTOR, f"button[data-kind={kind}]")


def focus(browser, selector):
    browser.execute_script("document.querySelector(arguments[0]).focus({focusVisible: true})", selector)


def press(browser, key, effect):
    """Press a key, and wait for its effect: the page answers a key in its own time."""
    ActionChains(browser).send_keys(key).perform()
    WebDriverWait(browser, 10).until(lambda _: effect())


def focused(browser):
    return browser.switch_to.active_element.get_attribute("id")


def in_view(browser, selector):
    script = (
        "const r = document.querySelector(arguments[0]).getBoundingClientRect(); return 0 <= r.top && r.bottom <= innerHeight"
    )
    return browser.execute_script(script, selector)


def scrolls_sideways(browser):
    return browser.execute_script("const page = document.documentElement; return page.scrollWidth > page.clientWidth")


def requests(browser):
    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    sent = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    # The browser's own start page may still be loading; an address of data asks nobody.
    urls = [p["request"]["url"] for p in sent if not p["documentURL"].startswith("chrome")]
    return [url for url in urls if not url.startswith("data:")]


def test_the_page_loads_without_a_word_in_the_console_and_asks_for_nothing(show):
    browser = show(to_html(result()))
    assert browser.get_log("browser") == []
    assert requests(browser) == [browser.current_url.partition("#")[0]]


def test_the_text_and_every_fact_s_words_are_exact(show):
    browser = show(to_html(result()))
    assert browser.execute_script("return document.querySelector('.text').textContent") == TEXT
    for number, found in enumerate(result().facts, 1):
        assert words(browser, f"a1-f{number}") == found.text
    assert not browser.find_elements(By.CSS_SELECTOR, ".text b")


# Fonts that say of themselves that their boxes are of this height, above and below the base line, in parts of the type's size.
METRICS = {"as it is": (), "DejaVu Serif": (0.939, 0.236), "Noto Serif": (1.069, 0.293), "flat": (0.8, 0.2), "tall": (1.5, 0.7)}
SET_FONT = """
const [ascent, descent, done] = arguments;
const source = ["DejaVu Serif", "Liberation Serif", "Noto Serif"].map(name => `local("${name}")`).join();
const face = new FontFace("Probe", source, {ascentOverride: `${100 * ascent}%`, descentOverride: `${100 * descent}%`});
face.load().then(() => {
  document.fonts.add(face);
  document.documentElement.style.setProperty("--serif", "Probe");
  requestAnimationFrame(() => done("set"));
}, () => done("missing"));
"""
# Of each line of each mark: how many rows of pixels below its middle have the colour of its rule along nearly all of it;
# beside it, how many marks of that colour the line lies in.
MEASURE_RULES = """
const [picture, scale, done] = arguments;
const image = new Image();
image.onload = () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const measured = [];
  for (const mark of document.querySelectorAll(".text mark")) {
    const style = getComputedStyle(mark), size = parseFloat(style.fontSize);
    const ink = style.getPropertyValue("--ink").match(/[0-9a-f]{2}/g).map(digits => parseInt(digits, 16));
    let depth = 0;
    for (let outer = mark; outer; outer = outer.parentElement.closest("mark")) depth += outer.className === mark.className;
    for (const rect of mark.getClientRects()) {
      const [left, width] = [Math.ceil((rect.left + scrollX) * scale), Math.floor(rect.width * scale) - 1];
      if (width < 3) continue;
      const middle = ((rect.top + rect.bottom) / 2 + scrollY) * scale;
      const [from, height] = [Math.round(middle + .5 * size * scale), Math.round(.5 * size * scale)];
      const {data} = context.getImageData(left, from, width, height);
      let rows = 0;
      for (let y = 0; y < height; y++) {
        let inked = 0;
        for (let x = 0; x < width; x++) {
          const at = 4 * (y * width + x);
          inked += ink.every((value, channel) => Math.abs(value - data[at + channel]) < 24);
        }
        rows += inked > .75 * width;
      }
      measured.push([mark.dataset.fact, rows / scale, depth]);
    }
  }
  done(measured);
};
image.src = `data:image/png;base64,${picture}`;
"""


def rules(browser, scale):
    whole = {"format": "png", "captureBeyondViewport": True}
    picture = browser.execute_cdp_cmd("Page.captureScreenshot", whole)["data"]
    return browser.execute_async_script(MEASURE_RULES, picture, scale)


@pytest.mark.parametrize(("width", "scale"), [(1200, 1), (390, 1), (390, 3)])
@pytest.mark.parametrize("font", METRICS)
def test_no_line_covers_a_rule(show, font, width, scale):
    browser = show(to_html(nested()))
    emulate(browser, width=width, scale=scale)
    if METRICS[font] and browser.execute_async_script(SET_FONT, *METRICS[font]) == "missing":
        pytest.skip("there is no serif font to measure with")
    measured = rules(browser, scale)
    assert len(measured) > 20
    assert not [found for found in measured if found[1] < found[2]]


def test_space_between_paragraphs_takes_no_room(show):
    browser = show(to_html(result()))
    script = "return [...document.querySelectorAll('.text p')].map(e => e.getBoundingClientRect()).map(r => [r.top, r.bottom])"
    paragraphs = browser.execute_script(script)
    gaps = {round(after[0] - before[1]) for before, after in pairwise(paragraphs)}
    assert len(paragraphs) == 5
    assert len(gaps) == 1


def test_a_filter_turns_a_kind_off_and_on_again(show):
    browser = show(to_html(result()))
    shown = css(browser, "mark[data-kind=money]", "backgroundImage")
    assert "gradient" in shown
    button(browser, "money").click()
    assert button(browser, "money").get_attribute("aria-pressed") == "false"
    assert css(browser, "mark[data-kind=money]", "backgroundImage") == "none"
    assert css(browser, "mark[data-kind=weather]", "backgroundImage") != "none"
    assert not browser.find_element(By.ID, "a1-f5-entry").is_displayed()
    assert not browser.find_element(By.CSS_SELECTOR, "aside section[data-kind=money]").is_displayed()
    assert browser.find_element(By.ID, "a1-f2-entry").is_displayed()
    button(browser, "money").click()
    assert button(browser, "money").get_attribute("aria-pressed") == "true"
    assert css(browser, "mark[data-kind=money]", "backgroundImage") == shown
    assert browser.find_element(By.ID, "a1-f5-entry").is_displayed()


def test_a_filter_works_by_keyboard_and_takes_its_facts_out_of_the_tab_order(show):
    browser = show(to_html(result()))
    focus(browser, "button[data-kind=quote]")
    press(browser, Keys.SPACE, lambda: button(browser, "quote").get_attribute("aria-pressed") == "false")
    assert [m.get_attribute("tabindex") for m in browser.find_elements(By.CSS_SELECTOR, "mark[data-kind=quote][id]")] == [
        "-1"
    ] * 2


def test_a_fact_is_shown_when_it_is_pointed_at_with_all_that_it_lies_in(show):
    browser = show(to_html(result()))
    ActionChains(browser).move_to_element(browser.find_element(By.ID, "a1-f5")).perform()
    shown = card(browser)
    for text in ("2 млрд ₽", "2 000 000 000", "98%", "test", "f5", "f4", "f3", "Анна Лис", "косвенная речь"):
        assert text in shown
    assert "f6" not in shown
    ActionChains(browser).move_to_element(browser.find_element(By.TAG_NAME, "h1")).pause(0.4).perform()
    assert card(browser) is None


def test_a_click_keeps_the_card_and_escape_closes_it(show):
    browser = show(to_html(result()))
    browser.find_element(By.ID, "a1-f7").click()
    ActionChains(browser).move_to_element(browser.find_element(By.TAG_NAME, "h1")).pause(0.4).perform()
    assert "-4" in card(browser)
    press(browser, Keys.ESCAPE, lambda: card(browser) is None)


def test_facts_are_reached_and_opened_by_keyboard(show):
    browser = show(to_html(result()))
    focus(browser, "button[data-kind=storm]")
    press(browser, Keys.TAB, lambda: browser.switch_to.active_element.text == "Клавиши")
    press(browser, Keys.TAB, lambda: focused(browser) == "a1-f1")
    assert "Пермь" in card(browser)
    assert css(browser, "#a1-f1", "outlineStyle") == "solid"
    press(browser, Keys.TAB, lambda: focused(browser) == "a1-f2")
    press(browser, Keys.ENTER, lambda: "Министр" in card(browser))
    focus(browser, "a")
    assert "Министр" in card(browser)
    press(browser, Keys.ESCAPE, lambda: card(browser) is None)


@pytest.mark.parametrize(("link", "target"), [("#a1-f9-entry > a", "#a1-f9"), (".name a", "#a1-e1-1")])
def test_a_click_in_the_panel_jumps_to_the_words(show, link, target):
    browser = show(to_html(result()))
    browser.execute_script("scrollTo(0, document.body.scrollHeight * (arguments[0] == '#a1-f9' ? 0 : 1))", target)
    assert not in_view(browser, target)
    browser.execute_script("document.querySelector(arguments[0]).click()", link)
    assert in_view(browser, target)
    assert "flash" in browser.find_element(By.CSS_SELECTOR, target).get_attribute("class")


def test_all_pieces_of_a_fact_light_up(show):
    browser = show(to_html(result()))
    browser.find_element(By.ID, "a1-f6").click()
    pieces = browser.find_elements(By.CSS_SELECTOR, "[data-fact=a1-f6]")
    assert len(pieces) > 1
    assert all("lit" in piece.get_attribute("class") for piece in pieces)


# What lights up, and where one is


def conversation(language="ru"):
    """A person who is named twice, with a title and two quotes; a long way below a quote of another one, and a sum."""
    text = (
        "Министр Анна Лис открыла завод. «Он готов», — заявила Лис.\n\nПо её словам, цех большой. Юрий Ким молчал.\n\n"
        + "Дальше ничего не было. " * 150
        + "\n\n«Пора», — сказал Ким. Снег стоил 5 рублей."
    )

    def one(cls, found, **fields):
        start = text.index(found)
        return cls(start=start, end=start + len(found), text=found, **fields)

    def named(found, name, entity, start=0):
        return mention(text, found, name=name, start=text.index(found, start), entity=entity)

    lis, again, she = named("Анна Лис", "Анна Лис", "e1"), named("Лис", "Анна Лис", "e1", 20), named("её", "Анна Лис", "e1")
    kim = named("Юрий Ким", "Юрий Ким", "e2")
    later = named("Ким", "Юрий Ким", "e2", kim.end)
    facts = (
        one(OfficialTitle, "Министр", position="министр", person=lis),
        one(Quote, "Он готов", style="direct", speaker=again, cue=one(Span, "заявила")),
        one(Quote, "цех большой", style="indirect", speaker=she, cue=one(Span, "По её словам")),
        one(Quote, "Пора", style="direct", speaker=later, cue=one(Span, "сказал")),
        one(MoneyAmount, "5 рублей", amount=Decimal(5), currency="RUB"),
    )
    facts = tuple(attrs.evolve(f, id=f"f{n}") for n, f in enumerate(facts, 1))
    people = (
        Entity(type="person", name="Анна Лис", mentions=(lis, again), facts=facts[:3], id="e1"),
        Entity(type="person", name="Юрий Ким", mentions=(kim, later), facts=facts[3:4], id="e2"),
    )
    return Result(article=Article(text=text, headline="Завод", language=language), facts=facts, entities=people)


def lit_up(browser):
    """The words in the text that are lit, and the ids of what is lit in the panel."""
    script = "return [...document.querySelectorAll('.lit')].map(e => e.closest('aside') ? e.id : e.textContent)"
    return set(browser.execute_script(script))


OF_LIS = {"Анна Лис", "Лис", "Министр", "Он готов", "цех большой", "a1-e1-entry"}


def test_names_are_marked(show):
    browser = show(to_html(conversation()))
    assert int(css(browser, "#a1-e1-1", "fontWeight")) > int(css(browser, ".text p", "fontWeight"))


@pytest.mark.parametrize("name", ["#a1-e1-1", "#a1-e1-2", "#a1-e1-entry .name a"])
def test_a_person_that_is_pointed_at_lights_up_with_titles_and_quotes(show, name):
    browser = show(to_html(conversation()))
    ActionChains(browser).move_to_element(browser.find_element(By.CSS_SELECTOR, name)).pause(0.1).perform()
    WebDriverWait(browser, 10).until(lambda _: lit_up(browser) == OF_LIS)
    ActionChains(browser).move_to_element(browser.find_element(By.TAG_NAME, "h1")).pause(0.4).perform()
    assert not lit_up(browser)


@pytest.mark.parametrize("name", ["#a1-e1-1", "#a1-e1-entry .name a"])
def test_a_person_that_has_the_focus_lights_up_with_titles_and_quotes(show, name):
    browser = show(to_html(conversation()))
    focus(browser, name)
    assert lit_up(browser) == OF_LIS
    press(browser, Keys.ESCAPE, lambda: not lit_up(browser))


def test_a_name_s_card_says_who_it_is(show):
    browser = show(to_html(conversation()))
    focus(browser, "#a1-e1-2")
    for words in ("Анна Лис", "министр", "Он готов"):
        assert words in card(browser)


def test_a_quote_lights_its_speaker_and_its_cue(show):
    browser = show(to_html(conversation()))
    ActionChains(browser).move_to_element(browser.find_element(By.ID, "a1-f2")).perform()
    assert lit_up(browser) == {"Он готов", "Лис", "заявила", "a1-f2-entry", "a1-e1-entry"}
    ActionChains(browser).move_to_element(browser.find_element(By.ID, "a1-f3")).perform()
    assert lit_up(browser) == {"цех большой", "её", "По её словам", "a1-f3-entry", "a1-e1-entry"}


def test_an_entry_of_the_panel_lights_its_words(show):
    browser = show(to_html(conversation()))
    focus(browser, "#a1-f2-entry > a")
    assert "Он готов" in lit_up(browser)


def here(browser):
    return [e.get_attribute("id") for e in browser.find_elements(By.CSS_SELECTOR, "aside .here")]


def test_the_panel_follows_the_text(show):
    browser = show(to_html(many()))
    WebDriverWait(browser, 10).until(lambda _: "a1-f1-entry" in here(browser))
    assert not in_view(browser, "#a1-f100-entry")
    browser.execute_script("document.getElementById('a1-f100').scrollIntoView({block: 'center'})")
    WebDriverWait(browser, 10).until(lambda _: "a1-f100-entry" in here(browser))
    assert "a1-f1-entry" not in here(browser)
    assert in_view(browser, "#a1-f100-entry")


def many():
    """An article of many facts, each in its own paragraph."""
    text = "\n\n".join(f"Потом шёл снег {number}, и ещё долго он шёл и шёл." for number in range(120))
    return Result(
        article=Article(text=text, language="ru"),
        facts=tuple(weather(text, f"снег {number},", id=f"f{number + 1}") for number in range(120)),
    )


@pytest.mark.parametrize("width", [1200, 390])
def test_filters_stay_in_sight(show, width):
    browser = show(to_html(conversation()))
    emulate(browser, width=width)
    browser.execute_script("scrollTo(0, document.querySelector('.text').getBoundingClientRect().bottom - 700)")
    assert browser.execute_script("return scrollY") > 200
    for kind in ("title", "quote", "money"):
        assert in_view(browser, f"button[data-kind={kind}]")


@pytest.mark.parametrize(("forth", "back"), [("n", "p"), ("j", "k"), ("т", "з"), ("о", "л")])
def test_keys_lead_from_fact_to_fact(show, forth, back):
    browser = show(to_html(conversation()))
    for fact in ("a1-f1", "a1-f2", "a1-f3", "a1-f4"):
        type_(browser, forth)
        WebDriverWait(browser, 10).until(lambda _, fact=fact: focused(browser) == fact)
        assert card(browser)
        assert in_view(browser, f"#{fact}")
    type_(browser, back)
    WebDriverWait(browser, 10).until(lambda _: focused(browser) == "a1-f3")
    button(browser, "quote").click()
    for fact in ("a1-f1", "a1-f5"):  # past the quotes, which are turned off
        type_(browser, forth)
        WebDriverWait(browser, 10).until(lambda _, fact=fact: focused(browser) == fact)
    press(browser, Keys.ESCAPE, lambda: card(browser) is None)


def type_(browser, letter):
    """Press the key that has a letter, on a Russian keyboard where it is one of those."""
    key = dict(zip("тзол", "npjk", strict=True)).get(letter, letter)
    pressed = {"key": letter, "code": f"Key{key.upper()}", "windowsVirtualKeyCode": ord(key.upper()), "text": letter}
    browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyDown", **pressed})
    browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", **pressed})


def test_the_page_says_what_its_keys_are_and_letters_can_be_turned_off(show):
    browser = show(to_html(conversation()))
    summary, box = (browser.find_element(By.CSS_SELECTOR, f".keys {name}") for name in ("summary", "input"))
    assert not box.is_displayed()
    summary.click()
    shown = browser.find_element(By.CLASS_NAME, "help").text
    for words in ("n, j", "p, k", "Esc", "следующий факт"):
        assert words in shown
    box.click()
    press(browser, Keys.ESCAPE, lambda: not box.is_displayed())
    type_(browser, "n")
    assert card(browser) is None
    summary.click()
    box.click()
    type_(browser, "n")
    WebDriverWait(browser, 10).until(lambda _: focused(browser) == "a1-f1")


def test_nothing_of_an_article_runs(show):
    evil = "<img src=x onerror=boom()></title></script><script>window.boomed = 1</script>\"'><svg onload='window.boomed = 1'>"
    named = mention(evil, evil)
    facts = (weather(evil, evil, degrees=1, id=evil, extractors=(evil,)),)
    article = Article(text=evil, headline=evil, source=evil, url="javascript:window.boomed=1", id=evil, authors=(evil,))
    entities = (Entity(type="person", name=evil, mentions=(named,), facts=facts),)
    browser = show(to_html(Result(article=article, facts=facts, entities=entities, skipped=(evil,))))
    for link in browser.find_elements(By.TAG_NAME, "a"):
        browser.execute_script("arguments[0].click()", link)
    browser.find_element(By.TAG_NAME, "mark").click()
    assert evil in card(browser)
    assert browser.execute_script("return window.boomed") is None
    assert browser.get_log("browser") == []
    assert requests(browser) == [browser.current_url.partition("#")[0]]


def test_the_policy_stops_a_script_that_got_in_all_the_same(show):
    browser = show(
        to_html(result()).replace("</main>", "<script>window.boomed = 1</script><img src='http://x.invalid/'></main>")
    )
    assert browser.execute_script("return window.boomed") is None
    assert len([entry for entry in browser.get_log("browser") if "Content Security Policy" in entry["message"]]) == 2


def test_a_phone_has_the_panel_below_the_text_and_nothing_to_scroll_sideways(show):
    browser = show(to_html(result()))
    emulate(browser, width=390)
    assert not scrolls_sideways(browser)
    text, panel = (browser.find_element(By.CSS_SELECTOR, s).rect for s in (".text", "aside"))
    assert text["y"] + text["height"] <= panel["y"]
    browser.find_element(By.ID, "a1-f5").click()
    assert browser.find_element(By.CSS_SELECTOR, ".card").rect["x"] == 0
    assert not scrolls_sideways(browser)


def test_a_wide_window_has_the_panel_beside_the_text(show):
    browser = show(to_html(result()))
    text, panel = (browser.find_element(By.CSS_SELECTOR, s).rect for s in (".text", "aside"))
    assert text["x"] + text["width"] <= panel["x"]
    assert abs(text["y"] - panel["y"]) < 1


def test_dark_mode_is_dark(show):
    browser = show(to_html(result()))
    light = css(browser, "body", "backgroundColor")
    emulate(browser, prefers_color_scheme="dark")
    assert css(browser, "body", "backgroundColor") != light


def test_print_keeps_the_facts_and_leaves_the_buttons_out(show):
    browser = show(to_html(result()))
    emulate(browser, media="print")
    assert not button(browser, "money").is_displayed()
    assert css(browser, "mark[data-kind=money]", "borderBottomStyle") == "double"
    assert css(browser, "mark[data-kind=title]", "borderBottomStyle") == "dashed"
    assert browser.find_element(By.ID, "a1-f5-entry").is_displayed()


def test_where_colours_are_the_reader_s_own_facts_keep_their_lines(show):
    browser = show(to_html(conversation()))
    emulate(browser, forced_colors="active")
    assert css(browser, "mark[data-kind=money]", "backgroundImage") == "none"
    assert css(browser, "mark[data-kind=money]", "borderBottomStyle") == "double"
    focus(browser, "#a1-e1-1")
    assert css(browser, "#a1-f1", "outlineStyle") == "solid"


def test_it_reads_without_javascript(show):
    browser = show(to_html(result()))
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.refresh()
        mark = browser.find_element(By.ID, "a1-f5")
        assert "Сумма: 2\u00a0000\u00a0000\u00a0000" in mark.get_attribute("title")
        assert not button(browser, "money").is_enabled()
        browser.find_element(By.CSS_SELECTOR, "#a1-f9-entry > a").click()
        assert browser.current_url.endswith("#a1-f9")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_articles_of_a_page_are_filtered_each_by_itself(show, tmp_path):
    with (tmp_path / "several.html").open("w", encoding="utf-8", newline="") as stream:
        write_html([result(), result()], stream)
    browser = show((tmp_path / "several.html").read_bytes().decode())
    browser.find_elements(By.CSS_SELECTOR, "button[data-kind=money]")[1].click()
    assert browser.find_element(By.ID, "a1-f5-entry").is_displayed()
    assert not browser.find_element(By.ID, "a2-f5-entry").is_displayed()
    assert words(browser, "a2-f6") == result().facts[5].text


def test_the_list_of_a_page_s_articles_stands_first_and_leads_to_them(show, tmp_path):
    with (tmp_path / "several.html").open("w", encoding="utf-8", newline="") as stream:
        write_html([result(), conversation()], stream)
    browser = show((tmp_path / "several.html").read_bytes().decode())
    assert browser.execute_script("return document.querySelector('main').firstElementChild.className") == "index"
    assert not in_view(browser, "#a2 h1")
    browser.find_element(By.CSS_SELECTOR, "nav a[href='#a2']").click()
    WebDriverWait(browser, 10).until(lambda _: in_view(browser, "#a2 h1"))
    emulate(browser, width=390)
    assert not scrolls_sideways(browser)


@pytest.mark.parametrize("width", [1200, 390])
@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "قالت ليلى حداد إن المصنع سيكلف مليوني يورو. وأضافت حداد أنه سيفتح في Paris.", "ليلى حداد"),
        ("he", "רות לוי אמרה שהמפעל יעלה שני מיליון אירו. לוי הוסיפה שהוא ייפתח ב-Paris.", "רות לוי"),
    ],
)
def test_an_article_that_is_written_from_right_to_left_is_laid_out_so(show, language, text, name, width):
    who = mention(text, name, entity="e1")
    facts = (weather(text, text[text.index(name) + len(name) + 4 : text.index(".")], id="f1"),)
    entity = Entity(type="person", name=name, mentions=(who,), id="e1")
    browser = show(
        to_html(Result(article=Article(text=text, headline=name, language=language), facts=facts, entities=(entity,)))
    )
    emulate(browser, width=width)
    assert css(browser, ".text", "direction") == "rtl"
    script = """
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('.text p'));
    const line = range.getClientRects()[0], box = document.querySelector('.text').getBoundingClientRect();
    return box.right - Math.max(...[...range.getClientRects()].map(rect => rect.right));"""
    assert browser.execute_script(script) < 2  # the lines begin at the right
    focus(browser, "#a1-f1")
    assert css(browser, ".card .evidence", "direction") == "ltr"
    assert css(browser, ".card .evidence", "textAlign") == "right"
    panel, words_ = (browser.find_element(By.CSS_SELECTOR, s).rect for s in ("aside", ".text"))
    assert panel["x"] + panel["width"] <= words_["x"] if width > 1000 else panel["y"] > words_["y"]
    assert not scrolls_sideways(browser)


@pytest.mark.parametrize("width", [1200, 390])
def test_an_index_of_pages_is_read_on_any_screen(show, tmp_path, width):
    with (tmp_path / "list.html").open("w", encoding="utf-8", newline="") as stream:
        write_index([("a.html", result()), ("b.html", conversation())], stream)
    (tmp_path / "b.html").write_text(to_html(conversation()), encoding="utf-8")
    browser = show((tmp_path / "list.html").read_bytes().decode(), "index.html")
    emulate(browser, width=width)
    assert browser.get_log("browser") == []
    assert not scrolls_sideways(browser)
    browser.find_elements(By.CSS_SELECTOR, "h2 a")[1].click()
    assert browser.find_element(By.TAG_NAME, "h1").text == "Завод"


def test_an_article_of_a_megabyte_opens(show):
    """Of three thousand facts each is found, by the panel's links and by the keys."""
    paragraph = "Министр сообщил, что снег {} шёл долго, и что мост построят в срок, а дороги починят потом. " * 4
    text = "\n\n".join(paragraph.format(*[n] * 4) for n in range(1600))
    assert len(text.encode()) > 10**6
    starts = [match.start() for match in re.finditer("снег", text)][::2]
    facts = tuple(Weather(start=at, end=at + 4, text="снег", degrees=1, id=f"f{n}") for n, at in enumerate(starts, 1))
    browser = show(to_html(Result(article=Article(text=text, language="ru"), facts=facts)))
    assert browser.execute_script("return document.querySelectorAll('.text mark').length") == len(facts)
    browser.execute_script("document.querySelector('#a1-f3000-entry > a').click()")
    assert in_view(browser, "#a1-f3000")
    WebDriverWait(browser, 10).until(lambda _: "a1-f3000-entry" in here(browser))
    type_(browser, "n")
    WebDriverWait(browser, 10).until(lambda _: card(browser))
    button(browser, "weather").click()
    assert css(browser, "#a1-f3000", "backgroundImage") == "none"


@pytest.mark.parametrize(
    ("around", "system", "dark"),
    [
        ("<body data-jp-theme-light='false'>", "light", True),
        ("<body data-jp-theme-light='true'>", "dark", False),
        ("<body class='vscode-dark'>", "light", True),
        ("<body class='vscode-light'>", "dark", False),
        ("<html theme='dark'><body>", "light", True),
        ("<html style='color-scheme: dark'><body>", "light", True),  # as a page says it in the browser's own words
        ("<body>", "dark", True),
        ("<body>", "light", False),
    ],
)
def test_a_notebook_s_frame_has_the_notebook_s_theme(show, around, system, dark):
    browser = show(f"<!DOCTYPE html>{around}{to_notebook(conversation())}")
    emulate(browser, prefers_color_scheme=system)
    browser.switch_to.frame(browser.find_element(By.TAG_NAME, "iframe"))
    try:
        paper = css(browser, "body", "backgroundColor")
    finally:
        browser.switch_to.default_content()
    assert (paper == "rgb(23, 24, 26)") == dark


def test_a_notebook_s_frame_shows_the_page_and_works(show):
    browser = show(f"<!DOCTYPE html><style>mark {{ display: none }}</style><body>{to_notebook(result())}")
    browser.switch_to.frame(browser.find_element(By.TAG_NAME, "iframe"))
    try:
        browser.find_element(By.ID, "a1-f5").click()
        assert "RUB" in card(browser)
        browser.execute_script("document.querySelector('#a1-f9-entry > a').click()")
        assert "flash" in browser.find_element(By.ID, "a1-f9").get_attribute("class")
    finally:
        browser.switch_to.default_content()
    assert browser.get_log("browser") == []
