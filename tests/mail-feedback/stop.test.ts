/** "It was not me": a page of its own, with a token of its own. */
import { beforeEach, describe, expect, it } from 'vitest';
import { stopLink } from '../../functions/mailer/stop-link.ts';
import { reservedSlugs } from '../../shared/ids.ts';
import { makeDerivedToken } from '../../shared/platform/token/derived.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';
import { anotherClient } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, publicUrl, type World } from '../fixtures/world.ts';
import { confirmed, mailboxRow, mailsTo, openWorld, pending, publicView, recordOf } from './signer.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

const visit = (token: string, method = 'GET') =>
  world.app.request(`/stop/${token}`, { method, headers: { accept: 'text/html' } });
const asJson = { method: 'POST', headers: { accept: 'application/json' } };
const press = (token: string) => world.app.request(`/stop/${token}`, asJson);

describe('the link', () => {
  it('leads to the page, and its token is as long as any other', async () => {
    const { id } = await pending(world, 1);
    const link = stopLink(keys, publicUrl, id);
    expect(link).toMatch(/^https:\/\/sign\.example\.org\/stop\/[0-9a-hjkmnp-tv-z]{46}$/);
    expect(link).toContain(id);
    expect(stopLink(deriveKeys('another master key, which is not in use'), publicUrl, id)).not.toBe(link);
    const html = await (await visit(makeDerivedToken(keys, 'stop', id))).text();
    expect(html).toContain('It was not me');
    expect(html).toMatch(/<form[^>]*method="post"/);
    expect(html).toContain('Clean air for the harbour district');
  });

  it('shows nobody’s name or address', async () => {
    const { id, email } = await pending(world, 1);
    const html = await (await visit(makeDerivedToken(keys, 'stop', id))).text();
    expect(html).not.toContain('Person 1');
    expect(html).not.toContain(email);
  });

  it('changes nothing when opened by GET and HEAD, however often', async () => {
    const { id, email } = await pending(world, 1);
    const before = [await recordOf(world, id), await mailboxRow(world, email)];
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await visit(makeDerivedToken(keys, 'stop', id), method)).status).toBe(200);
    expect([await recordOf(world, id), await mailboxRow(world, email)]).toEqual(before);
  });

  it('stays out of caches, referrers and search engines', async () => {
    const { id } = await pending(world, 1);
    const { headers } = await visit(makeDerivedToken(keys, 'stop', id));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('has one purpose: its token confirms nothing, and a confirmation token stops nothing', async () => {
    const { id, token } = await pending(world, 1);
    expect((await world.confirm(makeDerivedToken(keys, 'stop', id))).status).toBe(404);
    expect((await press(token)).status).toBe(404);
    expect((await recordOf(world, id))?.confirmedAt).toBeUndefined();
  });

  it('gets a helpful page when forged or mangled, and a problem for programs', async () => {
    const { id } = await pending(world, 1);
    for (const token of ['x', 'a'.repeat(46), `${id}${'0'.repeat(26)}`, 'a'.repeat(5000)]) {
      const shown = await visit(token);
      expect(shown.status).toBe(200);
      expect(await shown.text()).toContain('This link does not work');
      expect((await press(token)).status).toBe(404);
    }
    expect(await recordOf(world, id)).toBeDefined();
  });
});

describe('the press', () => {
  it('deletes the unconfirmed signature and suppresses the mailbox; a second press changes nothing', async () => {
    const { id, email, token } = await pending(world, 1);
    const stop = makeDerivedToken(keys, 'stop', id);
    expect(await (await press(stop.toUpperCase())).json()).toEqual({ status: 'stopped' });
    expect(await recordOf(world, id)).toBeUndefined();
    const row = await mailboxRow(world, email);
    expect(row).toMatchObject({ suppressed: { because: 'asked' }, mails: [] });
    expect(row).not.toHaveProperty('ttl');
    expect(await (await press(stop)).json()).toEqual({ status: 'gone' });
    expect(await mailboxRow(world, email)).toEqual(row);
    expect((await world.confirm(token)).status).toBe(404);
    expect(await (await visit(stop)).text()).toContain('Allow email to this address again');

    await world.submit('clean-air', endorsement(2, { signatory: { name: 'x', email } }));
    await world.sendMails();
    expect(mailsTo(world, email)).toHaveLength(1);
  });

  it('shows a person that it is done', async () => {
    const { id } = await pending(world, 1);
    const answer = await visit(makeDerivedToken(keys, 'stop', id), 'POST');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('will not write to this address again');
  });

  it('withdraws no confirmed signature, and says how its owner can', async () => {
    const { id, email } = await confirmed(world, 1);
    const before = [await publicView(world), await recordOf(world, id), await mailboxRow(world, email)];
    const stop = makeDerivedToken(keys, 'stop', id);
    expect(await (await press(stop)).json()).toEqual({ status: 'confirmed' });
    for (const method of ['GET', 'POST']) {
      const html = await (await visit(stop, method)).text();
      expect(html).toContain('href="/manage"');
      expect(html).not.toContain('<form');
    }
    expect([await publicView(world), await recordOf(world, id), await mailboxRow(world, email)]).toEqual(before);
  });
});

describe('a confirmation at the moment of the press', () => {
  /** Runs the act just before the signature is deleted. */
  function justBefore(act: () => Promise<unknown>): void {
    let isDone = false;
    world.store.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (!isDone && String(context.commandName).startsWith('TransactWrite')) {
          isDone = true;
          await act();
        }
        return next(args);
      },
      { step: 'initialize', name: 'justBefore', priority: 'high' },
    );
  }

  it('wins when it comes first, and its mailbox continues to get mail', async () => {
    const { id, email, token } = await pending(world, 1);
    const other = makeWorld(anotherClient(world.store), world.clock);
    justBefore(async () => expect(await (await other.confirm(token)).json()).toEqual({ status: 'confirmed' }));
    expect(await (await press(makeDerivedToken(keys, 'stop', id))).json()).toEqual({ status: 'confirmed' });
    expect(await mailboxRow(world, email)).not.toHaveProperty('suppressed');
    await world.sendMails();
    expect(mailsTo(world, email).map(({ about }) => about['mail'])).toEqual(['confirmation', 'receipt']);
  });

  it('finds nothing when it comes second', async () => {
    const { id, email, token } = await pending(world, 1);
    const other = makeWorld(anotherClient(world.store), world.clock);
    justBefore(async () =>
      expect(await (await other.app.request(`/stop/${makeDerivedToken(keys, 'stop', id)}`, asJson)).json()).toEqual({
        status: 'stopped',
      }),
    );
    expect((await world.confirm(token)).status).toBe(404);
    expect(await mailboxRow(world, email)).toMatchObject({ suppressed: { because: 'asked' } });
  });

  it('leaves a mail that is being sent to the mailbox to be held by its next attempt', async () => {
    const { id, email } = await pending(world, 1);
    const other = makeWorld(anotherClient(world.store), world.clock);
    justBefore(async () => {
      await other.submit('clean-air', endorsement(2, { signatory: { name: 'x', email } }));
      await other.sendMails();
    });
    expect(await (await press(makeDerivedToken(keys, 'stop', id))).json()).toEqual({ status: 'stopped' });
    expect(await mailboxRow(world, email)).toMatchObject({ suppressed: { because: 'asked' }, mails: [] });
  });
});

it('no letter can have the slug stop', () => {
  expect(reservedSlugs).toContain('stop');
});
