// Leaves at once: blanks the page, erases kept pages, then puts a neutral site in its place in the history.
const exit = document.getElementById('quick-exit');
const offline = navigator.serviceWorker;

const leave = event => {
  event?.preventDefault();
  document.documentElement.replaceChildren();
  offline?.controller?.postMessage({ task: 'erase' });
  location.replace(exit.href);
};

exit.title = exit.dataset.hint;
exit.addEventListener('click', leave);

let escapes = [];
addEventListener('keydown', event => {
  if (event.key !== 'Escape') {
    escapes = [];
    return;
  }
  escapes = [...escapes, event.timeStamp].filter(time => event.timeStamp - time < 5000);
  // Escape also stops a page that is loading, and after this it would be the neutral one.
  if (escapes.length >= 3 || !document.body) leave(event);
});

// What helps to say a place comes once somebody turns to the box.
document.getElementById('here')?.addEventListener('click', () => import('/here.js'), { once: true });
document.getElementById('q')?.addEventListener('focus', () => import('/suggestions.js'), { once: true });

if (offline) addEventListener('load', () => setTimeout(() => document.body && import('/offline.js')));
