
"use strict";
(() => {
  const table = document.getElementById("rows");
  const form = document.getElementById("filter");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const said = form.querySelector("[role=status]");
  const { words, state, agreement } = form.elements;
  const language = document.documentElement.lang;
  const inOrder = new Intl.Collator(language, { numeric: true, sensitivity: "base" }).compare;
  const grouped = new Intl.NumberFormat(language, { numberingSystem: "latn" }).format;

  // letters without their marks, so that "reunion" finds "réunion"
  const folded = (text) => text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").toLowerCase();
  const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));

  const filter = () => {
    const wanted = folded(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const kept =
        (!state.value || row.dataset.state === state.value) &&
        (!agreement.value || row.dataset.agreement === agreement.value) &&
        wanted.every((word) => texts.get(row).includes(word));
      row.hidden = !kept;
      shown += kept;
    }
    said.textContent = said.dataset.shown
      .replace("{shown}", grouped(shown))
      .replace("{total}", grouped(rows.length));
  };

  const key = (row, column) => {
    const cell = row.cells[column];
    return "key" in cell.dataset ? cell.dataset.key : cell.textContent.trim();
  };

  const sort = (column, down) => {
    const keys = new Map(rows.map((row) => [row, key(row, column)]));
    const sorted = rows.slice().sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (!a || !b) return !a - !b; // what has none stands last, either way round
      return down ? inOrder(b, a) : inOrder(a, b);
    });
    body.append(...sorted);
  };

  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(column, down);
    });
  });

  // what a link leads to has to be there
  const reveal = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row && row.hidden) {
      form.reset();
      row.scrollIntoView();
    }
  };

  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { reveal(); filter(); });
  form.hidden = false;
  filter();
})();
