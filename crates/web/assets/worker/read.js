// What was opened last can be read without a network. The network always comes first, and whoever is
// asked to sign in finds nothing of the person before.
const READ = "read";
const MOST = 50;
const OPENED = /^\/(cases|requests)\/([0-9a-z]{26}|C-\d+(\/\d+)?)(\/read-back\/new)?$/;

async function keep(path, answer) {
  const read = await caches.open(READ);
  // What was opened again stands last.
  await read.delete(path);
  await read.put(path, answer);
  const all = await read.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => read.delete(old)));
}

async function show(event) {
  const { pathname } = new URL(event.request.url);
  if (pathname === "/sign-in") event.waitUntil(forget());
  try {
    const answer = await fetch(event.request);
    if (answer.ok && OPENED.test(pathname)) event.waitUntil(keep(pathname, answer.clone()));
    event.waitUntil(drain());
    return answer;
  } catch {
    return (await kept(pathname)) ?? caches.match("/offline");
  }
}

const kept = async (path) => (await caches.open(READ)).match(path);

async function forget() {
  await Promise.all([caches.delete(READ), caches.delete(QUEUE)]);
}
