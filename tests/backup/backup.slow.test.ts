import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { itemsOf as itemsOfBackup, readBackup } from '../../cli/backup/backup-file.ts';
import { digestsOf } from '../../cli/backup/restore.ts';
import type { Engine } from '../../infra/local/engine.ts';
import { startSecrets } from '../../infra/local/secrets.ts';
import { readSuppression, suppressMailbox } from '../../shared/mailbox/suppression.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { readErasures } from '../../shared/signature/forget.ts';
import { environmentOf, runCommandLine, secretsWith, testSecret } from '../fixtures/command-line.ts';
import { itemsOf } from '../fixtures/records.ts';
import { ask, publicState, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';

const secrets = await secretsWith(masterKey);
const plain = join(secrets.folder, 'plain.jsonl');
const sealed = join(secrets.folder, 'sealed');
let otherSecrets: Engine;
let world: World;
let gone: Awaited<ReturnType<typeof sign>>;
/** The public view when the backup was taken. */
let seen: Awaited<ReturnType<typeof publicState>>;
const passphrase = { BACKUP_PASSPHRASE: 'a passphrase for tests' };

beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  gone = await sign(world, endorsement(1));
  await sign(world, endorsement(2, { display: 'withheld', comment: 'Lines\nand “letters” of all kinds' }));
  await sign(world, endorsement(3, { kind: 'individual', organisation: undefined, attestation: undefined }));
  await sign(world, endorsement(2, { signatory: { name: 'Sefu Otieno', role: 'Clerk', email: 'sefu@mail.example' } }));
  await world.submit('clean-air', endorsement(4));
  seen = await publicState(world);
  for (const [args, env] of [
    [[plain, '--plain'], {}],
    [[sealed], passphrase],
  ] as const) {
    const { code, out, errors } = await command('backup', world.store, [...args], env);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toContain('1 letters, 5 signatures, 0 uploaded files.');
    expect(out).toMatch(/names and email addresses of everyone/);
  }
  await ask(world, gone, { action: 'forget', sure: true });
  const now = { at: new Date().toISOString(), because: 'asked' } as const;
  await suppressMailbox(world.store, keys, 'person3@org-3.example', now, Date.now());
});
afterAll(async () => {
  await otherSecrets?.stop();
});

const command = (name: 'backup' | 'restore', store: Store, args: string[], more: Record<string, string> = {}) =>
  runCommandLine(name, args, { ...environmentOf(store, secrets.endpoint), ...more });

it('restricts the file to its owner, and an encrypted one to those with the passphrase', () => {
  for (const file of [plain, sealed]) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(plain, 'utf8')).toContain('person2@org-2.example');
  expect(readFileSync(sealed, 'latin1')).not.toMatch(/person|SIGNATURE/);
});

it('restores everything into an empty table, and forgets signers again who were forgotten since', async () => {
  const restored = makeWorld(await freshStore(), world.clock);
  const ledger = join(secrets.folder, 'erasures.txt');
  writeFileSync(ledger, '');
  for await (const id of readErasures(world.store)) appendFileSync(ledger, `${id}\n`);
  const args = [sealed, '--verify', '--erasures', ledger];
  const { code, out, errors } = await command('restore', restored.store, args, passphrase);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/and now erased again: 1\.[\s\S]*signatures +4\n[\s\S]*forgotten +1\n[\s\S]*agrees/);
  expect(await publicState(restored)).toEqual(await publicState(world));
  expect(JSON.stringify(await itemsOf(restored.store))).not.toMatch(/Person 1|person1@/);
  // Mails that were due when the backup was taken are sent now.
  await restored.sendMails();
  expect(restored.mails.map(({ to }) => to)).toContain('person4@org-4.example');
  // A second run changes nothing, though the table is no longer empty.
  const again = await command('restore', restored.store, ['--verify']);
  expect(again).toMatchObject({ code: 0, errors: '', out: expect.stringContaining('now erased again: 0.') });
});

it('refuses to overwrite signatures, until told that they may be lost', async () => {
  const { store } = world;
  const late = await sign(world, endorsement(5));
  const before = await itemsOf(store);
  const refused = await command('restore', store, [plain, '--verify']);
  expect(refused).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^t-\S+ holds \d signatures that are missing from the backup.*: nothing was written/),
  });
  expect(await itemsOf(store)).toEqual(before);

  const { code, errors } = await command('restore', store, [plain, '--replace', '--verify']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  await expect(recordOf(world, late)).rejects.toThrow('gone');
  // Forgotten signers stay forgotten, and silenced mailboxes get no mail.
  const { listed, total } = await publicState(world);
  expect(total).toBe(seen.total - 1);
  expect(listed).toEqual(seen.listed.filter((line) => !line.startsWith('Person 1:')));
  expect(await readSuppression(store, keys, 'person3@org-3.example')).toMatchObject({ because: 'asked' });
});

it('writes nothing from a file that is incomplete, cannot be opened, or belongs to another stack', async () => {
  const readAll = (file: string, word?: string) => digestsOf(itemsOfBackup(readBackup(file, word)));
  const cut = join(secrets.folder, 'cut.jsonl');
  writeFileSync(cut, readFileSync(plain, 'utf8').split('\n').slice(0, -3).join('\n'));
  const changed = join(secrets.folder, 'changed.jsonl');
  writeFileSync(changed, readFileSync(plain, 'utf8').replace('Organisation 2', 'Organisation 9'));
  const flipped = join(secrets.folder, 'flipped');
  const bytes = readFileSync(sealed);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
  writeFileSync(flipped, bytes);
  for (const file of [cut, changed]) await expect(readAll(file)).rejects.toThrow('is not a whole backup');
  await expect(readAll(flipped, passphrase.BACKUP_PASSPHRASE)).rejects.toThrow('is not a whole backup');
  await expect(readAll(sealed, 'another')).rejects.toThrow('the passphrase is another one');
  await expect(readAll(sealed)).rejects.toThrow('set BACKUP_PASSPHRASE');

  const store = await freshStore();
  const elsewhere = mkdtempSync(join(secrets.folder, 'other-'));
  otherSecrets = await startSecrets(elsewhere, testSecret);
  const other = { AWS_ENDPOINT_URL_SECRETS_MANAGER: otherSecrets.endpoint };
  expect((await command('restore', store, [plain], other)).errors).toMatch(/another master key/);
  expect((await command('restore', store, [cut])).errors).toMatch(/is not a whole backup/);
  expect(await itemsOf(store)).toEqual([]);
});
