// Asks the device where it is. Rounded to about a kilometer that goes to the site, which answers with the page of the county.
const { default: words } = await import(document.documentElement.lang === 'es' ? '/es/words.js' : '/words.js');

// As the site has it (Whereabouts): a place that may be this many kilometers off tells no county.
const vaguest = 10;
const sure = 200; // meters that the site allows for anyway
const problems = ['', words.denied, words.unavailable, words.late];

const button = document.getElementById('here');
const says = document.createElement('p');
says.setAttribute('role', 'status');
button.after(says);

let asking = false;

const say = text => {
  says.textContent = text;
  asking = text === words.asking;
};

// A form of the moment: the place stands in no address, and is gone from the page at once.
const send = place => {
  const post = document.createElement('form');
  post.method = 'post';
  post.action = button.form.action.replace(/find$/, 'nearby');
  post.hidden = true;
  for (const [name, value] of Object.entries(place)) {
    const field = document.createElement('input');
    Object.assign(field, { name, value });
    post.append(field);
  }
  document.body.append(post);
  post.submit();
  post.remove();
};

const found = ({ latitude, longitude, accuracy }) => {
  if (accuracy > vaguest * 1000) return say(words.vague);
  const within = accuracy < sure ? 0 : Math.ceil(accuracy / 1000);
  if (!navigator.onLine) return say(words.offline);
  send({ latitude: latitude.toFixed(2), longitude: longitude.toFixed(2), within, situation: button.form.elements.situation?.value ?? '' });
};

const locate = () => {
  if (asking) return;
  if (!navigator.geolocation) return say(words.unavailable);
  say(words.asking);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => found(coords),
    ({ code }) => say(problems[code]),
    { timeout: 15_000, maximumAge: 300_000 },
  );
};

button.addEventListener('click', locate);

// Back from the answer: the page may still be as it was left.
addEventListener('pageshow', ({ persisted }) => persisted && say(''));

// It was fetched because of a click, which is still to be answered.
locate();
