// What textual.js leaves undone: typing at once, without a click, and a way to begin again.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const again = document.getElementById("again");
  again.addEventListener("click", () => window.location.reload());

  let begun = false;
  new MutationObserver(() => {
    const classes = document.body.classList;
    if (classes.contains("-closed")) {
      again.focus();
    } else if (classes.contains("-first-byte") && !begun) {
      begun = true;
      document.querySelector(".xterm-helper-textarea").focus();
    }
  }).observe(document.body, { attributeFilter: ["class"] });
});
