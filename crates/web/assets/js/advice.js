// While a request is written, what is advised on it stands beside it: facts of the log, and words
// that may be more. What a person is at is left alone, and nothing is ticked but by them.
import { each } from "./bind.js";
import { post } from "./post.js";
import { typed } from "./typed.js";

const PAUSE = 900;
const SENT = ["to", "service", "mode", "needed_by", "needed_by_reason", "emergency", "need", "why", "background", "level"];

function written(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of typed(form)) {
    if (SENT.includes(name) || name === "facts") if (value) fields.append(name, value);
  }
  return fields;
}

function start(part) {
  const form = part.closest("form");
  let waiting = 0;
  let known = "";
  const look = async () => {
    const fields = written(form);
    if (String(fields) === known) return;
    known = String(fields);
    const answer = await post(part.dataset.advice, fields, { "x-quiet": "1" }).catch(() => null);
    if (!answer?.ok || known !== String(written(form))) return;
    const at = document.activeElement?.closest("[data-advice]") === part ? document.activeElement.value : null;
    const open = part.querySelector("details")?.open;
    part.innerHTML = await answer.text();
    if (open) part.querySelector("details").open = true;
    if (at) part.querySelector(`input[value="${CSS.escape(at)}"]`)?.focus();
  };
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, PAUSE);
    });
  }
}

export const attach = (root) => each(root, "[data-advice]", start);
