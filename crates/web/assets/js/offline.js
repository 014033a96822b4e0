// Without a network every page says so, and what waits is sent when there is one again: at once, or
// with the next try, as the network may be there while the server is not.
import { each } from "./bind.js";

const AGAIN = 30_000;
const worker = navigator.serviceWorker;
if (worker && window.isSecureContext) worker.register("/worker.js");

function tell(bar) {
  const send = () => navigator.onLine && worker?.controller?.postMessage("drain");
  const show = () => {
    bar.hidden = navigator.onLine;
    send();
  };
  window.addEventListener("online", show);
  window.addEventListener("offline", show);
  setInterval(send, AGAIN);
  show();
}

export const attach = (root) => each(root, "[data-offline]", tell);
