/**
 * Reads the passphrase of a backup from the environment or a hidden prompt, never from the command line, which other
 * users can see.
 */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Refusal } from '../stack.ts';
import { isEncrypted } from './backup-file.ts';

/** A terminal at which a person can type, if there is one. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}
const ownTerminal: Terminal = { input: process.stdin, output: process.stderr };

/** Shorter ones can be guessed from the file in a short time, even though each guess is slow. */
const shortest = 12;

/**
 * @param plain whether an unencrypted file was requested
 * @returns the passphrase with which a new backup is encrypted; undefined for a plain one
 * @throws Refusal where no passphrase is given
 */
export async function newPassphrase(plain: boolean, terminal = ownTerminal): Promise<string | undefined> {
  if (plain) return undefined;
  const given = process.env['BACKUP_PASSPHRASE'];
  if (given) return longEnough(given);
  if (!terminal.input.isTTY) {
    throw new Refusal(
      'A backup is encrypted: set BACKUP_PASSPHRASE, or run the command in a terminal to type one. --plain writes a file that anybody can read.',
    );
  }
  const typed = longEnough(await askUnseen('Passphrase for the backup: ', terminal));
  if ((await askUnseen('Once more: ', terminal)) !== typed) throw new Refusal('These two are not the same.');
  return typed;
}

/**
 * @returns the passphrase of that file; undefined for a plain one
 * @throws Refusal where the file needs a passphrase and none is given
 */
export async function passphraseOf(path: string, terminal = ownTerminal): Promise<string | undefined> {
  const given = process.env['BACKUP_PASSPHRASE'] || undefined;
  if (given !== undefined || !(await isEncrypted(path))) return given;
  if (terminal.input.isTTY) return askUnseen(`Passphrase of ${path}: `, terminal);
  throw new Refusal(`${path} is encrypted: set BACKUP_PASSPHRASE, or run the command in a terminal to type it.`);
}

function longEnough(passphrase: string): string {
  if (passphrase.length >= shortest) return passphrase;
  throw new Refusal(`The passphrase is too short: at least ${shortest} characters, such as four or five words.`);
}

async function askUnseen(question: string, { input, output }: Terminal): Promise<string> {
  output.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal: true });
  try {
    const ended = new Promise<never>((_, reject) => {
      lines.once('SIGINT', () => reject(new Refusal('Nothing was done.')));
      lines.once('close', () => reject(new Refusal('Nothing was done.')));
    });
    return await Promise.race([lines.question(''), ended]);
  } finally {
    lines.close();
    output.write('\n');
  }
}
