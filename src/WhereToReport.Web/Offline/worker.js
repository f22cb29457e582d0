// The service worker of one language: a page comes from the network, and from a copy in this browser where the network does not
// answer. The server writes `kept` above these lines: edition, language, pages, files, limits, and the words that stand over a copy. So a
// new edition is a new worker, which the browser notices by itself, and which takes over once its set is complete.
const setName = `set-${kept.language}-${kept.edition}`; // never changed once it is complete
const seenName = 'seen';
const savedName = 'saved';
const patience = 3000; // milliseconds until a copy is shown instead of waiting on

const untouched = /^(\/es)?\/(editors|api|embed|hsds|openapi|oembed|health|changes\.atom|data\/.+)(\/|$)/;
const county = /^(\/es)?\/us\/[^/]+\/[^/]+$/;
const files = new Map(kept.files.map(file => [withoutVersion(file), file]));
const tasks = { greet, save, remove, erase };

addEventListener('install', event => {
  skipWaiting();
  event.waitUntil(fill());
});

addEventListener('activate', event => event.waitUntil(takeOver()));

addEventListener('message', event => {
  const { task, of } = event.data, [port] = event.ports;
  event.waitUntil(tasks[task](of).then(() => port?.postMessage(true), () => port?.postMessage(false)));
});

addEventListener('fetch', event => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || untouched.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (files.has(withoutVersion(pathname))) event.respondWith(file(request, pathname));
});

// --- The set: what is there without a connection, whatever was seen before ---

// All of it or nothing: what one worker could not complete leaves the set of the worker before as it is. One page at a time, so
// that a weak signal is free for the visitor.
async function fill() {
  try {
    const set = await caches.open(setName);
    await caches.open(seenName);
    for (const path of [...kept.pages, ...kept.files]) await set.put(path, ofThisEdition(await load(path), path));
  } catch (failure) {
    await caches.delete(setName);
    throw failure;
  }
}

// The last file comes last.
async function isFilled() {
  return await caches.has(setName) && await caches.match(kept.files.at(-1), { cacheName: setName, ignoreVary: true });
}

async function takeOver() {
  for (const name of await caches.keys())
    if (name.startsWith(`set-${kept.language}-`) && name !== setName) await caches.delete(name);
  await clients.claim();
}

async function load(path) {
  return found(await fetch(path, { cache: 'no-cache', priority: 'low' }));
}

function found(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
}

// Another node, or a cache between, may still serve another edition. What has its version in its name is the same wherever it is found.
function ofThisEdition(response, path) {
  if (path === withoutVersion(path) && !isOfThisEdition(response)) throw new Error(`${response.url} is not of edition ${kept.edition}`);
  return response;
}

function isOfThisEdition(response) {
  const tag = response.headers.get('ETag');
  return !tag || tag.includes(`"${kept.edition}-`);
}

// --- Answering ---

async function page(event) {
  const key = keyOf(event.request.url);
  const answer = fetch(event.request, { cache: 'no-cache' });
  event.waitUntil(answer.then(response => remember(key, response.clone())).catch(unreachable));
  const copy = await find(key);
  const response = await (copy ? Promise.race([answer.then(whole), tooLate()]) : answer).catch(unreachable);
  if (response && !(copy && response.status >= 500)) return response;
  return copy ? dated(copy) : notKept();
}

function unreachable() { }

function tooLate() {
  return new Promise(resolve => setTimeout(resolve, patience));
}

// A weak signal may end in the middle of a page.
async function whole(response) {
  await response.clone().arrayBuffer();
  return response;
}

// No copy is shown without its date.
async function dated(copy) {
  const day = new Date(copy.headers.get('Date')).toLocaleString(kept.culture, { dateStyle: 'long', timeStyle: 'short' });
  const html = (await copy.text()).replace(/<main[^>]*>/, main => main + kept.banner.replace('{0}', day));
  const headers = new Headers(copy.headers);
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(html, { headers });
}

