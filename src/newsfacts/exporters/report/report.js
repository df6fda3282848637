// What is pointed at shows what is known of it, and lights what belongs to it; the panel follows the text and leads to
// the words; filters turn kinds off; keys lead from fact to fact.
const card = document.createElement("div");
card.className = "card";
card.hidden = true;
card.setAttribute("role", "status");
document.body.append(card);

let current = null; // the highlight or the name that the card is about
let lit = []; // what is lit
let leaving = 0; // the timer that closes the card when the pointer has left
let letters = true; // whether letters are keys

const SPOT = ".text mark:not(.off), .text [data-entity]";
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

// By key: the words of a fact or an entity; of a fact its parts; of an entity the words of the facts that refer to it.
const words = new Map(), parts = new Map(), about = new Map();
const put = (map, keys, element) => {
  for (const key of keys?.split(" ") ?? []) map.has(key) ? map.get(key).push(element) : map.set(key, [element]);
};
for (const element of document.querySelectorAll(".text :is(mark, span)")) {
  const { fact, entity, part, about: entities } = element.dataset;
  put(words, fact ?? entity, element);
  put(parts, part, element);
  put(about, entities, element);
  element.removeAttribute("title"); // the card takes its place
  if (element.id) element.tabIndex = 0;
}
const facts = [...document.querySelectorAll(".text mark[id]")]; // the first piece of each, in the order of the text

const keyOf = (spot) => spot.dataset.fact ?? spot.dataset.entity;
const spotAt = (target) => target instanceof Element && target.closest(SPOT);
const rowAt = (target) => target instanceof Element && target.closest("aside [id$='-entry']");
const row = (key) => document.getElementById(`${key}-entry`);
const pinned = () => card.classList.contains("pinned");

// A person lights up with all mentions, titles and quotes, a quote with its speaker and what attributes it.
function light(key) {
  for (const element of lit) element.classList.remove("lit");
  const own = key ? words.get(key) ?? [] : [];
  const entities = own[0]?.dataset.about?.split(" ") ?? [];
  lit = key ? [...own, ...(parts.get(key) ?? []), ...(about.get(key) ?? []), ...[key, ...entities].map(row)].filter(Boolean) : [];
  for (const element of lit) element.classList.add("lit");
}

function show(spot, at) {
  clearTimeout(leaving);
  if (spot === current) return;
  current = spot;
  light(keyOf(spot));
  card.replaceChildren();
  for (let outer = spot; outer; outer = spotAt(outer.parentElement)) card.append(told(outer));
  card.lang = spot.closest(".report").lang;
  card.dir = spot.closest(".report").dir;
  card.hidden = false;
  place(spot, at);
}

// What the panel says: all of a fact; of a person the name and the first facts, which are the titles.
function told(spot) {
  const entry = row(keyOf(spot));
  if (spot.dataset.fact) {
    const fields = entry.querySelector(".fields").cloneNode(true);
    fields.classList.add(...[...entry.classList].filter((name) => /^k\d$/.test(name)));
    return fields;
  }
  const person = document.createElement("div");
  const list = document.createElement("ul");
  person.append(entry.querySelector(".name").cloneNode(true), list);
  for (const fact of [...entry.querySelectorAll(".entry")].slice(0, 3)) {
    const line = fact.cloneNode(true);
    line.removeAttribute("id");
    line.className = [...fact.classList].filter((name) => name !== "here" && name !== "lit").join(" ");
    line.querySelector("details").remove();
    list.append(line);
  }
  return person;
}

// Below the line that is pointed at, or below all lines when none is; or above, where there is no room.
function place(spot, at) {
  const lines = [...spot.getClientRects()];
  const line = lines.find((rect) => at && rect.top <= at && at <= rect.bottom);
  const first = line ?? lines[0], last = line ?? lines.at(-1);
  const room = document.documentElement.clientWidth - card.offsetWidth - 8;
  const below = last.bottom + 6 + card.offsetHeight < innerHeight || first.top < card.offsetHeight;
  card.style.left = `${scrollX + Math.max(8, Math.min(last.left, room))}px`;
  card.style.top = `${scrollY + (below ? last.bottom + 6 : first.top - card.offsetHeight - 6)}px`;
}

function hide() {
  clearTimeout(leaving);
  light(null);
  current = null;
  card.hidden = true;
  card.classList.remove("pinned");
}

function pin(spot, at) {
  show(spot, at);
  card.classList.add("pinned");
}

function jump(key) {
  const own = words.get(key);
  if (!own) return;
  own[0].scrollIntoView({ block: "center", behavior: CALM.matches ? "instant" : "smooth" });
  for (const piece of own) {
    piece.classList.add("flash");
    setTimeout(() => piece.classList.remove("flash"), 1600);
  }
}

