/** `<sign-on-letter>`: the letter itself, laid out as on its own page. */

import type { LetterBody } from '../functions/public-api/answer-schemas.ts';
import type { Block, Inline } from '../shared/letter/blocks.ts';
import type { Texts } from '../shared/text/catalogue.ts';
import { direction } from '../shared/text/language.ts';
import { writeDate } from '../shared/text/texts.ts';
import { readLetter, serverUrl } from './api.ts';
import { type Child, dispatch, h } from './dom.ts';
import type { Widget } from './element.ts';
import { logo, lookStyles } from './look.ts';
import { textsOf } from './texts.ts';

const styles = `
.root{font-family:var(--signon-letter-font,var(--signon-font,inherit));line-height:1.65}
h2{margin:1.5em 0 1em;font-size:1.375em}
h3{font-size:1.125em;margin:1.5em 0 .5em}
address{font-style:normal;margin:0 0 1.5em}
.date{margin-bottom:1.75em}
ol,ul{margin:0 0 1em;padding-inline-start:1.5em}
blockquote{margin:0 0 1em;padding-inline-start:1em;border-inline-start:3px solid var(--line)}
hr{border:0;border-top:1px solid var(--line);margin:1.5em 0}
.offices{display:grid;grid-template-columns:repeat(auto-fill,minmax(12em,1fr));gap:1em 1.5em;border-top:1px solid var(--line);margin-top:1.5em;padding-top:1.25em;font-size:.875em;color:var(--soft)}
.offices address{margin:0}
.offices+p{margin-top:1em}
`;

export async function mount(widget: Widget): Promise<void> {
  const letter = await readLetter(widget);
  const texts = await textsOf(widget, letter);
  // The letter may be in another language than the reader's.
  widget.show(
    styles + lookStyles(letter),
    [logo(letter), olderTranslation(letter, texts), letterIn(letter), below(letter, texts)],
    letter.language,
  );
  dispatch(widget.host, 'ready', { letter: widget.letter });
}

/** Marks a translation that was kept when the official text changed. */
function olderTranslation({ slug, translationOf }: LetterBody, texts: Texts): Child {
  if (!translationOf) return undefined;
  const changes = link(`${serverUrl}${slug}/changes?lang=${texts.language}`, texts.text('changes.link'));
  const mark = texts.text('letter.older-translation', { date: texts.date(translationOf) });
  return h('p', { lang: texts.language, dir: direction(texts.language), class: 'soft' }, mark, ' ', changes);
}

function letterIn({ date, language, addressees, title, salutation, blocks, closing, convener }: LetterBody): Child[] {
  const { signatory, role, organisation, website } = convener;
  return [
    h('p', { class: 'date' }, h('time', { datetime: date }, writeDate(date, language))),
    addressees.map(({ name, lines }) => h('address', {}, broken([name, ...lines]))),
    h('h2', { part: 'title' }, title),
    h('p', {}, salutation),
    blocks.map(blockView),
    closing && h('p', {}, closing),
    h(
      'p',
      {},
      h('strong', {}, signatory),
      broken(['', ...(role ? [role] : []), '']),
      website ? link(website, organisation) : organisation,
    ),
  ];
}

/** Details below the letter that are not part of the signed text. */
function below({ slug, convener, language, version, versions, corrections }: LetterBody, texts: Texts): Child[] {
  const around = { lang: texts.language, dir: direction(texts.language), class: 'soft' };
  const made = corrections.filter((one) => one.version === version && one.language === language);
  return [
    made.map(({ at, why }) => h('p', around, texts.text('letter.corrected', { date: texts.date(at), why }))),
    convener.offices.length > 0 &&
      h(
        'div',
        { class: 'offices' },
        convener.offices.map(({ name, lines, telephone, fax, email }) =>
          h(
            'address',
            {},
            h('b', {}, name),
            broken(['', ...lines, ...(email ? [email] : [])]),
            telephone && [h('br'), texts.label('letter.telephone'), h('bdi', { dir: 'ltr' }, telephone)],
            fax && [h('br'), texts.label('letter.fax'), h('bdi', { dir: 'ltr' }, fax)],
          ),
        ),
      ),
    (versions.length > 1 || corrections.length > 0) &&
      h('p', around, link(`${serverUrl}${slug}/changes?lang=${texts.language}`, texts.text('changes.link'))),
  ];
}

/** Each line has its own direction. */
const broken = (lines: readonly string[]): Child[] =>
  lines.flatMap((line, index) => [index > 0 && h('br'), h('bdi', {}, line)]);

const link = (href: string, ...children: Child[]) => h('a', { href, target: '_blank', rel: 'noopener' }, ...children);

function blockView(block: Block): HTMLElement {
  switch (block.type) {
    case 'paragraph':
      return h('p', {}, block.children.map(inlineView));
    case 'heading':
      return h('h3', {}, block.children.map(inlineView));
    case 'quote':
      return h('blockquote', {}, block.children.map(blockView));
    case 'list':
      return h(
        block.ordered ? 'ol' : 'ul',
        { start: block.start },
        block.items.map((item) => h('li', {}, item.map(blockView))),
      );
    case 'rule':
      return h('hr');
  }
}

function inlineView(inline: Inline): Child {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'break':
      return h('br');
    case 'strong':
      return h('strong', {}, inline.children.map(inlineView));
    case 'emphasis':
      return h('em', {}, inline.children.map(inlineView));
    case 'link':
      return link(inline.href, inline.children.map(inlineView));
  }
}
