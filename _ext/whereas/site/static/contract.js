/* What helps to read an agreement: the words behind a link, text to copy, what to show. Pages are whole without it. */
(() => {
"use strict";
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const rect = (node) => node.getBoundingClientRect();
const has = (name) => root.classList.contains(name);
const on = (type, act, how) => document.addEventListener(type, act, how);
const make = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
/* The page says its own words, if they are no English ones. */
const say = (words, count) => (window.whereasWords?.[words] ?? words).replace("{count}", count);
/* What a link leads to, or the address of the page. */
const target = ({ hash }) => {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {} // an address that somebody cut
};
window.whereas = { all, one, rect, has, on, make, say, target };
const bare = (node, without) => {
  const clone = node.cloneNode(true);
  for (const each of all(without, clone)) each.remove();
  return clone;
};
const ASIDE = ".wh-acts, .wh-cited, .wh-uses, .wh-passport, .wh-guide, .wh-compared, .wh-note-sign, .headerlink";
const PART = ".wh-provision, .wh-section";
/* Terms are the links without a class, since every tenth word is one. */
const TERM = ":is(.wh-text, .wh-guide, .wh-pop, .wh-panel) a:not([class], [role], :is(.wh-cited, .wh-uses, .wh-go) > a)";

/* How a provision is cited: the page says "clause %" once for a section. */
const marker = (at) => at.querySelector(":scope > :first-child > .wh-number")?.textContent.replace(/\.$/, "") || "";
const number = (at) => {
  const own = marker(at);
  if (own && own[0] !== "(") return own;
  const up = at.parentElement.closest(".wh-provision, .wh-text");
  return (up?.matches(".wh-provision") ? number(up) : up?.dataset.no || "") + own;
};
const title = (at) => bare(at.firstElementChild, `.wh-number, ${ASIDE}`).textContent.trim();
const cite = (at) => {
  if (at.dataset.cite) return at.dataset.cite;
  const provision = at.matches(".wh-provision");
  const text = provision ? at.closest(".wh-text") : at.querySelector(":scope > .wh-text");
  const pattern = text?.dataset.cite || "%";
  if (provision) return pattern.replace("%", number(at));
  return text?.dataset.whole || (at.matches(".wh-clause") && marker(at) && pattern.replace("%", marker(at))) || marker(at) || title(at);
};

Object.assign(whereas, { cite, marker, number, title, ASIDE, PART, TERM });

/* ---- The words behind a link: on hover, on keyboard focus, on a first tap. */
const MARK = `:is(${TERM}, a.wh-reference)[href^='#'], :is(.wh-uses, .wh-cited, .wh-open) a`;
const MOST = 12;
/* A plain box that describes the link: no tooltip, for it holds links; no dialog, for focus never goes there. */
const pop = make("div", { id: "wh-pop", className: "wh-pop", hidden: true });
const main = (whereas.main = document.getElementById("furo-main-content") || document.body);
if (one(MARK)) main.append(pop);

const active = () => document.activeElement;
let shown = null; // the link whose target is shown
let row = 0; // on which of its lines
let refused = null; // where Esc was pressed: closed until the reader has been elsewhere
let seen = false; // in view since it opened: a jump by keyboard scrolls only then
let timer = 0;
let touch = false; // the last press was a finger's
let inside = false; // and on a link of ours, or in the box

const later = (after, what) => (clearTimeout(timer), (timer = setTimeout(what, after)));

/* A copy to read: no ids, no tab stops, numbers as text, and none before a lone paragraph. */
const copy = (node) => {
  const clone = bare(node, `:scope > .wh-number, ${ASIDE}`);
  for (const each of all(".wh-number, .wh-item", clone)) each.replaceWith(make("span", { className: "wh-number" }, each.textContent));
  for (const each of [clone, ...all("*", clone)]) {
    each.removeAttribute("id");
    if (each.matches("a, [tabindex]")) each.tabIndex = -1;
  }
  return clone;
};
whereas.copy = copy;

const provision = (target) => {
  const parts = target.matches(".wh-provision") ? [target] : all(".wh-text > *", target).slice(0, MOST); // what is taller is cut
  const clause = target.closest(".wh-section");
  const head = make("p", { className: "wh-what" }, cite(target));
  if (clause && cite(clause) !== title(clause)) head.append(make("span", {}, title(clause)));
  return [head, make("div", { className: `wh-cut${target.parentElement.matches(".wh-provision:not(.wh-level-1)") ? " wh-inner" : ""}` }, ...parts.map(copy))];
};

const meaning = (link) => {
  const at = target(link);
  if (!at || at.contains(link)) return [];
  if (at.matches(".wh-definition")) return all(":scope > :not(.wh-uses)", at).map(copy);
  if (!link.matches(TERM)) return at.matches(PART) ? provision(at) : [];
  const word = link.textContent.toLowerCase();
  const terms = all("dfn", at);
  const term = terms.find((each) => word.includes(each.textContent.toLowerCase())) || terms[0];
  const paragraph = term?.closest("p") || at.querySelector("p");
  return paragraph ? [copy(paragraph)] : [];
};

const place = () => {
  const lines = shown.getClientRects();
  const at = lines[Math.min(row, lines.length - 1)];
  if (!at) return;
  const frame = rect(pop.offsetParent || document.body);
  const edge = parseFloat(getComputedStyle(pop).paddingInlineStart) + 1;
  const start = getComputedStyle(shown).direction === "rtl" ? at.right + edge - pop.offsetWidth : at.left - edge;
  const left = Math.max(12, Math.min(start, root.clientWidth - pop.offsetWidth - 12));
  const below = at.bottom + 6;
  const above = at.top - pop.offsetHeight - 6;
  const top = below + pop.offsetHeight + 6 > innerHeight && above > 6 ? above : below;
  Object.assign(pop.style, { left: `${left - frame.left}px`, top: `${top - frame.top}px` });
};
const near = () => [shown, pop].map(rect).some((each) => each.bottom > 0 && each.top < innerHeight);

const close = () => {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  pop.hidden = true;
};
const fill = (link, lead) => {
  const said = meaning(link);
  const term = link.matches(TERM); // which one in the box no longer is when other words have come
  if (!said.length) return false;
  pop.replaceChildren(...said);
  pop.hidden = false;
  const cut = pop.querySelector(".wh-cut");
  const more = cut && cut.scrollHeight > cut.clientHeight + 4;
  cut?.classList.toggle("wh-more", more);
  const where = term ? say("Go to the definition") : lead ? say("Go there") : say("More");
  if (lead || more) pop.append(make("p", { className: "wh-go" }, make("a", { href: link.hash, tabIndex: -1 }, where)));
  return true;
};
const open = (link, x = -1) => {
  clearTimeout(timer);
  if (link === shown || link === refused) return;
  close();
  if (!fill(link, touch)) return;
  shown = link;
  row = Math.max(0, [...link.getClientRects()].findIndex((each) => x >= each.left && x <= each.right));
  link.setAttribute("aria-describedby", pop.id);
  place();
  seen = near();
};

const leave = () => {
  if (shown && shown !== active()) later(220, close);
  else clearTimeout(timer);
  if (refused !== active()) refused = null;
};
on("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  if (pop.contains(event.target)) return clearTimeout(timer);
  const link = event.target.closest(MARK);
  if (link) later(shown ? 80 : 220, () => ((touch = false), open(link, event.clientX)));
  else leave();
});
root.addEventListener("pointerleave", (event) => event.pointerType === "touch" || leave());
on("pointerdown", (event) => {
  touch = event.pointerType === "touch";
  inside = pop.contains(event.target) || Boolean(event.target.closest(MARK));
});
on("pointerup", () => inside || close());
on("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (pop.contains(link)) {
    if (link.matches(MARK) && fill(link, true)) {
      event.preventDefault();
      place();
    } else if (link.hash) close();
  } else if (touch && link !== shown && link.matches(MARK)) {
    refused = null;
    open(link, event.clientX);
    if (shown === link) event.preventDefault();
  } else close();
});

