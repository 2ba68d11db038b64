/** Advances an import part by part. Safe to repeat, and to run twice at once. */

import { createHash } from 'node:crypto';
import { auditPut, writeAudit } from '../../audit/audit.ts';
import { isDelivered } from '../../count/count.ts';
import { makeSignatureId, type SignatureId } from '../../ids.ts';
import { currentVersion, type Letter, signing } from '../../letter/letter.ts';
import { readLetter } from '../../letter/storage.ts';
import { readMailbox } from '../../mailbox/record.ts';
import { signaturesOf } from '../../mailbox/signatures-of-mailbox.ts';
import { claimKey, hiddenClaimKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { addByHand } from '../../signature/added.ts';
import { noMailbox } from '../../signature/claims/claim-key.ts';
import { moveBlockingFormerClaim } from '../../signature/claims/former-claim.ts';
import { addPaperSignature } from '../../signature/on-paper.ts';
import { type SignatureRecord, signatureRecord } from '../../signature/record.ts';
import { saveSubmission } from '../../signature/save-submission.ts';
import { readSignature } from '../../signature/storage.ts';
import { typedOf } from '../../signature/typed-fields.ts';
import { addUnknown, type UnknownCountry, unknownCountries } from './countries.ts';
import { changeImport, expiryOf, forgetLines, type ImportJob, listImports } from './job.ts';
import { clearRows, type ImportPart, lineNumber, readPart, writePart } from './parts.ts';
import { type Candidate, readRow } from './row.ts';
import { addSums, type LineOutcome } from './sums.ts';
import { clearFile } from './uploaded.ts';

export interface Advancing {
  readonly store: Store;
  readonly keys: Keys;
  readonly hasTime: () => boolean;
  readonly now: Date;
}

/** @returns the job when time is up, or when it needs a decision */
export async function advanceImport(advancing: Advancing, begun: ImportJob): Promise<ImportJob> {
  const { store, hasTime } = advancing;
  const letter = await readLetter(store, begun.letter);
  if (!letter) return begun;
  const seen = begun.state === 'checking' ? await claimantsBefore(advancing, begun) : new Map<string, number>();
  let job = begun;
  while ((job.state === 'checking' || job.state === 'importing') && job.next < job.parts && hasTime()) {
    const part = await readPart(store, job, job.next);
    if (!part) return job;
    const found =
      job.state === 'checking' ? await check(advancing, job, part, seen) : await take(advancing, letter, job, part);
    const done = { ...part, found };
    const place = { ...job, ttl: expiryOf(job) };
    await (job.state === 'checking' ? writePart : clearRows)(store, place, job.next, done);
    const unknown = job.state === 'checking' ? { unknownCountries: unknownIn(job, part) } : {};
    const changed = await changeImport(store, job, { next: job.next + 1, sums: addSums(job.sums, found), ...unknown });
    // Another process is working on it.
    if (!changed) return job;
    job = changed;
  }
  return job.next < job.parts ? job : finish(advancing, job);
}

async function finish({ store, now }: Advancing, job: ImportJob): Promise<ImportJob> {
  if (job.state === 'checking') return (await changeImport(store, job, { state: 'checked' })) ?? job;
  if (job.state !== 'importing') return job;
  await clearFile(store, job, expiryOf(job));
  const done = await changeImport(store, job, { ...forgetLines(job), state: 'done' });
  if (done) {
    const after = { ...job.sums, mode: job.settings?.mode ?? 'mail', done: true };
    await writeAudit(store, { by: job.by, did: 'signature.imported', scope: job.letter, bulk: job.sk, after }, now);
  }
  return done ?? job;
}

/** Advances every import that was started. @returns how many there were */
export async function advanceImports(advancing: Advancing): Promise<number> {
  const jobs = (await listImports(advancing.store)).filter(
    ({ state }) => state === 'checking' || state === 'importing',
  );
  for (const job of jobs) if (advancing.hasTime()) await advanceImport(advancing, job);
  return jobs.length;
}

/** Unknown countries, in earlier parts and in this one. */
function unknownIn({ mapping, settings, unknownCountries: before }: ImportJob, { rows }: ImportPart): UnknownCountry[] {
  const column = mapping.country;
  if (column === undefined) return [...before];
  const chosen = settings?.countries ?? {};
  const found = unknownCountries(rows.map((row) => row[column] ?? '')).filter(({ key }) => chosen[key] === undefined);
  return addUnknown(before, found);
}

/** Claimants in the parts already checked, with their line numbers: a file may name somebody twice. */
async function claimantsBefore({ store, keys }: Advancing, job: ImportJob): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  for (let number = 0; number < job.next; number += 1) {
    const part = await readPart(store, job, number);
    for (const [index, row] of (part?.rows ?? []).entries()) {
      const read = candidateIn(keys, job, row);
      if (part && read?.ok && !seen.has(read.candidate.claimant))
        seen.set(read.candidate.claimant, lineNumber(part, index));
    }
  }
  return seen;
}

function candidateIn(keys: Keys, { mapping, settings }: ImportJob, row: readonly string[]) {
  return settings && readRow(keys, row, { mapping, settings });
}

const refused: LineOutcome = { outcome: 'faulty', why: 'nobody has said what the columns hold' };

async function check(
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

async function take(
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

function recordOf(
  letter: Letter,
  { sk: importOf, at }: ImportJob,
  { publish, note, mode }: NonNullable<ImportJob['settings']>,
  candidate: Candidate,
) {
  const version = currentVersion(letter);
  const notes = [note, candidate.note].filter(Boolean).join(' · ');
  return {
    letter: letter.slug,
    letterVersion: version.id,
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
