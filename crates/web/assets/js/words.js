// Looks at the words of a field while they are written, and shows beside it what is worth another
// look. What somebody has dismissed stays away for as long as the page is open.
import { each } from "./bind.js";
import { post } from "./post.js";

const PAUSE = 900;
const place = location.pathname.match(/^\/(case|request)s\/(C-\d+\/\d+|[^/]+)/);
const inside = ["note", "call", "inbound"];

const dated = (form) =>
  [...form.elements].some(
    ({ name, value, type, checked }) => /^needed_by(\.|$)/.test(name) && value && (type !== "radio" || checked),
  );

function about(field) {
  const fields = { kind: field.dataset.words, text: field.value };
  if (place) fields[place[1]] = decodeURIComponent(place[2]);
  if (dated(field.form)) fields.dated = "true";
  return fields;
}

function start(field) {
  const beside = field.closest(".field")?.querySelector(".advice");
  if (!beside || inside.includes(field.form.elements.kind?.value)) return;
  const dropped = new Set();
  let waiting = 0;

  const tidy = () => {
    for (const finding of beside.querySelectorAll("[data-finding]")) {
      if (dropped.has(finding.dataset.finding)) finding.remove();
      else if (!finding.querySelector(".finding-drop")) finding.append(button(finding));
    }
    if (!beside.querySelector("[data-finding]")) beside.replaceChildren();
  };
  const button = (finding) => {
    const drop = document.createElement("button");
    Object.assign(drop, { type: "button", className: "button small finding-drop", textContent: "Dismiss" });
    drop.addEventListener("click", () => {
      dropped.add(finding.dataset.finding);
      tidy();
      field.focus();
    });
    return drop;
  };
  const look = async () => {
    const text = field.value;
    if (!text.trim()) return beside.replaceChildren();
    const answer = await post("/writing-help", about(field), { "x-quiet": "1" }).catch(() => null);
    if (!answer?.ok || text !== field.value) return;
    beside.innerHTML = await answer.text();
    tidy();
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  tidy();
}

export const attach = (root) => each(root, "textarea[data-words]", start);
