/** Finds what a person sees on a page by its words, also inside elements of ours: runs in any browser. */

/** A field by its label; a button or link, or a heading or message, by its text; the element for the form. */
export type Sought = 'field' | 'button' | 'text' | 'form';

/** Marks a page that is about to be left. */
export const markPage = `document.documentElement.dataset.left = ''`;

/** Whether the page is another one than that with the mark, and complete. */
export const isNewPage = `!('left' in document.documentElement.dataset) && document.readyState === 'complete'`;

/**
 * JavaScript of a function `(sought, words)` that returns the first visible element, or null. A label or text matches
 * that starts with the words. Neither WebDriver nor BiDi finds elements by label inside shadow roots, so the page does.
 */
export const findOnPage = `(sought, words) => {
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const seen = (element) => element.getClientRects().length > 0;
  const starts = (element) => element.textContent.replace(/\\s+/g, ' ').trim().startsWith(words);
  if (sought === 'form') return document.querySelector('sign-on-form[data-state=form]');
  if (sought === 'field') {
    const labels = all('label').filter(starts);
    return labels.map(({ control }) => control).find((control) => control && seen(control)) ?? null;
  }
  const selector = sought === 'button' ? 'button, a[href]' : 'h1, h2, h3, p, [role=status], [role=alert]';
  return all(selector).find((element) => seen(element) && starts(element)) ?? null;
}`;
