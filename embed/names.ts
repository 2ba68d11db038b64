/** Co-signatories as people read them: the same lines as on the letter's own page. */
import type { LetterBody } from '../functions/public-api/answer-schemas.ts';
import type { ListedSignature } from '../shared/signature/lists/public-list.ts';
import { detailsOf, linkedWebsite } from '../shared/signature/lists/signatory-line.ts';
import type { Texts } from '../shared/text/catalogue.ts';
import { serverUrl } from './api.ts';
import { h } from './dom.ts';

/** @param withLogo whether the page wants the logos of organisations */
export function nameLine(item: ListedSignature, letter: LetterBody, texts: Texts, withLogo: boolean): HTMLElement {
  const { kind, organisation, signatory, verification, added } = item;
  const details = [...detailsOf(item, texts), ...olderVersion(item, letter, texts)].flatMap((detail, index) => [
    index > 0 ? ' · ' : '',
    h('bdi', {}, detail),
  ]);
  const name = h('bdi', { class: 'who' }, (kind === 'organisation' ? organisation?.name : signatory?.name) ?? '');
  const website = linkedWebsite(item);
  const isMarked = kind === 'organisation' && verification !== 'mailbox' && !added;
  return h(
    'li',
    { part: 'signatory' },
    withLogo && item.logo && logoOf(letter.slug, item.logo),
    website ? h('a', { href: website, target: '_blank', rel: 'nofollow noopener noreferrer' }, name) : name,
    added && [' ', h('span', { class: 'mark added', part: 'mark' }, texts.text('list.added'))],
    isMarked && [
      ' ',
      h(
        'details',
        { class: `mark ${verification}`, part: 'mark' },
        h('summary', {}, texts.text(`mark.${verification}`)),
        h('p', {}, texts.text(`mark.about-${verification}`)),
      ),
    ],
    h('span', { class: 'more' }, details),
  );
}

/** Beside the name, so it needs no description. Its room is kept while it loads. */
function logoOf(slug: string, { id, width, height }: NonNullable<ListedSignature['logo']>): HTMLElement {
  const scale = Math.min(1, 96 / width, 40 / height);
  return h('img', {
    class: 'logo',
    part: 'logo',
    src: `${serverUrl}${slug}/logo/${id}.png`,
    alt: '',
    loading: 'lazy',
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
}

/** Marks a signature of an earlier version, with a link to the text that was signed. */
function olderVersion({ letterVersion }: ListedSignature, { slug, versions }: LetterBody, texts: Texts): Node[] {
  if (letterVersion === versions.at(-1)?.id) return [];
  const href = `${serverUrl}${slug}/changes?version=${letterVersion}`;
  return [h('a', { href, target: '_blank', rel: 'noopener' }, texts.text('letter.older-version'))];
}
