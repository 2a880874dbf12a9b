/* Tabs, sorting, filters: pages are whole without. */
(() => {
const { all, make, say } = whereas;

/* Tabs */
const shows = new Map();
for (const group of all(".wh-tabs")) {
  const panels = all(":scope > .wh-tab", group);
  const tabs = panels.map((panel, at) => {
    panel.ariaLabel = panel.querySelector("h3, .wh-tab-title").firstChild.textContent;
    panel.role = "tabpanel";
    const tab = make("button", { role: "tab" }, panel.ariaLabel);
    tab.onclick = () => tabs.forEach((each, other) => {
      each.ariaSelected = other === at;
      each.tabIndex = other === at ? 0 : -1;
      panels[other].hidden = other !== at;
    });
    shows.set(panel, tab.onclick);
    return tab;
  });
  const bar = make("div", { className: "wh-tablist", role: "tablist" }, ...tabs);
  bar.onkeydown = (event) => {
    const at = tabs.indexOf(event.target);
    const next = getComputedStyle(bar).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + next, ArrowLeft: at - next, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length);
    tab.click();
    tab.focus();
  };
  panels[0].before(bar);
  group.classList.add("wh-tabbed");
  tabs[0].click();
}

/* A link into a hidden text opens it. */
const open = (at) => {
  const target = document.getElementById(decodeURIComponent(at?.hash.slice(1)));
  for (let each = target; each; each = each.parentElement) shows.get(each)?.();
  return target;
};
const arrive = () => open(location)?.scrollIntoView();
addEventListener("hashchange", arrive);
addEventListener("click", (event) => open(event.target.closest("a[href^='#']")), true);
if (location.hash) arrive();

/* A table that scrolls is reached by keyboard, and has the name of what it stands under. */
const reach = () => {
  for (const each of all(".table-wrapper")) {
    const wide = each.scrollWidth > each.clientWidth;
    each.tabIndex = wide ? 0 : -1;
    each.role = wide ? "region" : null;
    const head = each.querySelector("caption") ?? each.closest("section")?.querySelector("h1, h2, h3, h4");
    each.ariaLabel = wide && head ? head.firstChild.textContent.trim() : null;
  }
};
addEventListener("resize", reach);
reach();

/* Sorting: empty cells come last. */
for (const table of all(".wh-sortable")) {
  const heads = all("th", table);
  const keyOf = (cell) => cell.querySelector("time")?.dateTime || cell.textContent.trim();
  heads.forEach((head, at) => {
    const button = make("button", {}, head.textContent.trim());
    head.replaceChildren(button);
    button.onclick = () => {
      const up = head.ariaSort !== "ascending";
      for (const each of heads) each.ariaSort = null;
      head.ariaSort = up ? "ascending" : "descending";
      const order = (a, b) => !a - !b || a.localeCompare(b, undefined, { numeric: true }) * (up ? 1 : -1);
      const rows = all("tbody > tr", table);
      table.tBodies[0].append(...rows.sort((a, b) => order(keyOf(a.cells[at]), keyOf(b.cells[at]))));
    };
  });
}

/* Filters, of the list behind each */
for (const form of all(".wh-filter")) {
  const list = form.nextElementSibling;
  const items = list.matches("ul") ? [...list.children] : all("tbody > tr", list);
  const words = form.querySelector("input");
  const fields = all("select", form);
  form.oninput = () => {
    const wanted = words.value.toLowerCase().split(" ");
    let shown = 0;
    for (const item of items) {
      const has = (word) => item.textContent.toLowerCase().includes(word);
      const is = ({ value, dataset }) =>
        !value || all(`[data-facet="${dataset.by}"]`, item).some((each) => each.textContent === value);
      shown += !(item.hidden = !(wanted.every(has) && fields.every(is)));
    }
    form.querySelector("p").textContent = say("{shown} of {all}").replace("{shown}", shown).replace("{all}", items.length);
  };
}
})();
