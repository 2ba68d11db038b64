/** A decision about an import is made once, also when the answer of the table to it is lost. */
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine, listAudit } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { advanceImport } from '../../shared/jobs/import/advance.ts';
import { cancelImport, checkImport, rereadImport, startImport } from '../../shared/jobs/import/decide.ts';
import { readSheet } from '../../shared/jobs/import/file.ts';
import { beginImport, type ImportJob, readImport } from '../../shared/jobs/import/job.ts';
import { readPart } from '../../shared/jobs/import/parts.ts';
import { importSettings } from '../../shared/jobs/import/row.ts';
import { injectFaults, loseEveryAnswer } from '../fixtures/dynamodb-faults.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.UTC(2026, 4, 1) };
const letter = letterSlug.parse('clean-air');
const now = new Date(clock.now);
const by = commandLine;
let world: World;
let job: ImportJob;
let repeated: readonly string[];

beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  const bytes = strToU8('Name;Country\nOttilie Quarz;DE\nBenedikt Ampfer;AT\n');
  const read = await readSheet(bytes);
  if (!read.ok) throw new Error(read.why);
  job = await beginImport(world.store, read.sheet, { letter, by, bytes, now });
  repeated = loseEveryAnswer(world.store);
});

const done = (changed: ImportJob | 'same-list' | undefined): ImportJob => {
  if (!changed || changed === 'same-list') throw new Error('the change was refused');
  return changed;
};
const goOn = (on: ImportJob) => advanceImport({ store: world.store, keys, hasTime: () => true, now }, on);
const check = async () => {
  const settings = importSettings.parse({ mode: 'paper', kind: 'individual', publish: false, language: 'en' });
  return goOn(done(await checkImport(world.store, job, { mapping: job.mapping, settings })));
};
/** @returns for each line of the audit trail about the whole list whether it says that the list is finished */
const linesOfTrail = async () => {
  const { entries } = await listAudit(world.store, { scope: letter, month: '2026-05' });
  const own = entries.filter(({ did, subject }) => did === 'signature.imported' && subject === undefined);
  return own.map(({ after }) => after?.['done'] ?? false).sort();
};
const linesOf = async (of: ImportJob) => (await readPart(world.store, of, 0))?.rows.flat();

it('reads the file in another way, and keeps its lines', async () => {
  const read = await rereadImport(world.store, job, { headerLine: 0 }, 'en');
  if (!read || 'why' in read) throw new Error('it was not read again');
  expect(repeated).toContain('UpdateItem');
  expect(await readImport(world.store, letter, job.sk)).toMatchObject({ reading: read.reading, rows: 3 });
  expect(await linesOf(read)).toContain('Ottilie Quarz');
  expect(await linesOf(job)).not.toContain('Ottilie Quarz');
});

it('deletes the lines of a cancelled list', async () => {
  expect(done(await cancelImport(world.store, job)).state).toBe('cancelled');
  expect(await linesOf(job)).toEqual([]);
});

it('writes in the audit trail that a list was started, and that it was finished', async () => {
  const checked = await check();
  expect(checked).toMatchObject({ state: 'checked', sums: { good: 2 } });
  const imported = await goOn(done(await startImport(world.store, checked, { by, now })));
  expect(imported).toMatchObject({ state: 'done', sums: { imported: 2 } });
  expect(await linesOfTrail()).toEqual([false, true]);
});

it('is not changed by two who read it at the same moment', async () => {
  expect(await cancelImport(world.store, job)).toBeDefined();
  expect(await cancelImport(world.store, { ...job, state: 'mapping' })).toBeUndefined();
});

describe('A decision that arrives again, since its answer was lost', () => {
  const jobNow = async () => {
    const found = await readImport(world.store, letter, job.sk);
    if (!found) throw new Error('the import is gone');
    return found;
  };

  it('deletes the lines of a list that was cancelled', async () => {
    injectFaults(world.store, ['lost']);
    await expect(cancelImport(world.store, job)).rejects.toThrow('no answer');
    expect(await linesOf(job)).toContain('Ottilie Quarz');
    expect(done(await cancelImport(world.store, await jobNow())).state).toBe('cancelled');
    expect(await linesOf(job)).toEqual([]);
  });

  it('starts a list once, with its line in the audit trail', async () => {
    const checked = await check();
    injectFaults(world.store, ['fine', 'lost']);
    await expect(startImport(world.store, checked, { by, now })).rejects.toThrow('no answer');
    const started = done(await startImport(world.store, await jobNow(), { by, now }));
    expect(started.state).toBe('importing');
    const finished = await goOn(started);
    expect(finished).toMatchObject({ state: 'done', sums: { imported: 2 } });
    expect(await startImport(world.store, finished, { by, now })).toEqual(finished);
    expect(await linesOfTrail()).toEqual([false, true]);
  });
});
