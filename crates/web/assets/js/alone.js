// What pages outside the desk do better with script than without: those for signing in.
import { attach } from "./passkey.js";

attach(document);
