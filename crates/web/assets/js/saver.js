// Saves a form as a draft, a moment after it has changed and never twice at once.
import * as copies from "./copies.js";
import { typed } from "./typed.js";

const PAUSE = 800;
const AGAIN = 5000;
// What a page that is being left may still send.
const SMALL = 60000;

export function saver(field, key, say) {
  const { form, dataset } = field;
  let timer = 0;
  let changed = false;
  let saving = null;

  async function send() {
    const fields = new URLSearchParams([...typed(form), ["keep_draft", "typing"]]);
    const keepalive = fields.toString().length < SMALL;
    const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "error", keepalive });
    if (!answer.ok) throw new Error(answer.statusText);
    const kept = answer.status === 200 ? await answer.json() : null;
    if (!changed) copies.saved(key);
    say(kept ? dataset.savedWords.replace("{}", kept.saved) : "");
  }

  const soon = (pause) => (timer ||= setTimeout(save, pause));

  function save() {
    clearTimeout(timer);
    timer = 0;
    if (!changed || saving) return;
    changed = false;
    let pause = PAUSE;
    const failed = () => {
      say(dataset.keptWords);
      changed = true;
      pause = AGAIN;
    };
    saving = send().catch(failed).finally(() => {
      saving = null;
      if (changed) soon(pause);
    });
  }

  function change() {
    changed = true;
    copies.put(key, form);
    soon(PAUSE);
  }

  // Nothing more is saved; a save that is under way is given, to be waited for.
  function stop() {
    clearTimeout(timer);
    timer = 0;
    changed = false;
    return saving;
  }

  return { save, change, stop };
}
