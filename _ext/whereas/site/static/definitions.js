/* All definitions beside the text; the one in hand is marked. Loaded when it is asked for. */
{
const { all, on, make, say, copy, closing } = whereas;
const root = document.documentElement;
let panel = null;
const definitions = () => {
  if (panel) return panel.remove(), (panel = null), root.classList.remove("wh-beside");
  const found = new Map();
  for (const term of all("article dfn, [role=main] dfn")) {
    const at = term.closest(".wh-definition") || term.closest(".wh-provision, .wh-section, p");
    const words = term.closest(".wh-definition") ? all(":scope > :not(.wh-uses)", at).map(copy) : [copy(term.closest("p") || at)];
    if (!found.has(term.textContent)) found.set(term.textContent, { at, id: at.id || at.closest("[id]")?.id, words });
  }
  const entries = [...found].sort(([one], [other]) => one.localeCompare(other)).map(([term, each]) => {
    const entry = make("li", {}, make("a", { href: `#${each.id}`, className: "wh-what" }, term), ...each.words);
    entry.dataset.term = term.toLowerCase();
    entry.dataset.to = each.id;
    return entry;
  });
  const field = make("input", { type: "search", ariaLabel: say("Filter"), placeholder: say("Filter") });
  field.oninput = () => {
    for (const each of entries) each.hidden = !each.textContent.toLowerCase().includes(field.value.toLowerCase());
  };
  const end = make("button", { type: "button", ariaLabel: say("Close") }, "×");
  end.onclick = definitions;
  panel = make("aside", { className: "wh-panel", ariaLabel: say("Definitions") },
    make("div", { className: "wh-panel-head" }, make("strong", {}, say("Definitions")), end, field),
    make("ul", {}, ...entries));
  if (!entries.length) panel.append(make("p", {}, say("No terms are defined here")));
  document.body.append(panel);
  root.classList.add("wh-beside");
  field.focus({ preventScroll: true });
};
const mark = ({ target }) => {
  const link = panel && target.closest?.("a.wh-term");
  if (!link || panel.contains(link)) return;
  const to = decodeURIComponent(link.hash.slice(1)), said = link.textContent.toLowerCase();
  const same = all(`li[data-to="${CSS.escape(to)}"]`, panel);
  const entry = same.find((each) => said.includes(each.dataset.term)) || same[0];
  for (const each of all("[aria-current]", panel)) each.removeAttribute("aria-current");
  if (!entry) return;
  entry.hidden = false;
  entry.setAttribute("aria-current", "true");
  const list = entry.parentElement;
  list.scrollTop = entry.offsetTop - list.offsetTop - list.clientHeight / 3;
};
on("pointerover", mark);
on("focusin", mark);
closing.push(() => panel && (definitions(), true));
whereas.definitions = definitions;
}
