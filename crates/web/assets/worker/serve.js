// The shell, and who answers what.
async function install() {
  const shelf = await caches.open(SHELF);
  await shelf.addAll(SHELL);
  // Without cookies: nobody's name stands on it.
  await shelf.put("/offline", await fetch("/offline", { credentials: "omit" }));
  await self.skipWaiting();
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => ![SHELF, READ, QUEUE].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

const asset = async (request) => (await caches.match(request)) ?? fetch(request);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("message", (event) => event.data === "drain" && event.waitUntil(drain()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (canWait(request)) event.respondWith(send(request));
  else if (request.method !== "GET") return;
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(show(event));
});
