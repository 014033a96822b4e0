// News of what happens, once for all tabs of this browser: the tab that holds the lock listens to the
// server and tells the others. Each tab hears them as the event "news" of its document.
import { each } from "./bind.js";

const NAME = "baton-live";
const AGAIN = 15000;
const channel = new BroadcastChannel(NAME);
let listening = false;
let last = 0;

function hear(news) {
  last = Math.max(last, news.seq ?? 0);
  document.dispatchEvent(new CustomEvent("news", { detail: news }));
}

function listen() {
  listening = true;
  const source = new EventSource(`/live?after=${last}`);
  const pass = (event) => {
    const news = { type: event.type, ...JSON.parse(event.data) };
    if (event.type === "message") news.seq = Number(event.lastEventId);
    channel.postMessage(news);
    hear(news);
  };
  source.addEventListener("message", pass);
  source.addEventListener("presence", pass);
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
  });
}

channel.addEventListener("message", ({ data }) => {
  // A tab that was just opened may have missed what was told while its page was on the way.
  if (data.type === "since") {
    if (listening && last > data.seq) channel.postMessage({ type: "behind", seq: last });
  } else if (data.type !== "behind" || data.seq > last) hear(data);
});

function start(main) {
  last = Number(main.dataset.from);
  // The lock is held for as long as the tab is there: the promise has no end.
  if (navigator.locks) navigator.locks.request(NAME, () => new Promise(listen));
  else listen();
  channel.postMessage({ type: "since", seq: last });
}

export const attach = (root) => each(root, "main[data-from]", start);
