/** Delays changes of the layout during a press: an element that moves between down and up would not get the click. */

/** Milliseconds after a finger is lifted until its click arrives. */
const clickAfter = 80;

/** @returns a function that runs an action at once or, during a press, after it has ended */
export function deferDuringPress(signal: AbortSignal): (action: () => void) => void {
  let waiting: (() => void)[] | undefined;
  const down = () => {
    waiting ??= [];
  };
  const up = () =>
    setTimeout(() => {
      const actions = waiting ?? [];
      waiting = undefined;
      for (const action of actions) action();
    }, clickAfter);
  addEventListener('pointerdown', down, { capture: true, signal });
  addEventListener('pointerup', up, { capture: true, signal });
  addEventListener('pointercancel', up, { capture: true, signal });
  return (action) => {
    if (waiting) waiting.push(action);
    else action();
  };
}
