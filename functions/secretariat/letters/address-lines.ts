/** Parses typed addresses: one line below the other, an empty line before the next address. */
import type { LetterText, Office } from '../../../shared/letter/text.ts';

type Addressee = LetterText['addressees'][number];

const marks = { telephone: 'Telephone', fax: 'Fax', email: 'Email' } as const;

/** @returns the addressees, not yet validated: the first line of each is the name */
export function readAddressees(typed: string): Addressee[] {
  return blocksOf(typed).map(([name = '', ...lines]) => ({ name, lines }));
}

export function writeAddressees(addressees: readonly Addressee[]): string {
  return addressees.map(({ name, lines }) => [name, ...lines].join('\n')).join('\n\n');
}

/** @returns the offices, not yet validated; lines that start with `Telephone:`, `Fax:` or `Email:` fill those fields */
export function readOffices(typed: string): Office[] {
  return blocksOf(typed).map(([name = '', ...rest]) => {
    const marked = (mark: string) =>
      rest.flatMap((line) => (line.startsWith(`${mark}:`) ? line.slice(mark.length + 1).trim() : [])).at(-1);
    return {
      name,
      lines: rest.filter((line) => !Object.values(marks).some((mark) => line.startsWith(`${mark}:`))),
      telephone: marked(marks.telephone),
      fax: marked(marks.fax),
      email: marked(marks.email),
    };
  });
}

export function writeOffices(offices: readonly Office[]): string {
  return offices
    .map(({ name, lines, telephone, fax, email }) =>
      [
        name,
        ...lines,
        ...(telephone ? [`${marks.telephone}: ${telephone}`] : []),
        ...(fax ? [`${marks.fax}: ${fax}`] : []),
        ...(email ? [`${marks.email}: ${email}`] : []),
      ].join('\n'),
    )
    .join('\n\n');
}

function blocksOf(typed: string): string[][] {
  return typed
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .filter((block) => block.length > 0);
}
