// Boxes of a list: a click with Shift ticks all between, and one button ticks the page.
import { each } from "./bind.js";

const boxes = (form) => [...form.querySelectorAll(".tickable > input[type=checkbox]")];

function start(form) {
  let last = null;
  form.addEventListener("click", (event) => {
    const all = boxes(form);
    const at = all.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && last !== null) {
      const [from, to] = [Math.min(last, at), Math.max(last, at)];
      for (const box of all.slice(from, to + 1)) box.checked = event.target.checked;
    }
    last = at;
  });
  const whole = form.querySelector("[data-press='*']");
  if (!whole) return;
  whole.hidden = false;
  whole.addEventListener("click", () => {
    const all = boxes(form);
    const tick = all.some((box) => !box.checked);
    for (const box of all) box.checked = tick;
  });
}

export const attach = (root) => each(root, "form.ticking", start);
