// Presses the control of a key: the one in the row that has the focus, else the first of the page.

const control = (press) => {
  const name = `[data-press="${press.replace(/["\\]/g, "\\$&")}"]`;
  const row = document.activeElement?.closest(".row, .case-row");
  const found = row?.querySelector(name) ?? document.querySelector(name);
  return found?.matches(".keyed") ? found.querySelector("a, button") : found;
};

export const press = (keys) => {
  const found = control(keys);
  if (!found) return false;
  if (found.matches("input, select, textarea")) found.focus();
  else {
    // Whoever came to a form by key goes on typing.
    if (found.matches("a") && keys !== "Mod+k") sessionStorage.setItem("by-key", "1");
    found.click();
  }
  return true;
};

