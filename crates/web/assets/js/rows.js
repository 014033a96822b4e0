// The rows of the lists of a page: the focus is on the link of the current one.

const links = () => [...document.querySelectorAll("main .rows .row-subject a")];

const here = (all) => {
  const row = document.activeElement?.closest(".row");
  return all.findIndex((link) => link === document.activeElement || link.closest(".row") === row);
};

export const move = (step) => {
  const all = links();
  if (!all.length) return false;
  const at = here(all);
  const to = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  const link = all[Math.max(0, Math.min(all.length - 1, to))];
  link.focus();
  link.closest(".row").scrollIntoView({ block: "nearest" });
  return true;
};

// Ticks the current row, where its list has boxes.
export const tick = () => {
  const box = document.activeElement?.closest(".rows > li")?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
};
