// What is read stays where it is on the screen, whatever comes or goes above it: takes hold of what is
// selected, or else of the first row in sight, and gives what lets go of it after the change.
export function hold() {
  const { anchorNode, isCollapsed } = getSelection();
  const inSight = [...document.querySelectorAll("[data-key], .said, .lane")].find(
    (one) => one.getBoundingClientRect().top >= 0,
  );
  const held = isCollapsed ? inSight : anchorNode.parentElement;
  const top = held?.getBoundingClientRect().top;
  return () => {
    if (scrollY > 0 && held?.isConnected) scrollBy(0, held.getBoundingClientRect().top - top);
  };
}
