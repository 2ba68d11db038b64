/**
 * The table of who may be written to, written by hand: the consent with its stored wording, the state of the signature, and the mailbox.
 * The tests of `whyNotWritten` and of the mails that really leave compare with it.
 */
import { makeSignatureId } from '../../shared/ids.ts';
import type { MailPurpose, NotWrittenBecause } from '../../shared/signature/may-write.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';

type Change = Partial<SignatureRecord>;

const submitted = '2026-03-01T00:00:00.000Z';
const confirmed = '2026-03-02T00:00:00.000Z';
const later = '2026-03-03T00:00:00.000Z';
const unsubscribed = '2026-03-04T00:00:00.000Z';
const afterwards = '2026-03-05T00:00:00.000Z';

/** Wordings of the letter's own, as ids of stored wordings. */
export const ownWithSentence = 'a'.repeat(64);
export const ownWithoutSentence = 'b'.repeat(64);

type Given = Partial<SignatureRecord['consents']>;
const given = (more: Given) => ({ publication: true, updates: false, partner: false, ...more });
const both: Given = { updates: true, followUp: true };
const log = (...steps: readonly (readonly [at: string, wording: string, given: Given])[]): Change => ({
  wording: steps[0]?.[1] ?? '',
  consents: given(steps.at(-1)?.[2] ?? {}),
  consentLog: steps.map(([at, wording, said]) => ({ at, wording, consents: given(said) })),
});

/** Every consent that may be stored. `en-1` and `en-2` do not ask about letters that follow; `en-3` does. */
const consents: Readonly<Record<string, Change>> = {
  none: { wording: 'en-3', consents: given({}) },
  partner: { wording: 'en-3', consents: given({ partner: true }) },
  'updates, old wording': { wording: 'en-1', consents: given({ updates: true }) },
  updates: { wording: 'en-3', consents: given({ updates: true }) },
  'follow-up, old wording': { wording: 'en-1', consents: given({ followUp: true }) },
  'follow-up': { wording: 'en-3', consents: given({ followUp: true }) },
  both: { wording: 'en-3', consents: given(both) },
  'both, own wording that asks': { wording: ownWithSentence, consents: given(both) },
  'both, own wording that does not': { wording: ownWithoutSentence, consents: given(both) },
  'both, wording that nobody knows': { wording: 'c'.repeat(64), consents: given(both) },
  'both, taken back': log([submitted, 'en-3', both], [later, 'en-3', {}]),
  'both, given later': log([submitted, 'en-3', {}], [later, 'en-3', both]),
  'both, old wording, changed since': log([submitted, 'en-2', { followUp: true }], [later, 'en-3', both]),
  'both, given anew in a new wording': log([submitted, 'en-2', both], [later, 'en-2', {}], [later, 'en-3', both]),
};

const other = makeSignatureId();
const approved: Change = { confirmedAt: confirmed, confirmedBy: 'link', moderation: 'approved' };

/** Every state of a signature. */
const states: Readonly<Record<string, Change>> = {
  'confirmed by link': approved,
  'confirmed by code': { ...approved, confirmedBy: 'code' },
  individual: { ...approved, kind: 'individual' },
  'name withheld': { ...approved, display: 'withheld' },
  'held for review': { ...approved, moderation: 'held', reviewBecause: 'level' },
  'held by the secretariat': { ...approved, moderation: 'held', reviewBecause: 'secretariat' },
  displaced: {
    ...approved,
    moderation: 'held',
    reviewBecause: 'displaced',
    duplicateOf: other,
    displacedAt: afterwards,
  },
  duplicate: { ...approved, duplicateOf: other },
  'marked as a duplicate': { ...approved, duplicateOf: other, mergedAt: afterwards },
  'on paper': { ...approved, confirmedBy: 'paper' },
  'added by hand': { ...approved, confirmedBy: 'added' },
  'confirmed in an unknown way': { ...approved, confirmedBy: undefined },
  rejected: { ...approved, moderation: 'rejected' },
  withdrawn: { ...approved, withdrawnAt: later },
  'withdrawn and rejected': { ...approved, moderation: 'rejected', withdrawnAt: later },
  unconfirmed: {},
  'unconfirmed and held': { heldBecause: 'too-fast' },
  expired: { submittedAt: '2025-01-01T00:00:00.000Z' },
};

