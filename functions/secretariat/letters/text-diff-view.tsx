/** Shows changes, with added and removed words marked. */
import type { FC } from 'hono/jsx';
import { direction } from '../../../shared/text/language.ts';
import type { Difference } from './text-diff.ts';
import { textFields } from './text-fields.ts';

const { title, date, addressees, salutation, body, closing } = textFields;
const names = {
  ...{ title, date, addressees, salutation, body, closing },
  convener: 'Convener',
  offices: 'Offices (not part of the signed text)',
} as const satisfies Record<Difference['field'], string>;

export const Differences: FC<{ found: readonly Difference[]; language: string }> = ({ found, language }) => (
  <>
    {found.map(({ field, pieces }) => (
      <>
        <h3>{names[field]}</h3>
        <p class="changed" lang={language} dir={direction(language)}>
          {pieces.map(({ kind, text }) =>
            kind === 'added' ? <ins>{text}</ins> : kind === 'removed' ? <del>{text}</del> : text,
          )}
        </p>
      </>
    ))}
  </>
);
