// The document page: selecting records in the text and beside it. The address (#r=RECORD) is the selection, so that
// back, forward and permalinks are one thing. All offsets are Unicode code points, as in the records.

const text = document.getElementById("text");
const panel = document.querySelector(".panel");
const live = document.querySelector("[data-live]");
const tabs = [...panel.querySelectorAll("[role=tab]")];
const lists = [...panel.querySelectorAll("[role=tabpanel]")];
const cards = new Map([...panel.querySelectorAll("[data-card]")].map((card) => [card.dataset.card, card]));
const still = matchMedia("(prefers-reduced-motion: reduce)");
let selected = null;

// --- code points ---

const points = (string) => {
  let n = 0;
  for (const _ of string) n += 1;
  return n;
};

const units = (string, count) => {
  let at = 0;
  for (const point of string) {
    if (count-- <= 0) break;
    at += point.length;
  }
  return at;
};

function offsetOf(node, unit) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!block || !text.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, unit);
  return Number(block.dataset.start) + points(before.toString());
}

function placeOf(offset) {
  const blocks = [...text.querySelectorAll("[data-start]")];
  const block = blocks.findLast((one) => Number(one.dataset.start) <= offset) ?? blocks[0];
  let left = offset - Number(block.dataset.start);
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let node = walk.nextNode();
  for (let next = node; next; next = walk.nextNode()) {
    node = next;
    const size = points(node.data);
    if (left <= size) return [node, units(node.data, left)];
    left -= size;
  }
  return [node ?? block, node ? node.data.length : 0];
}

// --- marks and cards ---

const marked = (id) => text.querySelectorAll(`[data-r="${CSS.escape(id)}"]`);
// A verdict that made no record of its own (ID@VERDICT) is seen in the machine's.
const marksOf = (id) => (marked(id).length ? marked(id) : marked(id.split("@")[0]));
const actorOf = (mark) => mark?.dataset.actor;
const order = () => {
  const kind = tabs.find((tab) => tab.ariaSelected === "true")?.dataset.kind;
  return [...lists.find((list) => list.dataset.kind === kind).querySelectorAll("[data-card]")].map((card) => card.dataset.card);
};

function show(kind) {
  for (const tab of tabs) {
    const on = tab.dataset.kind === kind;
    tab.ariaSelected = String(on);
    tab.tabIndex = on ? 0 : -1;
  }
  for (const list of lists) list.hidden = list.dataset.kind !== kind;
}

function reveal(element, block) {
  element?.scrollIntoView({ block, behavior: still.matches ? "auto" : "smooth" });
}

function within(card) {
  const box = panel.getBoundingClientRect();
  const edge = card.getBoundingClientRect();
  if (getComputedStyle(panel).overflowY === "visible") return;
  const top = panel.querySelector(".tabs").offsetHeight + 8;
  if (edge.top < box.top + top || edge.bottom > box.bottom) panel.scrollBy({ top: edge.top - box.top - top });
}

function select(id, { scroll = true } = {}) {
  for (const old of text.querySelectorAll(".on")) old.classList.remove("on");
  for (const card of cards.values()) card.open = false;
  document.body.classList.toggle("chosen", Boolean(id));
  selected = id;
  if (!id) return;
  const marks = [...marksOf(id)];
  const card = cards.get(id) ?? cards.get(actorOf(marks[0]));
  const actor = actorOf(marks[0]);
  const all = actor ? text.querySelectorAll(`[data-actor="${CSS.escape(actor)}"]`) : marks;
  for (const mark of all) mark.classList.add("on");
  // An echo is seen in the two records that it joins.
  const joined = card?.closest("[data-kind=echo]")?.querySelectorAll("[data-card] dd a") ?? [];
  for (const end of joined) {
    if (!card.contains(end)) continue;
    for (const mark of marksOf(decodeURIComponent(end.hash.slice(3)))) mark.classList.add("on");
  }
  if (card) {
    show(card.closest("[role=tabpanel]").dataset.kind);
    card.open = true;
    within(card);
    live.textContent = card.querySelector("summary").textContent;
  }
  if (scroll && marks.length) reveal(marks.find((mark) => mark.dataset.role === "content") ?? marks[0], "center");
}

const asked = () => {
  const found = /^#r=(.+)$/.exec(location.hash);
  return found ? decodeURIComponent(found[1]) : null;
};

function go(id, options) {
  const address = id ? `#r=${id}` : location.pathname + location.search;
  if (asked() !== id) history.pushState(null, "", address);
  select(id, options);
}

