// Keys that every page has: / search, ? help, and j k Enter over rows of answers.

const typing = (event) =>
  event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, dialog");

const help = document.getElementById("help");
const button = document.querySelector("[data-help]");
button.hidden = false;
button.addEventListener("click", () => help.showModal());

// On a narrow screen the way through the ledger is one line: the page one is on is in view.
const current = document.querySelector(".masthead [aria-current]");
if (current) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft - 48;

// Who came in by name decides in that name: the server says it in a cookie.
for (const input of document.querySelectorAll("input[name=who]")) {
  const known = document.cookie.split("; ").find((one) => one.startsWith("sayso-who="));
  if (!known) break;
  input.value = decodeURIComponent(known.slice("sayso-who=".length));
  input.readOnly = true;
}

const rows = [...document.querySelectorAll("[data-answer]")];
const step = (by) => {
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  (next?.querySelector("a[href^='/d/']") ?? next?.querySelector("a"))?.focus(); // its words, else whatever it leads to
};

document.addEventListener("keydown", (event) => {
  if (typing(event)) return;
  const search = document.querySelector("input[type=search]");
  if (event.key === "/" && search) search.focus();
  else if (event.key === "?") help.showModal();
  else if (event.key === "j" && rows.length) step(1);
  else if (event.key === "k" && rows.length) step(-1);
  else return;
  event.preventDefault();
});
