import { auditPut } from '../../audit/audit.ts';
import { readLetter } from '../../letter/storage.ts';
import { checkLines } from './check-lines.ts';
import { addUnknown, type UnknownCountry, unknownCountries } from './countries.ts';
import { changeImport, expiryOf, forgetLines, type ImportJob, listImports } from './job.ts';
import { clearRows, type ImportPart, lineNumber, readPart, writePart } from './parts.ts';
import { type Advancing, candidateIn } from './read-candidate.ts';
import { addSums } from './sums.ts';
import { takeLines } from './take-lines.ts';
import { clearFile } from './uploaded.ts';

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
      job.state === 'checking'
        ? await checkLines(advancing, job, part, seen)
        : await takeLines(advancing, letter, job, part);
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
  const after = { ...job.sums, mode: job.settings?.mode ?? 'mail', done: true };
  const line = { by: job.by, did: 'signature.imported', scope: job.letter, bulk: job.sk, after } as const;
  const changes = { ...forgetLines(job), state: 'done' } as const;
  return (await changeImport(store, job, changes, auditPut(store, line, now))) ?? job;
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
