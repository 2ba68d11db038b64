/** "It was not me" has a narrow and a wide answer, and the same link can undo the wide one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { rekeyed } from '../../cli/rekey/item.ts';
import { hasBlocked, undoBlock } from '../../shared/mailbox/block.ts';
import { hashMailbox } from '../../shared/mailbox/record.ts';
import { releaseMailbox, suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { makeDerivedToken } from '../../shared/platform/token/derived.ts';
import { itemsOf } from '../fixtures/records.ts';
import { mailsTo as mailsIn, organisationFrom, sign } from '../fixtures/signing.ts';
import { endorsement, keys, type World } from '../fixtures/world.ts';
import { confirmed, mailboxRow, mailsTo, openWorld, pending, recordOf } from './signer.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

const get = async (path: string) => world.app.request(path, { headers: { accept: 'text/html' } });
const page = async (path: string) => (await get(path)).text();
const press = (path: string, fields: Readonly<Record<string, string>>) =>
  world.app.request(path, {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const asJson = async (token: string, body?: unknown) => {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? undefined : { 'content-type': 'application/json' };
  const answer = await world.app.request(`/stop/${token}`, {
    method: 'POST',
    headers: { accept: 'application/json', ...type },
    ...sent,
  });
  return answer.json();
};
const submitAs = async (number: number, email: string) => {
  world.clock.now += 1000;
  const answer = await world.submit('clean-air', endorsement(number, { signatory: { name: 'Jo', email } }));
  await world.sendMails();
  return [answer.status, await answer.text(), [...answer.headers]];
};

describe('the page behind the link', () => {
  it('offers to delete this one signature first, and then to block the mailbox', async () => {
    const { id } = await pending(world, 1);
    const html = await page(`/stop/${makeDerivedToken(keys, 'stop', id)}`);
    expect([...html.matchAll(/name="action" value="(\w+)"/g)].map(([, action]) => action)).toEqual(['remove', 'block']);
    expect(html).toContain('undo this');
  });

  it('only deletes this signature: another can be signed from the same mailbox', async () => {
    const { id, email } = await pending(world, 1);
    const answer = await press(`/stop/${makeDerivedToken(keys, 'stop', id)}`, { action: 'remove' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('The signature is deleted');
    expect(await recordOf(world, id)).toBeUndefined();
    expect(await mailboxRow(world, email)).not.toHaveProperty('suppressed');
    expect(await page(`/stop/${makeDerivedToken(keys, 'stop', id)}`)).toContain('Nothing left to do');
    await submitAs(2, email);
    expect(mailsTo(world, email)).toHaveLength(2);
  });

  it('leaves a confirmed signature unchanged, whatever is pressed', async () => {
    const { id, email } = await confirmed(world, 1);
    const before = [await recordOf(world, id), await mailboxRow(world, email)];
    for (const action of ['remove', 'block']) {
      expect(await asJson(makeDerivedToken(keys, 'stop', id), { action })).toEqual({ status: 'confirmed' });
    }
    expect(await asJson(makeDerivedToken(keys, 'stop', id), { action: 'undo' })).toEqual({ status: 'gone' });
    expect([await recordOf(world, id), await mailboxRow(world, email)]).toEqual(before);
  });

  it('refuses unknown actions', async () => {
    const { id } = await pending(world, 1);
    expect(await asJson(makeDerivedToken(keys, 'stop', id), { action: 'burn' })).toMatchObject({ status: 422 });
    expect(await asJson(makeDerivedToken(keys, 'stop', id), { action: 'remove', email: 'x@y.example' })).toMatchObject({
      status: 422,
    });
    expect(await recordOf(world, id)).toBeDefined();
  });
});

describe('a block', () => {
  it('can be undone by the same link, at once and years later, and mail arrives again', async () => {
    const { id, email } = await pending(world, 1);
    const token = makeDerivedToken(keys, 'stop', id);
    const done = await press(`/stop/${token}`, { action: 'block' });
    expect(await done.text()).toMatch(/value="undo"[\s\S]*Allow email to this address again/);
    await submitAs(2, email);
    expect(mailsTo(world, email)).toHaveLength(1);
    world.clock.now += 3 * 365 * 24 * 3600 * 1000;
    expect(await page(`/stop/${token}`)).toContain('Do you want email again?');
    const undone = await press(`/stop/${token.toUpperCase()}`, { action: 'undo' });
    expect(await undone.text()).toContain('You can receive email again');
    expect(await mailboxRow(world, email)).not.toHaveProperty('suppressed');
    await submitAs(3, email);
    expect(mailsTo(world, email)).toHaveLength(2);
    // Nothing of it is left, and undoing it again has no effect.
    expect((await itemsOf(world.store)).filter(({ sk }) => sk === 'BLOCK')).toEqual([]);
    expect(await asJson(token, { action: 'undo' })).toEqual({ status: 'gone' });
  });

  it('is invisible to others: a stranger who signs gets the same answers before, during and after it', async () => {
    const { id, email } = await pending(world, 1);
    const seen = [await submitAs(2, email)];
    await asJson(makeDerivedToken(keys, 'stop', id));
    seen.push(await submitAs(3, email));
    await asJson(makeDerivedToken(keys, 'stop', id), { action: 'undo' });
    seen.push(await submitAs(4, email));
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    const sent = await page('/clean-air/sent');
    expect(sent).toContain('If you once asked us never to write to this address');
  });

  it('is undone by no other link, and by no link that was not used to block', async () => {
    const [one, two] = [await pending(world, 1), await pending(world, 2)];
    await asJson(makeDerivedToken(keys, 'stop', one.id));
    expect(await asJson(makeDerivedToken(keys, 'stop', two.id), { action: 'undo' })).toEqual({ status: 'gone' });
    expect(await asJson(one.token, { action: 'undo' })).toMatchObject({ status: 404 });
    expect(await mailboxRow(world, one.email)).toHaveProperty('suppressed');
  });

  it('is not undone once it has become a complaint or a bounce', async () => {
    const { id, email } = await pending(world, 1);
    const token = makeDerivedToken(keys, 'stop', id);
    await asJson(token);
    expect(await hasBlocked(world.store, token)).toBe(true);
    await releaseMailbox(world.store, keys, email, world.clock.now);
    await suppressMailbox(
      world.store,
      keys,
      email,
      { at: new Date().toISOString(), because: 'bounce' },
      world.clock.now,
    );
    expect(await hasBlocked(world.store, token)).toBe(false);
    expect(await undoBlock(world.store, token, new Date(world.clock.now))).toBe(false);
    expect(await mailboxRow(world, email)).toMatchObject({ suppressed: { because: 'bounce' } });
  });

  it('names no signature and no mailbox in the table, and survives a new master key', async () => {
    const { id, email } = await pending(world, 1);
    await asJson(makeDerivedToken(keys, 'stop', id));
    const [row] = (await itemsOf(world.store)).filter(({ sk }) => sk === 'BLOCK');
    expect(JSON.stringify(row)).not.toContain(id);
    expect(JSON.stringify(row)).not.toContain(email);
    const hash = hashMailbox(keys, email);
    const moved = rekeyed(
      { pk: { S: String(row?.['pk']) }, sk: { S: 'BLOCK' }, blockedMailbox: { S: hash } },
      (purpose, text) => `${purpose}:${text.length}`,
    );
    expect(moved).toMatchObject({ pk: { S: row?.['pk'] }, blockedMailbox: { S: 'mailbox:43' } });
  });
});

describe('a forgotten signer who wanted no more mail', () => {
  it('can undo that by the link of their page', async () => {
    const own = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
    const done = await press(`/manage/${own.token}`, { action: 'forget', sure: 'true', noMoreMail: 'true' });
    expect(await done.text()).toContain(`action="/stop/${own.token}"`);
    const again = await get(`/manage/${own.token}`);
    expect([again.status, again.headers.get('location')]).toEqual([303, `/stop/${own.token}`]);
    expect(await page(`/stop/${own.token}`)).toContain('We do not email this address');
    expect(await asJson(own.token, { action: 'block' })).toEqual({ status: 'gone' });
    expect(await asJson(own.token, { action: 'undo' })).toEqual({ status: 'undone' });
    world.mails.length = 0;
    await submitAs(2, own.email);
    expect(mailsIn(world, own.email)).toHaveLength(1);
  });

  it('has a page without further actions if they did not ask for that', async () => {
    const own = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
    const done = await press(`/manage/${own.token}`, { action: 'forget', sure: 'true' });
    expect(await done.text()).not.toContain('value="undo"');
    expect((await get(`/manage/${own.token}`)).status).toBe(200);
    expect((await get(`/stop/${own.token}`)).status).toBe(200);
    expect(await asJson(own.token, { action: 'undo' })).toMatchObject({ status: 404 });
  });
});
