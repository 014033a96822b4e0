// Saves what somebody writes while they write: on the server, and in this browser in case that fails.
import { each } from "./bind.js";
import * as copies from "./copies.js";
import { offer } from "./offer.js";
import { saver } from "./saver.js";

function start(field) {
  const { form, dataset } = field;
  const key = copies.key(dataset.draft, field.value);
  const note = Object.assign(document.createElement("p"), { className: "muted draft-note" });
  const { save, change, stop } = saver(field, key, (text) => (note.textContent = text));

  // A save that is under way must not come after what is sent, or the draft would outlive it.
  function submit(event) {
    const saving = stop();
    copies.leaving(key);
    if (!saving) return;
    event.preventDefault();
    saving.finally(() => form.requestSubmit(event.submitter));
  }

  // What changes on the page meanwhile leaves it alone.
  note.dataset.keep = "";
  form.append(note);
  form.addEventListener("input", change);
  form.addEventListener("focusout", save);
  form.addEventListener("submit", submit);
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  copies.onlyOf(dataset.draft);
  const copy = copies.unsaved(key);
  if (document.querySelector(".error-summary")) change();
  else if (copy) offer(field, copy, () => copies.drop(key), change);
}

export const attach = (root) => each(root, "input[data-draft]", start);
