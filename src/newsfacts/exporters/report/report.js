// Highlights show their facts, the panel's links lead to the words, filters turn kinds off.
const card = document.createElement("div");
card.className = "card";
card.hidden = true;
card.setAttribute("role", "status");
document.body.append(card);

let current = null; // the highlight whose facts the card shows
let leaving = 0; // the timer that closes the card when the pointer has left

for (const mark of document.querySelectorAll(".text mark")) {
  mark.removeAttribute("title"); // the card takes its place
  if (mark.id) mark.tabIndex = 0;
}

const pieces = (key) => document.querySelectorAll(`[data-fact="${key}"], [data-entity="${key}"]`);
const markAt = (target) => target instanceof Element && target.closest(".text mark:not(.off)");
const pinned = () => card.classList.contains("pinned");

function light(on) {
  if (current) for (const piece of pieces(current.dataset.fact)) piece.classList.toggle("lit", on);
}

function show(mark, at) {
  clearTimeout(leaving);
  if (mark === current) return;
  light(false);
  current = mark;
  light(true);
  card.replaceChildren();
  for (let outer = mark; outer; outer = markAt(outer.parentElement)) {
    const entry = document.getElementById(`${outer.dataset.fact}-entry`);
    const fields = entry.querySelector(".fields").cloneNode(true);
    fields.classList.add(...entry.classList);
    fields.classList.remove("entry");
    fields.dir = getComputedStyle(entry).direction;
    card.append(fields);
  }
  card.lang = mark.closest(".report").lang;
  card.hidden = false;
  place(mark, at);
}

// Below the line of the highlight that is pointed at, or above it where there is no room.
function place(mark, at) {
  const lines = [...mark.getClientRects()];
  const line = lines.find((rect) => at && rect.top <= at && at <= rect.bottom) ?? lines[0];
  const room = document.documentElement.clientWidth - card.offsetWidth - 8;
  const below = line.bottom + 6 + card.offsetHeight < innerHeight || line.top < card.offsetHeight;
  card.style.left = `${scrollX + Math.max(8, Math.min(line.left, room))}px`;
  card.style.top = `${scrollY + (below ? line.bottom + 6 : line.top - card.offsetHeight - 6)}px`;
}

function hide() {
  clearTimeout(leaving);
  light(false);
  current = null;
  card.hidden = true;
  card.classList.remove("pinned");
}

function pin(mark, at) {
  show(mark, at);
  card.classList.add("pinned");
}

function jump(key) {
  const [first] = pieces(key);
  if (!first) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
  for (const piece of pieces(key)) {
    piece.classList.add("flash");
    setTimeout(() => piece.classList.remove("flash"), 1600);
  }
}

document.addEventListener("pointerover", ({ target, clientY, pointerType }) => {
  if (pointerType === "touch" || pinned()) return;
  const mark = markAt(target);
  if (mark) show(mark, clientY);
  else if (card.contains(target)) clearTimeout(leaving);
  else if (current) {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 150);
  }
});

document.addEventListener("focusin", ({ target }) => {
  const mark = markAt(target);
  if (mark && mark.matches(":focus-visible")) {
    hide();
    show(mark);
  }
});
document.addEventListener("focusout", ({ target }) => {
  if (markAt(target) && !pinned()) hide();
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
    const mark = markAt(target);
    hide();
    if (mark) pin(mark, clientY);
  }
});

document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Escape") hide();
  else if (key === "Enter" && target.matches(".text mark")) pin(target);
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
for (const filter of document.querySelectorAll(".filters button")) filter.disabled = false;
