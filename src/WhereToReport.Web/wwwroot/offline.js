// Loaded by site.js once the page is there, so that it takes nothing from a first visit. The service worker keeps pages; here is what people see of it.
const language = document.documentElement.lang;
const at = path => (language === 'es' ? `/es${path}` : path);
const worker = navigator.serviceWorker;

// Opened before there was a worker, this page went past it.
const first = worker.controller ? null : location.href;

let registrations = [];

// The quick exit leaves a blank page behind. It told the worker of this page; there may be others, of the other language too.
addEventListener('pagehide', () => {
  if (!document.body) registrations.flatMap(each => [each.installing, each.active]).forEach(each => each?.postMessage({ task: 'erase' }));
});

// Where storage is not allowed, nothing is kept and nothing is offered.
const registration = await worker.register(at('/service-worker.js'), { scope: language === 'es' ? '/es' : '/', updateViaCache: 'none' }).catch(() => null);
registrations = await worker.getRegistrations();
const words = registration && await hello();
const kept = document.getElementById('kept-here');
if (words) await (kept ? showKept() : offerToSave());

// The words for all that follows stand on the page about kept pages.
async function hello() {
  await activation(registration.active ?? registration.waiting ?? registration.installing);
  worker.addEventListener('controllerchange', () => ask('greet'));
  registration.update().catch(() => null); // browsers look by themselves, but late, and not while somebody goes from page to page
  const greeted = ask('greet', first);
  const page = await caches.match(at('/offline')) ?? (await greeted && await caches.match(at('/offline')));
  return page && new DOMParser().parseFromString(await page.text(), 'text/html');
}

function activation(installed) {
  return new Promise(resolve => {
    const check = () => { if (installed.state === 'activated') resolve(); };
    installed.addEventListener('statechange', check);
    check();
  });
}

// The worker's answer: whether it could do it.
function ask(task, of) {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    registration.active.postMessage({ task, of }, [port2]);
  });
}

function say(name) {
  return document.importNode(words.getElementById(name).content, true);
}

// --- Saving a county ---

async function offerToSave() {
  const canonical = document.querySelector('link[rel=canonical]');
  const place = canonical && new URL(canonical.href).pathname.match(/^(\/es)?\/us\/[^/]+\/[^/]+/)?.[0];
  const below = document.querySelector('main .again');
  if (!place || !below) return;

  document.head.append(document.importNode(words.querySelector('link[rel=stylesheet][href*="/offline."]')));
  below.before(say('save-place'));
  const [button, status] = below.previousElementSibling.children;
  const show = state => {
    button.setAttribute('aria-disabled', state === 'saving');
    button.hidden = state === 'saved';
    status.replaceChildren(say(`save-${state}`));
  };
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    show('saving');
    show(await ask('save', place) ? 'saved' : 'failed');
    status.querySelector('a')?.focus();
  });
  if (await caches.match(place, { cacheName: 'saved', ignoreVary: true })) show('saved');
}

// --- The list of what is kept; the same page stands in for one that is not kept ---

async function showKept() {
  if (location.pathname !== at('/offline')) showNotKept();
  document.getElementById('nothing-kept')?.remove();
  const lists = say('kept-lists').children;
  kept.append(...lists);
  kept.querySelector('h2').tabIndex = -1;
  kept.querySelector('.erase').addEventListener('click', eraseAll);
  await fillLists();
}

function showNotKept() {
  const searching = location.pathname === at('/find');
  document.querySelector('h1').after(say('not-kept'));
  document.querySelector(`#not-kept-here .for-${searching ? 'page' : 'search'}`).remove();
}

async function fillLists() {
  const saved = (await copies('saved')).filter(copy => /^(\/es)?\/us\/[^/]+\/[^/]+$/.test(copy.path));
  const seen = (await copies('seen')).reverse();
  const typed = plain(new URLSearchParams(location.search).get('q') ?? '');
  const fitting = typed ? [...saved, ...seen].filter(copy => plain(copy.title).includes(typed) || plain(copy.typed).includes(typed)) : [];
  fillList('fitting', fitting);
  fillList('saved', saved);
  fillList('seen', seen);
  kept.querySelector('.none').hidden = saved.length + seen.length > 0;
}

async function copies(name) {
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  return Promise.all((await cache.keys()).map(async request => {
    const response = await cache.match(request, { ignoreVary: true });
    const { title } = new DOMParser().parseFromString(await response.text(), 'text/html');
    const { pathname, search, searchParams } = new URL(request.url);
    return { name, path: pathname + search, typed: searchParams.get('q') ?? '', title: title.split(' · ')[0], made: new Date(response.headers.get('Date')) };
  }));
}

// Without case and accents.
function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function fillList(kind, found) {
  const list = kept.querySelector(`.${kind} ul`);
  list.parentElement.hidden = found.length === 0;
  list.replaceChildren(...found.map(item));
}

function item({ name, path, title, made }) {
  const line = say('kept-item').firstElementChild;
  const [link, date, remove] = line.children;
  link.href = path;
  link.textContent = title;
  date.textContent = date.textContent.replace('{0}', made.toLocaleDateString(`${language}-US`, { dateStyle: 'medium' }));
  remove.setAttribute('aria-label', `${remove.textContent}: ${title}`);
  remove.addEventListener('click', async () => {
    if (name === 'saved') await ask('remove', path);
    else await (await caches.open(name)).delete(path, { ignoreVary: true });
    await fillLists();
    kept.querySelector('h2').focus(); // the button is gone
  });
  return line;
}

async function eraseAll() {
  for (const each of await worker.getRegistrations()) await each.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  await fillLists();
  kept.querySelector('.done').replaceChildren(say('all-erased'));
}
