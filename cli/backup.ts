/** `npm run backup -- FILE`: writes everything in the table to a file of your own. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { itemsOf, readBackup, writeBackup } from './backup/backup-file.ts';
import { newPassphrase } from './backup/passphrase.ts';
import { scanItems } from './backup/table.ts';
import { verifyItems } from './backup/verify.ts';
import { requireArgument, runCommand } from './command.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run backup -- FILE [--table T]   writes everything that is stored into FILE, encrypted
  npm run backup -- FILE --plain       writes it in clear: whoever has FILE can read everything
The passphrase is that of BACKUP_PASSPHRASE in the environment, else it is asked for. With --table it is another table than the stack's own, as
one that was restored to a point in time. With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      stack: { type: 'string' },
      table: { type: 'string' },
      plain: { type: 'boolean', default: false },
    },
  });
  const file = requireArgument(positionals[0], usage);
  if (positionals.length > 1) throw new Refusal(usage);
  if (existsSync(file)) throw new Refusal(`${file} is there already: name another file.`);
  const passphrase = await newPassphrase(values.plain);
  const { store, keys } = await findStack(values.stack);
  const source = { ...store, table: values.table ?? store.table };
  const head = { undersigned: 1, takenAt: new Date().toISOString(), keys: (await keys()).hash('backup') } as const;
  const count = await writeBackup(file, head, scanItems(source), passphrase);
  const { letters, signatures, faults } = await verifyItems(itemsOf(readBackup(file, passphrase)));
  console.log(`${file}: ${count} items, ${letters} letters, ${signatures} signatures.`);
  console.log(
    passphrase === undefined
      ? 'It holds names and mailboxes of everybody who signed, NOT encrypted and readable to you alone: keep it so, and delete it when it has served.'
      : 'It holds names and mailboxes of everybody who signed, encrypted: without the passphrase nobody can read it, you included.',
  );
  console.log('The master key is not in it: without the secret of this stack nobody can be found by their mailbox.');
  if (faults.length === 0) return;
  for (const fault of faults) console.error(fault);
  throw new Refusal(
    'What is written does not agree with itself: somebody signed meanwhile. Take another, or one of a point in time (docs/operating.md).',
  );
});
