/** `npm run restore -- FILE --verify`: restores a backup, repeats later erasures, and verifies the result. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deleteUnknown, remakeMissing } from '../shared/delivery/missing-files.ts';
import type { SignatureId } from '../shared/ids.ts';
import { listLetters } from '../shared/letter/storage.ts';
import { forgetPictures } from '../shared/picture/picture.ts';
import { openBucket } from '../shared/platform/bucket/bucket.ts';
import type { Store } from '../shared/platform/store/store.ts';
import type { Keys } from '../shared/platform/token/keys.ts';
import { readErasures } from '../shared/signature/forget.ts';
import { upgradeSteps } from '../shared/upgrade/steps.ts';
import { upgradeTable } from '../shared/upgrade/upgrade.ts';
import { filesOf, headOf, itemsOf, readBackup } from './backup/backup-file.ts';
import { restoreFiles } from './backup/kept-files.ts';
import { passphraseOf } from './backup/passphrase.ts';
import { replayErasures } from './backup/replay-erasures.ts';
import { type Digests, differences, digestsOf, restoreItems, surveyTable } from './backup/restore.ts';
import { scanItems } from './backup/table.ts';
import { listFaults, verifyItems } from './backup/verify.ts';
import { printFacts, runCommand } from './command.ts';
import { readLedger } from './ledger.ts';
import { rekeyedItems } from './rekey/item.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run restore -- FILE --verify              writes FILE to the table, then checks that everything is there
  npm run restore -- FILE --replace --verify    the same for a table with signatures: deletes everything that is not in FILE
  npm run restore -- --verify [--table T]       restores nothing; checks the table as it is
  --erasures LEDGER   also erases the signatures listed in that file (the output of "npm run erasures -- list")
Signatures that were erased after the backup are erased again, uploaded files are put back, and documents that are missing are made again. The passphrase of an encrypted FILE comes from the
environment variable BACKUP_PASSPHRASE, or you are asked for it. --table names a table other than the stack's own. With --stack NAME the command reaches a deployed stack.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      stack: { type: 'string' },
      table: { type: 'string' },
      erasures: { type: 'string' },
      replace: { type: 'boolean', default: false },
      verify: { type: 'boolean', default: false },
    },
  });
  const [file, more] = positionals;
  if (more !== undefined || (file === undefined && !values.verify)) throw new Refusal(usage);
  const { store, keys: readKeys, bucketName } = await findStack(values.stack);
  const keys = await readKeys();
  const target = { ...store, table: values.table ?? store.table };
  const ledger = values.erasures === undefined ? [] : await readLedger(values.erasures);
  for await (const id of readErasures(store)) ledger.push(id);

  const backup = file === undefined ? undefined : { file, passphrase: await passphraseOf(file) };
  const faults = backup ? await putBack(target, keys, backup, { ledger, replace: values.replace }) : [];
  for await (const id of readErasures(target)) ledger.push(id);
  if (backup) await upgradeRestored(target, keys);
  const forgotten = await replayErasures(target, keys, ledger, new Date());
  console.log(`Signatures erased after the backup, and now erased again: ${forgotten}.`);
  // No function works on another table, and the bucket has the files of this one.
  if (backup && bucketName !== undefined && target.table === store.table) {
    faults.push(...(await restoreBucket(target, bucketName, backup)));
  }
  if (values.verify) faults.push(...(await verify(target)));
  else console.log('Prove it with: npm run restore -- --verify');
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) throw new Refusal(`${faults.length} problems found.`);
  if (values.verify) console.log('Every letter, signature, claim, place in the lists and count is there and agrees.');
});

interface Backup {
  readonly file: string;
  readonly passphrase: string | undefined;
}

/** @returns the differences between table and file afterwards */
async function putBack(
  target: Store,
  keys: Keys,
  { file, passphrase }: Backup,
  { ledger, replace }: { ledger: readonly SignatureId[]; replace: boolean },
): Promise<string[]> {
  // Read to its end before anything is written: only then is it known to be complete.
  const head = await headOf(readBackup(file, passphrase));
  const rekey = head && keys.since(head.keys);
  if (!rekey) {
    throw new Refusal(
      `${file} was made under another master key: with the secret of this stack nobody would be found by their mailbox. Put the old value into the secret first.`,
    );
  }
  const items = () => rekeyedItems(itemsOf(readBackup(file, passphrase)), rekey);
  const digests: Digests = await digestsOf(items());
  const survey = await surveyTable(target, digests, ledger);
  if (survey.foreign > 0 && !replace) {
    throw new Refusal(
      `${target.table} holds ${survey.foreign} signatures that are missing from the backup or differ from it: nothing was written. --replace makes the table identical to the backup and deletes them.`,
    );
  }
  const { written, leftOut } = await restoreItems(target, items(), survey, replace);
  console.log(
    `${written} items were written to ${target.table}; ${leftOut} were left out because they were erased after the backup.`,
  );
  const faults: string[] = [];
  for await (const fault of differences(target, digests, survey)) faults.push(fault);
  return faults;
}

/** Migrates a backup of an earlier release to the present form. */
async function upgradeRestored(store: Store, keys: Keys): Promise<void> {
  await upgradeTable({ store, keys: async () => keys, now: new Date() }, upgradeSteps, {
    again: true,
    report: ({ step, did }) => {
      const sums = Object.entries(did).map(([what, number]) => `${number} ${what}`);
      if (sums.length > 0) console.log(`${step.title}: ${sums.join(', ')}, converted from an earlier release.`);
    },
  });
}

/**
 * Puts uploaded files back. Documents and pictures are in no backup: they are made again.
 *
 * @returns what is wrong with the files
 */
async function restoreBucket(store: Store, bucketName: string, { file, passphrase }: Backup): Promise<string[]> {
  const bucket = openBucket(bucketName);
  try {
    for (const { slug } of await listLetters(store)) await forgetPictures(store, slug);
    const deleted = await deleteUnknown(store, bucket);
    if (deleted > 0) console.log(`Files that the table does not have, and that were deleted: ${deleted}.`);
    const files = filesOf(readBackup(file, passphrase));
    const { written, damaged } = await restoreFiles(store, bucket, files);
    if (written > 0) console.log(`Uploaded files that were put back: ${written}.`);
    const number = await remakeMissing(store, bucket, new Date());
    if (number > 0) console.log(`Deliveries whose documents are made again: ${number}.`);
    return damaged.map((key) => `${key} is not as it was`);
  } finally {
    bucket.client.destroy();
  }
}

async function verify(target: Store): Promise<string[]> {
  const { inventory, faults, ...numbers } = await verifyItems(scanItems(target));
  printFacts(Object.entries(numbers).map(([name, number]) => [name, String(number)]));
  return [...faults, ...(await listFaults(target, inventory, sleep))];
}
