/** Adds to the letter's own page around the form. Loaded only there. */
import type { Texts } from '../shared/text/catalogue.ts';

/** Shows the deadline on top of the page in the reader's time zone; the form shows it in both. */
export function showLocalDeadline(texts: Texts): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('.until time')) {
    const here = document.createElement('time');
    here.dateTime = time.dateTime;
    here.textContent = texts.time(time.dateTime);
    const [before = '', after = ''] = texts.text('form.deadline', { moment: '\n' }).split('\n');
    // All of it is new, so that nothing on the page has moved.
    time.parentElement?.replaceChildren(before, here, after);
  }
}
