/** `npm run backup -- FILE`: writes everything in the table, and uploaded files, to a file of your own. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBucket } from '../shared/platform/bucket/bucket.ts';
import { itemsOf, readBackup, writeBackup } from './backup/backup-file.ts';
import { readFiles } from './backup/kept-files.ts';
import { newPassphrase } from './backup/passphrase.ts';
import { scanItems } from './backup/table.ts';
import { verifyItems } from './backup/verify.ts';
import { requireArgument, runCommand } from './command.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run backup -- FILE [--table T]   writes all data to FILE, encrypted
  npm run backup -- FILE --plain       writes FILE unencrypted: anyone who has it can read everything
The passphrase comes from the environment variable BACKUP_PASSPHRASE, or you are asked for it. --table names a table other than
the stack's own, such as one restored to a point in time. With --stack NAME the command reaches a deployed stack instead of the local one.`;

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
  if (existsSync(file)) throw new Refusal(`${file} already exists: choose another file name.`);
  const passphrase = await newPassphrase(values.plain);
  const { store, keys, bucketName } = await findStack(values.stack);
  const source = { ...store, table: values.table ?? store.table };
  const head = { undersigned: 1, takenAt: new Date().toISOString(), keys: (await keys()).hash('backup') } as const;
  const bucket = bucketName === undefined ? undefined : openBucket(bucketName);
  const missing: string[] = [];
  const contents = { items: scanItems(source), files: bucket && readFiles(source, bucket, missing) };
  const count = await writeBackup(file, head, contents, passphrase).finally(() => bucket?.client.destroy());
  const { letters, signatures, faults } = await verifyItems(itemsOf(readBackup(file, passphrase)));
  console.log(
    `${file}: ${count.items} items, ${letters} letters, ${signatures} signatures, ${count.files} uploaded files.`,
  );
  if (!bucket) console.log('The bucket is not known, so uploaded files are not in it: set BUCKET_NAME as well.');
  if (missing.length > 0) console.log(`Uploaded files that the bucket does not have: ${missing.length}.`);
  console.log(
    passphrase === undefined
      ? 'It contains the names and email addresses of everyone who signed. It is NOT encrypted, and only you can read it: keep it that way, and delete it when you no longer need it.'
      : 'It contains the names and email addresses of everyone who signed, encrypted. Without the passphrase nobody can read it, including you.',
  );
  console.log(
    'It does not contain the master key: without the secret of this stack, nobody can be found by their email address.',
  );
  if (faults.length === 0) return;
  for (const fault of faults) console.error(fault);
  throw new Refusal(
    'What is written does not agree with itself: somebody signed meanwhile. Take another, or one of a point in time (docs/operating.md).',
  );
});
