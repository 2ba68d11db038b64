/**
 * Asks people who signed an earlier letter, and agreed to that, to sign the letter that follows: one mail for each
 * mailbox and letter, even if a run fails or runs twice (docs/decisions/071-follow-up-letters.md).
 */
import pMap from 'p-map';
import { followUpCover } from '../../shared/letter/follow-up.ts';
import { type Letter, signing } from '../../shared/letter/letter.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { hashMailbox, readMailbox } from '../../shared/mailbox/record.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { putIf } from '../../shared/platform/store/change.ts';
import { invitedKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { type CountedRow, readCounted } from '../../shared/signature/lists/counted-index.ts';
import { knowMailbox } from '../../shared/signature/mailbox-facts.ts';
import { unreadMailbox, whyNotWritten } from '../../shared/signature/may-write.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { askedToFollow } from '../../shared/signature/transitions.ts';
import { walkCounted } from './walk-counted.ts';

/** Longer than letters are usually open, in milliseconds. After that, each signature still knows that it was asked. */
const rememberedFor = 2 * 365 * 24 * 3600 * 1000;

interface Asking {
  readonly store: Store;
  readonly keys: Keys;
  /** The letter that follows. */
  readonly letter: Letter;
  readonly now: Date;
  /** Whether the wording in which a signer agreed has the consent. */
  readonly isCovered: ReturnType<typeof followUpCover>;
}

/** Continues the walk over the signers of the earlier letter. @returns the number of signers asked */
export async function askToFollow(
  store: Store,
  keys: () => Promise<Keys>,
  letter: Letter,
  now: Date,
  hasTime: () => boolean,
): Promise<number> {
  const { follows } = letter.settings;
  if (!follows || signing(letter, now) !== 'open') return 0;
  const earlier = await readLetter(store, follows);
  if (!earlier || earlier.state === 'draft') return 0;
  const asking: Asking = { store, keys: await keys(), letter, now, isCovered: followUpCover(store, earlier.slug) };
  return walkCounted(store, {
    letter: earlier.slug,
    work: `follow#${letter.slug}`,
    now,
    hasTime,
    read: (partition, after) => readCounted(store, partition, { after, agreedTo: letter.slug }),
    ask: (rows) => askAll(asking, rows),
  });
}

/** @returns the number of signers that could not be asked; a later walk finds them again */
async function askAll(asking: Asking, rows: readonly CountedRow[]): Promise<number> {
  let missed = 0;
  await pMap(
    rows,
    async ({ id }) => {
      try {
        await askOne(asking, id);
      } catch (error) {
        missed += 1;
        logError('a signer was not asked about a letter that follows', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    },
    { concurrency: 10 },
  );
  return missed;
}

async function askOne(asking: Asking, id: CountedRow['id']): Promise<void> {
  const { store, letter, now } = asking;
  const record = await readSignature(store, id);
  if (!record || !(await mayAsk(asking, record))) return;
  const isMailed = !(await hasSigned(asking, record)) && (await claimMailbox(asking, record));
  // Decided again on the row as it is then; the mailer does so once more before it sends.
  const step = (found: SignatureRecord) =>
    !whyNotWritten(found, 'follow-up', unreadMailbox, true)
      ? askedToFollow(found, letter.slug, { isMailed, now })
      : found;
  await change(store, id, step, now);
}

/** Whether its signer may be written to about the letter that follows, and was not asked about it yet. */
async function mayAsk({ store, keys, letter, now, isCovered }: Asking, record: SignatureRecord): Promise<boolean> {
  const { followAsked = [], due, dueNext } = record;
  // One follow-up mail at a time: a pending one names another letter.
  if (followAsked.includes(letter.slug) || due === 'follow-up' || dueNext.includes('follow-up')) return false;
  if (whyNotWritten(record, 'follow-up', unreadMailbox, await isCovered(record))) return false;
  const { facts } = await knowMailbox(store, keys, record, now);
  return !whyNotWritten(record, 'follow-up', facts, true);
}

/** Whether the mailbox has confirmed a signature under the letter that follows. */
async function hasSigned({ store, keys, letter }: Asking, { email }: SignatureRecord): Promise<boolean> {
  const mailbox = await readMailbox(store, keys, email);
  return mailbox?.signatures.some((own) => own.letter === letter.slug) ?? false;
}

/** Chooses one signature per mailbox. A run that was interrupted recognises its own claim. */
function claimMailbox(
  { store, keys, letter, now }: Asking,
  { id, email, letter: from }: SignatureRecord,
): Promise<boolean> {
  return putIf(store, {
    Item: {
      ...invitedKey(hashMailbox(keys, email), letter.slug),
      signature: id,
      from,
      ttl: Math.ceil((now.getTime() + rememberedFor) / 1000),
    },
    ConditionExpression: 'attribute_not_exists(pk) OR signature = :mine',
    ExpressionAttributeValues: { ':mine': id },
  });
}
