// Without a network every page says so, and what waits is sent when there is one again.
import { each } from "./bind.js";

const worker = navigator.serviceWorker;
if (worker && window.isSecureContext) worker.register("/worker.js");

function tell(bar) {
  const show = () => {
    bar.hidden = navigator.onLine;
    if (navigator.onLine) worker?.controller?.postMessage("drain");
  };
  window.addEventListener("online", show);
  window.addEventListener("offline", show);
  show();
}

export const attach = (root) => each(root, "[data-offline]", tell);
