/* Search by provision; see reading/search.py. */
{
  const { pages: known, agreements, labels, words } = whereasSearch;
  const [, said, tip, found, next] = document.querySelector("#wh-search").children;
  const { make, say } = whereas;
  const load = (name) => new Promise((done, fail) => {
    const src = `${document.documentElement.dataset.content_root}_search/${encodeURI(name).replace(/#/g, "%23")}.js`;
    document.head.append(make("script", { src, onload: () => done(whereasPage), onerror: fail }));
  });

  // "§ 7 Abs. 2 b" is "7 2 b"; "paragraph 2 of Schedule 1" is "2 schedule 1"
  const number = (text = "") => (text.toLowerCase().match(/\p{L}+|\d+/gu) || [])
    .filter((part) => !words.includes(part)).join(" ").replace(/\b0+\B/g, "");
  const isNumber = (text) => /[\d(]|\S\s+\S/.test(text) && number(text).split(" ")
    .every((part) => labels.includes(part) || /^(\d+|[ivxlc]+|(.)\2*)$/.test(part));

  const search = async (query, wanted) => {
    const { docnames, titles, terms, titleterms } = Search._index;
    const title = (name) => titles[docnames.indexOf(name)];
    const roots = splitQuery(query.toLowerCase())
      .filter((word) => ![...stopwords].includes(word))
      .map((word) => new Stemmer().stemWord(word).replace(/(?<=...)[ei]$/, ""));
    const start = (some) => new RegExp(`(?<![\\p{L}\\p{N}_])((?:${some})[\\p{L}\\p{N}_]*)`, "iu");
    const each = roots.map(start);
    const any = wanted ? /($^)/ : start(roots.join("|") || "$^");
    const has = (text = "") => each.every((root) => root.test(text));
    const index = [terms, titleterms].flatMap(Object.entries);
    const sets = roots.filter((root) => /\D/.test(root))
      .map((root) => new Set(index.flatMap(([term, at]) => (term.startsWith(root) ? at : []))));
    const pages = wanted ? agreements : known
      .filter((name) => roots[0] && sets.every((set) => set.has(docnames.indexOf(name))))
      .sort((a, b) => has(title(b)) - has(title(a)));

    const marked = (text, tag = "span") => {
      const from = text.lastIndexOf(" ", text.search(any) - 80) + 1;
      const parts = text.slice(from).replace(/^(.{300}\S*).+/s, "$1 …").split(any);
      return make(tag, {}, from ? "… " : "", ...parts.map((part, at) => (at % 2 ? make("mark", {}, part) : part)));
    };
    const list = (finds, page) => make("ul", {}, ...finds.map(([at, is, name = "", text = ""]) => make("li", {},
      at && make("a", { href: `${page}#${at}` }, make("b", {}, is), " ", marked(name)), marked(text, "p"))));

    let [at, places] = [0, 0];
    next.onclick = async () => {
      const [before, names] = [found.children.length, pages.slice(at, (at += 20))];
      (await Promise.all(names.map(load))).forEach(([page, all], nth) => {
        const finds = all.filter(([, is, name, text, inward]) =>
          wanted ? [is, inward].map(number).includes(wanted) : has(`${name} ${text}`));
        if (wanted && !finds[0]) return;
        places += finds.length || 1;
        const rest = finds.sort((a, b) => has(b[2]) - has(a[2])).splice(4);
        found.append(make("h2", {}, make("a", { href: page }, marked(title(names[nth])))),
          finds[0] ? list(finds, page) : say("On this page, in other words or places."));
        if (rest[0]) found.append(make("details", {}, make("summary", {}, say("{count} more here", rest.length)), list(rest, page)));
      });
      next.hidden = at >= pages.length;
      if (/^\d+$/.test(wanted) && !places && next.hidden) return search(query);
      tip.hidden = places;
      const so = places ? say("{count} found", places) : say("Nothing found");
      said.textContent = so + (next.hidden ? "." : ` ${say("so far; {count} pages to go.", pages.length - at)}`);
      if (before) found.children[before]?.firstChild.focus();
    };
    await next.onclick();
  };
  const theirs = Search.query;
  Search.query = (query) =>
    search(query, isNumber(query) && number(query))
      .then(() => Search.stopPulse(document.querySelector("#search-results").remove()), () => theirs(query));
}
