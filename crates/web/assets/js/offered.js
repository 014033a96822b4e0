// What the page itself offers: its links and buttons, with the keys that press them.

const ACTS = "main .buttons a, main .buttons button, main .acts a, main [data-press], aside [data-press]";

const cap = (key) => {
  const shown = document.createElement("kbd");
  shown.textContent = key;
  return shown;
};

export const offered = () => {
  const seen = new Set();
  return [...document.querySelectorAll(ACTS)].flatMap((found) => {
    const control = found.matches("a, button") ? found : found.querySelector("a, button");
    if (!control || seen.has(control) || control.closest(".row, dialog")) return [];
    seen.add(control);
    const key = control.closest("[data-press]")?.dataset.press;
    const text = control.textContent.trim();
    return [{ text, key: key && key.length === 1 ? cap(key) : null, act: () => control.click() }];
  });
};
