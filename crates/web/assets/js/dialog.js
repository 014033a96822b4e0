// A dialog of our own: Escape and a click beside it close it, and the focus goes back by itself.

export const dialog = (name) => {
  const made = document.createElement("dialog");
  made.className = `dialog dialog-${name}`;
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
};
