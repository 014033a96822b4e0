// Says that this reader is here, for as long as the page is looked at, and shows who else is.
import { each } from "./bind.js";
import { post } from "./post.js";
import { say } from "./announce.js";

const BEAT = 10000;

function start(line) {
  const { presence, at, doing } = line.dataset;
  let known = null;

  const show = ({ others }) => {
    line.textContent = others.map((other) => other.says).join(" ");
    // Only who comes is announced: not who was there already, and not who leaves.
    const come = known && others.filter((other) => !known.has(other.person));
    if (come?.length) say(come.map((other) => other.says).join(" "));
    known = new Set(others.map((other) => other.person));
  };

  const beat = async () => {
    if (document.hidden) return;
    const answer = await post(at, { doing }, { "x-quiet": "1" }).catch(() => null);
    if (answer?.ok) show(await answer.json());
  };

  document.addEventListener("news", ({ detail }) => {
    const about = detail.request ?? detail.case;
    if (detail.type === "presence" && about === presence) show(detail);
  });
  document.addEventListener("visibilitychange", beat);
  setInterval(beat, BEAT);
  beat();
}

export const attach = (root) => each(root, "[data-presence]", start);
