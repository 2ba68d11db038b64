/** Lines to copy. The script adds a button (`browser/copy.ts`); without it they are selected by hand. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';

interface SnippetProps {
  readonly label: string;
  readonly id: string;
  readonly text: string;
}

export const Snippet: FC<SnippetProps> = ({ label, id, text }) => (
  <div class="snippet">
    <p id={`${id}-label`}>{label}</p>
    <pre id={id} data-copy={`${id}-label`}>
      <code>{text}</code>
    </pre>
  </div>
);

/** As in docs/embedding.md. A slug and an id contain nothing that needs escaping in HTML. */
export function snippetsFor(publicUrl: string, letter: string, partner: string): SnippetProps[] {
  const form = `${publicUrl}/${letter}/form?partner=${partner}`;
  const element = `<sign-on-form
  letter="${letter}"
  partner="${partner}"
  style="display: block; min-height: 100vh"
><a href="${form}">Sign the letter</a></sign-on-form>
<script type="module" src="${publicUrl}/embed/v1.js"></script>`;
  const frame = `<iframe
  class="sign-on"
  src="${form}"
  title="Sign the letter"
  style="width: 100%; height: 60rem; border: 0"
></iframe>`;
  return [
    { id: 'snippet-element', label: 'Form', text: element },
    { id: 'snippet-frame', label: 'Form in a frame, for sites that do not allow scripts', text: frame },
    { id: 'snippet-link', label: 'Link', text: `${publicUrl}/${letter}?partner=${partner}` },
  ];
}

/** @returns an email to the webmaster of the partner's site, with everything that they need */
export function mailFor(publicUrl: string, letter: Pick<Letter, 'slug' | 'title'>, partner: string): string {
  const [element, frame] = snippetsFor(publicUrl, letter.slug, partner);
  return `Hello,

we would like to show the form of the letter “${letter.title}” on our site, so that people can sign it there. The letter: ${publicUrl}/${letter.slug}

Please paste these lines into the page, where the form should appear:

${element?.text ?? ''}

If the site does not allow scripts, paste these lines instead:

${frame?.text ?? ''}

It works only on the addresses that were registered for us. If the form stays empty, tell us the exact address of the page. The form sets no cookies. More about it: ${publicUrl}/docs

Thank you!`;
}
