// A page that is live is asked for again when something happens to what it shows, and what differs
// changes in place. `data-live` names the ids that it shows, or "list" for whatever is in reach.
import { each } from "./bind.js";
import { take } from "./morph.js";
import { tellNew } from "./announce.js";

const GATHER = 200;
const GAP = 800;
const UNSEEN = 15000;

function concerns(main, news) {
  if (news.type === "presence") return false;
  const shown = main.dataset.live.split(" ");
  return news.type === "behind" || ["list", news.case, news.request].some((id) => shown.includes(id));
}

async function again(main) {
  // A form that is being filled in asks what has happened since it was opened.
  const form = "fresh" in main.dataset ? null : main.querySelector("input[name=seen_version]");
  const seen = form?.value;
  const headers = { "x-quiet": "1" };
  if (seen) headers["if-match"] = `"${seen}"`;
  const answer = await fetch(location.href, { headers, redirect: "error" });
  if (!answer.ok) return;
  tellNew(take(new DOMParser().parseFromString(await answer.text(), "text/html")));
}

function start(main) {
  let waiting = 0;
  let busy = false;
  let more = false;
  const refresh = async () => {
    waiting = 0;
    busy = true;
    more = false;
    await again(main).catch(() => {});
    setTimeout(() => {
      busy = false;
      if (more) soon();
    }, GAP);
  };
  const soon = () => {
    more = busy;
    if (!busy && !waiting) waiting = setTimeout(refresh, document.hidden ? UNSEEN : GATHER);
  };
  document.addEventListener("news", ({ detail }) => concerns(main, detail) && soon());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || !waiting) return;
    clearTimeout(waiting);
    refresh();
  });
}

export const attach = (root) => each(root, "main[data-live]", start);
