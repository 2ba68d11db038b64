/**
 * `npm run restore -- FILE --verify`: restores a backup, erases again those who were erased since, and verifies the
 * result.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { SignatureId } from '../shared/ids.ts';
import type { Store } from '../shared/platform/store/store.ts';
import type { Keys } from '../shared/platform/token/keys.ts';
import { readErasures } from '../shared/signature/forget.ts';
import { upgradeSteps } from '../shared/upgrade/steps.ts';
import { upgradeTable } from '../shared/upgrade/upgrade.ts';
import { headOf, itemsOf, readBackup } from './backup/backup-file.ts';
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
  npm run restore -- FILE --verify              writes FILE into the table, then proves that everything is there
  npm run restore -- FILE --replace --verify    the same where people have signed: what FILE does not have is deleted
  npm run restore -- --verify [--table T]       writes nothing back; proves the table as it is
  --erasures LEDGER   forgets also whom that file names, as "npm run erasures -- list" has printed it
Whoever was forgotten since, by the ledger of the stack's table, is forgotten again. The passphrase
of an encrypted FILE is that of BACKUP_PASSPHRASE in the environment, else it is asked for.
With --table it is another table than the stack's own. With --stack NAME the command reaches a deployed stack.`;

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
  const { store, keys: readKeys } = await findStack(values.stack);
  const keys = await readKeys();
  const target = { ...store, table: values.table ?? store.table };
  const ledger = values.erasures === undefined ? [] : await readLedger(values.erasures);
  for await (const id of readErasures(store)) ledger.push(id);

  const faults = file === undefined ? [] : await putBack(target, keys, file, { ledger, replace: values.replace });
  for await (const id of readErasures(target)) ledger.push(id);
  if (file !== undefined) await upgradeRestored(target, keys);
  const forgotten = await replayErasures(target, keys, ledger, new Date());
  console.log(`${forgotten} had been forgotten since and are forgotten again.`);
  if (values.verify) faults.push(...(await verify(target)));
  else console.log('Prove it with: npm run restore -- --verify');
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) throw new Refusal(`${faults.length} things are not as they must be.`);
  if (values.verify) console.log('Every letter, signature, claim, place in the lists and count is there and agrees.');
});

/** @returns the differences between table and file afterwards */
async function putBack(
  target: Store,
  keys: Keys,
  file: string,
  { ledger, replace }: { ledger: readonly SignatureId[]; replace: boolean },
): Promise<string[]> {
  const passphrase = await passphraseOf(file);
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
      `${target.table} holds ${survey.foreign} signatures that the backup does not have, or not like that: nothing was written. With --replace the table becomes what the backup is, and these are lost.`,
    );
  }
  const { written, leftOut } = await restoreItems(target, items(), survey, replace);
  console.log(`${written} items are written to ${target.table}; ${leftOut} stay away, as they were forgotten since.`);
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
      if (sums.length > 0) console.log(`${step.title}: ${sums.join(', ')}, as an earlier release wrote them.`);
    },
  });
}

async function verify(target: Store): Promise<string[]> {
  const { census: inventory, faults, ...numbers } = await verifyItems(scanItems(target));
  printFacts(Object.entries(numbers).map(([name, number]) => [name, String(number)]));
  return [...faults, ...(await listFaults(target, inventory, sleep))];
}