function move(by) {
  const ids = order();
  const at = ids.indexOf(selected);
  const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : at + by;
  if (ids[next]) go(ids[next]);
}

const outward = (mark, id) => {
  for (let at = mark; at; at = at.parentElement?.closest("[data-r]")) if (at.dataset.r !== id) return at.dataset.r;
  return id;
};

// --- what the reader does ---

text.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const layers = [".content", ".source", ".cue", ".proposition", ".condition", ".wording", ".trigger", ".time"];
  if (!text.classList.contains("no-mentions")) layers.push(".mention");
  const visible = layers.join(",");
  const path = [];
  for (let at = event.target.closest?.("[data-r]"); at; at = at.parentElement?.closest("[data-r]")) {
    if (at.matches(visible) && path.at(-1) !== at.dataset.r) path.push(at.dataset.r);
  }
  if (!path.length) return;
  // Clicking again on what is selected goes to what stands around it.
  const at = path.indexOf(selected);
  go(path[(at + 1) % path.length], { scroll: false });
});

panel.addEventListener("click", (event) => {
  const tab = event.target.closest?.("[role=tab]");
  if (tab) return show(tab.dataset.kind);
  const copy = event.target.closest?.("[data-copy]");
  if (copy) return cite(copy);
  const summary = event.target.closest?.("summary");
  if (!summary || event.target.closest?.("a")) return undefined;
  event.preventDefault();
  const id = summary.parentElement.dataset.card;
  return go(selected === id ? null : id);
});

panel.addEventListener("keydown", (event) => {
  const at = tabs.indexOf(event.target.closest?.("[role=tab]"));
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (at < 0 || !by) return;
  const next = tabs[(at + by + tabs.length) % tabs.length];
  show(next.dataset.kind);
  next.focus();
});

async function cite(copy) {
  const words = copy.previousElementSibling;
  try {
    await navigator.clipboard.writeText(words.textContent);
    copy.textContent = "Copied";
  } catch (error) {
    // Without leave to write to the clipboard the words are selected, to be copied by hand.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    getSelection().selectAllChildren(words);
    copy.textContent = "Selected";
  }
}

document.addEventListener("keydown", (event) => {
  const busy = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
  if (busy || event.target.closest?.("input, textarea, select, dialog")) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "u" && selected) go(outward(marksOf(selected)[0], selected));
  else if (event.key === "Escape" && selected) go(null);
  else if (event.key === "Enter" && selected && !event.target.closest?.("a, button, summary")) {
    cards.get(selected)?.querySelector("summary").focus();
  } else return;
  event.preventDefault();
});

for (const box of document.querySelectorAll("[data-layer]")) {
  const apply = () => text.classList.toggle(`no-${box.dataset.layer}`, !box.checked);
  box.addEventListener("change", apply);
  apply();
}

for (const jump of document.querySelectorAll("[data-jump]")) {
  jump.addEventListener("click", (event) => {
    event.preventDefault();
    const [node] = placeOf(Number(jump.dataset.jump));
    reveal(node.parentElement, "center");
  });
}

// Any words selected by hand can be cited by their own offsets.
const picked = document.createElement("a");
picked.className = "picked";
picked.hidden = true;
document.body.append(picked);
document.addEventListener("selectionchange", () => {
  const chosen = getSelection();
  const range = chosen.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
  const start = range && offsetOf(range.startContainer, range.startOffset);
  const end = range && offsetOf(range.endContainer, range.endOffset);
  picked.hidden = start === null || end === null || start >= end;
  if (picked.hidden) return;
  picked.href = `${location.pathname}?span=${start}-${end}`;
  picked.textContent = `Link to these words [${start}:${end}]`;
});

addEventListener("popstate", () => select(asked()));
addEventListener("hashchange", () => select(asked()));
for (const hidden of document.querySelectorAll("[data-layers], [data-copy]")) hidden.hidden = false;
show(tabs[0].dataset.kind);
const [start, end] = (new URLSearchParams(location.search).get("span") ?? "").split("-").map(Number);
if (asked()) select(asked());
else if (document.querySelector(".hit")) document.querySelector(".hit").scrollIntoView({ block: "center" });
else if (start < end && text.querySelector("[data-start]")) {
  // A page in one file has no server to mark the words that its address asks for.
  getSelection().setBaseAndExtent(...placeOf(start), ...placeOf(end));
  reveal(getSelection().anchorNode.parentElement, "center");
}

// For tests and for the console: what the page believes about offsets.
globalThis.sayso = { offsetOf, placeOf };
