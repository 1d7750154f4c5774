// The queue of what nobody has judged, by keys: a accepts and x rejects the row that is in focus (the first where none is), z undoes the
// last. On the page of actors it remembers who decides.

const form = document.querySelector("#queue, #actors");
const who = form.elements.namedItem("who");
const REMEMBERED = "sayso-who";

function remembered(value) {
  try {
    if (value === undefined) return localStorage.getItem(REMEMBERED) ?? "";
    localStorage.setItem(REMEMBERED, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return "";
}

const press = (button) => {
  if (!button) return;
  if (who.value.trim()) form.requestSubmit(button);
  else who.focus();
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, dialog")) return;
  const row = document.activeElement.closest("[data-answer]") ?? document.querySelector("[data-answer]");
  if (event.key === "a") press(row?.querySelector("[data-accept]"));
  else if (event.key === "x") press(row?.querySelector("[data-reject]"));
  else if (event.key === "z") press(document.querySelector("[data-undo]"));
  else return;
  event.preventDefault();
});

form.addEventListener("submit", () => remembered(who.value.trim()));
if (!who.readOnly) who.value = remembered();
