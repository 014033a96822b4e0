// What pages do better with script than without. Each behaviour is a module of its own that is bound
// by attributes of data; it is attached to the document, and again to every part that has changed.
import * as live from "./live.js";
import * as fresh from "./fresh.js";
import * as presence from "./presence.js";
import * as copies from "./copies.js";
import * as draft from "./draft.js";
import * as undo from "./undo.js";
import * as offline from "./offline.js";
import * as kept from "./kept.js";
import * as advice from "./advice.js";
import * as words from "./words.js";
import * as macros from "./macros.js";
import * as mentions from "./mentions.js";
import * as keys from "./keys.js";
import * as go from "./go.js";
import * as recent from "./recent.js";
import * as ticks from "./ticks.js";
import * as passkey from "./passkey.js";

const writing = [live, fresh, presence, copies, draft, undo, offline, kept, words, advice, macros, mentions];
const behaviours = [...writing, keys, go, recent, ticks, passkey];

function attach(root) {
  for (const behaviour of behaviours) {
    try {
      behaviour.attach(root);
    } catch (error) {
      console.error(error);
    }
  }
}

// Whoever changes a part of the page says so on it.
document.addEventListener("fresh", (event) => attach(event.target));
attach(document);
