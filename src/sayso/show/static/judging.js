// Deciding on the page of a document, by mouse or keys alone: a form that is sent, filled from the record that is selected. Places are
// Unicode code points, as everywhere; the reader counts them (globalThis.sayso).

const text = document.getElementById("text");
const panel = document.querySelector(".panel");
const form = document.getElementById("judge");
const drafting = form.querySelector("[data-drafting]");
const hint = form.querySelector("[data-hint]");
const live = document.querySelector("[data-live]");
const kinds = [...form.querySelectorAll("fieldset[data-type]")];
const field = (name) => form.elements.namedItem(name);
const whole = () => [...text.querySelectorAll("[data-start]")].map((block) => block.textContent).join("");
const REMEMBERED = "sayso-who";
let joining = null;
let picked = null;
let points = null;

const characters = () => (points ??= [...whole()]);
const chosen = () => {
  const found = /^#r=(.+)$/.exec(location.hash);
  return found ? decodeURIComponent(found[1]) : "";
};
const bare = (id) => id.split("@")[0];
const cardOf = (id) => panel.querySelector(`[data-card="${CSS.escape(id)}"]`);

function say(words) {
  hint.textContent = words;
  live.textContent = words;
}

// --- who decides is remembered on this machine, where the browser allows it ---

function remembered(value) {
  try {
    if (value === undefined) return localStorage.getItem(REMEMBERED) ?? "";
    localStorage.setItem(REMEMBERED, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return "";
}

// --- places and words ---

const places = (value) => [...value.matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => [Number(start), Number(end)]);
const written = (spans) => spans.map(([start, end]) => `${start}-${end}`).join(" ");
const isPlaces = (value) => /^\s*\d+-\d+(?:[\s,]+\d+-\d+)*\s*$/.test(value);

function rangeOf([start, end]) {
  const range = document.createRange();
  range.setStart(...globalThis.sayso.placeOf(start));
  range.setEnd(...globalThis.sayso.placeOf(end));
  return range;
}

function shown() {
  const ranges = [];
  for (const input of drafting.querySelectorAll("fieldset:not([disabled]) [data-role-field]")) {
    const output = input.parentElement.nextElementSibling;
    const size = characters().length;
    const spans = isPlaces(input.value) ? places(input.value) : [];
    const wrong = spans.some(([start, end]) => start >= end || end > size);
    output.classList.toggle("wrong", wrong);
    output.textContent = wrong ? "not inside the text" : spans.map(([start, end]) => characters().slice(start, end).join("")).join(" … ");
    if (!wrong) ranges.push(...spans.map(rangeOf));
  }
  if (globalThis.Highlight) CSS.highlights.set("draft", new Highlight(...ranges));
}

// The words last selected in the article; a click on a button must not lose them.
function noticed() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = globalThis.sayso.offsetOf(range.startContainer, range.startOffset);
  const end = globalThis.sayso.offsetOf(range.endContainer, range.endOffset);
  if (start !== null && end !== null && start < end) picked = [start, end];
}
document.addEventListener("selectionchange", noticed);

function take(index, add) {
  const input = drafting.querySelectorAll("fieldset:not([disabled]) [data-role-field]")[index];
  if (!input) return false;
  noticed();
  if (!picked) {
    say("Select words in the article first.");
    return true;
  }
  const before = add && isPlaces(input.value) ? places(input.value) : [];
  input.value = written([...before, picked].sort((a, b) => a[0] - b[0]));
  shown();
  live.textContent = input.parentElement.nextElementSibling.textContent;
  return true;
}

const isWord = (point) => /[\p{L}\p{N}\p{M}]/u.test(point ?? "");

// The next place where a word begins (side 0) or ends (side 1), or the next character: never between a letter and its accents.
function moved(at, by, side, words) {
  const all = characters();
  const edge = (n) => isWord(all[n - 1]) !== isWord(all[n]) && isWord(all[side ? n - 1 : n]);
  const cut = (n) => /[\p{M}\u200d\ufe0f]/u.test(all[n] ?? "") || all[n - 1] === "\u200d";
  let next = at + by;
  while (next > 0 && next < all.length && (words ? !edge(next) : cut(next))) next += by;
  return Math.min(Math.max(next, 0), all.length);
}

function nudge(input, event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by || !isPlaces(input.value)) return false;
  const spans = places(input.value);
  const last = spans.at(-1);
  const side = event.shiftKey ? 0 : 1;
  const edge = event.shiftKey ? spans[0] : last;
  const next = moved(edge[side], by, side, event.key === "ArrowRight" || event.key === "ArrowLeft");
  if (side ? next > edge[0] : next < edge[1]) edge[side] = next;
  input.value = written(spans);
  shown();
  live.textContent = input.parentElement.nextElementSibling.textContent;
  return true;
}

// --- the form ---

function type(kind, locked) {
  for (const set of kinds) set.hidden = set.disabled = set.dataset.type !== kind;
  field("type").value = kind;
  form.querySelector("[data-only-add]").hidden = locked;
  field("type").disabled = locked;
}

