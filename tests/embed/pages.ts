/** Pages with our elements. */

/** A page by people who only know the one-line snippet. */
export function plainPage(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Partner</title>${head}</head><body><main><h1>Join in</h1>${body}</main></body></html>`;
}

export const scriptTag = (server: string) => `<script type="module" src="${server}/embed/v1.js"></script>`;

/** The element with the link for readers without JavaScript. */
export const formTag = (server: string, letter: string, attributes = '') =>
  `<sign-on-form letter="${letter}" ${attributes}><a href="${server}/${letter}/form">Sign this letter</a></sign-on-form>`;

/** @returns a page with only the form of a letter, as somebody else's server sends it */
export const pageWithForm = (server: string, letter: string, attributes = '') =>
  plainPage(formTag(server, letter, attributes) + scriptTag(server));
