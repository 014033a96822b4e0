// Puts a macro into the text without leaving the page: the form is asked for with the macro in it,
// and the field, what is wrong with it, and the list of what follows are taken over.
import { say } from "./announce.js";
import { each } from "./bind.js";
import { typed } from "./typed.js";

const part = (page, name) => page.querySelector(name);
const field = (page) => part(page, "textarea[name=body]")?.closest(".field");

async function filled(button) {
  const { form } = button;
  const fields = new URLSearchParams(typed(form, button));
  const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "error" });
  if (![200, 422].includes(answer.status)) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function swap(before, after) {
  if (!before || !after) return;
  before.replaceWith(after);
  after.dispatchEvent(new CustomEvent("fresh", { bubbles: true }));
}

function take(page, button) {
  swap(field(document), field(page));
  swap(part(document, "#macro-acts"), part(page, "#macro-acts"));
  const text = part(document, "textarea[name=body]");
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
  button.form.elements.macro_chosen.value = "";
  say(part(page, ".field-error")?.textContent ?? button.dataset.done);
}

function start(button) {
  button.addEventListener("click", async (event) => {
    if (!button.form.elements.macro_chosen.value || button.dataset.plainly) return;
    event.preventDefault();
    try {
      take(await filled(button), button);
    } catch {
      // The page itself says what is wrong.
      button.dataset.plainly = "1";
      button.form.requestSubmit(button);
    }
  });
}

export const attach = (root) => each(root, "button[name=insert_macro]", start);
