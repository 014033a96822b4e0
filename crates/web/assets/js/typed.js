// What is typed into a form, as pairs of texts; files are not typed.
export const typed = (form, button) =>
  [...new FormData(form, button)].filter(([, value]) => typeof value === "string");
