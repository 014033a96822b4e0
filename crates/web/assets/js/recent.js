// What was looked at last in this tab; it goes when the tab is closed or somebody signs out.
const NAME = "seen-last";
const MOST = 6;
const THING = /^\/(cases|requests|customers|people|directory)\/(?!new$)[^/]+(\/\d+)?$/;

export const recent = () => JSON.parse(sessionStorage.getItem(NAME) ?? "[]");

export const attach = (root) => {
  if (root !== document || !THING.test(location.pathname)) return;
  const main = document.querySelector("main");
  const text = main?.querySelector("h1")?.textContent;
  if (!text) return;
  const what = main.querySelector(".caption")?.textContent ?? "";
  const others = recent().filter((one) => one.href !== location.pathname);
  const all = [{ href: location.pathname, text, what }, ...others];
  sessionStorage.setItem(NAME, JSON.stringify(all.slice(0, MOST)));
};
