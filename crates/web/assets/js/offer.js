// Offers what was typed before, and is in this browser only.
const button = (text, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: text });
  made.addEventListener("click", act);
  return made;
};

function fill(form, typed) {
  for (const control of form.elements) {
    if (!control.name || control.type === "hidden" || control.type === "submit") continue;
    const values = typed.filter(([name]) => name === control.name).map(([, value]) => value);
    if (["checkbox", "radio"].includes(control.type)) control.checked = values.includes(control.value);
    else if (values.length) control.value = values[0];
  }
}

export function offer(field, copy, discard, changed) {
  const { form, dataset } = field;
  const clock = new Date(copy.at).toTimeString().slice(0, 5);
  const words = Object.assign(document.createElement("p"), { textContent: dataset.copyWords.replace("{}", clock) });
  const acts = Object.assign(document.createElement("div"), { className: "draft-acts" });
  const notice = Object.assign(document.createElement("div"), { className: "notice know draft" });
  const restore = () => {
    fill(form, copy.typed);
    notice.remove();
    changed();
    form.querySelector("textarea")?.focus();
  };
  const forget = () => {
    discard();
    notice.remove();
  };
  acts.append(button(dataset.restoreWords, restore), button(dataset.discardWords, forget));
  notice.append(words, acts);
  form.before(notice);
}
