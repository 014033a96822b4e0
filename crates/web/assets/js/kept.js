// The page for when there is no network lists what can be read and what waits to be sent.
import { each } from "./bind.js";

async function entries(name) {
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const all = (await cache.keys()).reverse();
  return Promise.all(all.map(async (request) => ({ request, cache, answer: await cache.match(request) })));
}

function row(list, fill) {
  const line = list.querySelector("template").content.cloneNode(true);
  fill(line.querySelector("a"), line.querySelector("[data-state]"), line.querySelector("button"));
  list.append(line);
  list.closest("section").hidden = false;
}

async function readable(list) {
  for (const { request, answer } of await entries("read")) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    row(list, (link, state) => {
      link.href = new URL(request.url).pathname;
      link.textContent = page.querySelector("h1")?.textContent ?? link.href;
      state.textContent = page.querySelector(".caption")?.textContent ?? "";
    });
  }
}

async function waiting(list) {
  for (const { request, cache, answer } of await entries("queue")) {
    const words = [...new URLSearchParams(await answer.text())].filter(([name]) => name !== "form_token");
    row(list, (link, state, discard) => {
      link.href = answer.headers.get("x-path").replace(/\/[^/]*$/, "");
      link.textContent = words.map(([, value]) => value).sort((a, b) => b.length - a.length)[0] ?? link.href;
      state.textContent = answer.headers.get("x-refused") ? list.dataset.refused : list.dataset.waits;
      discard.addEventListener("click", async (event) => {
        await cache.delete(request);
        event.target.closest("li").remove();
      });
    });
  }
}

export const attach = (root) => {
  each(root, "[data-readable]", readable);
  each(root, "[data-waiting]", waiting);
};