// To the next fact (1) or the one before (-1): from the one that the card is about, else from what is in sight.
function step(by) {
  const shown = facts.filter((fact) => !fact.classList.contains("off"));
  let at = current?.dataset.fact ? shown.indexOf(words.get(current.dataset.fact)[0]) : -1;
  if (at < 0) {
    const seen = shown.findIndex((fact) => fact.getBoundingClientRect().top >= top(fact));
    at = (seen < 0 ? shown.length : seen) - (by > 0 ? 1 : 0);
  }
  const fact = shown[at + by];
  if (!fact) return;
  hide();
  const { top: above, bottom } = fact.getBoundingClientRect();
  if (above < top(fact) || bottom > innerHeight * 0.7) fact.scrollIntoView({ block: "center", behavior: "instant" });
  fact.focus({ preventScroll: true, focusVisible: true });
}

document.addEventListener("pointerover", ({ target, clientY, pointerType }) => {
  if (pointerType === "touch" || pinned()) return;
  const spot = spotAt(target), listed = rowAt(target);
  clearTimeout(leaving);
  if (spot) show(spot, clientY);
  else if (!card.contains(target)) {
    leaving = setTimeout(() => {
      hide();
      if (listed) light(listed.id.replace(/-entry$/, ""));
    }, current ? 150 : 0);
  }
});

document.addEventListener("focusin", ({ target }) => {
  const spot = spotAt(target), listed = rowAt(target);
  if (spot && spot.matches(":focus-visible")) {
    hide();
    show(spot);
  } else if (listed && !pinned()) {
    hide();
    light(listed.id.replace(/-entry$/, ""));
  }
});
document.addEventListener("focusout", ({ target }) => {
  if ((spotAt(target) || rowAt(target)) && !pinned()) hide();
});

document.addEventListener("click", (event) => {
  const { target, clientY } = event;
  const link = target.closest("a[data-jump]");
  const filter = target.closest(".filters button");
  if (link) {
    event.preventDefault();
    hide();
    jump(link.dataset.jump);
  } else if (filter) toggle(filter);
  else if (!card.contains(target)) {
    const spot = spotAt(target);
    hide();
    if (spot) pin(spot, clientY);
  }
});

document.addEventListener("keydown", ({ key, code, target, ctrlKey, altKey, metaKey }) => {
  if (ctrlKey || altKey || metaKey) return;
  if (key === "Escape") {
    hide();
    for (const help of document.querySelectorAll(".keys")) help.open = false;
  } else if (key === "Enter" && target.matches(SPOT)) pin(target);
  else if (letters) {
    const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code; // a keyboard of other letters has the key in its place
    if (["n", "j", "KeyN", "KeyJ"].includes(letter)) step(1);
    else if (["p", "k", "KeyP", "KeyK"].includes(letter)) step(-1);
  }
});

function toggle(filter) {
  const on = filter.getAttribute("aria-pressed") === "false";
  filter.setAttribute("aria-pressed", String(on));
  for (const item of filter.closest(".report").querySelectorAll(".text mark, aside [data-kind]")) {
    if (item.dataset.kind !== filter.dataset.kind) continue;
    item.classList.toggle("off", !on);
    if (item.id && item.matches("mark")) item.tabIndex = on ? 0 : -1;
  }
  hide();
}

// The panel follows the text: entries of facts that are in sight are marked, and it scrolls to the first of them.
const bars = document.querySelectorAll(".bar");
const top = (element) => element.closest(".report").querySelector(".bar").offsetHeight;
let here = [];
let asked = false; // whether the next frame will look already

function follow() {
  asked = false;
  for (const entry of here) entry.classList.remove("here");
  const inSight = [];
  for (let at = firstInSight(); at < facts.length; at++) {
    const { top: above, bottom } = facts[at].getBoundingClientRect();
    if (above >= innerHeight) break;
    if (bottom > top(facts[at])) inSight.push(facts[at]);
  }
  here = inSight.map((fact) => row(fact.dataset.fact));
  for (const entry of here) entry.classList.add("here");
  const panel = here[0]?.closest("aside");
  if (!panel || panel.matches(":hover, :focus-within")) return;
  const entry = here[0].getBoundingClientRect(), frame = panel.getBoundingClientRect();
  if (entry.top < frame.top || entry.bottom > frame.bottom) panel.scrollTop += entry.top - frame.top - frame.height / 4;
}

// Of those that begin above the window the last few may reach into it.
function firstInSight() {
  let low = 0, high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (facts[middle].getBoundingClientRect().top < 0) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 8);
}

function look() {
  if (!asked) requestAnimationFrame(follow);
  asked = true;
}
document.addEventListener("scroll", look, { passive: true });

const measure = new ResizeObserver(() => {
  for (const bar of bars) bar.closest(".report").style.setProperty("--bar", `${bar.offsetHeight}px`);
  document.documentElement.style.setProperty("--bar", `${Math.max(...[...bars].map((bar) => bar.offsetHeight))}px`);
  look();
});
for (const bar of bars) measure.observe(bar);

for (const filter of document.querySelectorAll(".filters button")) filter.disabled = false;
for (const help of document.querySelectorAll(".keys")) help.hidden = false;
for (const box of document.querySelectorAll(".keys input")) {
  box.addEventListener("change", () => {
    letters = box.checked;
    for (const other of document.querySelectorAll(".keys input")) other.checked = letters;
  });
}
const list = document.querySelector(".report ~ .index"); // it is written when all articles are known
if (list) list.parentElement.prepend(list);
