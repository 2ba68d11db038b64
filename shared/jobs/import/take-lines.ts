/** Stores the lines of an import as signatures. Repeating it changes nothing. */
import { createHash } from 'node:crypto';
import { auditPut } from '../../audit/audit.ts';
import { isDelivered } from '../../count/count.ts';
import { makeSignatureId, type SignatureId } from '../../ids.ts';
import { currentVersion, type Letter, languagesOf, signing } from '../../letter/letter.ts';
import { versionShownIn } from '../../letter/shown-version.ts';
import { addByHand } from '../../signature/added.ts';
import { moveBlockingFormerClaim } from '../../signature/claims/former-claim.ts';
import { addPaperSignature } from '../../signature/on-paper.ts';
import { keepTextSeen, type SignatureRecord, signatureRecord } from '../../signature/record.ts';
import { saveSubmission } from '../../signature/save-submission.ts';
import { readSignature } from '../../signature/storage.ts';
import { typedOf } from '../../signature/typed-fields.ts';
import { bestLanguage } from '../../text/language.ts';
import type { ImportJob } from './job.ts';
import type { ImportPart } from './parts.ts';
import { type Advancing, candidateIn, refused } from './read-candidate.ts';
import type { Candidate } from './row.ts';
import type { LineOutcome } from './sums.ts';

export async function takeLines(
  advancing: Advancing,
  letter: Letter,
  job: ImportJob,
  { rows, found }: ImportPart,
): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  for (const [index, row] of rows.entries()) {
    const known = found[index] ?? refused;
    outcomes.push(known.outcome === 'good' ? await takeOne(advancing, letter, job, row) : known);
  }
  return outcomes;
}

async function takeOne(
  { store, keys, now }: Advancing,
  letter: Letter,
  job: ImportJob,
  row: readonly string[],
): Promise<LineOutcome> {
  const read = candidateIn(keys, job, row);
  if (!read?.ok || !job.settings) return refused;
  const { candidate } = read;
  const { mode } = job.settings;
  // The id follows from the content and not from the position: the same line in another file is the same signature.
  const id = makeSignatureId(
    createHash('sha256')
      .update(
        keys.hash('content', 'import', letter.slug, mode, candidate.claimant, mode === 'mail' ? job.fileHash : ''),
      )
      .digest(),
  );
  const record = recordOf(letter, job, job.settings, candidate);
  if (mode === 'mail') {
    if (signing(letter, now) !== 'open') return { outcome: 'faulty', why: 'the letter cannot be signed now' };
    const { organisationKey: _, ...asked } = record;
    const kept = await saveSubmission(
      store,
      { ...asked, id, email: candidate.email, due: 'confirmation', dueAt: job.at },
      undefined,
      new Date(job.at),
    );
    return { outcome: kept === 'accepted' ? 'imported' : 'already' };
  }
  if (mode === 'added')
    return addOne({ store, keys, letter, by: job.by, bulk: job.sk, now }, id, job.settings, candidate);
  if (letter.state === 'delivered') return delivered;
  const onPaper: SignatureRecord & { claimant: string } = {
    ...signatureRecord.parse({ ...record, id, confirmedAt: job.at, confirmedBy: 'paper', moderation: 'approved' }),
    claimant: candidate.claimant,
    organisationKey: undefined,
  };
  const after = { state: 'counted', paper: true };
  const line = auditPut(
    store,
    { by: job.by, did: 'signature.imported', scope: letter.slug, subject: id, bulk: job.sk, after },
    now,
  );
  await moveBlockingFormerClaim({ store, keys }, letter.slug, candidate);
  const kept = await addPaperSignature(store, onPaper, [line]).catch(deliveredInstead);
  if (kept === 'delivered') return delivered;
  return { outcome: kept === 'kept' ? 'imported' : kept };
}

/** Adds a line as if the secretariat had typed it. */
async function addOne(
  adding: Parameters<typeof addByHand>[0],
  id: SignatureId,
  { publish, note }: NonNullable<ImportJob['settings']>,
  candidate: Candidate,
): Promise<LineOutcome> {
  if (!publish) return { outcome: 'faulty', why: 'they did not agree to be listed by name' };
  const before = await readSignature(adding.store, id);
  if (before?.confirmedAt) return { outcome: before.importOf === adding.bulk ? 'imported' : 'already' };
  const { kind, email, language, ...typed } = candidate;
  const evidence = [note, candidate.note].filter(Boolean).join(' · ') || 'On an imported list';
  const asked = { kind, ...typedOf(typed), email: email || undefined, language, evidence };
  const { outcome } = await addByHand(adding, id, asked);
  if (outcome === 'added') return { outcome: 'imported' };
  return outcome === 'duplicate' ? { outcome } : delivered;
}

const delivered: LineOutcome = { outcome: 'faulty', why: 'the letter was delivered' };

function deliveredInstead(error: unknown): 'delivered' {
  if (isDelivered(error)) return 'delivered';
  throw error;
}

/**
 * @returns the version and the text that are signed: by mail those that its link leads to in the signer's language,
 *   which may be a translation of an earlier version; on paper the current one
 */
function textFor(letter: Letter, mode: 'paper' | 'mail' | 'added', language: string) {
  if (mode !== 'mail') return { letterVersion: currentVersion(letter).id };
  const read = bestLanguage([language], languagesOf(letter), letter.language);
  const { id, texts } = versionShownIn(letter, read);
  return { letterVersion: id, ...keepTextSeen(id, texts[read]) };
}

function recordOf(
  letter: Letter,
  { sk: importOf, at }: ImportJob,
  { publish, note, mode }: NonNullable<ImportJob['settings']>,
  candidate: Candidate,
) {
  const notes = [note, candidate.note].filter(Boolean).join(' · ');
  return {
    letter: letter.slug,
    ...textFor(letter, mode, candidate.language),
    language: candidate.language,
    kind: candidate.kind,
    ...typedOf(candidate),
    organisationKey: candidate.organisationKey,
    display: publish && mode === 'mail' ? ('public' as const) : ('withheld' as const),
    consents: { publication: publish, updates: false, partner: false },
    attestation: candidate.kind === 'organisation',
    // They saw no form of ours.
    wording: 'imported',
    submittedAt: at,
    paperNote: notes || undefined,
    importOf,
  };
}
