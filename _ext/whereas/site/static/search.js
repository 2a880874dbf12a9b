/* Search by provision; see reading/search_index.py. */
{
const [form, said, tip, found, next] = document.querySelector("#wh-search").children;
const { all, make, say } = whereas;
const index = whereasSearch;
const root = new URL(document.documentElement.dataset.content_root, location);
const load = (src) => new Promise((onload, onerror) => document.head.append(make("script", { src: new URL(src, root), onload, onerror })));

/* ---- Text as it is compared: small letters without accents, one for one, so that what is found can be marked. */
const SIGNS = { "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "\u202f": " ", "–": "-", "‑": "-" };
for (const sign of "äöüßæœø") SIGNS[sign] = sign;
const fold = (text) => text.toLowerCase().replace(/[^\x00-\x7f]/g, (sign) => (SIGNS[sign] ??= sign.normalize("NFD")[0]));
/* Müller is found by Muller and by Mueller. */
const LOOSE = { ä: "(ä|ae?)", ö: "(ö|oe?)", ü: "(ü|ue?)", ß: "(ß|ss)", ss: "(ß|ss)", ae: "(ä|æ|ae)", oe: "(ö|œ|ø|oe)", ue: "(ü|ue)", a: "[aäæ]", o: "[oöøœ]", u: "[uü]" };
const loose = (text) => text.replace(/[^\p{L}\p{N}]/gu, "\\$&").replace(/ss|[aou]e|[äöüßaou]/g, (part) => LOOSE[part]);
const [BEFORE, AFTER, BETWEEN] = ["(?<![\\p{L}\\p{N}_])", "(?![\\p{L}\\p{N}_])", "[^\\p{L}\\p{N}]+"];
const regex = (source, flags = "u") => new RegExp(source, flags);
const remember = (work, known = new Map()) => (text) => known.get(text) ?? known.set(text, work(text)).get(text);

/* ---- What there is: each passage once; pages, with the places of their passages and with their facts, which stand in
   the passages by their numbers: what is none of a page's own is what most others say. */
const [labels, parts, words, apart] = ["labels", "parts", "words", "apart"].map((name) => index[name].map(fold));
const PLACE = /\ufdd2(\d+)\ufdd3/g;
const fact = (at, facts) => facts[at] ?? index.facts[at];
const folded = remember(fold);
const fill = (text, facts) => text.replace(PLACE, (_, at) => fact(at, facts));
const passage = ([anchor, is, title = "", text = "", inward = ""]) =>
  ({ anchor, is, title, text, inward, facts: [...text.matchAll(PLACE)].map(([, at]) => at) });
const passages = index.passages.map(passage);
const pages = index.pages.map(([name, href, title, names, kind, runs, facts]) =>
  ({ name, href, title, kind, runs, facts, start: fold(title), head: fold(`${title} ${names} ${name}`) }));
const owns = {}; // what only some deals say, once it is there
const places = (page) => {
  const own = owns[page.name];
  if (page.places && (page.whole || !own)) return page.places;
  const [places, { runs }] = [[], page];
  let mine = 0;
  for (let at = 0; at < runs.length; at++) {
    if (runs[at] < 0) for (let to = mine - runs[at]; own && mine < to; ) places.push(own[mine++]);
    else for (let from = runs[at], to = from + runs[++at]; from < to; ) places.push(from++);
  }
  const differs = places.map((at) => passages[at].facts.some((each) => each in page.facts));
  return Object.assign(page, { places, differs, whole: own }).places;
};
const ready = (each) => {
  if (each.folded !== undefined) return each;
  const [section, own] = fold(each.title).split("\t"); // a provision repeats the title of its section
  return Object.assign(each, { head: section, own: own ?? section, folded: fold(each.text.replace(PLACE, "ꟿ")) });
};
const rest = Promise.all(Array.from({ length: index.files }, async (_, at) => {
  await load(`_search/${at + 1}.js`);
  for (const [name, some] of Object.entries(whereasOwn)) owns[name] = some.map((each) => passages.push(passage(each)) - 1);
})).then(() => {
  index.files = 0;
  for (const work of [() => answer("a b"), () => nearest("abcd")]) setTimeout(work, 99); // the first one asked for is quick then
});
rest.catch(() => {}); // who asks is told

/* ---- Numbers: "§ 7 Abs. 2 b" is 7, 2, b; "paragraph 2 of Schedule 1" is 2, schedule, 1. */
const pieces = (text) => fold(text).match(/\p{L}+|\d+/gu) || [];
const number = remember((text) => pieces(text).filter((part) => !words.includes(part)).map((part) => part.replace(/^0+(?=.)/, "")));
const label = (part) => part.length > 1 && labels.find((each) => each.startsWith(part));
const isMark = (part) => /^(\d+|[ivxlc]+|(.)\2*)$/.test(part);
const AMOUNT = /^\d{1,3}([.,' ]\d{3})+$/;
const isNumber = (text) => /[\d(]|\S\s+\S/.test(text) && !AMOUNT.test(text) && number(text)[0] && number(text).every((part) => isMark(part) || label(part));
const same = (one, other) => one.length === other.length && one.every((part, at) => [other[at], label(other[at])].includes(part));
const withoutParts = (some) => some.filter((part, at) => !parts.includes(part) && !parts.includes(some[at - 1]));
/* "liability 20.4" is a number and a word; a bare figure is a number only after "clause" and the like. */
const split = (query) => {
  const [numbers, others] = [[], []];
  let after = false;
  for (const part of query.split(/\s+/)) {
    const bare = fold(part).replace(/[.,;:]+$/, "");
    const cites = bare === "§" || label(bare) || (words.includes(bare) && !stopwords.has(bare));
    const is = /^\d+((\.\d+)+|(?=\())(\([a-z\d]+\))*$/.test(bare) || (after && isMark(bare.replace(/[()]/g, "")));
    (cites || is ? numbers : others).push(part);
    after = cites || is;
  }
  return [numbers.join(" "), others.join(" ")];
};

/* ---- What is asked for: phrases, sums, words. */
const MONEY = ["eur|€|euros?", "usd|us\\$|\\$|dollars?", "gbp|£|pounds?", "chf|francs?", "%|per ?cent|prozent|pour cent|por ciento"];
const ASKED = /"([^"]+)"?|(eur|us[d$]|gbp|chf|[€$£])?\s?(\d{1,3}(?:[., ']\d{3})+(?!\d)(?:[.,]\d\d)?|\d+(?:[.,]\d+)?)(?![\p{L}\d(]|[.,-]\S)(?:\s?(eur|usd|gbp|chf|[€$£%]|per ?cent|prozent|pour cent|por ciento)(?!\p{L}))?|[^\s"]+/gu;
const figure = (sum) => {
  const [whole, cents] = sum.replace(/[., '](?=\d{3})/g, "").split(/[.,]/);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "[., ']?");
  return grouped + (+cents ? "[.,]" + cents : "");
};
/* What may begin in a fact and end beside it has a `part`, which stands in one of both. */
const term = (part, whole, start = whole, word = "") => ({ part: part && regex(part), whole: regex(whole), start: regex(start), word });
const letters = (text) => (text.match(/[\p{L}\p{N}]+/gu) || [""]).map(loose);
const parse = (query) => {
  const terms = [...fold(query).matchAll(ASKED)].map(([text, quoted, before, sum, after]) => {
    if (quoted) return term(letters(quoted).at(-1), BEFORE + letters(quoted).join(BETWEEN) + AFTER);
    if (sum) {
      const unit = MONEY.find((each) => regex(`^(${each})$`).test(before || after));
      const is = `(?<!\\d[., ']?)${figure(sum)}(?!\\d|[.,']\\d)`;
      return unit ? term(figure(sum), `(${unit})\\s?${is}|${is}\\s?(${unit})`) : term("", is);
    }
    const word = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/'s$/, "");
    const stem = new Stemmer().stemWord(word).replace(/(?<=...)[ei]$/, "");
    const some = (text) => BEFORE + letters(text).join("[^\\p{L}\\p{N}]*");
    const start = word.startsWith(stem) ? stem : word;
    return word && term(letters(start)[1] && letters(start).at(-1), `${some(word)}(e?s)?${AFTER}`, `${some(start)}[\\p{L}\\p{N}_]*`, word);
  }).filter(Boolean);
  const telling = terms.filter(({ word }) => !stopwords.has(word));
  const join = (which) => terms.map((each) => each[which].source).join(BETWEEN);
  return { terms: (telling[0] ? telling : terms).slice(0, 30), line: terms[1] && regex(join("start")), exact: regex(`^(the )?${join("whole")}$`) };
};

/* ---- How well a passage answers. A mask has a bit for each word; a text has two, of the words that it has and of those
   that it has just so. What stands in a thousand deals, passages and facts, is looked at once. */
const count = (mask) => {
  let bits = 0;
  for (; mask; mask &= mask - 1) bits++;
  return bits;
};
const byWords = (query, fits) => {
  const { terms, line, exact } = parse(query);
  const masks = (text, loosely) => {
    let [start, whole] = [0, 0];
    terms.forEach((each, at) => {
      if (!((loosely && each.part) || each.start).test(text)) return;
      start |= 1 << at;
      whole |= each.whole.test(text) << at;
    });
    return [start, whole];
  };
  const masksOf = remember((text) => masks(text));
  const masksOfFact = remember((text) => masks(folded(text), true));
  const masksOfPassage = remember(({ own, head, folded, facts }) => [...masks(folded, facts[0]), ...masksOf(own), ...masksOf(head)]);
  const every = 2 ** terms.length - 1;
  const apart = terms.reduce((sum, { part }, at) => sum | (!!part << at), 0);
  const rate = (each, facts = {}) => {
    const all = () => (each.facts[0] ? fold(fill(each.text, facts)) : each.folded);
    let [start, whole, title, titleWhole, section] = masksOfPassage(each);
    for (const at of each.facts) {
      const [some, just] = masksOfFact(fact(at, facts));
      start |= some;
      whole |= just;
    }
    if (each.facts[0] && start & apart) [start, whole] = masks(all());
    const mask = start | title | section;
    if (!mask && !fits) return;
    let score = (each.is || each.anchor ? 0 : -3) + count(start) + count(whole) + 4 * count(title) + 2 * count(titleWhole) + 1.5 * count(section & ~title);
    if (mask === every) {
      if (line) score += line.test(each.own) ? 14 : line.test(all()) ? 8 : 0;
      if (exact.test(each.own)) score += each.is ? 34 : 30;
    }
    return { each, mask, bits: count(mask), score };
  };
  const rates = passages.map((each) => (!fits || fits(each)) && rate(ready(each)));
  let seen = 0;
  const results = pages.map((page) => {
    const [head] = masksOf(page.head); // which stands for all in the page
    const [finds, some] = [[], []];
    let [top, best, all] = [0, 0, head];
    places(page).forEach((at, nth) => {
      const one = page.differs[nth] && (!fits || rates[at]) ? rate(passages[at], page.facts) : rates[at];
      if (!one) return;
      all |= one.mask;
      if ((one.mask | head) === every) {
        finds.push(one);
        top = Math.max(top, one.score);
      } else if (!finds[0] && one.bits >= best) {
        if (one.bits > best) some.length = 0;
        best = one.bits;
        some.push(one);
      }
    });
    seen |= all;
    const title = masksOf(page.start)[0] === every && (exact.test(page.start) ? 50 : 20);
    const score = (finds[0] ? 100 + top : 0) + (page.kind && 2) + (head === every && !fits && 115) + title;
    return { page, finds, score, count: finds.length || 1, apart: !finds[0] && head !== every && some, best: finds[0] ? 0 : best, all };
  });
  let shown = results.filter(({ finds, all }) => finds[0] || (!fits && all === every));
  const some = !shown[0] && !fits && seen === every;
  if (some) { // no page has all of them
    const best = Math.max(...results.map((each) => each.best));
    shown = results.filter((each) => each.best === best);
  }
  return { shown, terms, some, unknown: terms.filter(({ word }, at) => /^\p{L}+$/u.test(word) && !(seen & (1 << at))) };
};
const byNumber = (query, others) => {
  const wanted = number(query);
  const single = pieces(query).some((part) => apart.includes(part));
  const find = (loosely) => {
    const fits = ({ is, inward }) => [is, inward].map(number).some((own) => same(own, wanted) || (loosely && same(withoutParts(own), wanted)));
    if (others) return byWords(others, fits);
    const fitting = passages.map((each) => fits(each) && { each, score: each.is.startsWith("(") === single });
    const shown = pages.filter(({ kind }) => kind).map((page) => {
      const finds = places(page).map((at) => fitting[at]).filter(Boolean);
      return { page, score: 0, count: finds.length, finds };
    });
    return { shown: shown.filter(({ count }) => count) };
  };
  const exact = find();
  return exact.shown[0] || wanted.length < 3 ? exact : find(true);
};
const answer = (query) => {
  const [numbers, others] = split(query);
  const found = isNumber(query) ? byNumber(query) : /\d|\(/.test(numbers) && others ? byNumber(numbers, others) : null;
  return found?.shown[0] ? found : byWords(query);
};

/* ---- Mistyped words: the nearest of those there are. */
const distance = (one, other) => {
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last.at(-1);
};
const signs = (word) => [...word].reduce((sum, sign) => sum | (1 << sign.charCodeAt() % 31), 0);
let there;
const wordsThere = () => {
  if (there) return there;
  there = new Map(); // how often, and which letters are in it
  const texts = [...passages.map((each) => `${ready(each).head} ${each.folded}`), ...pages.map(({ head, facts }) => `${head} ${fold(Object.values(facts).join(" "))}`), fold(index.facts.join(" "))];
  for (const each of texts.join("\n").match(/\p{L}[\p{L}-]+/gu) || []) {
    const known = there.get(each);
    if (known) known[0]++;
    else there.set(each, [1, signs(each)]);
  }
  return there;
};
const nearest = (word) => {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  let [best, near] = [word, 9];
  for (const [each, [often, letters]] of wordsThere()) {
    if (Math.abs(each.length - word.length) > most || count(letters ^ signs(word)) > 2 * most) continue;
    const far = distance(word, each);
    const rank = far + (each[0] !== word[0]) / 2 - Math.min(often, 999) / 4000;
    if (far <= most && rank < near) [best, near] = [each, rank];
  }
  return best;
};

/* ---- What is shown. The agreement that one comes from is looked through first, if one likes. */
const box = form.elements.q;
const address = new URL(location);
const asked = address.searchParams;
const from = asked.get("in");
const home = from && pages.find(({ kind, href }) => kind && new URL(href, location).pathname === new URL(from, root).pathname);
const first = make("input", { type: "checkbox", name: "in", value: from, checked: true });
if (home) form.append(make("label", {}, first, ` ${say("First in: {title}").replace("{title}", home.title)}`));

const marked = (text, terms, tag = "span") => {
  const marks = terms ? [...fold(text).matchAll(regex(terms.map(({ start }) => start.source).join("|"), "gu"))] : [];
  let at = text.lastIndexOf(" ", (marks[0]?.index ?? 0) - 80) + 1;
  const end = text.indexOf(" ", at + 300) + 1 || text.length;
  const shown = make(tag, {}, at ? "… " : "");
  for (const { index: from, 0: { length } } of marks.filter((each) => each.index < end)) {
    shown.append(text.slice(at, from), make("mark", {}, text.slice(from, (at = from + length))));
  }
  shown.append(text.slice(at, Math.max(at, end)), end < text.length ? "…" : "");
  return shown;
};
let [turn, showing] = [0, 0];
const show = async (query, { shown, terms, some }) => {
  const mine = ++showing;
  const score = (each) => (each.page === home && first.checked ? 1e4 : each.score);
  const finds = shown.sort((a, b) => score(b) - score(a)).reduce((sum, { count }) => sum + count, 0);
  const list = (finds, { href, facts }) => make("ul", {}, ...finds.map(({ each: { anchor, is, title, text } }) => make("li", {},
    anchor && make("a", { href: `${href}#${anchor}` }, make("b", {}, is), " ", marked(title.replace(/\t(?=.)/, ": "), terms)), marked(fill(text, facts), terms, "p"))));
  let at = 0;
  next.onclick = async () => {
    const before = at && found.children.length;
    for (const [nth, { page, finds, apart }] of shown.slice(at, (at += 20)).entries()) {
      if (nth === 2) await new Promise((on) => setTimeout(on, 20)); // what one sees first is there
      if (mine !== showing) return;
      const sorted = (apart || finds).sort((a, b) => b.score - a.score);
      const rest = apart ? [] : sorted.slice(4);
      found.append(make("h2", {}, make("a", { href: page.href }, marked(page.title, terms))));
      if (apart) found.append(make("p", {}, say("On this page, in other words or places.")));
      if (sorted[0]) found.append(list(sorted.slice(0, apart ? 2 : 4), page));
      if (!rest[0]) continue;
      const more = make("details", {}, make("summary", {}, say("{count} more here", rest.length)));
      more.ontoggle = () => more.children[1] || more.append(list(rest, page));
      found.append(more);
    }
    next.hidden = at >= shown.length;
    if (before) found.children[before].firstChild.focus();
  };
  const held = document.activeElement.href; // who has gone on to a result stays on it when more are found
  found.replaceChildren();
  tip.hidden = finds;
  const none = some ? ` ${say("No place has all of these words.")}` : "";
  said.textContent = query && `${finds ? say("{count} found", finds) : say("Nothing found")}.${none}`;
  await next.onclick();
  if (held) [...found.querySelectorAll("a")].find(({ href }) => href === held)?.focus();
};
const link = (query) => make("a", { href: `?q=${encodeURIComponent(query)}` }, query);
const search = async () => {
  const [query, mine] = [box.value.trim(), ++turn];
  found.ariaBusy = true;
  asked.set("q", query);
  history.replaceState(null, "", address);
  let [result, other] = [query ? answer(query) : { shown: [] }, query];
  if (query && index.files) {
    if (result.shown[0]) show(query, result);
    await rest;
    if (mine !== turn) return; // a later one is on its way
    result = answer(query);
  }
  for (const { word } of (!result.shown[0] && result.unknown) || []) other = fold(other).replace(regex(BEFORE + word + AFTER), nearest(word));
  const instead = other !== query && answer(other);
  const told = instead?.shown?.[0];
  const done = told ? show(other, instead) : show(query, result);
  const [before, after] = say("Nothing has “{query}”. This is what has “{other}”.").replace("{query}", query).split("{other}");
  if (told) said.replaceChildren(before, link(other), after, ` ${said.textContent}`);
  await done;
  return mine;
};
const theirs = Search.performSearch;
const start = () => search().then((mine) => {
  if (mine !== turn) return;
  found.ariaBusy = false;
  document.querySelector("#search-results")?.remove(); // Sphinx's own
}, () => (found.replaceChildren(), theirs(box.value), load("searchindex.js")));
let timer;
Search.performSearch = start;
form.oninput = () => (clearTimeout(timer), (timer = setTimeout(start, 40)));
form.onsubmit = (event) => (event.preventDefault(), clearTimeout(timer), start());
/* Up and down go through what is found, Esc goes back. */
form.parentElement.onkeydown = (event) => {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && event.target !== box) box.focus();
  if (!way) return;
  const links = [box, ...all("a, summary, :scope > button", form.parentElement).filter((each) => each.checkVisibility())];
  event.preventDefault();
  links[Math.max(0, links.indexOf(event.target) + way)]?.focus();
};
tip.append(...index.examples.flatMap((each, at) => [at ? ", " : "", link(each)]), ".");
tip.hidden = asked.get("q");
}
