/**
 * Numbers of people asked to confirm through a partner, by letter and by page and campaign; nothing about individual
 * people. The mailer counts after it has handled the first mail. Counted signatures are in the letter's snapshot
 * instead.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { LetterSlug, PartnerId } from '../ids.ts';
import { UpdateCommand } from '../platform/store/commands.ts';
import { partnerTallyKey, partnerTallyPartition } from '../platform/store/keys.ts';
import { queryAll, queryPage } from '../platform/store/query.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import type { FirstMails } from './daily-submissions.ts';

/** The UTM parameters that say where somebody came from; the other two serve to tell people apart. */
const campaignNames = ['source', 'medium', 'campaign'] as const;

const row = z.object({
  sk: z.string(),
  page: z.string().optional(),
  campaign: z.string().optional(),
  mailed: z.int().default(0),
  held: z.int().default(0),
});

/** Numbers for one page and campaign. */
export type TallyRow = Omit<z.infer<typeof row>, 'sk'> & { readonly letter: string };

/** The letter that was signed, and the partner's page that the signer came from. */
interface Submitted {
  readonly letter: LetterSlug;
  readonly source?:
    | { readonly page?: string | undefined; readonly utm?: Readonly<Record<string, string>> | undefined }
    | undefined;
}

/**
 * Adds one submission, or moves it from held to mailed. One UpdateItem, on a row that is written no faster than mails
 * go out.
 */
export async function tally(
  store: Store,
  { letter, source }: Submitted,
  partner: PartnerId,
  { mailed, held }: FirstMails,
): Promise<void> {
  const campaign = campaignNames.flatMap((name) => source?.utm?.[name] ?? []).join(' / ');
  const about = { page: source?.page, campaign: campaign || undefined };
  const facts = Object.entries(about).filter(([, value]) => value !== undefined);
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);
  await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: partnerTallyKey(partner, letter, hash),
      UpdateExpression: `${facts.length > 0 ? `SET ${facts.map(([name]) => `#${name} = :${name}`).join(', ')} ` : ''}ADD mailed :mailed, held :held`,
      ...(facts.length > 0
        ? { ExpressionAttributeNames: Object.fromEntries(facts.map(([name]) => [`#${name}`, name])) }
        : {}),
      ExpressionAttributeValues: {
        ':mailed': mailed,
        ':held': held,
        ...Object.fromEntries(facts.map(([name, value]) => [`:${name}`, value])),
      },
    }),
  );
}

/** @returns every row of a partner; for the command line only, since there may be many */
export async function readTally(store: Store, partner: PartnerId): Promise<TallyRow[]> {
  const rows = await queryAll(store, table, partnerTallyPartition(partner), {}, row);
  return rows.map(({ sk, ...rest }) => ({ ...rest, letter: sk.slice(0, sk.indexOf('#')) }));
}

/** Maximum number of pages and campaigns read for one letter; there may be more than anybody reads. */
const maxRows = 500;

/**
 * One Query.
 *
 * @returns the rows of a partner under one letter, and whether these are all
 */
export async function readLetterTally(
  store: Store,
  partner: PartnerId,
  letter: LetterSlug,
): Promise<{ rows: TallyRow[]; isWhole: boolean }> {
  const range = { keys: { prefix: `${letter}#` }, limit: maxRows };
  const { rows, next } = await queryPage(store, table, partnerTallyPartition(partner), range, row);
  return { rows: rows.map(({ sk: _, ...rest }) => ({ ...rest, letter })), isWhole: next === undefined };
}

/** @returns the sum of rows */
export function sumOfTally(rows: readonly TallyRow[]): { mailed: number; held: number } {
  const sum = (outcome: 'mailed' | 'held') => rows.reduce((total, one) => total + Math.max(0, one[outcome]), 0);
  return { mailed: sum('mailed'), held: sum('held') };
}
