// The network: a name under the pointer or the keyboard brings out its bands and the names at their other ends.

for (const flow of document.querySelectorAll("[data-flow]")) {
  const names = [...flow.querySelectorAll("[data-node]")];
  const bands = [...flow.querySelectorAll("[data-ends]")];
  const show = (key) => {
    flow.classList.toggle("picked", Boolean(key));
    const near = new Set([key]);
    for (const band of bands) {
      const ends = band.dataset.ends.split(" ");
      const on = Boolean(key) && ends.includes(key);
      band.classList.toggle("on", on);
      if (on) ends.forEach((end) => near.add(end));
    }
    for (const name of names) name.classList.toggle("on", near.has(name.dataset.node));
  };
  for (const name of names) {
    for (const event of ["pointerenter", "focus"]) name.addEventListener(event, () => show(name.dataset.node));
    for (const event of ["pointerleave", "blur"]) name.addEventListener(event, () => show(""));
  }
}
