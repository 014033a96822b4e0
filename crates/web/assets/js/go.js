// The command bar: what was seen last, what this page offers, and the list of the page /go.
import { each } from "./bind.js";
import { combobox } from "./combobox.js";
import { dialog } from "./dialog.js";
import { offered } from "./offered.js";
import { option, run } from "./option.js";
import { recent } from "./recent.js";

let bar;

const leave = (href) => () => location.assign(href);
const fits = (typed) => (one) => one.text.toLowerCase().includes(typed.toLowerCase());

const listed = async (typed) => {
  const answer = await fetch(`/go?q=${encodeURIComponent(typed)}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const label = page.querySelector("label[for=go-words]")?.textContent ?? "";
  const rows = [...page.querySelectorAll("#go-list > li")].map((row) => {
    const link = row.querySelector("a");
    const what = row.querySelector(".go-what")?.textContent;
    return option(link.textContent, what, row.querySelector(".go-key"), leave(link.getAttribute("href")));
  });
  return { label, rows };
};

const fill = async (typed) => {
  const { label, rows } = await listed(typed);
  if (bar.input.value.trim() !== typed) return;
  bar.input.setAttribute("aria-label", label);
  const last = recent().filter(fits(typed)).map((one) => option(one.text, one.what, null, leave(one.href)));
  const here = offered().filter(fits(typed)).map((one) => option(one.text, "", one.key, one.act));
  bar.show([...last, ...here, ...rows]);
};

const open = (event) => {
  event.preventDefault();
  bar ??= build();
  bar.dialog.showModal();
  bar.input.value = "";
  fill("");
};

const build = () => {
  const made = dialog("go");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  Object.assign(input, { className: "input", autocomplete: "off" });
  Object.assign(list, { className: "go-list", id: "go-options" });
  made.append(input, list);
  input.addEventListener("input", () => fill(input.value.trim()));
  const show = combobox(input, list, (chosen) => {
    made.close();
    run(chosen);
  });
  return { dialog: made, input, show };
};

const start = (link) => link.addEventListener("click", open);
export const attach = (root) => each(root, "a[href='/go']", start);
