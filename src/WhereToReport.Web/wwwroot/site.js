// Leaves at once: blanks the page, then puts a neutral site in its place in the history.
const exit = document.getElementById('quick-exit');

const leave = event => {
  event?.preventDefault();
  document.documentElement.replaceChildren();
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
  if (escapes.length >= 3) leave();
});
