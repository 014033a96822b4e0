// What the page itself offers: its links and buttons, with the keys that press them.

const ACTS = "main .buttons a, main .buttons button, main .acts a, main [data-press], aside [data-press]";

const cap = (key) => {
  const shown = document.createElement("kbd");
  shown.textContent = key;
  return shown;
};

// Each macro of a form, to be put in by its name.
const macros = () =>
  [...document.querySelectorAll("select[name=macro_chosen] option[value]:not([value=''])")].map((one) => {
    const list = one.closest("select");
    const act = () => {
      list.value = one.value;
      list.form.elements.insert_macro.click();
    };
    return { text: `${list.dataset.offered}: ${one.textContent}`, key: null, act };
  });

export const offered = () => {
  const seen = new Set();
  const controls = [...document.querySelectorAll(ACTS)].flatMap((found) => {
    const control = found.matches("a, button") ? found : found.querySelector("a, button");
    if (!control || seen.has(control) || control.closest(".row, dialog")) return [];
    seen.add(control);
    const key = control.closest("[data-press]")?.dataset.press;
    const text = control.textContent.trim();
    return [{ text, key: key && key.length === 1 ? cap(key) : null, act: () => control.click() }];
  });
  return [...controls, ...macros()];
};
