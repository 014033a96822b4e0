// What a change of the page must not touch, because a person is at it.
const CONTROLS = "input:not([type=hidden]), textarea, select";

function isChanged(control) {
  if (control.matches("select")) {
    const first = Math.max(0, [...control.options].findIndex((option) => option.defaultSelected));
    return !control.multiple && control.options.length > 0 && control.selectedIndex !== first;
  }
  if (["checkbox", "radio"].includes(control.type)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

const isInUse = (control) => control === document.activeElement || isChanged(control);

// A form is one thing: where one of its controls is in use, all of it stays. So does what says so
// itself, with `data-keep`, and a control that was changed outside of a form.
export function isKept(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  if (node.matches("[data-keep]")) return true;
  if (node.matches("form")) return [...node.querySelectorAll(CONTROLS)].some(isInUse);
  return node.matches(CONTROLS) ? isInUse(node) : false;
}

// The same for what is about to go: a form in use stays though the page has it no longer.
export function holdsKept(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return isKept(node) || [...node.querySelectorAll(`form, [data-keep], ${CONTROLS}`)].some(isKept);
}

// What somebody opened or closed stays so.
export const isOpened = (attribute, node) =>
  attribute === "open" && node.matches("details, dialog");
