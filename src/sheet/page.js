(function () {
  "use strict";
  var main = document.querySelector("main"), tools = document.getElementById("tools");
  var cards = Array.prototype.slice.call(document.querySelectorAll("article"));
  var homes = cards.map(function (card) { return card.parentNode; });
  var heads = document.querySelectorAll("section > h2");
  var sort = document.getElementById("sort"), find = document.getElementById("find");
  function key(card, name) {
    var cell = card.querySelector("[data-c='" + name + "']");
    return cell ? cell.textContent.trim() : "";
  }
  function arrange() {
    var name = sort.value, order = cards.slice();
    if (name) {
      order.sort(function (a, b) {
        var x = key(a, name), y = key(b, name);
        return !x - !y || x.localeCompare(y, undefined, { numeric: true }) || cards.indexOf(a) - cards.indexOf(b);
      });
      order.forEach(function (card) { main.appendChild(card); });
    } else {
      cards.forEach(function (card, i) { homes[i].appendChild(card); });
    }
    heads.forEach(function (head) { head.hidden = !!name; });
  }
  function filter() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    cards.forEach(function (card) {
      var text = card.textContent.toLowerCase();
      card.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
    });
  }
  sort.addEventListener("change", arrange);
  find.addEventListener("input", filter);
  tools.hidden = false;
})();
