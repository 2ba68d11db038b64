/** `npm run rekey -- FILE`: changes the master key, while signing is paused for some minutes. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { commandLine } from '../shared/audit/audit.ts';
import { everything } from '../shared/ids.ts';
import { readPauses } from '../shared/pause/pause.ts';
import { setPause } from '../shared/pause/set-pause.ts';
import { freshFor, type MasterSecret, masterSecret } from '../shared/platform/config/secret.ts';
import { readSecret, writeSecret } from '../shared/platform/config/secrets-manager.ts';
import type { Store } from '../shared/platform/store/store.ts';
import { deriveKeys } from '../shared/platform/token/keys.ts';
import { headOf, itemsOf, readBackup, writeBackup } from './backup/backup-file.ts';
import { newPassphrase, passphraseOf } from './backup/passphrase.ts';
import { scanItems } from './backup/table.ts';
import { verifyItems } from './backup/verify.ts';
import { requireArgument, runCommand } from './command.ts';
import { changedSince, changeOf, leftUndone, rekeyTable } from './rekey/rekey.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run rekey -- FILE   changes the master key. Writes a backup to FILE first, and resumes from it if interrupted
Nobody can sign, confirm or change anything until it is done: about seven minutes, and more for each 100,000 signatures. FILE is
encrypted with the passphrase in BACKUP_PASSPHRASE, or you are asked for one; --plain leaves it unencrypted. With
--stack NAME the command reaches a deployed stack instead of the local one.`;

type Resting = MasterSecret & { readonly resting: NonNullable<MasterSecret['resting']> };

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { stack: { type: 'string' }, plain: { type: 'boolean', default: false } },
  });
  const file = requireArgument(positionals[0], usage);
  if (positionals.length > 1) throw new Refusal(usage);
  const { store, secretId } = await findStack(values.stack);
  if (secretId === undefined) throw new Refusal('The secret with the master key is unknown: set SECRET_ID as well.');
  // Asked for before anything is suspended. After an interruption, it continues with the existing file.
  const passphrase = existsSync(file) ? await passphraseOf(file) : await newPassphrase(values.plain);
  const backup = { file, passphrase };
  const secret = await putToRest(store, secretId, file);
  if (secret.resting.stoppedSigning) await pauseSigning(store, true);
  await untilAllRest(secret.resting.since);
  await takeBackup(store, secretId, secret, backup);
  await changeHashes(store, secret, backup);
  const { resting, masterKey, former, ...others } = secret;
  // Resumes before the secret loses the note that signing was paused for this. Nobody can sign while the keys are
  // suspended.
  if (resting.stoppedSigning) await pauseSigning(store, false);
  const changed = { ...others, masterKey: resting.next, former: [...former, masterKey] };
  await writeSecret(secretId, JSON.stringify(changed));
  console.log(
    `The new master key takes effect within half a minute. ${file} contains names and email addresses: delete it once everything works.`,
  );
});

const pauseSigning = (store: Store, paused: boolean) =>
  setPause(store, { what: 'signing', scope: everything, paused, by: commandLine }, new Date());

/** @returns the secret, after noting in it that the keys are suspended */
async function putToRest(store: Store, secretId: string, file: string): Promise<Resting> {
  const secret = masterSecret.parse(JSON.parse(await readSecret(secretId)));
  if (secret.resting) {
    console.log('Resuming the key change.');
    return { ...secret, resting: secret.resting };
  }
  if (existsSync(file)) throw new Refusal(`${file} already exists: choose another file name.`);
  const stoppedSigning = !(await readPauses(store)).signing.has(everything);
  const next = randomBytes(48).toString('base64url');
  const resting = { since: new Date().toISOString(), next, stoppedSigning };
  await writeSecret(secretId, JSON.stringify({ ...secret, resting }));
  return { ...secret, resting };
}

/** Writers cache the keys for this long, and a request that has begun needs time to end. */
const restsAfter = freshFor + 60_000;

async function untilAllRest(since: string): Promise<void> {
  const left = Date.parse(since) + restsAfter - Date.now();
  if (left <= 0) return;
  console.log(`Waiting until ${new Date(Date.now() + left).toISOString()}, when nothing uses the old key any more.`);
  await sleep(left);
}

/**
 * Half of the table may already be changed, and hashing a hash twice would lose it. So a change always uses one single
 * backup.
 */
interface BackupFile {
  readonly file: string;
  readonly passphrase: string | undefined;
}

async function takeBackup(
  store: Store,
  secretId: string,
  secret: Resting,
  { file, passphrase }: BackupFile,
): Promise<void> {
  const { masterKey, former, resting } = secret;
  const keys = deriveKeys(masterKey, former).hash('backup');
  if (resting.backup === undefined) {
    const takenAt = new Date().toISOString();
    await rm(file, { force: true });
    await writeBackup(file, { undersigned: 1, takenAt, keys }, { items: scanItems(store) }, passphrase);
    await writeSecret(secretId, JSON.stringify({ ...secret, resting: { ...resting, backup: takenAt } }));
    return;
  }
  const isThere = existsSync(file);
  const head = isThere ? await headOf(readBackup(file, passphrase)) : undefined;
  if (head?.keys === keys && head.takenAt === resting.backup) return;
  throw new Refusal(`${file} is not the backup of ${resting.backup} with which the change was begun: name that one.`);
}

async function changeHashes(
  store: Store,
  { masterKey, former, resting }: Resting,
  { file, passphrase }: BackupFile,
): Promise<void> {
  const rekey = deriveKeys(resting.next, [...former, masterKey]).since(deriveKeys(masterKey, former).hash('backup'));
  if (!rekey) throw new Error('a master key always belongs to its own line of keys');
  const items = () => itemsOf(readBackup(file, passphrase));
  const change = await changeOf(items(), rekey);
  const [strange, ...more] = await changedSince(store, change);
  if (strange !== undefined) {
    throw new Refusal(`${strange} and ${more.length} other rows were changed in the meantime, so nothing was done.`);
  }
  console.log(`${await rekeyTable(store, items(), rekey)} rows have their hashes under the new key.`);
  const was = await verifyItems(items());
  const is = await verifyItems(scanItems(store));
  const faults = [...(await leftUndone(store, change)), ...(is.faults.length > was.faults.length ? is.faults : [])];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) throw new Refusal('The verification failed, so signing stays paused. Run the command again.');
  console.log(`${is.signatures} signatures with ${is.claims} claims agree with their counts.`);
}
