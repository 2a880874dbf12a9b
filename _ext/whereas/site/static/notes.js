/* Notes on a page, as W3C Web Annotations: kept in this browser alone, found again by provision and quoted words. */
{
const { all, one, rect, on, main, make, say, cite, ASIDE, PART } = whereas;
const root = document.documentElement;
const text = one("article") || one("[role=main]");
const KEY = `whereas-notes ${location.pathname}`;
const PAGE = location.href.split("#")[0];
const file = PAGE.split("/").slice(-2).join("/");

/* ---- Where words stand: their place in the text of a provision, without what is said beside it. */
const words = (within) => {
  const nodes = [];
  const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.parentElement.closest(`${ASIDE}, .wh-panel, script, style`)) continue;
    nodes.push({ node, start: length });
    length += node.data.length;
  }
  return { nodes, said: nodes.map((each) => each.node.data).join("") };
};
const range = ({ nodes }, start, end) => {
  const made = document.createRange();
  const at = (offset, last) => nodes.findLast((each) => (last ? each.start < offset : each.start <= offset));
  const first = at(start), final = at(end, true);
  made.setStart(first.node, start - first.start);
  made.setEnd(final.node, end - final.start);
  return made;
};
const chosen = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const picked = selection.getRangeAt(0);
  const common = picked.commonAncestorContainer;
  const element = common.nodeType === 1 ? common : common.parentElement;
  if (!text.contains(element)) return null;
  const holder = element.closest(PART) || text;
  const index = words(holder);
  const inside = index.nodes.filter((each) => picked.intersectsNode(each.node));
  if (!inside.length) return null;
  const [first, final] = [inside[0], inside[inside.length - 1]];
  let start = first.start + (first.node === picked.startContainer ? picked.startOffset : 0);
  let end = final.start + (final.node === picked.endContainer ? picked.endOffset : final.node.data.length);
  while (/\s/.test(index.said[start])) start += 1;
  while (end > start && /\s/.test(index.said[end - 1])) end -= 1;
  if (end <= start) return null;
  const at = first.node.parentElement.closest(PART);
  return { at, quote: { type: "TextQuoteSelector", exact: index.said.slice(start, end), prefix: index.said.slice(Math.max(0, start - 40), start), suffix: index.said.slice(end, end + 40) } };
};

/* The words again: in their provision, else anywhere; where they come more than once, those with the likest neighbours. */
const search = (within, { exact, prefix = "", suffix = "" }) => {
  const index = words(within);
  let best = null;
  for (let at = index.said.indexOf(exact); at >= 0; at = index.said.indexOf(exact, at + 1)) {
    let like = 0;
    while (like < prefix.length && index.said[at - 1 - like] === prefix[prefix.length - 1 - like]) like += 1;
    let after = 0;
    while (after < suffix.length && index.said[at + exact.length + after] === suffix[after]) after += 1;
    if (!best || like + after > best.like) best = { like: like + after, at };
  }
  return best && range(index, best.at, best.at + exact.length);
};
const locate = (note) => {
  const { value, refinedBy: quote } = note.target.selector;
  const at = value ? document.getElementById(value) : null;
  if (!quote) return at && { at };
  const found = (at && text.contains(at) && search(at, quote)) || search(text, quote);
  return found && { at: found.startContainer.parentElement.closest(PART) || at, found };
};

/* ---- Kept in the browser. */
const sound = (note) => typeof note?.body?.value === "string" && note.target?.selector?.type === "FragmentSelector"
  && typeof note.target.selector.value === "string" && typeof (note.target.selector.refinedBy?.exact ?? "") === "string";
const read = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY) || "[]").filter(sound);
  } catch {
    return [];
  }
};
let notes = read();
const keep = () => {
  try {
    if (notes.length) localStorage.setItem(KEY, JSON.stringify(notes));
    else localStorage.removeItem(KEY);
  } catch {
    alert(say("This browser keeps no notes: export them before you leave"));
  }
  draw();
};
const quoted = (note) => note.target.selector.refinedBy?.exact || "";
const called = (note, place) => (place ? cite(place.at) : `${note.target["schema:name"] || ""} (${say("no longer in the text")})`);

const begin = () => {
  const picked = chosen();
  const at = picked ? picked.at : document.activeElement.closest(PART);
  if (!picked && !at) return open();
  const selector = { type: "FragmentSelector", conformsTo: "http://tools.ietf.org/rfc/rfc3236", value: at?.id || "", ...(picked && { refinedBy: picked.quote }) };
  const note = { "@context": ["http://www.w3.org/ns/anno.jsonld", { schema: "https://schema.org/" }], id: `urn:uuid:${crypto.randomUUID?.() || Date.now()}`, type: "Annotation", motivation: "commenting", created: new Date().toISOString(), body: { type: "TextualBody", value: "", format: "text/plain" }, target: { source: PAGE, "schema:name": at ? cite(at) : "", selector } };
  getSelection().removeAllRanges();
  notes.push(note);
  open();
  draw(note);
};

