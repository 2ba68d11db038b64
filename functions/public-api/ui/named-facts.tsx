/** Lists the stored data of a signature for its owner. */
import type { FC } from 'hono/jsx';
import type { PublicFields } from '../../../shared/signature/public-fields.ts';
import { type SignatureRecord, textSeenBy } from '../../../shared/signature/record.ts';
import { typedFacts } from '../../../shared/signature/typed-facts.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';

/** Name and value of a fact; facts without a value are not listed. */
export type NamedFact = readonly [name: string, value: string | undefined];

export const NamedFacts: FC<{ facts: readonly NamedFact[] }> = ({ facts }) => (
  <dl class="facts">
    {facts.map(([name, value]) =>
      value ? (
        <>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </>
      ) : null,
    )}
  </dl>
);

/** @returns the names, as far as the public may see them */
export function nameFacts(fields: PublicFields, texts: Texts): NamedFact[] {
  return typedFacts(fields, 'page', texts);
}

/** @returns the details of the signature, for the owner's page */
export function heldFacts(record: SignatureRecord, texts: Texts): NamedFact[] {
  const date = (moment: string | undefined) => moment && texts.date(moment);
  return [
    ...nameFacts(record, texts),
    [texts.text('manage.fact-email'), record.email],
    [texts.text('manage.fact-comment'), record.comment],
    [texts.text('manage.fact-submitted'), date(record.submittedAt)],
    [texts.text('manage.fact-confirmed'), date(record.confirmedAt)],
  ];
}

/** @returns what proves the signature and identifies its text: shown on demand */
export function technicalFacts(record: SignatureRecord, texts: Texts): NamedFact[] {
  return [[texts.text('manage.fact-version'), textSeenBy(record)]];
}
