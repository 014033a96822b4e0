// Brings the parts that are marked as fresh to what a newer showing of the page holds. Whatever has
// not changed stays the same element, and whatever a person is at is left alone.
import { Idiomorph } from "./idiomorph.js";
import { hold } from "./anchor.js";
import { holdsKept, isKept, isOpened } from "./keep.js";

// Rows are known by their keys, each in its own list, so that one which moves is still itself.
function name(part) {
  for (const row of part.querySelectorAll("[data-key]:not([id])")) {
    row.id = `${row.closest("[id]").id}-${row.dataset.key}`;
  }
}

const rows = (part) => [...part.querySelectorAll("[data-key]")];

// Where the row with the focus went, the one that stands there now has it.
function refocus(part, place) {
  if (place < 0 || document.activeElement !== document.body) return;
  const left = rows(part);
  const next = left[Math.min(place, left.length - 1)] ?? part;
  (next.querySelector("a[href], button, summary") ?? document.querySelector("main")).focus();
}

const callbacks = {
  beforeNodeMorphed: (node) => !isKept(node),
  beforeNodeRemoved: (node) => !holdsKept(node),
  beforeAttributeUpdated: (attribute, node) => !isOpened(attribute, node),
};

// Gives the rows that are new.
export function take(page) {
  const added = [];
  const letGo = hold();
  for (const part of document.querySelectorAll("[data-fresh]")) {
    const next = page.getElementById(part.id);
    if (!next) continue;
    name(part);
    name(next);
    const known = new Set(rows(part).map((row) => row.id));
    const place = rows(part).findIndex((row) => row.contains(document.activeElement));
    Idiomorph.morph(part, next, { ignoreActiveValue: true, callbacks });
    refocus(part, place);
    added.push(...rows(part).filter((row) => !known.has(row.id)));
    part.dispatchEvent(new CustomEvent("fresh", { bubbles: true }));
  }
  letGo();
  if (page.title) document.title = page.title;
  return added;
}
