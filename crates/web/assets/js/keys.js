// Keys press the controls that carry them in data-press; nothing can be done by key alone.
import { press } from "./press.js";
import { move, tick } from "./rows.js";

const WAIT = 1500;
let first = "";
let timer = 0;

const typing = (at) => at.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])");

const single = (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const keys = first ? `${first} ${key}` : key;
  clearTimeout(timer);
  first = "";
  if (key === "g" && keys === "g") {
    first = "g";
    timer = setTimeout(() => (first = ""), WAIT);
    return true;
  }
  if (key === "j" || key === "k") return move(key === "j" ? 1 : -1);
  if (key === "x" && tick()) return true;
  return press(keys);
};

const down = (event) => {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
  const mod = event.ctrlKey || event.metaKey;
  if (mod && event.key === "Enter") return send(event);
  if (mod && event.key.toLowerCase() === "k") return press("Mod+k") && event.preventDefault();
  if (mod || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (event.key === "Escape") return press("Escape");
  if (typing(event.target) || document.documentElement.dataset.keys === "off") return;
  if (event.key.length === 1 && event.key !== " " && single(event)) event.preventDefault();
};

const send = (event) => {
  const form = event.target.closest("form");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button.main, button.grave") ?? undefined);
};

export const attach = (root) => {
  if (root !== document) return;
  document.addEventListener("keydown", down);
  if (sessionStorage.getItem("by-key")) document.querySelector("main form.form .input")?.focus();
  sessionStorage.removeItem("by-key");
};