/* ---- On the page: words marked, a sign beside the provision. */
const shown = () => notes.map((note) => ({ note, place: locate(note) }));
const draw = (edited) => {
  for (const each of all(".wh-noted")) each.classList.remove("wh-noted");
  for (const each of all(".wh-note-sign")) each.remove();
  const placed = shown();
  const there = placed.filter(({ place }) => place);
  if (window.Highlight) CSS.highlights.set("wh-note", new Highlight(...there.map(({ place }) => place.found).filter(Boolean)));
  for (const { note, place } of there) {
    place.at.classList.add("wh-noted");
    const sign = make("button", { type: "button", className: "wh-note-sign", title: note.body.value, ariaLabel: `${say("Note")}: ${note.body.value}` });
    sign.onclick = () => (open(), fieldOf(note)?.focus());
    place.at.append(sign);
  }
  button.textContent = notes.length ? `${say("Notes")} ${notes.length}` : say("Notes");
  if (panel) fill(placed, edited);
};
const fieldOf = (note) => list.querySelector(`[data-id="${CSS.escape(note.id)}"] textarea`);
const entry = ({ note, place }) => {
  const go = place
    ? make("a", { href: `#${place.at.id}`, className: "wh-what" }, called(note, place))
    : make("span", { className: "wh-what" }, called(note, place));
  const field = make("textarea", { value: note.body.value, rows: 3, ariaLabel: say("Note") });
  field.onchange = () => {
    note.body.value = field.value;
    note.modified = new Date().toISOString();
    keep();
  };
  const drop = make("button", { type: "button" }, say("Delete"));
  drop.onclick = () => ((notes = notes.filter((each) => each !== note)), keep());
  const item = make("li", {}, go, ...(quoted(note) ? [make("blockquote", {}, quoted(note))] : []), field, drop);
  item.dataset.id = note.id;
  return item;
};

/* ---- The panel: list, filter, take out, take in, print. */
let panel = null;
const list = make("ul", {});
const sieve = (words) => {
  for (const each of list.children) each.hidden = !`${each.textContent} ${each.querySelector("textarea").value}`.toLowerCase().includes(words);
};
const filter = whereas.filter(sieve);
const fill = (placed, edited) => {
  const at = ({ place }) => (place ? all("[id]", text).indexOf(place.at) : Infinity);
  list.replaceChildren(...placed.sort((one, other) => at(one) - at(other)).map(entry));
  if (!notes.length) list.append(make("li", {}, make("p", {}, say("Select words of the text and press m, or the button beside them. Notes stay in this browser.")), make("textarea", { hidden: true })));
  sieve(filter.value.toLowerCase());
  if (edited) fieldOf(edited).focus();
};
const give = (ending, type, content) => {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: `${file.split("/").pop().replace(/\.html$/, "")}-notes.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
const collection = () => JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationCollection", label: document.title, total: notes.length, first: { type: "AnnotationPage", items: notes } }, null, 1);
const plain = (said) => said.replace(/([\\`*_[\]<>#|~])/g, "\\$1");
const markdown = () => [`# ${plain(document.title)}`, ...shown().map(({ note, place }) => [`## ${plain(called(note, place))}`, ...(quoted(note) ? [quoted(note).trim().split("\n").map((line) => `> ${plain(line)}`).join("\n")] : []), plain(note.body.value)].join("\n\n"))].join("\n\n");
const take = async (source) => {
  let found = [];
  try {
    const read = JSON.parse(await source.text());
    found = Array.isArray(read) ? read : read.first?.items || read.items || [read];
  } catch {}
  const ours = found.filter((each) => sound(each) && String(each.target.source).split("/").slice(-2).join("/") === file);
  const had = new Set(ours.map((each) => each.id));
  notes = [...notes.filter((each) => !had.has(each.id)), ...ours];
  keep();
  alert(say("{shown} of {all}").replace("{shown}", ours.length).replace("{all}", found.length));
};
const paper = () => {
  const rows = shown().map(({ note, place }) => make("li", {}, make("strong", {}, called(note, place)), ...(quoted(note) ? [make("blockquote", {}, quoted(note))] : []), make("p", {}, note.body.value)));
  const sheet = make("section", { className: "wh-note-sheet" }, make("h2", {}, say("Notes")), make("ol", {}, ...rows));
  text.append(sheet);
  addEventListener("afterprint", () => sheet.remove(), { once: true });
  print();
};
const open = () => {
  if (panel) return;
  const pick = make("input", { type: "file", accept: ".json,.jsonld", hidden: true, ariaLabel: say("Import") });
  pick.onchange = () => pick.files[0] && take(pick.files[0]);
  const acts = [["JSON-LD", () => give("jsonld", "application/ld+json", collection())], ["Markdown", () => give("md", "text/markdown", markdown())], [say("Import"), () => pick.click()], [say("Print"), paper]];
  const foot = make("div", { className: "wh-panel-foot" }, ...acts.map(([label, act]) => make("button", { type: "button", onclick: act }, label)), pick);
  panel = whereas.beside(say("Notes"), filter, () => (panel = null), list, foot);
  fill(shown());
};

/* ---- A button beside what is selected. */
const offer = make("button", { type: "button", className: "wh-note-offer", hidden: true }, say("Note"));
offer.onpointerdown = (event) => event.preventDefault(); // or the selection would go
offer.onclick = () => ((offer.hidden = true), begin());
main.append(offer);
const beside = () => {
  const picked = chosen();
  offer.hidden = !picked;
  if (!picked) return;
  const box = rect(getSelection().getRangeAt(0));
  Object.assign(offer.style, { left: `${Math.min(box.right, root.clientWidth - 80)}px`, top: `${box.bottom + 4}px` });
};
let timer = 0;
on("selectionchange", () => (clearTimeout(timer), (timer = setTimeout(beside, 200))));
on("scroll", () => offer.hidden || beside(), { passive: true });
addEventListener("storage", (event) => event.key === KEY && ((notes = read()), draw()));

const button = one(".wh-reader [data-asks=notes]");
whereas.notes = () => (panel && !chosen() ? whereas.shut() : chosen() ? begin() : open());
draw();
beside();
}
