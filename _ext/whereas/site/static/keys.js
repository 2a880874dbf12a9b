/* Reading without a mouse: few tab stops, a line that says where one is, keys that jump. Pages are whole without it. */
{
const { all, one, rect, has, on, make, say, target, cite, marker, number, title, status, PART } = whereas;
const root = document.documentElement;
const home = document.currentScript.src;
const bar = one(".wh-reader");

/* ---- Tab stops at each clause, and at the contents once: Enter goes into a clause, Esc comes out of it. */
const STOPS = ":is(a[href], button:not(.wh-acts > *), summary)";
const GROUP = ".wh-section, .toc-tree";
const groupOf = (node) => node.closest(GROUP);
const entryOf = (group) => all(STOPS, group).find((each) => each.checkVisibility());
const inside = (group) => all(STOPS, group).filter((each) => groupOf(each) === group && !each.closest(".wh-acts"));
let entered = null;
const set = (group, tabIndex) => {
  const entry = entryOf(group);
  for (const each of inside(group)) each.tabIndex = each === entry ? 0 : tabIndex;
};
const enter = (group) => {
  if (group === entered) return;
  if (entered) set(entered, -1);
  if ((entered = group)) set(group, 0);
};
/* Bit by bit, when there is nothing else to do; what was not drawn yet (contract.css) is drawn as well. */
const waiting = all(GROUP);
const idle = window.requestIdleCallback || setTimeout;
const settle = () => {
  const end = performance.now() + 5;
  for (let group; performance.now() < end && (group = waiting.shift());) {
    if (group !== entered) set(group, -1);
    group.querySelector(":scope > .wh-text")?.removeAttribute("style");
    group.offsetHeight; // laid out now, and not all at once later
  }
  if (waiting.length) idle(settle);
};
idle(settle);
const wide = new ResizeObserver((tables) => { // asked when it is drawn, and then each time it grows
  for (const { target } of tables) target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
});
for (const each of all(".wh-table")) wide.observe(each);
on("focusin", ({ target }) => {
  if (target.closest(".wh-acts")) return; // which comes along with any number
  const group = groupOf(target);
  enter(group?.matches(".wh-section") && target !== entryOf(group) ? group : null);
});
const step = (some, from, way) => some[some.indexOf(from) + way]?.focus();
const moves = ({ target, key }) => {
  const [group, way] = [groupOf(target), { ArrowDown: 1, ArrowUp: -1 }[key]];
  if (group?.matches(".toc-tree")) return way && (step(inside(group).filter((each) => each.checkVisibility()), target, way), true);
  if (!group) return false;
  if (way && entered) {
    const numbers = all(".wh-number[href]", group.closest("article") || document);
    step(numbers, target.closest(PART).querySelector(".wh-number"), way);
  } else if (key === "Enter" && target === entryOf(group) && target.hash) {
    history.replaceState([""], "", target.hash);
    enter(group);
    step(inside(group), target, 1);
  } else if (key === "Escape" && entered) entryOf(group).focus();
  else return false;
  return true;
};

/* ---- What a link leads to stays where it is while what is around it is drawn, until the reader does something. */
let told = null; // what is read now
let held = null;
const hold = (at, top = NaN) => {
  let still = 0;
  const aim = () => {
    if (held !== aim) return;
    const before = scrollY;
    at.scrollIntoView();
    scrollBy(0, rect(at).top - top); // and by none at all, where a link says nothing of that
    still = scrollY === before ? still + 1 : 0;
    if (still < 6) requestAnimationFrame(aim);
  };
  (held = aim)();
};
for (const each of ["wheel", "pointerdown", "keydown"]) on(each, () => (held = null), true);
/* Who comes back, or loads the page anew, is where they were: what was read last stands in the history. */
const come = ({ state }) => {
  const [hash, top] = state || [location.hash];
  const at = target({ hash });
  if (at?.checkVisibility()) hold(at, top);
};
addEventListener("popstate", come);
come(history);

/* ---- Where one is, and whither. */
const where = make("a", { className: "wh-where" });
where.dataset.of = one(".wh-crumbs [aria-current]")?.textContent || ""; // the deal's reference
const box = make("input", { type: "text", placeholder: say("Go to"), ariaLabel: say("Go to a number"), autocomplete: "off" });
const keys = make("button", { type: "button", className: "wh-ask", ariaLabel: say("Keys") }, "?");
const options = make("button", { type: "button", className: "wh-ask wh-options", ariaExpanded: false }, bar.ariaLabel);
options.onclick = () => (options.ariaExpanded = bar.classList.toggle("wh-all"));

/* ---- What is loaded when it is asked for: the definitions beside the text, notes. */
const loading = {};
const file = (name, tag, properties) => document.head.append(make(tag, { ...properties, [tag === "link" ? "href" : "src"]: new URL(name, home) }));
const load = (name) => (loading[name] ||= new Promise((onload) => {
  if (!Object.keys(loading).length) file("beside.css", "link", { rel: "stylesheet" });
  file(`${name}.js`, "script", { onload });
}));
const asked = (name) => () => load(name).then(() => whereas[name]());
/* One panel stands beside the text at a time. */
whereas.beside = (name, field, closed, ...parts) => {
  whereas.shut?.();
  const end = make("button", { type: "button", ariaLabel: say("Close") }, "×");
  const panel = make("aside", { className: "wh-panel", ariaLabel: name },
    make("div", { className: "wh-panel-head" }, make("strong", {}, name), end, field), ...parts);
  end.onclick = whereas.shut = () => {
    panel.remove();
    root.classList.remove("wh-beside");
    whereas.shut = null;
    closed();
  };
  document.body.append(panel);
  root.classList.add("wh-beside");
  return panel;
};
whereas.filter = (act) => {
  const field = make("input", { type: "search", ariaLabel: say("Filter"), placeholder: say("Filter") });
  field.oninput = () => act(field.value.toLowerCase());
  return field;
};
const askers = [["definitions", say("Definitions")], ["notes", say("Notes")]].map(([name, label]) => {
  const button = make("button", { type: "button", className: "wh-ask", onclick: asked(name) }, label);
  button.dataset.asks = name;
  return button;
});
const kept = () => {
  try {
    return localStorage.getItem(`whereas-notes ${location.pathname}`);
  } catch {}
};
if (kept()) load("notes");
on("selectionchange", () => {
  const { isCollapsed, anchorNode } = getSelection();
  if (!isCollapsed && anchorNode?.parentElement?.closest(".wh-text")) load("notes");
});

bar.append(where, box, ...askers, keys, options);

const look = () => {
  const { left, bottom, top } = rect(bar);
  const at = document.elementsFromPoint(left + 80, Math.max(bottom, rect(where).bottom, 60) + 16).map((each) => each.closest(PART)).find(Boolean);
  const section = at?.closest(".wh-section");
  // a heading in view says it already, and beside it stand the notes that the line would lie over
  where.classList.toggle("wh-idle", !!section && rect(section.firstElementChild).bottom > bottom);
  if (at === told || (!at && top > 0 && scrollY > 400)) return;
  told = at;
  where.textContent = at ? `${number(at)} ${title(section)}`.trim() : "";
  where.href = at ? `#${at.id}` : "";
  where.hidden = !at;
};
let soon = false;
on("scroll", () => {
  if (!soon) requestAnimationFrame(() => ((soon = false), look()));
  soon = true;
}, { passive: true });
requestAnimationFrame(look); // when there is a layout to look at
on("scrollend", () => {
  look();
  history.replaceState(told ? [`#${told.id}`, rect(told).top] : [""], "");
});

const pieces = (text) => (text.toLowerCase().match(/\p{L}+|\d+/gu) || []).join(" ");
const named = (wanted) => {
  const parts = all(PART).filter((each) => each.id);
  const [, schedule, rest] = /^(?:s|sch|schedule|annex|exhibit|appendix|anlage|annexe|anexo) (\w+) (.+)$/.exec(wanted) || [];
  return parts.find((each) => [number(each), cite(each)].map(pieces).includes(wanted))
    || parts.find((each) => pieces(number(each)) === rest && each.closest(".wh-schedule") && pieces(cite(each)).endsWith(` ${schedule}`))
    || parts.find((each) => each.matches(".wh-section") && pieces(title(each)).startsWith(wanted));
};
const go = (part) => {
  location.hash = part.id;
  hold(part);
  (part.querySelector(":scope > :first-child > a") || part).focus({ preventScroll: true });
};
box.onkeydown = (event) => {
  event.stopPropagation();
  if (event.key === "Escape") box.blur();
  if (event.key !== "Enter" || !box.value) return;
  const wanted = pieces(box.value);
  const part = named(wanted);
  box.ariaInvalid = !part;
  if (!part) return (status.textContent = say("Nothing found"));
  box.value = "";
  go(part);
};

/* ---- What is open, departs, has changed or has a note: one after the other. */
const STATES = ".wh-text .wh-blank, .wh-departs, .wh-compared, .wh-noted";
const next = (way) => {
  const found = all(STATES).map((each) => each.closest(PART)).filter((each, at, some) => each && each !== some[at - 1]);
  const here = document.activeElement?.closest(PART) || told;
  const after = (each) => here && Boolean(here.compareDocumentPosition(each) & (way > 0 ? 4 : 2)) && !(way < 0 && each.contains(here));
  const to = here ? (way > 0 ? found.find(after) : found.findLast(after)) : found.at(way > 0 ? 0 : -1);
  if (to) go(to);
  else status.textContent = say("Nothing found");
};

const help = make("dialog", { className: "wh-keys", ariaLabel: say("Keys") });
const KEYS = [
  ["/", say("Search")], ["g", say("Go to a number")], ["n p", say("What is open, departs or has a note")],
  ["d", say("Definitions")], ["m", say("Note on what is selected")],
  ["Enter Esc", say("Into a clause, and out of it")], ["↑ ↓", say("From provision to provision")], ["?", say("Keys")],
];
keys.onclick = () => {
  help.replaceChildren(make("dl", {}, ...KEYS.flatMap(([some, what]) =>
    [make("dt", {}, ...some.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, what)])));
  if (!help.isConnected) bar.after(help);
  help.showModal();
};
help.onclick = () => help.close();
on("keydown", (event) => {
  const { target, key } = event;
  if (key === "Escape") {
    const open = help.open;
    help.close();
    if (!open && whereas.shut) return whereas.shut();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !target.closest || target.closest("input, select, textarea, dialog")) return;
  if (key === "Escape" && one("#wh-pop:not([hidden])")) return; // it is what is closed
  const act = { g: () => box.focus(), n: () => next(1), p: () => next(-1), d: asked("definitions"), m: asked("notes"), "?": keys.onclick }[key];
  if (act) act();
  if (act || moves(event)) event.preventDefault();
}, true);

/* ---- By clause, for who wants that: what is hidden is still found, and shown by any link to it. */
const clauses = all("#agreement > .wh-section");
const pager = make("nav", { className: "wh-pager", ariaLabel: say("By clause") });
let current = null;
const shows = (clause) => {
  const apart = has("wh-parts");
  current = clause || current || clauses[0];
  for (const each of clauses) each.hidden = apart && each !== current ? "until-found" : false;
  pager.hidden = !apart;
  const at = clauses.indexOf(current);
  pager.replaceChildren(...[clauses[at - 1], clauses[at + 1]].map((each, after) =>
    each ? make("a", { href: `#${each.id}`, rel: after ? "next" : "prev" }, `${marker(each)} ${title(each)}`.trim()) : make("span", {})));
};
const aimed = () => {
  const at = target(location);
  const clause = clauses.find((each) => each.contains(at));
  if (!clause || !has("wh-parts")) return;
  shows(clause);
  hold(at);
};
if (clauses.length) {
  clauses.at(-1).after(pager);
  for (const each of clauses) each.addEventListener("beforematch", () => shows(each));
  addEventListener("hashchange", aimed);
  new MutationObserver(() => pager.hidden === has("wh-parts") && shows(told?.closest("#agreement > .wh-section")))
    .observe(root, { attributeFilter: ["class"] });
  shows();
  aimed();
}

/* ---- In the page's contents: where something is open, or departs. In a template everything is. */
if (!one(".wh-cover .wh-template"))
  for (const link of all(".toc-tree a[href^='#']")) {
    const at = target(link);
    if (!at?.matches(".wh-section")) continue;
    const [kind, said] = at.querySelector(".wh-text .wh-blank") ? ["open", say("Something is open")]
      : at.querySelector(".wh-compared, .wh-chip.wh-departs") ? ["departs", say("Departs from the template")] : [];
    if (kind) link.append(make("span", { className: `wh-dot wh-dot-${kind}`, title: said, role: "img", ariaLabel: said }));
  }
}
