/** A new master key: everything found by a hash before is found afterwards, and all links and codes in use work. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domainProofOf } from '../../functions/public-api/manage/domain-proof.ts';
import type { Engine } from '../../infra/local/engine.ts';
import { startSecrets } from '../../infra/local/secrets.ts';
import { readSuppression, suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { readPauses } from '../../shared/pause/pause.ts';
import { masterSecret, RekeyInProgress } from '../../shared/platform/config/secret.ts';
import { makeDerivedToken } from '../../shared/platform/token/derived.ts';
import { deriveKeys, type Keys } from '../../shared/platform/token/keys.ts';
import { listedMailbox } from '../../shared/screening/lists.ts';
import { environmentOf, runCommandLine, testSecret } from '../fixtures/command-line.ts';
import { createApp, createConsole } from '../fixtures/functions.ts';
import { editList } from '../fixtures/lists.ts';
import { signIn } from '../fixtures/members.ts';
import { itemsOf } from '../fixtures/records.ts';
import { mailsTo, organisationFrom, publicList, publicState, sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import {
  codeIn,
  endorsement,
  keys,
  makeWorld,
  masterKey,
  openTestLetter,
  secretariatEmail,
  tokenIn,
  type World,
} from '../fixtures/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-rekey-'));
const file = join(folder, 'before.backup');
const secretFile = join(folder, 'secret.json');
const person = { kind: 'individual', organisation: undefined, attestation: undefined };
const now = () => new Date();

let secrets: Engine;
/** The previous state, and the same table with the new key. */
let before: World;
let after: World;
let fresh: Keys;
let owner: Awaited<ReturnType<typeof sign>>;
let seen: Awaited<ReturnType<typeof publicState>>;
let old: readonly string[];

const secret = () => masterSecret.parse(JSON.parse(readFileSync(secretFile, 'utf8')));
const rekey = (path = file) =>
  runCommandLine('rekey', [path, '--plain'], environmentOf(before.store, secrets.endpoint));
/** As if the command had started so long ago that nothing uses the old key any more. */
const begin = () => {
  const resting = {
    since: '2026-01-01T00:00:00.000Z',
    next: 'the next master key, for tests alone',
    stoppedSigning: false,
  };
  writeFileSync(secretFile, JSON.stringify({ ...secret(), resting }));
};

beforeAll(async () => {
  writeFileSync(secretFile, JSON.stringify({ masterKey, edge: 'kept' }), { mode: 0o600 });
  secrets = await startSecrets(folder, testSecret);
  before = makeWorld(await freshStore());
  const { store } = before;
  await openTestLetter(store);
  owner = await sign(before, endorsement(1));
  await sign(before, endorsement(2, person));
  await sign(before, endorsement(9, { display: 'withheld' }));
  await before.submit('clean-air', endorsement(3, person));
  await before.submit('clean-air', organisationFrom('harbour.example', 'chair@harbour.example'));
  await before.submit('clean-air', endorsement(4));
  await before.sendMails();
  await signIn(before);
  await suppressMailbox(
    store,
    keys,
    'person7@org-7.example',
    { at: now().toISOString(), because: 'asked' },
    Date.now(),
  );
  await editList(store, 'deniedMailboxes', 'ADD', listedMailbox(keys, 'person8@org-8.example'));
  seen = await publicState(before);
  old = hashesIn(await itemsOf(store));
  begin();
  const { code, out, errors } = await rekey();
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/rows have their hashes under the new key[\s\S]*signatures with \d claims agree/);
  fresh = deriveKeys('the next master key, for tests alone', [masterKey]);
  after = makeWorld(anotherClient(store), before.clock, undefined, { hashes: fresh });
});
afterAll(async () => {
  await secrets.stop();
  rmSync(folder, { recursive: true });
});

