/** Details of a co-signatory after the name in a list: the same on our pages and on those of partners. */
import { countryName } from '../../organisation/country.ts';
import type { Texts } from '../../text/catalogue.ts';
import type { ListedSignature } from './public-list.ts';

/** @returns those that exist: who signed for an organisation, the role, the affiliation, the country */
export function detailsOf({ kind, organisation, signatory, country }: ListedSignature, texts: Texts): string[] {
  const person = kind === 'organisation' ? [signatory?.name, signatory?.role] : [signatory?.role];
  const affiliation =
    kind === 'individual' && organisation
      ? texts.text('letter.affiliated', { organisation: organisation.name })
      : undefined;
  return [...person, affiliation, country ? countryName(country, texts.language) : undefined].flatMap(
    (detail) => detail ?? [],
  );
}

/**
 * @returns the website to which the name of an organisation leads. Only where its signature shows more than a mailbox:
 *   else anybody could put any address there
 */
export function linkedWebsite({ kind, organisation, verification }: ListedSignature): string | undefined {
  const website = kind === 'organisation' && verification !== 'mailbox' ? organisation?.website : undefined;
  return website && /^https?:\/\//i.test(website) ? website : undefined;
}
