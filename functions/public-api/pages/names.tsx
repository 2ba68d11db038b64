/** Co-signatories as people read them. */
import type { FC } from 'hono/jsx';
import { countryName } from '../../../shared/organisation/country.ts';
import type { ListedSignature } from '../../../shared/signature/list.ts';
import type { Texts } from '../../../shared/text/messages.ts';

/** @param version the letter's current version: who signed an earlier one is shown as such */
export const Names: FC<{ items: readonly ListedSignature[]; texts: Texts; version: string }> = ({
  items,
  texts,
  version,
}) => (
  <ul class="names">
    {items.map((item) => (
      <li>
        <bdi class="who">{item.kind === 'organisation' ? item.organisation?.name : item.signatory?.name}</bdi>
        <Mark item={item} texts={texts} />
        <span class="more">
          {detailsOf(item, texts, version).map((detail, index) => (
            <>
              {index > 0 ? ' · ' : null}
              <bdi>{detail}</bdi>
            </>
          ))}
        </span>
      </li>
    ))}
  </ul>
);

/** How well an organisation is proven, in two or three words; the least, a confirmed mailbox, goes without saying. */
const Mark: FC<{ item: ListedSignature; texts: Texts }> = ({ item: { kind, verification }, texts }) =>
  kind === 'individual' || verification === 'mailbox' ? null : (
    <>
      {' '}
      <span class={`mark ${verification}`}>{texts.text(`mark.${verification}`)}</span>
    </>
  );

function detailsOf(item: ListedSignature, texts: Texts, version: string): string[] {
  const { kind, organisation, signatory, country, letterVersion } = item;
  const person = kind === 'organisation' ? [signatory?.name, signatory?.role] : [signatory?.role];
  const affiliation =
    kind === 'individual' && organisation
      ? texts.text('letter.affiliated', { organisation: organisation.name })
      : undefined;
  return [
    ...person,
    affiliation,
    country ? countryName(country, texts.language) : undefined,
    letterVersion === version ? undefined : texts.text('letter.older-version'),
  ].flatMap((detail) => detail ?? []);
}
