const started = new WeakMap();

// Calls `start` once for every element at or below the root that fits, whenever that is attached.
export function each(root, selector, start) {
  if (!started.has(start)) started.set(start, new WeakSet());
  const known = started.get(start);
  const fits = [...root.querySelectorAll(selector)];
  if (root.matches?.(selector)) fits.unshift(root);
  for (const one of fits) {
    if (known.has(one)) continue;
    known.add(one);
    start(one);
  }
}
