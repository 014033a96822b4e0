// A line of the command bar, and what it does.

const acts = new WeakMap();

export const option = (text, what, key, act) => {
  const line = document.createElement("li");
  const part = (name, words) => {
    const span = document.createElement("span");
    span.className = name;
    span.append(words);
    return span;
  };
  line.append(part("go-text", text), " ", part("go-what", what ?? ""), " ");
  if (key) line.append(key);
  acts.set(line, act);
  return line;
};

export const run = (line) => acts.get(line)?.();
