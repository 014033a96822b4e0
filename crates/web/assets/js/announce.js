// Says things to whoever cannot see them, in the polite region of the page.
const QUIET = 20000;
let last = -QUIET;
let timer = 0;
let pending = [];

export function say(text) {
  const region = document.getElementById("announcer");
  if (region) region.textContent = text;
}

function tell() {
  timer = 0;
  last = performance.now();
  const region = document.getElementById("announcer");
  const [only] = pending;
  const count = String(pending.length);
  if (region) say(count === "1" ? region.dataset.one.replace("{}", only) : region.dataset.more.replace("{}", count));
  pending = [];
}

const words = (row) => (row.querySelector("a, strong, summary, p") ?? row).textContent.trim();

// Rows that have come are told together, at most once in twenty seconds.
export function tellNew(rows) {
  pending.push(...rows.map(words).filter(Boolean));
  if (!pending.length || timer) return;
  timer = setTimeout(tell, Math.max(0, last + QUIET - performance.now()));
}
