// Offers whom a note can name while a name is typed after an @: arrows choose, Enter or Tab writes,
// Esc closes, and the field keeps the focus.
import { say } from "./announce.js";
import { each } from "./bind.js";
import { lines, typed, write } from "./naming.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

function start(field) {
  const { words, none } = field.closest("[data-mentions]").dataset;
  const list = Object.assign(document.createElement("ul"), { className: "go-list mention-list", id: `${field.id}-names`, hidden: true });
  for (const [name, value] of [["role", "listbox"], ["aria-label", words]]) list.setAttribute(name, value);
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  let [at, turn, written] = [0, 0, null];

  const mark = (to) => {
    const all = [...list.children];
    at = (to + all.length) % all.length;
    all.forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
    field.setAttribute("aria-activedescendant", all[at].id);
  };
  const close = () => {
    turn += 1; // What is still on its way comes too late.
    list.hidden = true;
    for (const name of ["aria-activedescendant", "aria-controls"]) field.removeAttribute(name);
  };
  const choose = (line) => {
    written = `${line.dataset.name} `;
    write(field, line.dataset.name);
  };
  const look = async () => {
    const words = typed(field);
    if (words === null || words === written) return close();
    const own = ++turn;
    const found = await lines(words).catch(() => []);
    if (own !== turn) return;
    if (!found.length) return close();
    found.forEach((one, n) => Object.assign(one, { role: "option", id: `${list.id}-${n}` }));
    if (list.hidden) say(words.trim() ? found[0].dataset.name : none);
    list.replaceChildren(...found);
    list.hidden = false;
    field.setAttribute("aria-controls", list.id);
    mark(0);
  };
  for (const [name, act] of [["input", look], ["blur", close]]) field.addEventListener(name, act);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey) return;
    if (STEPS[event.key]) mark(at + STEPS[event.key]);
    else if (["Enter", "Tab"].includes(event.key)) choose(list.children[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => choose(event.target.closest("li")));
}

export const attach = (root) => each(root, "[data-mentions] textarea", start);
