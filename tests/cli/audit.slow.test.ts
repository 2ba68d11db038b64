import { beforeAll, expect, it } from 'vitest';
import { replayErasures } from '../../cli/backup/replay-erasures.ts';
import { scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { auditEntry } from '../../shared/audit/audit.ts';
import { signatureId } from '../../shared/ids.ts';
import { forget } from '../../shared/signature/forget.ts';
import { environmentOf, sayingOf, secretsWith } from '../fixtures/command-line.ts';
import { itemsOf } from '../fixtures/records.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';

const secrets = await secretsWith(masterKey);
let world: World;
let id: string;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  ({ id } = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example')));
});

const run = (command: string, ...args: string[]) =>
  sayingOf(command, args, environmentOf(world.store, secrets.endpoint));

/** @returns the lines since then, each as the action, its scope and its subject */
async function lines(): Promise<string[]> {
  const entries = (await itemsOf(world.store)).flatMap((item) => auditEntry.safeParse(item).data ?? []);
  for (const { by } of entries) expect(by).toEqual({ kind: 'command-line', id: 'npm' });
  return entries
    .filter(({ did }) => !did.startsWith('letter.'))
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map(({ did, scope, subject = '' }) => `${did} ${scope} ${subject === id ? 'it' : subject}`.trim());
}

it('covers signatures, mailboxes, lists and erasures, and names nobody', async () => {
  const seen = /version +(\S+)/.exec(await run('signature', 'show', id))?.[1] ?? '';
  expect(await run('signature', 'reject', id, '--seen', seen, '--why', 'A joke.')).toContain('rejected');
  await run('signature', 'approve', id, '--seen', seen);
  await run('signature', 'show', id);
  await run('signature', 'show', id, '--mailbox');
  await run('mailbox', 'show', 'chair@harbour.example');
  await run('mailbox', 'suppress', 'chair@harbour.example');
  await run('mailbox', 'release', 'chair@harbour.example');
  await run('lists', 'deny', 'spam.example');
  await run('lists', 'allow', '203.0.113.0/24');
  await run('lists', 'remove', 'spam.example');
  await run('lists', 'show');
  expect(await lines()).toEqual([
    'signature.rejected clean-air it',
    'signature.approved clean-air it',
    'mailbox.seen clean-air it',
    'mailbox.seen *',
    'mailbox.suppressed *',
    'mailbox.released *',
    'lists.changed *',
    'lists.changed *',
    'lists.changed *',
  ]);
  expect(JSON.stringify((await itemsOf(world.store)).filter((item) => auditEntry.safeParse(item).success))).not.toMatch(
    /harbour\.example|spam\.example|Harbour Friends/,
  );
  expect((await verifyItems(scanItems(world.store))).faults).toEqual([]);
});

it('covers signers who are forgotten again after a restore', async () => {
  const other = signatureId.parse((await sign(world, organisationFrom('quay.example', 'chair@quay.example'))).id);
  const before = (await lines()).length;
  expect(await replayErasures(world.store, keys, [other], new Date())).toBe(1);
  expect((await lines()).slice(before)).toEqual([`signature.forgotten clean-air ${other}`]);
  expect(await replayErasures(world.store, keys, [other], new Date())).toBe(0);
  await forget(world.store, keys, other, new Date());
  expect((await lines()).slice(before)).toHaveLength(1);
});
