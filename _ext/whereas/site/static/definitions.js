/* All definitions beside the text; the one in hand is marked. Loaded when it is asked for. */
{
const { all, on, make, say, target, copy, TERM } = whereas;
let panel = null;
const definitions = () => {
  if (panel) return whereas.shut();
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
  const field = whereas.filter((words) => {
    for (const each of entries) each.hidden = !each.textContent.toLowerCase().includes(words);
  });
  const list = entries.length ? make("ul", {}, ...entries) : make("p", {}, say("No terms are defined here"));
  panel = whereas.beside(say("Definitions"), field, () => (panel = null), list);
  field.focus({ preventScroll: true });
};
const mark = (event) => {
  const link = panel && event.target.closest?.(TERM);
  if (!link || panel.contains(link)) return;
  const to = target(link)?.id, said = link.textContent.toLowerCase();
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
whereas.definitions = definitions;
}
