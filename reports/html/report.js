// Searches and filters the findings. Without it the page shows them all.
(function () {
  "use strict";
  var tools = document.getElementById("tools");
  var find = document.getElementById("find");
  var found = document.getElementById("found");
  var boxes = Array.from(tools.querySelectorAll("input[type=checkbox]"));
  var rules = Array.from(document.querySelectorAll("article.rule"));
  var items = [];
  rules.forEach(function (rule) {
    var title = rule.querySelector("h3").textContent;
    rule.querySelectorAll("li[data-severity]").forEach(function (li) {
      items.push({ li: li, severity: li.dataset.severity, text: (title + " " + li.textContent).toLowerCase() });
    });
  });
  if (!items.length) return;

  function show() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var on = boxes.filter(function (b) { return b.checked; }).map(function (b) { return b.value; });
    var n = 0;
    items.forEach(function (i) {
      var match = on.indexOf(i.severity) >= 0 && words.every(function (w) { return i.text.indexOf(w) >= 0; });
      i.li.hidden = !match;
      if (match) n++;
    });
    rules.forEach(function (rule) {
      rule.hidden = !rule.querySelector("li[data-severity]:not([hidden])");
      rule.querySelectorAll("details").forEach(function (d) {
        var any = d.querySelector("li[data-severity]:not([hidden])");
        d.hidden = !any;
        if (words.length) d.open = Boolean(any);
      });
    });
    found.textContent = n === items.length ? "" : n + " of " + items.length + " findings shown";
  }

  find.addEventListener("input", show);
  boxes.forEach(function (b) { b.addEventListener("change", show); });
  tools.hidden = false;
})();
