/* The definition of a term, shown where the term is used: on hover, on keyboard focus, on a first tap.
   Without this file every use is a link to its definition, and nothing is missing. */
(() => {
  "use strict";
  const MARK = "a.wh-term[href^='#']"; // links whose target is shown; any link to a provision may join
  if (!document.querySelector(MARK)) return;

  /* A plain box, which describes the link while it is open. Not a tooltip: pointers may follow links in it, which a
     tooltip must not hold. Not a dialog: focus never goes there, as Enter leads to the same words and links. */
  const pop = Object.assign(document.createElement("div"), { id: "wh-pop", className: "wh-pop", hidden: true });
  (document.getElementById("furo-main-content") || document.body).append(pop);

  let shown = null; // the link whose target is shown
  let line = 0; // which of its lines the box belongs to, if it is broken over several
  let refused = null; // the link at which Esc was pressed: it stays closed until the reader has been elsewhere
  let seen = false; // whether link or box were in view since it opened: a jump by keyboard scrolls there only now
  let timer = 0;
  let touch = false; // the last press was a finger's
  let inside = false; // and it was on a link of ours, or in the box

  const markAt = (event) => (event.target.closest ? event.target.closest(MARK) : null);
  const later = (after, what) => {
    clearTimeout(timer);
    timer = setTimeout(what, after);
  };

  /* What a link leads to, in its own words: a definition of a list, or the paragraph that defines the term in the text. */
  const meaning = (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return [];
    if (target.matches(".wh-definition")) return [...target.children].filter((each) => !each.matches(".wh-uses"));
    const word = link.textContent.toLowerCase();
    const terms = [...target.querySelectorAll("dfn")];
    const term = terms.find((each) => word.includes(each.textContent.toLowerCase())) || terms[0];
    const paragraph = (term && term.closest("p")) || target.querySelector("p");
    return paragraph ? [paragraph] : [];
  };

  /* A copy to read: no ids, nothing in the order of tabs, numbers as text, and none before a paragraph that stands alone. */
  const copy = (node) => {
    const clone = node.cloneNode(true);
    for (const each of clone.querySelectorAll(":scope > .wh-number, .wh-uses")) each.remove();
    for (const each of clone.querySelectorAll(".wh-number, .wh-item")) {
      each.replaceWith(Object.assign(document.createElement("span"), { className: "wh-number", textContent: each.textContent }));
    }
    for (const each of [clone, ...clone.querySelectorAll("*")]) {
      each.removeAttribute("id");
      if (each.matches("a, [tabindex]")) each.tabIndex = -1;
    }
    return clone;
  };

  /* Below the line, or above it where only there is room. Where neither has room it stays below: the page scrolls it. */
  const place = () => {
    const lines = shown.getClientRects();
    const at = lines[Math.min(line, lines.length - 1)];
    if (!at) return;
    const frame = (pop.offsetParent || document.body).getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const edge = parseFloat(getComputedStyle(pop).paddingInlineStart) + 1; // its words begin where the term does
    const start = getComputedStyle(shown).direction === "rtl" ? at.right + edge - pop.offsetWidth : at.left - edge;
    const left = Math.max(12, Math.min(start, wide - pop.offsetWidth - 12));
    const below = at.bottom + 6;
    const above = at.top - pop.offsetHeight - 6;
    const top = below + pop.offsetHeight + 6 > innerHeight && above > 6 ? above : below;
    Object.assign(pop.style, { left: `${left - frame.left}px`, top: `${top - frame.top}px` });
  };

  const near = () =>
    [shown, pop].map((each) => each.getBoundingClientRect()).some((each) => each.bottom > 0 && each.top < innerHeight);

  const close = () => {
    clearTimeout(timer);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    pop.hidden = true;
  };

  const fill = (link, lead) => {
    const said = meaning(link);
    if (!said.length || said.some((each) => each.contains(link))) return false;
    pop.replaceChildren(...said.map(copy));
    if (lead) {
      const go = Object.assign(document.createElement("a"), { href: link.hash, tabIndex: -1, textContent: "Go to the definition" });
      pop.append(Object.assign(document.createElement("p"), { className: "wh-go" }));
      pop.lastChild.append(go);
    }
    return true;
  };

  const open = (link, x = -1) => {
    clearTimeout(timer);
    if (link === shown || link === refused) return;
    close();
    if (!fill(link, touch)) return;
    shown = link;
    line = Math.max(0, [...link.getClientRects()].findIndex((each) => x >= each.left && x <= each.right));
    link.setAttribute("aria-describedby", pop.id);
    pop.hidden = false;
    place();
    seen = near();
  };

  /* Pointers: a short wait before it opens, and time to reach it before it closes. Focus keeps it open by itself. */
  const leave = () => {
    if (shown && shown !== document.activeElement) later(220, close);
    else clearTimeout(timer);
    if (refused !== document.activeElement) refused = null;
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (pop.contains(event.target)) return clearTimeout(timer);
    const link = markAt(event);
    if (link) later(shown ? 80 : 220, () => ((touch = false), open(link, event.clientX)));
    else leave();
  });
  document.documentElement.addEventListener("pointerleave", (event) => event.pointerType === "touch" || leave());
  document.addEventListener("pointerdown", (event) => {
    touch = event.pointerType === "touch";
    inside = pop.contains(event.target) || Boolean(markAt(event));
  });
  document.addEventListener("pointerup", () => inside || close());

  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (pop.contains(link)) {
      // a term in the box: its definition takes the place of this one, with the way there
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

  /* Keyboards */
  document.addEventListener("focusin", (event) => {
    const link = markAt(event);
    if (link && !pop.contains(link) && link.matches(":focus-visible")) open(link);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === refused && document.activeElement !== refused) refused = null; // else the window lost it
    if (event.target === shown && !inside) close();
  });
  document.addEventListener("keydown", (event) => {
    touch = inside = false;
    if (event.key !== "Escape") return;
    refused = shown || refused;
    close();
  });

  /* It moves with the page, and ends once both link and box have left the window. */
  document.addEventListener("scroll", (event) => {
    if (!shown || !event.target.contains(shown)) return;
    if (seen && !near()) return close();
    if (!seen || event.target !== document) place();
    seen ||= near();
  }, { capture: true, passive: true });
  addEventListener("resize", () => shown && place());
})();
