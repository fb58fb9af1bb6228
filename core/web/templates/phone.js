(function () {
  var live = document.getElementById("live"), stale = document.getElementById("stale"), timer = 0, asking = false;
  function later() {
    asking = false;
    clearTimeout(timer);
    var every = +live.getAttribute("data-every");
    if (every) { timer = setTimeout(look, every * 1000); }
  }
  function failed() { stale.hidden = false; later(); }
  function shown(text) {
    var page = document.implementation.createHTMLDocument("");
    page.documentElement.innerHTML = text;
    var fresh = page.getElementById("live");
    if (!fresh) { failed(); return; }
    var state = fresh.getAttribute("data-state"), called = state === "called" && live.getAttribute("data-state") !== state;
    live.innerHTML = fresh.innerHTML;
    live.setAttribute("data-state", state);
    live.setAttribute("data-every", fresh.getAttribute("data-every"));
    document.title = page.title;
    stale.hidden = true;
    // A browser lets a page shake the phone once somebody has touched it.
    var touched = !navigator.userActivation || navigator.userActivation.hasBeenActive;
    if (called && touched && navigator.vibrate) { navigator.vibrate([400, 200, 400]); }
    later();
  }
  function look() {
    if (asking) { return; }
    asking = true;
    var ask = new XMLHttpRequest();
    ask.open("GET", location.href);
    ask.timeout = 10000;
    ask.onload = function () { if (ask.status === 200) { shown(ask.responseText); } else { failed(); } };
    ask.onerror = ask.ontimeout = failed;
    ask.send();
  }
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && +live.getAttribute("data-every")) { look(); }
  });
  later();
})();
