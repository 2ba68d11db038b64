/** A backup is encrypted unless a plain one is requested. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { itemsOf, readBackup, writeBackup } from '../../cli/backup/backup-file.ts';
import { newPassphrase, passphraseOf, type Terminal } from '../../cli/backup/passphrase.ts';
import { environmentOf, runCommandLine } from '../fixtures/command-line.ts';
import { freshStore } from '../fixtures/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-passphrase-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => vi.stubEnv('BACKUP_PASSPHRASE', ''));

const phrase = 'four words that nobody guesses';
const head = { undersigned: 1, takenAt: '2026-11-02T09:00:00Z', keys: 'k' } as const;
async function* nothing() {}
async function write(name: string, passphrase: string | undefined): Promise<string> {
  const path = join(folder, name);
  await writeBackup(path, head, { items: nothing() }, passphrase);
  return path;
}

/** Types each line when asked for it. */
function typing(...lines: string[]): Terminal & { said: () => string } {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  let said = '';
  const output = new PassThrough();
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (/: $/.test(said)) setImmediate(() => input.write(`${lines.shift() ?? ''}\r`));
  });
  return { input, output, said: () => said };
}
const nobody = (): Terminal => ({ input: new PassThrough(), output: new PassThrough() });

it('the passphrase is read from the environment, or asked for twice without showing it', async () => {
  const terminal = typing(phrase, phrase);
  expect(await newPassphrase(false, terminal)).toBe(phrase);
  expect(terminal.said()).not.toContain('guesses');
  await expect(newPassphrase(false, typing(phrase, 'four words that somebody'))).rejects.toThrow('not the same');
  await expect(newPassphrase(false, typing('short'))).rejects.toThrow('too short');
  vi.stubEnv('BACKUP_PASSPHRASE', phrase);
  expect(await newPassphrase(false, nobody())).toBe(phrase);
  vi.stubEnv('BACKUP_PASSPHRASE', 'short');
  await expect(newPassphrase(false, nobody())).rejects.toThrow('too short');
});

it('no plain file is written unless requested', async () => {
  await expect(newPassphrase(false, nobody())).rejects.toThrow('A backup is encrypted');
  expect(await newPassphrase(true, nobody())).toBeUndefined();
  const store = await freshStore();
  const path = join(folder, 'refused');
  for (const command of ['backup', 'rekey'] as const) {
    const env = { ...environmentOf(store), SECRET_ID: 'none', BACKUP_PASSPHRASE: '' };
    const { code, errors } = await runCommandLine(command, [path], env);
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining('A backup is encrypted') });
  }
  expect(existsSync(path)).toBe(false);
});

it('the passphrase is asked for when a file needs it, and not for a plain one of an older version', async () => {
  const [plain, sealed] = [await write('plain', undefined), await write('sealed', phrase)];
  expect(readFileSync(sealed, 'latin1')).not.toContain('takenAt');
  expect(await passphraseOf(plain, nobody())).toBeUndefined();
  await expect(passphraseOf(sealed, nobody())).rejects.toThrow('is encrypted: set BACKUP_PASSPHRASE');
  const typed = await passphraseOf(sealed, typing(phrase));
  const items: unknown[] = [];
  for await (const item of itemsOf(readBackup(sealed, typed))) items.push(item);
  expect(items).toEqual([]);
});