function open(kind, begin, locked) {
  type(kind, locked);
  const set = kinds.find((one) => one.dataset.type === kind);
  for (const input of set.elements) {
    if (!input.name) continue;
    if (input.name === "within") {
      input.options[0].hidden = input.options[0].disabled = locked;
      input.value = begin.within ?? "auto";
    } else if (input.name in begin) input.value = begin[input.name];
    else if (input.tagName === "INPUT") input.value = "";
  }
  drafting.hidden = false;
  form.querySelector("[data-save]").value = locked ? "correct" : "add";
  shown();
  set.querySelector("[data-role-field]").focus({ preventScroll: true });
}

function letGo() {
  drafting.hidden = true;
  for (const set of kinds) set.disabled = true;
  joining = null;
  if (globalThis.Highlight) CSS.highlights.delete("draft");
  text.setAttribute("tabindex", "-1");
  text.focus({ preventScroll: true });
  say("Let go.");
}

function following(id) {
  const list = cardOf(id)?.closest("[role=tabpanel]");
  const cards = list ? [...list.querySelectorAll("[data-card]")].map((card) => card.dataset.card) : [];
  return cards[cards.indexOf(id) + 1] ?? id;
}

function send(says, values) {
  for (const [name, value] of Object.entries(values)) field(name).value = value;
  if (!field("who").value.trim()) {
    field("who").focus();
    say("Say who decides; it is remembered.");
    return;
  }
  const button = [...form.querySelectorAll("button[name=says]")].find((one) => one.value === says);
  if (button) return form.requestSubmit(button);
  const said = document.createElement("input");
  Object.assign(said, { type: "hidden", name: "says", value: says });
  form.append(said);
  form.requestSubmit();
}

function correct() {
  const id = chosen();
  const card = cardOf(id);
  if (!card?.dataset.fields) return say("Select a statement, event or forecast first.");
  const begin = JSON.parse(card.dataset.fields);
  field("about").value = bare(id);
  field("next").value = "";
  return open(begin.type, begin, true);
}

function add() {
  noticed();
  field("about").value = "";
  field("next").value = "";
  const begin = picked ? { content: written([picked]), trigger: written([picked]), proposition: written([picked]) } : {};
  const shape = { statement: "statement", event: "event", forecast: "forecast" }[panel.querySelector("[role=tab][aria-selected=true]")?.dataset.kind];
  open(shape ?? "statement", { ...begin, within: "auto" }, false);
}

function join(says) {
  const id = bare(chosen());
  if (!id) return say("Select a record first.");
  if (!joining?.id || joining.id === id) {
    joining = { id, says };
    return say(`${says === "split" ? "Not the same" : "The same"} as which? Select the other record and press the key again.`);
  }
  const actors = /\.m\d/.test(id) && /\.m\d/.test(joining.id);
  return send(actors ? (says === "split" ? "split" : "merge") : "same", { about: joining.id, other: id, next: id });
}

function decide(says) {
  const id = chosen();
  if (!id) return say("Select a record first: j and k go through them.");
  return send(says, { about: bare(id), next: following(id) });
}

function readWhole() {
  if (joining?.says !== "whole") {
    joining = { id: "", says: "whole" };
    return say("Press w once more: what you have not judged otherwise you accept, and nothing is missing.");
  }
  return send("whole", { about: "", next: "" });
}

function undo() {
  const who = field("who").value.trim();
  const mine = [...panel.querySelectorAll("[data-undoes]")].filter((button) => button.dataset.who === who);
  const last = mine.sort((a, b) => a.dataset.nth - b.dataset.nth).at(-1);
  return last ? form.requestSubmit(last) : say("There is nothing of yours to undo here.");
}

const acts = {
  a: () => decide("accept"), x: () => decide("reject"), c: correct, n: add, "=": () => join("same"), "-": () => join("split"),
  w: readWhole, z: undo,
};

form.addEventListener("click", (event) => {
  const act = event.target.closest?.("[data-act]");
  if (act) {
    event.preventDefault();
    acts[act.dataset.act]();
  } else if (event.target.closest?.("[data-cancel]")) letGo();
});
form.addEventListener("submit", () => remembered(field("who").value.trim()));
field("type").addEventListener("change", () => {
  type(field("type").value, false);
  shown();
});
drafting.addEventListener("input", shown);
form.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    letGo();
    event.preventDefault();
    event.stopPropagation();
  } else if (event.key === "Enter" && event.target.matches("input")) {
    // Left to itself, Enter presses a form's first button, which accepts.
    event.preventDefault();
    if (drafting.hidden) event.target.blur();
    else form.requestSubmit(form.querySelector("[data-save]"));
  } else if (event.altKey && event.target.matches("[data-role-field]") && nudge(event.target, event)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, dialog")) return;
  const digit = /^Digit([1-9])$/.exec(event.code);
  if (digit && !drafting.hidden && take(Number(digit[1]) - 1, event.shiftKey)) return void event.preventDefault();
  if (event.key === "Escape" && (!drafting.hidden || joining)) {
    letGo();
    event.preventDefault();
  } else if (acts[event.key]) {
    acts[event.key]();
    event.preventDefault();
  }
}, { capture: true });

if (!field("who").readOnly) field("who").value = remembered();
form.hidden = false;