on("focusin", ({ target }) => {
  if (target.matches(MARK) && !pop.contains(target) && target.matches(":focus-visible")) open(target);
});
on("focusout", ({ target }) => {
  if (target === refused && active() !== refused) refused = null;
  if (target === shown && !inside) close();
});
on("keydown", (event) => {
  touch = inside = false;
  if (event.key !== "Escape") return;
  refused = shown || refused;
  close();
});

/* It moves with the page, and leaves with it. */
on("scroll", ({ target }) => {
  if (!shown || !target.contains(shown)) return;
  if (seen && !near()) return close();
  if (!seen || target !== document) place();
  seen ||= near();
}, { capture: true, passive: true });
new ResizeObserver(() => shown && place()).observe(main); // which goes on growing while it is drawn

const bar = one(".wh-reader");
if (!bar) return;

/* ---- A search from here looks through this agreement first. */
const address = location.href.split(/[?#]/)[0].slice(new URL(root.dataset.content_root, location).href.length);
for (const form of all("form[role='search'], form.search")) form.append(make("input", { type: "hidden", name: "in", value: address }));

/* ---- Copying a citation, or words with their numbers: one toolbar goes to the provision in hand. */
const acts = make("span", { className: "wh-acts", role: "group" });
const status = make("div", { className: "wh-hidden", role: "status" });
document.body.append(status);
whereas.status = status;

/* Line by line; cells of a row are parted by tabs. */
const words = (at) => {
  const clone = bare(at, ASIDE);
  for (const each of all("br", clone)) each.replaceWith("\v");
  const text = (node) => node.textContent.replace(/[^\S\v]+/g, " ").replace(/ ?\v ?/g, "\n").trim();
  return all("h2, h3, h4, tr, p, pre", clone)
    .filter((each) => !each.parentElement.closest("tr"))
    .map((each) => (each.matches("tr") ? [...each.children].map(text).join("\t") : text(each)))
    .filter(Boolean)
    .join("\n");
};
const reference = (at) => `${cite(at)} ${one("[data-of]").dataset.of}`;
for (const [label, act] of [[say("Copy reference"), reference], [say("Copy text"), words]]) {
  const button = make("button", { type: "button", title: label, ariaLabel: label });
  button.onclick = () => {
    const text = act(acts.closest(PART));
    // `navigator.clipboard` needs leave, and a server
    const give = (event) => (event.clipboardData.setData("text/plain", text), event.preventDefault());
    on("copy", give, { once: true });
    document.execCommand("copy");
    button.dataset.done = status.textContent = say("Copied");
    setTimeout(() => (delete button.dataset.done, (status.textContent = "")), 1500);
  };
  acts.append(button);
}
const go = (number) => {
  if (!number || number.nextSibling === acts || String(getSelection())) return;
  acts.ariaLabel = cite(number.closest(PART));
  number.after(acts);
};
on("pointerover", ({ target, pointerType, buttons }) => {
  if (pointerType === "mouse" && !buttons && !acts.parentNode?.querySelector(":focus-visible"))
    go(target.closest(":is(.wh-provision, .wh-section) > :first-child")?.querySelector(":scope > .wh-number"));
  const fact = target.closest("[data-fact]:not([title])");
  if (fact) fact.title = one(`[data-fact="${CSS.escape(fact.dataset.fact)}"][title]`)?.title || "";
});
const numbered = ({ target }) => target.matches("a.wh-number") && go(target);
on("focusin", numbered);
on("click", numbered);

/* ---- What the reader wants to see, remembered here; the head of the page sets it before it is drawn. */
const SWITCHES = [
  [say("Values"), "wh-values", ".wh-text bdi"],
  [say("Origins"), "wh-no-origins", ".wh-passport"],
  [say("Citations"), "wh-no-cited", ".wh-cited"],
  [say("Guidance"), "wh-guides", ".wh-guide"],
  [say("Numbers only"), "wh-numbers", ".wh-number"],
  [say("Larger text"), "wh-larger", ".wh-text"],
  [say("By clause"), "wh-parts", "#agreement > .wh-section"],
];
const settle = () => {
  for (const each of all(".wh-guide")) each.open = has("wh-guides");
};
for (const [label, name, about] of SWITCHES) {
  if (!one(about)) continue;
  const button = make("button", { type: "button" }, label);
  const show = () => (button.ariaPressed = has(name) !== name.startsWith("wh-no-"));
  button.onclick = () => {
    root.classList.toggle(name);
    show();
    settle();
    const chosen = SWITCHES.map((each) => each[1]).filter((each) => has(each));
    try {
      localStorage.setItem("whereas-reader", chosen.join(" "));
    } catch {}
  };
  show();
  bar.append(button);
}
settle();
bar.hidden = false;

/* ---- Long contents follow the reader. */
const box = one(".toc-scroll");
const follow = () => {
  const last = all(".scroll-current > a", box).pop();
  if (!last) return;
  const { top, bottom } = rect(last);
  box.scrollTop += Math.min(0, top - 60) || Math.max(0, bottom + 40 - innerHeight);
};
if (box) new MutationObserver(follow).observe(box, { subtree: true, attributeFilter: ["class"] });
})();
