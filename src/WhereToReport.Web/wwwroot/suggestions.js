// Suggests places while somebody types: an editable combobox with a list (ARIA Authoring Practices). Where no suggestions
// come, the box is the plain box that it was.
const least = 2;
const most = 6;
const pause = 150;

const make = (name, attributes, text = '') => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.textContent = text;
  return made;
};

const input = document.getElementById('q');
const list = make('ul', { id: 'places', role: 'listbox', hidden: '' });
const says = make('p', { role: 'status', class: 'hidden' });

let places = [];
let chosen = -1;
let waiting;
let asked;

const point = at => {
  chosen = at;
  [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === at));
  if (at < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', list.children[at].id);
};

const open = () => {
  list.hidden = places.length === 0;
  list.style.top = `${input.offsetTop + input.offsetHeight + 4}px`;
  input.setAttribute('aria-expanded', !list.hidden);
};

const close = () => {
  list.hidden = true;
  input.setAttribute('aria-expanded', false);
  point(-1);
};

const show = found => {
  close();
  places = found;
  list.replaceChildren(...places.map(({ label }, i) => make('li', { role: 'option', id: `place-${i}`, 'aria-selected': false }, label)));
  if (document.activeElement === input) open();
  says.textContent = list.hidden ? '' : (places.length === 1 ? words.one : words.several.replace('{0}', places.length));
};

const ask = async () => {
  const typed = input.value.trim();
  const { signal } = asked = new AbortController();
  if (typed.length < least) return show([]);
  try {
    const answer = await fetch(`/api/v1/places?q=${encodeURIComponent(typed)}&limit=${most}`, { signal, credentials: 'omit' });
    show(answer.ok ? (await answer.json()).places : []);
  } catch {
    if (!signal.aborted) show([]);
  }
};

const forget = () => {
  clearTimeout(waiting);
  asked?.abort();
};

// What was pointed at fits what was typed before.
const wait = () => {
  forget();
  point(-1);
  waiting = setTimeout(ask, pause);
};

// As if it had been typed: the answer comes in this language and for the situation beside the box.
const take = at => {
  input.value = places[at].ask;
  close();
  input.form.requestSubmit();
};

const move = step => {
  if (list.hidden) open();
  const count = list.hidden ? 0 : places.length;
  if (count) point(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count);
};

const keys = {
  ArrowDown: event => event.altKey ? open() : move(1),
  ArrowUp: event => event.altKey ? close() : move(-1),
  Enter: () => chosen < 0 ? false : take(chosen),
  // Not kept from the page: pressed three times it still leaves.
  Escape: () => (forget(), close(), false),
  Home: () => (point(-1), false),
  End: () => (point(-1), false),
  ArrowLeft: () => (point(-1), false),
  ArrowRight: () => (point(-1), false),
};

// The list needs its words and its looks.
const looks = make('link', { rel: 'stylesheet', href: '/suggestions.css' });
const [{ default: words }] = await Promise.all([
  import(document.documentElement.lang === 'es' ? '/es/words.js' : '/words.js'),
  new Promise((ready, failed) => {
    Object.assign(looks, { onload: ready, onerror: failed });
    document.head.append(looks);
  }),
]);
list.setAttribute('aria-label', words.places);
input.after(list, says);
input.setAttribute('role', 'combobox');
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-controls', list.id);
input.setAttribute('aria-expanded', false);

input.addEventListener('input', wait);
input.addEventListener('blur', close);
input.addEventListener('keydown', event => {
  if (!event.isComposing && event.key in keys && keys[event.key](event) !== false) event.preventDefault();
});

// A press on the list leaves the focus in the box.
list.addEventListener('pointerdown', event => event.preventDefault());
list.addEventListener('click', ({ target }) => target !== list && take([...list.children].indexOf(target)));
if (input.value !== input.defaultValue) wait();