async function notKept() {
  const page = await caches.match(kept.offlinePage, { cacheName: setName, ignoreVary: true });
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

// A page of another build, most often a copy, asks for the files of that build and shows nothing until it has some: after a while those
// of this build have to do.
async function file(request, path) {
  const ofThisBuild = files.get(withoutVersion(path));
  const copy = await caches.match(ofThisBuild, { cacheName: setName, ignoreVary: true });
  if (!copy) return fetch(request);
  if (path === ofThisBuild || path === withoutVersion(path)) return copy;
  return await Promise.race([fetch(request).then(found).then(whole), tooLate()]).catch(unreachable) ?? copy;
}

// Versions stand before the ending: site.4bko0g98rl.css.
function withoutVersion(path) {
  return path.replace(/\.\w{10}(?=\.\w+$)/, '');
}

// --- Pages that the visitor opened ---

// The form sends an empty situation along; capitals and spaces at the ends of a search mean nothing.
function keyOf(address) {
  const { pathname, searchParams } = new URL(address);
  const filled = [...searchParams].map(([name, value]) => [name, name === 'q' ? value.trim().toLowerCase() : value]).filter(([, value]) => value);
  return pathname + (filled.length ? `?${new URLSearchParams(filled)}` : '');
}

// The set is never older than what was seen before there was one.
async function find(key) {
  for (const cacheName of [savedName, setName, seenName]) {
    const copy = await caches.match(key, { cacheName, ignoreVary: true });
    if (copy) return copy;
  }
}

// Only what the server says is the same for everybody.
async function remember(key, response) {
  const isPage = response.status === 200 && response.headers.get('Content-Type')?.startsWith('text/html');
  if (!isPage || !response.headers.get('Cache-Control')?.includes('public') || await isErased()) return;
  if (await caches.match(key, { cacheName: setName, ignoreVary: true })) return;
  const isSaved = await caches.match(key, { cacheName: savedName, ignoreVary: true });
  const cache = await caches.open(isSaved ? savedName : seenName);
  await cache.put(key, response);
  if (!isSaved) await forgetOldest(cache);
}

async function forgetOldest(seen) {
  const oldestFirst = await seen.keys();
  const since = Date.now() - kept.daysSeen * 24 * 60 * 60 * 1000;
  for (const [place, key] of oldestFirst.entries()) {
    const opened = Date.parse((await seen.match(key, { ignoreVary: true })).headers.get('Date'));
    if (oldestFirst.length - place <= kept.mostSeen && opened > since) return;
    await seen.delete(key, { ignoreVary: true });
  }
}

// --- What pages ask for ---

// Every page says hello. `first` is its address where it was opened before there was a worker.
async function greet(first) {
  if (!(await isFilled())) await fill(); // the browser threw it away or stopped filling it, or somebody erased it in another window
  if (first) {
    await clients.claim();
    await remember(keyOf(first), await fetch(first));
  }
  if (!(await isErased())) await forgetOldest(await caches.open(seenName));
  await renew();
}

// A county, with its poster and its plan for each situation. Old copies give way once all the new ones are there.
async function save(place) {
  const plans = kept.pages.filter(path => path.includes('/situations/')).map(path => place + path.slice(path.lastIndexOf('/')));
  const paths = [place, `${place}/poster`, ...plans];
  const copies = [];
  for (const path of paths) copies.push(await whole(await load(path)));
  if (await isErased()) return;
  const saved = await caches.open(savedName);
  await Promise.all(paths.map((path, index) => saved.put(path, copies[index])));
  const seen = await caches.open(seenName);
  await Promise.all(paths.map(path => seen.delete(path, { ignoreVary: true })));
}

async function renew() {
  if (!(await caches.has(savedName))) return;
  const saved = await caches.open(savedName);
  const copies = await Promise.all((await saved.keys()).map(async key => ({ path: new URL(key.url).pathname, copy: await saved.match(key, { ignoreVary: true }) })));
  const isOld = place => copies.some(({ path, copy }) => `${path}/`.startsWith(`${place}/`) && !isOfThisEdition(copy));
  const places = copies.map(({ path }) => path).filter(path => county.test(path) && path.startsWith('/es/') === (kept.language === 'es'));
  for (const place of places.filter(isOld)) await save(place).catch(unreachable); // one that fails keeps its old copies, and the next its turn
}

async function remove(place) {
  const saved = await caches.open(savedName);
  for (const key of await saved.keys())
    if (`${new URL(key.url).pathname}/`.startsWith(`${place}/`)) await saved.delete(key, { ignoreVary: true });
}

async function erase() {
  await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

// An answer that comes in late must not bring back what is gone.
async function isErased() {
  return !(await caches.has(seenName));
}
