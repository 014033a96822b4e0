// What is typed, as this browser keeps it: for whoever typed it, until it is sent or they sign out.
import { each } from "./bind.js";
import { typed } from "./typed.js";

const OURS = "baton:draft:";
const LEAVING = "baton:leaving";
const KEPT_FOR = 7 * 24 * 3600 * 1000;
const HIDDEN = ["form_token", "draft_place", "seen_version"];

export const key = (person, place) => `${OURS}${person}:${place}`;

const keys = () => Object.keys(localStorage).filter((name) => name.startsWith(OURS));
const read = (name) => JSON.parse(localStorage.getItem(name) ?? "null");

function write(name, copy) {
  try {
    localStorage.setItem(name, JSON.stringify(copy));
  } catch {
    // Full, or not allowed: the server has the other copy.
  }
}

export function put(name, form) {
  write(name, { at: Date.now(), saved: false, typed: typed(form).filter(([field]) => !HIDDEN.includes(field)) });
}

export function saved(name) {
  const copy = read(name);
  if (copy) write(name, { ...copy, saved: true });
}

export function unsaved(name) {
  const copy = read(name);
  if (!copy) return null;
  if (!copy.saved && Date.now() - copy.at < KEPT_FOR) return copy;
  drop(name);
  return null;
}

export const drop = (name) => localStorage.removeItem(name);
export const leaving = (name) => sessionStorage.setItem(LEAVING, name);

// Whoever uses this browser now finds nothing of whoever used it before.
export const onlyOf = (person) => keys().filter((name) => !name.startsWith(`${OURS}${person}:`)).forEach(drop);

// A form that was sent and did not come back was accepted.
function arrived() {
  const name = sessionStorage.getItem(LEAVING);
  if (!name || !document.querySelector("body.desk")) return;
  sessionStorage.removeItem(LEAVING);
  const still = [...document.querySelectorAll("input[data-draft]")].some((field) => key(field.dataset.draft, field.value) === name);
  if (!still) drop(name);
}

const leave = (form) => form.addEventListener("submit", () => keys().forEach(drop));

export function attach(root) {
  if (root === document) arrived();
  each(root, "form[action='/sign-out']", leave);
}
