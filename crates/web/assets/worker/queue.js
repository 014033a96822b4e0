// A read-back that is sent without a network is kept, and sent once there is one again: each under a
// key of its own, so that it is never done twice. What is not sent yet is a draft, kept elsewhere.
const QUEUE = "queue";
const WAITS = /^\/requests\/([0-9a-z]{26}|C-\d+\/\d+)\/read-back$/;

const canWait = ({ method, mode, url }) =>
  method === "POST" && mode === "navigate" && WAITS.test(new URL(url).pathname);

async function send(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    await put(new URL(copy.url).pathname, await copy.text(), crypto.randomUUID(), "");
    return Response.redirect("/offline", 303);
  }
}

async function put(path, body, key, refused) {
  const headers = { "x-path": path, "x-refused": refused, "content-type": "application/x-www-form-urlencoded" };
  await (await caches.open(QUEUE)).put(`/queue/${key}`, new Response(body, { headers }));
}

async function drain() {
  if (!(await caches.has(QUEUE))) return;
  await navigator.locks.request("baton-queue", async () => {
    const queue = await caches.open(QUEUE);
    for (const name of await queue.keys()) {
      const waiting = await queue.match(name);
      if (waiting.headers.get("x-refused") || !(await deliver(queue, name, waiting))) continue;
      await queue.delete(name);
    }
  });
}

// True when it arrived. What is refused stays, with the answer's number, until somebody looks at it.
async function deliver(queue, name, waiting) {
  const key = new URL(name.url).pathname.split("/").pop();
  const [path, body] = [waiting.headers.get("x-path"), await waiting.text()];
  const headers = { "idempotency-key": key, "content-type": waiting.headers.get("content-type") };
  const answer = await fetch(path, { method: "POST", headers, body, redirect: "manual" }).catch(() => null);
  if (!answer) return false;
  if (answer.ok || answer.type === "opaqueredirect") return true;
  if (answer.status < 500) await put(path, body, key, String(answer.status));
  return false;
}
