// A text field with a list below it: arrows choose, Enter runs, and the field keeps the focus.

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export const combobox = (input, list, run) => {
  let at = 0;
  const mark = (to) => {
    const all = [...list.querySelectorAll("[role=option]")];
    at = all.length ? (to + all.length) % all.length : 0;
    all.forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
    const chosen = all[at];
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
    return chosen;
  };
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "true");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  list.setAttribute("role", "listbox");
  input.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step && event.key !== "Enter") return;
    event.preventDefault();
    const chosen = mark(at + (step ?? 0));
    if (!step && chosen) run(chosen);
  });
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    event.preventDefault();
    if (chosen) run(chosen);
  });
  return (options) => {
    options.forEach((one, n) => {
      one.setAttribute("role", "option");
      one.id = `${list.id}-${n}`;
    });
    list.replaceChildren(...options);
    mark(0);
  };
};
