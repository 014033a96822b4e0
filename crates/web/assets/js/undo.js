// The bar under which what was just sent can be taken back: the seconds run, and a key does it.
import { each } from "./bind.js";
import { say } from "./announce.js";

const SAID = "baton:undo";

// Told once for each message, on whatever page it is first seen.
function tell(bar, action) {
  if (sessionStorage.getItem(SAID) === action) return;
  sessionStorage.setItem(SAID, action);
  setTimeout(() => say(bar.dataset.say), 500);
}

function isWriting(target) {
  return target.matches?.("input, textarea, select, [contenteditable]") && target.value !== "";
}

function start(bar) {
  const form = bar.querySelector("form");
  const left = bar.querySelector(".undo-left");
  const end = performance.now() + Number(bar.dataset.undo);
  const count = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds > 0) left.textContent = bar.dataset.left.replace("{}", seconds);
    else stop();
  };
  const key = (event) => {
    const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!undo || isWriting(event.target)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  const timer = setInterval(count, 250);
  function stop() {
    clearInterval(timer);
    document.removeEventListener("keydown", key);
    const focused = bar.contains(document.activeElement);
    bar.remove();
    if (focused) document.getElementById("main")?.focus();
  }
  document.addEventListener("keydown", key);
  tell(bar, form.action);
  count();
}

export const attach = (root) => each(root, "[data-undo]", start);
