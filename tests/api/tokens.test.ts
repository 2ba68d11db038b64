import { beforeAll, describe, expect, it } from 'vitest';
import type { SignatureId } from '../../shared/ids.ts';
import { DeleteCommand, UpdateCommand } from '../../shared/platform/store/commands.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { makeToken, readToken } from '../../shared/platform/token/token.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { freshStore } from '../fixtures/store.ts';
import { codeIn, endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
let count = 0;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

async function pending() {
  count += 1;
  await world.submit('clean-air', endorsement(count));
  await world.sendMails();
  const mail = world.mails.findLast(({ to }) => to === `person${count}@org-${count}.example`);
  const token = mail && tokenIn(mail);
  const id = token && readToken(token)?.id;
  if (!mail || !token || !id) throw new Error('no mail');
  return { mail, token, id };
}

const page = (token: string) => world.app.request(`/confirm/${token}`, { headers: { accept: 'text/html' } });
const type = (letter: string, email: string, code: string) =>
  world.app.request('/confirm', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ letter, email, code }),
  });

describe('a link', () => {
  it('that nobody sent gets a helpful page, and a problem for programs', async () => {
    for (const token of ['x', 'a'.repeat(46), '%00', 'a'.repeat(5000)]) {
      const shown = await page(token);
      expect(shown.status).toBe(200);
      expect(await shown.text()).toContain('This link does not work');
      expect((await world.confirm(token)).status).toBe(404);
    }
  });

  it('with another secret is unknown', async () => {
    const { token } = await pending();
    const forged = `${token.slice(0, 20)}${'0'.repeat(26)}`;
    expect((await world.confirm(forged)).status).toBe(404);
    expect(await (await world.confirm(token)).json()).toEqual({ status: 'confirmed' });
  });

  it('made for another purpose is unknown', async () => {
    const { id } = await pending();
    const { token, stored } = makeToken(id, 'manage', Date.now() + 1e6);
    await world.store.client.send(
      new UpdateCommand({
        TableName: world.store.table,
        Key: signatureKey(id),
        UpdateExpression: 'SET manageTokens = :tokens',
        ExpressionAttributeValues: { ':tokens': [stored] },
      }),
    );
    expect((await world.confirm(token)).status).toBe(404);
    expect((await readSignature(world.store, id))?.confirmedAt).toBeUndefined();
  });

  it('expires after seven days, and the page says so', async () => {
    const { token, id } = await pending();
    world.clock.now += 7 * 24 * 3600 * 1000 + 1;
    const answer = await world.confirm(token);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ type: 'urn:problem-type:undersigned:token-expired' });
    expect(await (await page(token)).text()).toContain('This link has expired');
    expect((await readSignature(world.store, id))?.confirmedAt).toBeUndefined();
  });

  it('works in capitals', async () => {
    const { token } = await pending();
    expect(await (await world.confirm(token.toUpperCase())).json()).toEqual({ status: 'confirmed' });
  });

  it('stays out of caches, referrers and search engines', async () => {
    const { token } = await pending();
    const { headers } = await page(token);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('changes nothing when opened by GET and HEAD, however often', async () => {
    const { token, id } = await pending();
    const before = await readSignature(world.store, id);
    for (const method of ['GET', 'HEAD', 'GET']) await world.app.request(`/confirm/${token}`, { method });
    expect(await readSignature(world.store, id)).toEqual(before);
  });

  it('is confirmed by a bare POST: no body, no origin, no accept', async () => {
    const { token, id } = await pending();
    const answer = await world.app.request(`/confirm/${token}`, { method: 'POST' });
    expect(answer.status).toBe(303);
    expect((await readSignature(world.store, id))?.confirmedBy).toBe('link');
  });
});

describe('a code', () => {
  it('is void after ten wrong attempts, while the link still works', async () => {
    const { mail, token } = await pending();
    for (let wrong = 0; wrong < 10; wrong += 1) {
      expect((await type('clean-air', mail.to, 'ABCD-2345')).status).toBe(422);
    }
    expect((await type('clean-air', mail.to, codeIn(mail))).status).toBe(422);
    expect(await (await world.confirm(token)).json()).toEqual({ status: 'confirmed' });
  });

  it('works after nine wrong attempts', async () => {
    const { mail } = await pending();
    for (let wrong = 0; wrong < 9; wrong += 1) await type('clean-air', mail.to, 'ABCD-2345');
    expect((await type('clean-air', mail.to, codeIn(mail))).status).toBe(200);
  });

  it('is accepted in the ways people type it', async () => {
    const { mail } = await pending();
    const typed = ` ${codeIn(mail).toLowerCase().replace('-', ' ')} `;
    expect((await type('Clean-Air ', mail.to.toUpperCase(), typed)).status).toBe(200);
  });

  it('gives the same answer when wrong and for an unknown mailbox', async () => {
    const { mail } = await pending();
    const wrong = await type('clean-air', mail.to, 'ABCD-2345');
    const unknown = await type('clean-air', 'nobody@nowhere.example', 'ABCD-2345');
    expect(unknown.status).toBe(wrong.status);
    expect(await unknown.text()).toBe(await wrong.text());
  });

  it.each(['', '1', 'ABCDEFGHIJ', '0000-0000'])('is not accepted: %s', async (code) => {
    expect((await type('clean-air', 'a@b.example', code)).status).toBe(422);
  });

  it('typed wrong in a form returns the form, with letter and address kept', async () => {
    const answer = await world.app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: new URLSearchParams({ letter: 'clean-air', email: 'a@b.example', code: 'ABCD2345' }).toString(),
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="a@b.example"');
    expect(html).toContain('role="alert"');
  });
});

it('a code whose signature is stopped during its confirmation counts as wrong', async () => {
  const { mail, id } = await pending();
  let stopped = false;
  world.store.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'TransactWriteItemsCommand' || commandName === 'TransactWriteCommand') {
          if (!stopped) {
            stopped = true;
            await remove(world.store, id);
          }
        }
        return next(args);
      },
    { step: 'initialize', name: 'stopInBetween' },
  );
  const answer = await type('clean-air', mail.to, codeIn(mail));
  world.store.client.middlewareStack.remove('stopInBetween');
  expect(stopped).toBe(true);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ type: 'urn:problem-type:undersigned:code-wrong' });
});

const remove = ({ client, table: TableName }: Store, id: SignatureId) =>
  client.send(new DeleteCommand({ TableName, Key: signatureKey(id) }));