/** @returns all hashes used for look-ups */
function hashesIn(items: readonly object[]): string[] {
  const text = JSON.stringify(items, (_, value) => (value instanceof Set ? [...value] : value));
  const found = text.matchAll(/(?:MAILBOX#|MEMBERMAIL#|individual:|"codeHash":"|"deniedMailboxes":\[")([\w-]{43})/g);
  return [...new Set([...found].flatMap(([, hash]) => hash ?? []))];
}

const mailTo = (email: string) => {
  const mail = mailsTo(before, email).at(-1);
  if (!mail) throw new Error('no mail came');
  return mail;
};

describe('after the master key has changed', () => {
  it('the secret names the new one and its predecessor, and keeps its other content', () => {
    expect(secret()).toEqual({ masterKey: 'the next master key, for tests alone', former: [masterKey], edge: 'kept' });
  });

  it('no old hash is left, and the number of hashes is unchanged', async () => {
    expect(old.length).toBeGreaterThan(9);
    const text = JSON.stringify(await itemsOf(after.store), (_, value) => (value instanceof Set ? [...value] : value));
    for (const hash of old) expect(text).not.toContain(hash);
    expect(hashesIn(await itemsOf(after.store))).toHaveLength(old.length);
  });

  it('count and list are unchanged', async () => {
    expect(await publicState(after)).toEqual(seen);
  });

  it('links and codes that were sent before work', async () => {
    expect((await after.app.request(`/manage/${owner.token}`)).status).toBe(200);
    expect(await (await after.confirm(tokenIn(mailTo('person3@org-3.example')))).json()).toMatchObject({
      status: 'confirmed',
    });
    const code = await after.app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        letter: 'clean-air',
        email: 'chair@harbour.example',
        code: codeIn(mailTo('chair@harbour.example')),
      }),
    });
    expect(await code.json()).toMatchObject({ status: 'confirmed' });
    const stop = mailTo('person4@org-4.example').text.match(/\/stop\/([0-9a-z]{46})/)?.[1] ?? '';
    const stopped = await after.app.request(`/stop/${stop}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    });
    expect(await stopped.json()).toMatchObject({ status: 'stopped' });
  });

  it('an individual who signs again is recognised', async () => {
    await after.submit('clean-air', endorsement(2, { ...person, comment: 'Once more' }));
    await after.sendMails();
    expect(
      mailsTo(after, 'person2@org-2.example')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('/confirm/');
    expect((await publicList(after)).filter((line) => line.startsWith('Person 2'))).toHaveLength(1);
  });

  it('suppressed mailboxes get no mail, and denied ones stay denied', async () => {
    expect(await readSuppression(after.store, fresh, 'person7@org-7.example')).toMatchObject({ because: 'asked' });
    for (const number of [7, 8]) await after.submit('clean-air', endorsement(number));
    await after.sendMails();
    for (const number of [7, 8]) expect(mailsTo(after, `person${number}@org-${number}.example`)).toEqual([]);
  });

  it('a member signs in', async () => {
    expect((await (await signIn(after)).request('/console')).status).toBe(200);
  });

  it('a line that an organisation published on its domain before still proves its signature', () => {
    const about = { id: owner.id, letter: 'clean-air' };
    expect(domainProofOf(fresh, about, 'org-1.example').accepted).toContain(
      domainProofOf(keys, about, 'org-1.example').line,
    );
    expect(makeDerivedToken(fresh, 'stop', owner.id)).not.toBe(makeDerivedToken(keys, 'stop', owner.id));
  });

  it('an earlier backup is restored under the new key', async () => {
    const restored = makeWorld(await freshStore(), before.clock, undefined, { hashes: fresh });
    const env = environmentOf(restored.store, secrets.endpoint);
    const { code, errors } = await runCommandLine('restore', [file, '--verify'], env);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(await readSuppression(restored.store, fresh, 'person7@org-7.example')).toMatchObject({ because: 'asked' });
    expect(await publicState(restored)).toEqual(seen);
  });
});

describe('a change that is interrupted', () => {
  const since = '2026-01-01T00:00:00.000Z';

  it('while it waits, continues with the same key, and signing resumes in the end', async () => {
    rmSync(file);
    const script = fileURLToPath(new URL('../../cli/rekey.ts', import.meta.url));
    const env = { ...process.env, ...environmentOf(before.store, secrets.endpoint) };
    const child = spawn(process.execPath, [script, file, '--plain'], { env });
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toMatch(/^Waiting until /);
    child.kill('SIGKILL');
    expect((await readPauses(before.store)).signing).toEqual(new Set(['*']));
    const { resting } = secret();
    expect(resting).toMatchObject({ stoppedSigning: true, next: expect.stringMatching(/^[\w-]{64}$/) });
    writeFileSync(secretFile, JSON.stringify({ ...secret(), resting: { ...resting, since } }));
    expect(await rekey()).toMatchObject({ code: 0, errors: '' });
    expect(secret().masterKey).toBe(resting?.next);
    expect(await readPauses(before.store)).toMatchObject({ signing: new Set() });
  });

  it('while it writes, continues from the backup with which it began, and from no other', async () => {
    const { masterKey: next, former } = secret();
    const { takenAt } = JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? '');
    const resting = { since, next, stoppedSigning: false, backup: takenAt };
    writeFileSync(secretFile, JSON.stringify({ masterKey: former.at(-1), former: former.slice(0, -1), resting }));
    const counted = await publicState(before);
    const other = join(folder, 'other.backup');
    expect((await rekey(other)).errors).toContain('is not the backup');
    expect(existsSync(other)).toBe(false);
    expect(await rekey()).toMatchObject({ code: 0, errors: '' });
    expect(secret()).toMatchObject({ masterKey: next, former });
    expect(await publicState(before)).toEqual(counted);
  });
});

it('while the keys rest, shows pages, and asks to retry anything that would change something', async () => {
  const keysRest = () => Promise.reject(new RekeyInProgress());
  const app = createApp({ ...before.api, keys: keysRest });
  const { app: console } = createConsole({ ...before.api, keys: keysRest, secretariatEmail });
  expect((await app.request('/clean-air')).status).toBe(200);
  expect((await app.request('/v1/letters/clean-air/signatures')).status).toBe(200);
  const signing = await app.request('/v1/letters/clean-air/signatures', { method: 'POST', body: '{}' });
  expect(signing.status).toBe(503);
  expect(await signing.json()).toMatchObject({ type: expect.stringContaining('unavailable') });
  expect((await app.request(`/manage/${owner.token}`, { method: 'POST' })).status).toBe(503);
  expect((await console.request('/console/sign-in', { method: 'POST' })).status).toBe(503);
});
