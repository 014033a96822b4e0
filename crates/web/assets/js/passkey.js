// Lets a device answer a form: asks us what it is to be asked, has the browser open its own dialog, and
// sends the form with the answer. What goes wrong is said beside the button, and nothing is sent.
import { each } from "./bind.js";
import { post } from "./post.js";

const WORDS = { NotAllowedError: "stopped", AbortError: "stopped", InvalidStateError: "known" };

const can = () => Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials);

function tell(form, text) {
  const said = form.querySelector("[role=alert]");
  said.textContent = text;
  said.hidden = false;
}

function answered(ask, { publicKey }) {
  if (ask === "create") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
}

async function run(form) {
  const { passkey, challenge } = form.dataset;
  const asked = await post(challenge);
  // First it has to be shown again that it is still the same person.
  if (asked.redirected) return location.assign(asked.url);
  if (!asked.ok) throw new Error(asked.statusText);
  const answer = await answered(passkey, await asked.json());
  form.elements.credential.value = JSON.stringify(answer);
  return form.submit();
}

function start(form) {
  const button = form.querySelector("button");
  if (!can()) {
    button.hidden = true;
    return tell(form, form.dataset.cannot);
  }
  return form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await run(form);
    } catch (error) {
      tell(form, form.dataset[WORDS[error.name] ?? "failed"]);
    }
    button.disabled = false;
    button.focus();
  });
}

export const attach = (root) => each(root, "form[data-passkey]", start);