interface Mailbox {
  readonly change?: Change;
  readonly isSuppressed?: true;
  readonly isDenied?: 'address' | 'domain';
  readonly unsubscribedAt?: string;
}

/** Every state of a mailbox. */
export const mailboxes: Readonly<Record<string, Mailbox>> = {
  deliverable: {},
  bounced: { change: { deliverability: { state: 'bounced', at: later } } },
  complained: { change: { deliverability: { state: 'complained', at: later } } },
  'refused by SES': { change: { deliverability: { state: 'refused', at: later } } },
  suppressed: { isSuppressed: true },
  erased: { change: { email: '' } },
  'address blocked': { isDenied: 'address' },
  'domain blocked': { isDenied: 'domain' },
  unsubscribed: { unsubscribedAt: unsubscribed },
  'unsubscribed at that moment': { unsubscribedAt: submitted },
  'unsubscribed and suppressed': { unsubscribedAt: unsubscribed, isSuppressed: true },
  'unsubscribed, then agreed again': {
    unsubscribedAt: unsubscribed,
    change: log([submitted, 'en-3', both], [unsubscribed, 'en-3', { followUp: true }], [afterwards, 'en-3', both]),
  },
  'unsubscribed, then saved another consent': {
    unsubscribedAt: unsubscribed,
    change: log([submitted, 'en-3', both], [afterwards, 'en-3', { ...both, partner: true }]),
  },
};

const words: Readonly<Record<string, NotWrittenBecause | undefined>> = {
  yes: undefined,
  u: 'unconfirmed',
  h: 'by-hand',
  w: 'withdrawn',
  r: 'rejected',
  nc: 'not-counted',
  no: 'no-consent',
  s: 'unsubscribed',
  x: 'undeliverable',
  b: 'denied',
};

/** @returns the cells of a row of a table below, by the names of its columns */
function rowsOf(columns: readonly string[], text: string): Map<string, Map<string, NotWrittenBecause | undefined>> {
  const lines = text.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', ...cells] = line.split('|').map((cell) => cell.trim());
      if (cells.length !== columns.length) throw new Error(`"${name}" has ${cells.length} cells`);
      return [
        name,
        new Map(
          columns.map((column, index) => {
            const cell = cells[index] ?? '';
            if (!Object.hasOwn(words, cell)) throw new Error(`"${name}": there is no "${cell}"`);
            return [column, words[cell]];
          }),
        ),
      ];
    }),
  );
}

const consentColumns = Object.keys(consents);

/** For news about the letter, and that it was delivered, which is news. Columns as in `consents`. */
const news = rowsOf(
  consentColumns,
  `
confirmed by link           | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
confirmed by code           | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
individual                  | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
name withheld               | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
held for review             | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
held by the secretariat     | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
displaced                   | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
duplicate                   | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
marked as a duplicate       | no | no | yes | yes | no | no | yes | yes | yes | yes | no | yes | yes | yes
on paper                    | h  | h  | h   | h   | h  | h  | h   | h   | h   | h   | h  | h   | h   | h
added by hand               | h  | h  | h   | h   | h  | h  | h   | h   | h   | h   | h  | h   | h   | h
confirmed in an unknown way | h  | h  | h   | h   | h  | h  | h   | h   | h   | h   | h  | h   | h   | h
rejected                    | r  | r  | r   | r   | r  | r  | r   | r   | r   | r   | r  | r   | r   | r
withdrawn                   | w  | w  | w   | w   | w  | w  | w   | w   | w   | w   | w  | w   | w   | w
withdrawn and rejected      | w  | w  | w   | w   | w  | w  | w   | w   | w   | w   | w  | w   | w   | w
unconfirmed                 | u  | u  | u   | u   | u  | u  | u   | u   | u   | u   | u  | u   | u   | u
unconfirmed and held        | u  | u  | u   | u   | u  | u  | u   | u   | u   | u   | u  | u   | u   | u
expired                     | u  | u  | u   | u   | u  | u  | u   | u   | u   | u   | u  | u   | u   | u
`,
);

