/** Signers in the histories: co-signatories in several spellings, and mailboxes that prove more or less about them. */
import { personal } from '../../fixtures/personal.ts';

/** One spelling of an organisation. Those with the same label are the same organisation. */
export interface Organisation {
  readonly label: string;
  /** The registrable domain of its website, if it has one. */
  readonly domain?: string;
  readonly fields: { readonly name: string; readonly website?: string; readonly country: string };
}

const onSite = (label: string, domain: string, host: string): Organisation => ({
  label,
  domain,
  fields: { name: `Friends of ${host.replaceAll('.', ' ')}`, website: `https://${host}/`, country: 'KZ' },
});

export const organisations: readonly Organisation[] = [
  onSite('harbour', 'harbour.example', 'harbour.example'),
  onSite('harbour', 'harbour.example', 'youth.harbour.example'),
  onSite('river', 'river.org.uk', 'north.river.org.uk'),
  { label: 'club in KZ', fields: { name: 'Été Club', country: 'KZ' } },
  { label: 'club in KZ', fields: { name: 'ete CLUB!', country: 'KZ' } },
  { label: 'club in FR', fields: { name: 'Été Club', country: 'FR' } },
];

/** One spelling of an address. Those with the same label are the same mailbox. */
export interface Mailbox {
  readonly label: string;
  readonly address: string;
  readonly domain: string;
}

export const mailboxes: readonly Mailbox[] = [
  { label: 'office', address: 'office@harbour.example', domain: 'harbour.example' },
  { label: 'agent', address: 'agent@consulting.example', domain: 'consulting.example' },
  { label: 'desk', address: 'desk@youth.harbour.example', domain: 'harbour.example' },
  { label: 'ada', address: 'ada.x@gmail.com', domain: 'gmail.com' },
  { label: 'ada', address: 'adax+letters@googlemail.com', domain: 'gmail.com' },
  { label: 'bo', address: 'bo@freebox.example', domain: 'freebox.example' },
];

/** For co-signatories whom the secretariat added without one. */
export const nobody: Mailbox = { label: 'nobody', address: '', domain: '' };

/** @returns the label of the mailbox, in any spelling */
export function labelOf(to: string): string {
  const found = mailboxes.find(({ address }) => address === to);
  if (!found) throw new Error('a mail went to somebody else');
  return found.label;
}

/** One spelling of a person's name. */
export interface Person {
  readonly label: string;
  readonly name: string;
}

export const people: readonly Person[] = [
  { label: 'Ada', name: 'Ada Example' },
  { label: 'Ada', name: 'ÁDA EXAMPLE' },
  { label: 'Bo', name: 'Bo Example' },
];

/** The fields that somebody wants recorded. */
export interface Wish {
  readonly kind: 'organisation' | 'individual';
  /** For an individual, the affiliation, which does not sign. */
  readonly organisation?: Organisation | undefined;
  readonly person: Person;
  /** Unique to each request, so that it identifies it. */
  readonly role: string;
  readonly mailbox: Mailbox;
}

/** @returns the key that a letter counts once, by the rules (rule 6) */
export function claimantOf({ kind, organisation, person, mailbox }: Wish): string {
  return kind === 'organisation' ? `for ${organisation?.label}` : `${person.label} at ${mailbox.label}`;
}

/** @returns whether the mailbox shows control of the organisation's domain */
export function provesDomain({ kind, organisation, mailbox }: Wish): boolean {
  return kind === 'organisation' && organisation?.domain === mailbox.domain;
}

personal(
  ...organisations.map(({ fields }) => fields.name),
  ...mailboxes.map(({ address }) => address),
  ...people.map(({ name }) => name),
);

/** Reads a drawn number digit by digit, each in a base of its own. */
export function digits(drawn: number): <Item>(items: readonly Item[]) => Item {
  let rest = drawn;
  return (items) => {
    const item = items[rest % items.length];
    rest = Math.floor(rest / items.length);
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
}

/** @returns a number that encodes "for that organisation, from that mailbox": see `wishOf` */
export function drawnFor(organisation: number, mailbox: number): number {
  return 4 * (organisation + organisations.length * people.length * mailbox);
}

/** @returns who wants to sign, decoded from the number */
export function wishOf(drawn: number, role: string, mailbox?: Mailbox): Wish {
  const choose = digits(drawn);
  const forOrganisation = choose([true, true, true, false]);
  const organisation = choose(organisations);
  if (forOrganisation) {
    return { kind: 'organisation', organisation, person: choose(people), role, mailbox: mailbox ?? choose(mailboxes) };
  }
  const affiliation = choose([false, true]) ? organisation : undefined;
  const private_ = mailboxes.filter(({ label }) => label === 'ada' || label === 'bo');
  return {
    kind: 'individual',
    organisation: affiliation,
    person: choose(people),
    role,
    mailbox: mailbox ?? choose(private_),
  };
}
