/** The letter's colour for elements that show nothing of the letter itself. Apart, so that the form does not load it. */
import { readLetter } from './api.ts';
import type { Widget } from './element.ts';
import { lookStyles } from './look.ts';

/** @returns the colours, for `baseStyles`; ours when the letter cannot be read */
export function readLook(widget: Widget): Promise<string> {
  return readLetter(widget).then(lookStyles, () => '');
}
