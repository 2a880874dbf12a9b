/* The definition of a term, shown where the term is used: on hover, on keyboard focus, on a first tap.
   Without this file every use is a link to its definition, and nothing is missing. */
(() => {
  "use strict";
  const TERM = "a.wh-term[href^='#']";
  if (!document.querySelector(TERM)) return;

  /* A tooltip, not a dialog: it only repeats words, and the link it describes leads to where they stand. */
  const pop = document.createElement("div");
  Object.assign(pop, { id: "wh-pop", className: "wh-pop", hidden: true });
  pop.setAttribute("role", "tooltip");
  (document.getElementById("furo-main-content") || document.body).append(pop);

  let shown = null; // the use whose definition is shown
  let refused = null; // the use at which Esc was pressed: it stays closed until the reader goes elsewhere
  let timer = 0;
  let touch = false;

  /* The paragraphs that say what a term means: those of its definition, or the one that defines it in the text. */
  const meaning = (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return [];
    if (target.matches(".wh-definition")) return [...target.children].filter((each) => !each.matches(".wh-uses"));
    const term = target.querySelector("dfn");
    const paragraph = term ? term.closest("p") : target.querySelector("p");
    return paragraph ? [paragraph] : [];
  };

  /* A copy to read: no ids, no links, no numbers in the margin. */
  const copy = (node) => {
    const clone = node.cloneNode(true);
    for (const each of clone.querySelectorAll(".wh-number, .wh-uses")) each.remove();
    for (const each of clone.querySelectorAll("a")) each.replaceWith(...each.childNodes);
    for (const each of [clone, ...clone.querySelectorAll("[id]")]) each.removeAttribute("id");
    return clone;
  };

  const place = (link, x) => {
    const lines = [...link.getClientRects()];
    const line = lines.find((each) => x >= each.left && x <= each.right) || lines[0];
    const frame = pop.offsetParent.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const left = Math.max(12, Math.min(line.left, wide - pop.offsetWidth - 12));
    const below = line.bottom + 6;
    const above = line.top - pop.offsetHeight - 6;
    const top = below + pop.offsetHeight > innerHeight && above > 0 ? above : below;
    Object.assign(pop.style, { left: `${left - frame.left}px`, top: `${top - frame.top}px` });
  };

  const close = () => {
    clearTimeout(timer);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    pop.hidden = true;
  };

  const open = (link, x) => {
    clearTimeout(timer);
    if (link === shown || link === refused) return;
    close();
    const said = meaning(link);
    if (!said.length || said.some((each) => each.contains(link))) return;
    pop.replaceChildren(...said.map(copy));
    if (touch) {
      const hint = Object.assign(document.createElement("p"), { className: "wh-hint" });
      hint.textContent = "Tap again to go to the definition";
      pop.append(hint);
    }
    pop.hidden = false;
    shown = link;
    link.setAttribute("aria-describedby", pop.id);
    place(link, x);
  };

  const soon = (what, after) => {
    clearTimeout(timer);
    timer = setTimeout(what, after);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = event.target.closest(TERM);
    if (link && !pop.contains(link)) soon(() => open(link, event.clientX), shown ? 80 : 220);
    else if (pop.contains(event.target)) clearTimeout(timer);
    else {
      refused = refused === document.activeElement ? refused : null;
      if (shown && shown !== document.activeElement) soon(close, 220);
      else if (!shown) clearTimeout(timer);
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest(TERM);
    if (link !== refused) refused = null;
    if (link && link.matches(":focus-visible")) open(link);
    else if (!link) close();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === refused) refused = null;
    if (event.target === shown) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    refused = shown;
    close();
  });
  document.addEventListener("pointerdown", (event) => {
    touch = event.pointerType === "touch";
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest(TERM);
    if (link && touch && link !== shown) {
      event.preventDefault();
      refused = null;
      open(link, event.clientX);
    } else if (!pop.contains(event.target)) close();
  });
  addEventListener("resize", close);
})();
