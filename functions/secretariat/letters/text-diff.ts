/** Compares two texts word by word. */
import type { LetterText } from '../../../shared/letter/text.ts';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface Difference {
  readonly field: 'title' | 'date' | 'addressees' | 'salutation' | 'body' | 'closing' | 'convener' | 'offices';
  readonly pieces: readonly Piece[];
}

/** Longest that comparing one field may take, in milliseconds; what differs more than that is shown whole. */
const timeout = 1_000;

/** @returns the fields that differ, in printed order. The library is loaded on demand */
export async function differences(before: LetterText, after: LetterText): Promise<Difference[]> {
  const [old, young] = [partsOf(before), partsOf(after)];
  const changed = fields.filter((field) => old[field] !== young[field]);
  if (changed.length === 0) return [];
  const { diffWordsWithSpace } = await import('diff');
  // Chinese, Japanese and Thai have no spaces between words: only Intl knows where a word ends.
  const intlSegmenter = new Intl.Segmenter(after.language, { granularity: 'word' });
  return changed.map((field) => {
    const found = diffWordsWithSpace(old[field], young[field], { intlSegmenter, timeout });
    const whole: Piece[] = [
      { kind: 'removed', text: old[field] },
      { kind: 'added', text: young[field] },
    ];
    const pieces = found?.map(({ value, added, removed }): Piece => {
      return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
    });
    return { field, pieces: (pieces ?? whole).filter(({ text }) => text !== '') };
  });
}

const fields = ['title', 'date', 'addressees', 'salutation', 'body', 'closing', 'convener', 'offices'] as const;

function partsOf(text: LetterText): Record<Difference['field'], string> {
  const { signatory, role, organisation, website, offices } = text.convener;
  const lines = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join('\n');
  return {
    title: text.title,
    date: text.date,
    addressees: text.addressees.map((one) => lines([one.name, ...one.lines])).join('\n\n'),
    salutation: text.salutation,
    body: text.body,
    closing: text.closing ?? '',
    convener: lines([signatory, role, organisation, website]),
    offices: offices.map((one) => lines([one.name, ...one.lines, one.telephone, one.fax, one.email])).join('\n\n'),
  };
}
