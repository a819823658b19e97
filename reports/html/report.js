// Filters the findings; on the maps finds a party, lights its flows, tells
// of them. Without it everything is shown.
(() => {
  "use strict";
  const all = (what, from) => [...(from || document).querySelectorAll(what)];
  const byId = (id) => document.getElementById(id);
  const words = (text) => text.toLowerCase().trim().split(/\s+/);
  const holds = (text, wanted) => wanted.every((w) => text.includes(w));

  // Findings.
  const find = byId("find"), rule = byId("by-rule"), party = byId("by-party");
  const boxes = all("#tools input[type=checkbox]");
  const rules = all(".rule"), folds = all(".rule .more");
  const items = rules.flatMap((r) => all("li[data-severity]", r).map((li) => ({
    li, rule: r.dataset.rule, parties: li.dataset.parties.split(" "),
    text: (r.querySelector("h3").textContent + " " + li.textContent).toLowerCase(),
  })));

  function filter() {
    const wanted = words(find.value), on = boxes.filter((b) => b.checked).map((b) => b.value);
    for (const i of items) {
      i.li.hidden = !(on.includes(i.li.dataset.severity) && (i.rule === rule.value || !rule.value) &&
        (!party.value || i.parties.includes(party.value)) && holds(i.text, wanted));
    }
    const n = items.filter((i) => !i.li.hidden).length;
    rules.concat(folds).forEach((e) => { e.hidden = !e.querySelector("li[data-severity]:not([hidden])"); });
    if (find.value || rule.value || party.value) folds.forEach((d) => { d.open = true; });
    byId("found").textContent = n === items.length ? "" : n + " of " + items.length + " findings shown";
  }

  function showAll(of) {
    find.value = rule.value = "";
    party.value = of || "";
    boxes.forEach((b) => { b.checked = true; });
    filter();
  }

  if (items.length) {
    [find, rule, party].concat(boxes).forEach((e) => e.addEventListener("input", filter));
    byId("all").addEventListener("click", () => showAll());
    byId("tools").hidden = false;
  }

  // The end of a link is never folded nor filtered away.
  function reveal(id) {
    const to = id && byId(id);
    if (!to) return;
    if (to.closest("[hidden]")) showAll();
    for (let d = to; d; d = d.parentElement) if (d.matches("details")) d.open = true;
  }
  const arrive = () => reveal(location.hash.slice(1));
  arrive();
  addEventListener("hashchange", arrive);

  // Maps.
  const cards = all("[data-card]").map((card) => ({
    card, id: card.dataset.card, name: card.querySelector(".name").textContent,
    text: (card.querySelector("summary").textContent + " " + card.dataset.also).toLowerCase(),
  }));
  const onMap = new Map(), entry = ".row, .node[data-party], .node[data-parties]";

  function setUp(figure) {
    const [scroll, svg, panel, seek, hits, size] = [".scroll", "svg", ".panel", "input", ".hits", "output"].map((q) => figure.querySelector(q));
    const hint = panel.firstElementChild;
    const edges = all(".edge", svg), rows = all(entry, svg);
    const ids = (g) => (g.dataset.party || g.dataset.parties || "").split(" ");
    let chosen = null, sought = null, zoom = 1, natural = 0;

    // A row lights with all rows of its party, the lines that reach or leave
    // it, and their senders.
    function light(row) {
      const own = row && row.dataset.party;
      const mine = rows.filter((r) => r === row || own && ids(r).includes(own));
      const lines = edges.filter((e) => mine.some((r) => r.dataset.group === e.dataset.group) || own && own === e.dataset.from);
      const lit = mine.concat(lines, rows.filter((r) => r.dataset.party && lines.some((e) => e.dataset.from === r.dataset.party)));
      edges.concat(rows).forEach((g) => g.classList.toggle("lit", lit.includes(g)));
      svg.classList.toggle("lighted", !!row);
      rows.forEach((r) => r.setAttribute("aria-pressed", r === chosen));
      tell(row);
    }

    function add(kind, text, to) {
      const e = document.createElement(kind);
      e.textContent = text;
      to.append(e);
      return e;
    }
    const links = (found, to) => found.forEach((c) => { add("a", c.name, add("li", "", to)).href = "#" + c.card.id; });

    function tell(row) {
      const own = !row ? [] : sought ? [sought] : cards.filter((c) => ids(row).includes(c.id));
      panel.replaceChildren();
      figure.classList.toggle("told", !!row);
      if (!row) return panel.append(hint);
      const one = own.length === 1;
      add("h3", one ? own[0].name : "On the map", panel);
      if (one) return panel.append(own[0].card.querySelector(".body").cloneNode(true));
      add("p", row.querySelector("title").textContent, panel);
      links(own, add("ul", "", panel));
    }

    // who: the one meant of several
    function choose(row, quietly, who) {
      if (row) {
        rows.forEach((r) => r.setAttribute("tabindex", r === row ? 0 : -1));
        if (!quietly) row.focus();
      }
      chosen = row;
      sought = row && who;
      light(row);
    }

    function resize(by) {
      natural ||= svg.getBoundingClientRect().width;
      const across = scroll.scrollLeft / scroll.scrollWidth, down = scroll.scrollTop / scroll.scrollHeight;
      zoom = by ? Math.min(5, Math.max(0.4, zoom * 1.25 ** by)) : Math.min(1, (scroll.clientWidth - 20) / natural);
      Object.assign(svg.style, { minWidth: "0", maxWidth: "none", width: natural * zoom + "px" });
      figure.classList.add("zoomed");
      scroll.scrollLeft = across * scroll.scrollWidth;
      scroll.scrollTop = down * scroll.scrollHeight;
      size.textContent = Math.round(zoom * 100) + " %";
    }

    // Keys
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const zooms = { "+": 1, "=": 1, "-": -1, 0: 0 };
    figure.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey) return;
      const at = rows.indexOf(e.target);
      if (e.key === "Escape") {
        if (chosen && panel.contains(e.target)) chosen.focus();
        return choose(null);
      }
      if (e.key in zooms && scroll.contains(e.target)) resize(zooms[e.key]);
      else if (at >= 0 && e.key in steps) choose(rows[Math.min(rows.length - 1, Math.max(0, at + steps[e.key]))]);
      else if (at >= 0 && /^( |Enter)$/.test(e.key)) panel.focus();
      else return;
      e.preventDefault();
    });
    scroll.addEventListener("focusin", (e) => { if (rows.includes(e.target)) choose(e.target, true); });
    svg.addEventListener("click", (e) => choose(e.target.closest(entry)));
    rows.forEach((r) => r.addEventListener("pointerenter", () => { if (!chosen) light(r); }));
    figure.addEventListener("pointerleave", () => { if (!chosen) light(null); });

    seek.addEventListener("input", () => {
      const wanted = words(seek.value), found = seek.value ? cards.filter((c) => holds(c.text, wanted)) : [];
      rows.forEach((r) => r.classList.toggle("hit", found.some((c) => ids(r).includes(c.id))));
      hits.textContent = seek.value ? found.length + " found" : "";
      links(found.slice(0, 5), add("ul", "", hits));
      choose(rows.find((r) => r.matches(".hit")) || null, true, found.length === 1 && found[0]);
    });
    seek.addEventListener("keydown", (e) => { if (e.key === "Enter" && chosen) choose(chosen, false, sought); });
    all("button[data-zoom]", figure).forEach((b) => b.addEventListener("click", () => resize(Number(b.dataset.zoom))));

    // A map wider than the screen starts at its recipients.
    const start = () => { scroll.scrollLeft += (rows.find((r) => r.matches(".row")) || svg).getBoundingClientRect().left - scroll.getBoundingClientRect().left - 70; };
    const fold = figure.closest("details");
    if (fold) fold.addEventListener("toggle", start, { once: true });
    start();

    svg.setAttribute("role", "group");
    rows.forEach((r, i) => {
      r.setAttribute("role", "button");
      r.setAttribute("tabindex", i ? -1 : 0);
      if (!fold) ids(r).forEach((id) => { if (!onMap.has(id)) onMap.set(id, () => choose(r, false, cards.find((c) => c.id === id))); });
    });
    light(null);
  }
  all(".scripted").forEach((e) => { e.hidden = false; });
  all("figure.map").forEach(setUp);
  all("[data-light]").forEach((b) => { b.hidden = !onMap.has(b.dataset.light); });

  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[href^='#']"), button = e.target.closest("button");
    if (link) reveal(link.hash.slice(1));
    if (!button) return;
    if (button.dataset.who) {
      showAll(button.dataset.who);
      party.focus();
    }
    if (button.dataset.light) onMap.get(button.dataset.light)();
  });
})();
