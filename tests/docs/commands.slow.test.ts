import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readDeliveries } from '../../shared/delivery/storage.ts';
import { type LetterSlug, letterSlug } from '../../shared/ids.ts';
import type { Bucket } from '../../shared/platform/bucket/bucket.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { environmentOf, runCommandLine, secretsWith } from '../fixtures/command-line.ts';
import { documentContext } from '../fixtures/deliveries.ts';
import { runDelivery } from '../fixtures/functions.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';
import { blocks } from './blocks.ts';
import { commandsIn } from './shell.ts';

const secrets = await secretsWith(masterKey);

/** `doctor` needs the processes of a running stack: tests/local/stack.slow.test.ts. */
const onTable = new Set([
  'answer',
  'backup',
  'file',
  'handover',
  'letter',
  'lists',
  'mailbox',
  'partner',
  'restore',
  'signature',
]);

/** Makes the documents of a letter's first delivery as soon as it has started, as the document function does. */
async function makeDocuments(world: World, bucket: Bucket, letter: LetterSlug): Promise<void> {
  const started = async () => (await readDeliveries(world.store, letter)).deliveries.at(0);
  const { id } = await vi.waitUntil(started, { timeout: 30_000, interval: 100 });
  await runDelivery(documentContext(world, bucket), { letter, delivery: id });
}

describe.each(['README.md', 'docs/letters.md', 'docs/embedding.md', 'docs/delivering.md'])('%s', (file) => {
  const commands = blocks()
    .filter((block) => block.file === file && block.language === 'sh')
    .flatMap(({ text }) => commandsIn(text))
    .filter(
      ([name, verb, script = '', ...rest]) =>
        name === 'npm' && verb === 'run' && onTable.has(script) && !rest.includes('--stack'),
    )
    .map((words) => words.slice(2));

  it('has commands that do what they say', async () => {
    expect(commands.length).toBeGreaterThan(4);
    const store = await freshStore();
    const bucket = await freshBucket();
    const env = {
      ...environmentOf(store, secrets.endpoint),
      AWS_ENDPOINT_URL_S3: bucket.endpoint,
      BUCKET_NAME: bucket.name,
      BACKUP_PASSPHRASE: 'a passphrase for tests',
    };
    // The letter of the examples is the one that comes with the local stack.
    await runCommandLine('letter', ['import', 'docs/examples/keep-the-river-open.md', '--open'], env);
    const world = makeWorld(store);
    await sign(world, endorsement(1), 'keep-the-river-open');
    await openTestLetter(store);
    await sign(world, endorsement(2));
    for (const [script = '', , ...args] of commands) {
      const inFolder = args.map((one) =>
        one.endsWith('.backup') ? join(secrets.folder, `${file.replaceAll('/', '-')}-${one}`) : one,
      );
      const [subcommand, letter] = args;
      const [{ code, errors }] = await Promise.all([
        runCommandLine(script, inFolder, env),
        script === 'letter' && subcommand === 'deliver'
          ? makeDocuments(world, bucket, letterSlug.parse(letter))
          : undefined,
      ]);
      expect({ script, args, code, errors }).toEqual({ script, args, code: 0, errors: '' });
    }
  }, 300_000);
});