/** For an invitation to sign a letter that follows. */
const invitations = rowsOf(
  consentColumns,
  `
confirmed by link           | no | no | no | no | no | yes | yes | yes | no | no | no | yes | no | yes
confirmed by code           | no | no | no | no | no | yes | yes | yes | no | no | no | yes | no | yes
individual                  | no | no | no | no | no | yes | yes | yes | no | no | no | yes | no | yes
name withheld               | no | no | no | no | no | yes | yes | yes | no | no | no | yes | no | yes
held for review             | nc | nc | nc | nc | nc | nc  | nc  | nc  | nc | nc | nc | nc  | nc | nc
held by the secretariat     | nc | nc | nc | nc | nc | nc  | nc  | nc  | nc | nc | nc | nc  | nc | nc
displaced                   | nc | nc | nc | nc | nc | nc  | nc  | nc  | nc | nc | nc | nc  | nc | nc
duplicate                   | nc | nc | nc | nc | nc | nc  | nc  | nc  | nc | nc | nc | nc  | nc | nc
marked as a duplicate       | nc | nc | nc | nc | nc | nc  | nc  | nc  | nc | nc | nc | nc  | nc | nc
on paper                    | h  | h  | h  | h  | h  | h   | h   | h   | h  | h  | h  | h   | h  | h
added by hand               | h  | h  | h  | h  | h  | h   | h   | h   | h  | h  | h  | h   | h  | h
confirmed in an unknown way | h  | h  | h  | h  | h  | h   | h   | h   | h  | h  | h  | h   | h  | h
rejected                    | r  | r  | r  | r  | r  | r   | r   | r   | r  | r  | r  | r   | r  | r
withdrawn                   | w  | w  | w  | w  | w  | w   | w   | w   | w  | w  | w  | w   | w  | w
withdrawn and rejected      | w  | w  | w  | w  | w  | w   | w   | w   | w  | w  | w  | w   | w  | w
unconfirmed                 | u  | u  | u  | u  | u  | u   | u   | u   | u  | u  | u  | u   | u  | u
unconfirmed and held        | u  | u  | u  | u  | u  | u   | u   | u   | u  | u  | u  | u   | u  | u
expired                     | u  | u  | u  | u  | u  | u   | u   | u   | u  | u  | u  | u   | u  | u
`,
);

const purposes: readonly MailPurpose[] = ['updates', 'delivery', 'follow-up'];

/** For a confirmed signer who agreed to everything. Unsubscribing ends the updates, and nothing else. */
const reachable = rowsOf(
  purposes,
  `
deliverable                              | yes | yes | yes
bounced                                  | x   | x   | x
complained                               | x   | x   | x
refused by SES                           | x   | x   | x
suppressed                               | x   | x   | x
erased                                   | x   | x   | x
address blocked                          | b   | b   | b
domain blocked                           | b   | b   | b
unsubscribed                             | s   | s   | yes
unsubscribed at that moment              | s   | s   | yes
unsubscribed and suppressed              | s   | s   | x
unsubscribed, then agreed again          | yes | yes | yes
unsubscribed, then saved another consent | s   | s   | yes
`,
);

export interface Case {
  readonly state: string;
  readonly consent: string;
  readonly mailbox: string;
}

/** Every combination. When a mailbox unsubscribed, it depends on when each consent was given; those agreed to everything. */
export const allCases: readonly Case[] = Object.keys(states).flatMap((state) =>
  Object.entries(mailboxes).flatMap(([mailbox, { unsubscribedAt }]) =>
    (unsubscribedAt === undefined ? consentColumns : ['both']).map((consent) => ({ state, consent, mailbox })),
  ),
);

/** @returns the fields in which such a signature differs from another */
export function fieldsOf({ state, consent, mailbox }: Case): Change {
  return { submittedAt: submitted, ...states[state], ...consents[consent], ...mailboxes[mailbox]?.change };
}

/** @returns the cell: why such a signer may not be written to for that purpose, or undefined when they may */
export function expectedWhy(purpose: MailPurpose, { state, consent, mailbox }: Case): NotWrittenBecause | undefined {
  const table = purpose === 'follow-up' ? invitations : news;
  const first = cellOf(table, state, consent);
  return first ?? cellOf(reachable, mailbox, purpose);
}

function cellOf(table: ReturnType<typeof rowsOf>, row: string, column: string): NotWrittenBecause | undefined {
  const cells = table.get(row);
  if (!cells?.has(column)) throw new Error(`the table has no cell for ${row}, ${column}`);
  return cells.get(column);
}
