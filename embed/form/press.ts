/** Keeps things where they are while somebody presses: what moves between down and up is not what they meant to press. */

/** A finger that is up makes its click a little later, in milliseconds. */
const clickAfter = 80;

/** @returns a function that does something at once, or, while something is being pressed, when that has ended */
export function whenNotPressed(signal: AbortSignal): (act: () => void) => void {
  let waiting: (() => void)[] | undefined;
  const down = () => {
    waiting ??= [];
  };
  const up = () =>
    setTimeout(() => {
      const acts = waiting ?? [];
      waiting = undefined;
      for (const act of acts) act();
    }, clickAfter);
  addEventListener('pointerdown', down, { capture: true, signal });
  addEventListener('pointerup', up, { capture: true, signal });
  addEventListener('pointercancel', up, { capture: true, signal });
  return (act) => {
    if (waiting) waiting.push(act);
    else act();
  };
}
