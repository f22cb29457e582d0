// Asks the device for a passkey: to make one, or to sign in with one. Then the form goes its usual way, with the answer in it.
const known = globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON !== undefined;

const asked = {
  create: async options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: async options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

const use = async button => {
  const form = button.form;
  const problem = form.querySelector('[data-passkey-problem]');
  problem.hidden = true;
  const answer = await fetch(button.dataset.options, { method: 'POST', body: new FormData(form) });
  // Whatever the server did not like, it says on the page that the form leads to.
  if (answer.ok && !answer.redirected) {
    try {
      form.elements.Credential.value = JSON.stringify(await asked[button.dataset.passkey](await answer.json()));
    } catch {
      problem.hidden = false;
      return;
    }
  }
  form.action = button.dataset.send;
  form.submit();
};

for (const button of known ? document.querySelectorAll('button[data-passkey]') : []) {
  button.hidden = false;
  button.form.querySelector('[data-no-passkey]').hidden = true;
  button.addEventListener('click', async () => {
    button.disabled = true;
    await use(button);
    button.disabled = false;
  });
}
