// The name that is being typed after an @, and the list of those whom it can mean.

const place = location.pathname.match(/^\/(case|request)s\/(C-\d+\/\d+|[^/]+)/);
// A letter before the @ makes it an address.
const TYPED = /(?:^|[^\p{L}\p{N}])@((?:[\p{L}\p{N}.'’-]+ ?){0,3})$/u;

/** What stands between the @ and the caret; null where no name is being typed. */
export function typed(field) {
  if (field.selectionStart !== field.selectionEnd) return null;
  return field.value.slice(0, field.selectionStart).match(TYPED)?.[1] ?? null;
}

/** Writes the name in place of what was typed of it. */
export function write(field, name) {
  const end = field.selectionStart;
  field.setRangeText(`${name} `, end - typed(field).length, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The lines of the list for what was typed. */
export async function lines(words) {
  if (!place) return [];
  const query = new URLSearchParams({ [place[1]]: decodeURIComponent(place[2]), q: words.trim() });
  const answer = await fetch(`/mentions?${query}`, { headers: { "x-quiet": "1" } });
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(`<ul>${await answer.text()}</ul>`, "text/html");
  return [...page.querySelectorAll("li")];
}
