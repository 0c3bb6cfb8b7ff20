// Keeps the shell - the page, its scripts, styles and icons - so that the page opens without the
// server. No message, no token and no answer of the server passes through here.
const CACHE = 'parley-shell-1';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add('/')));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n !== CACHE).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(fresh(request));
  else if (/^\/(assets|icons)\//.test(url.pathname)) event.respondWith(kept(request));
});

// Names of assets carry their hash: what is kept is right for ever.
async function kept(request) {
  const cache = await caches.open(CACHE);
  const hit = await cache.match(request);
  if (hit) return hit;
  const answer = await fetch(request);
  if (answer.ok) cache.put(request, answer.clone());
  return answer;
}

async function fresh(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) cache.put('/', answer.clone());
    return answer;
  } catch (error) {
    const hit = await cache.match('/');
    if (hit) return hit;
    throw error;
  }
}
