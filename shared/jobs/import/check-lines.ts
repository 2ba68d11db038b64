import { readMailbox } from '../../mailbox/record.ts';
import { signaturesOf } from '../../mailbox/signatures-of-mailbox.ts';
import { claimKey, hiddenClaimKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import { noMailbox } from '../../signature/claims/claim-key.ts';
import { moveBlockingFormerClaim } from '../../signature/claims/former-claim.ts';
import { readSignature } from '../../signature/storage.ts';
import type { ImportJob } from './job.ts';
import { type ImportPart, lineNumber } from './parts.ts';
import { type Advancing, candidateIn, refused } from './read-candidate.ts';
import type { Candidate } from './row.ts';
import type { LineOutcome } from './sums.ts';

/** @param seen claimants of earlier lines, by line number; those of this part are added */
export async function checkLines(
  { store, keys }: Advancing,
  job: ImportJob,
  part: ImportPart,
  seen: Map<string, number>,
): Promise<LineOutcome[]> {
  return Promise.all(
    part.rows.map(async (row, index): Promise<LineOutcome> => {
      const read = candidateIn(keys, job, row);
      if (!read) return refused;
      if (!read.ok) return { outcome: 'faulty', why: read.why };
      const { claimant } = read.candidate;
      const before = seen.get(claimant);
      if (before !== undefined) return { outcome: 'twice', why: `the same as line ${before}` };
      seen.set(claimant, lineNumber(part, index));
      return (await standsAlready({ store, keys }, job, read.candidate))
        ? { outcome: 'duplicate' }
        : { outcome: 'good', ...(read.without ? { why: `left out – ${read.without}` } : {}) };
    }),
  );
}

/** Finds a signature by its claim, or by the mailbox while it awaits confirmation. */
async function standsAlready(
  { store, keys }: Pick<Advancing, 'store' | 'keys'>,
  { letter, settings }: ImportJob,
  candidate: Candidate,
): Promise<boolean> {
  const { claimant, email } = candidate;
  await moveBlockingFormerClaim({ store, keys }, letter, { ...candidate, provenBy: noMailbox.paper });
  const onPaper = hiddenClaimKey(letter, claimant, noMailbox.paper);
  const rows = await Promise.all([claimKey(letter, claimant), onPaper].map((key) => readItem(store, key)));
  if (rows.some((row) => row?.['signature'] !== undefined)) return true;
  if (settings?.mode !== 'mail') return false;
  const { pending } = signaturesOf(await readMailbox(store, keys, email));
  const waiting = await Promise.all(pending.map((id) => readSignature(store, id)));
  return waiting.some(
    (one) =>
      one?.letter === letter && one.organisationKey === (claimant.startsWith('individual:') ? undefined : claimant),
  );
}
