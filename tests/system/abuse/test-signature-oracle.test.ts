/**
 * The door of test signatures: without the preview link it tells a stranger nothing, and with the link it has the caps of
 * every door, tells nothing about a mailbox, and cannot flood one with mail.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLetter } from '../../../functions/secretariat/letters/save-parts.ts';
import { commandLine } from '../../../shared/audit/audit.ts';
import { letterSlug } from '../../../shared/ids.ts';
import { setState } from '../../../shared/letter/lifecycle.ts';
import { revokePreviewLink } from '../../../shared/letter/preview-link.ts';
import { suppressMailbox } from '../../../shared/mailbox/suppression.ts';
import { listedMailbox } from '../../../shared/screening/lists.ts';
import { linkTo, makeDraft, testByForm, testByJson, testPathIn } from '../../fixtures/drafts.ts';
import { editList } from '../../fixtures/lists.ts';
import { inLambda, noon, solvedProof } from '../../fixtures/proof.ts';
import { itemsOf } from '../../fixtures/records.ts';
import { sign } from '../../fixtures/signing.ts';
import { type Call, freshStore, recordCalls } from '../../fixtures/store.ts';
import { endorsement, keys, letterFile, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

let world: World;
let preview: string;
let calls: Call[];
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: noon });
  preview = await makeDraft(world);
  calls = recordCalls(world.store);
});

async function seen(answer: Response) {
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return {
    status: answer.status,
    headers,
    body: await answer.text(),
    operations: calls.map(({ operation }) => operation),
  };
}

const waiting = async () => (await itemsOf(world.store)).filter(({ pk }) => String(pk).startsWith('TEST#'));

describe('without the link', () => {
  it('every letter answers like an unknown one, for the same reads, and nothing is stored', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: open-one' });
    const now = new Date(world.clock.now);
    for (const slug of ['without', 'was-revoked', 'was-replaced']) {
      await createLetter(world.store, letterFile({ 'slug: clean-air': `slug: ${slug}` }), commandLine, now);
    }
    const revoked = await linkTo(world, letterSlug.parse('was-revoked'));
    await revokePreviewLink(world.store, letterSlug.parse('was-revoked'), commandLine, now);
    const replaced = await linkTo(world, letterSlug.parse('was-replaced'));
    await linkTo(world, letterSlug.parse('was-replaced'));
    const secret = 'abcdefghjkmnpqrstvwxyz0123';
    const wrong = ['no-such-letter', 'clean-air', 'without', 'open-one'].map((slug) => `/${slug}/preview/${secret}`);
    for (const send of [testByForm, testByJson]) {
      const answers = [];
      for (const path of [...wrong, revoked, replaced]) {
        calls.length = 0;
        answers.push(await seen(await send(world, path, endorsement(1))));
      }
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.status).toBe(404);
      const unknown = await world.app.request('/no-such-letter/nothing', { headers: { accept: 'text/html' } });
      expect(answers[0]?.body).toBe(await unknown.text());
    }
    expect(await waiting()).toEqual([]);
  });

  it('a link to a test that never was, of a draft or of no letter, answers the same', async () => {
    const token = 'a'.repeat(46);
    for (const method of ['GET', 'POST']) {
      const [draft, none] = await Promise.all(
        ['clean-air', 'no-such-letter'].map(async (slug) => {
          const answer = await world.app.request(`/${slug}/test/${token}`, {
            method,
            headers: { accept: 'text/html' },
          });
          return [answer.status, await answer.text()];
        }),
      );
      expect(draft).toEqual(none);
    }
  });

  it('a link to a test of another letter does not work', async () => {
    await makeDraft(world, 'other-air');
    await testByJson(world, preview, endorsement(1));
    await world.sendMails();
    const [mail] = world.mails;
    const path = mail ? testPathIn(mail) : '';
    const elsewhere = path.replace('clean-air', 'other-air');
    expect(await (await world.app.request(elsewhere)).text()).toContain('This was a test signature');
    expect(await (await world.app.request(path)).text()).toContain('Confirm the test');
  });
});

describe('with the link', () => {
  const home = inLambda('198.51.100.9');

  it('every mailbox gets the same answer for the same work, and only some get a mail', async () => {
    await editList(world.store, 'allowedNetworks', 'ADD', '198.51.100.9');
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: open-one' });
    const box = (number: number) => endorsement(number).signatory.email;
    await sign(world, endorsement(12), 'open-one');
    const asked = { at: new Date(noon).toISOString(), because: 'asked' } as const;
    await suppressMailbox(world.store, keys, box(13), asked, noon);
    await editList(world.store, 'deniedMailboxes', 'ADD', listedMailbox(keys, box(14)));
    // Fill the cache first: the lists are read by time, whoever sends.
    world.clock.now += 60_000;
    await testByJson(world, preview, endorsement(10), { env: home });
    await world.sendMails();
    const known = world.mails.length;
    const answers = [];
    for (const number of [11, 12, 13, 14]) {
      calls.length = 0;
      answers.push(await seen(await testByJson(world, preview, endorsement(number), { env: home })));
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(202);
    await world.sendMails();
    expect(
      world.mails
        .slice(known)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([box(11), box(12)]);
    // Tests that get no mail can never be confirmed.
    expect(await waiting()).toHaveLength(3);
  });

  it('has the five mails of a mailbox in common with signatures', async () => {
    await editList(world.store, 'allowedNetworks', 'ADD', '198.51.100.9');
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: open-one' });
    const { signatory } = endorsement(1);
    for (let number = 1; number <= 3; number += 1) {
      await world.submit('open-one', endorsement(number, { signatory }));
      await testByJson(world, preview, endorsement(number, { signatory }), { env: home });
      await world.sendMails();
    }
    const sent = world.mails.map(({ about }) => about['mail']).toSorted();
    expect(sent).toEqual(['confirmation', 'confirmation', 'test', 'test']);
  });

  it('sends one mail for a double click', async () => {
    for (let time = 0; time < 2; time += 1) await testByForm(world, preview, endorsement(1), { env: home });
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
  });

  it('holds back what looks like a robot, or comes from a network over its cap, with the same answer', async () => {
    const crowded = inLambda('203.0.113.77');
    for (let number = 1; number <= 12; number += 1) {
      expect((await testByJson(world, preview, endorsement(number), { env: crowded })).status).toBe(202);
    }
    const trapped = endorsement(20, { homepage: 'https://spam.example' });
    expect((await testByJson(world, preview, trapped, { env: home })).status).toBe(202);
    expect((await testByJson(world, preview, endorsement(21, { proof: 'bm9uZQ==' }), { env: home })).status).toBe(202);
    await world.sendMails();
    expect(world.mails).toHaveLength(11);
    const plain = await testByForm(world, preview, endorsement(22), { env: crowded });
    expect([plain.status, plain.headers.has('retry-after')]).toEqual([429, true]);
    expect(await plain.text()).toContain('value="Organisation 22"');
  });

  it('counts a proof of work that was used before as none', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 10_000;
    const crowded = inLambda('203.0.113.78');
    for (let number = 31; number <= 42; number += 1) {
      await testByJson(world, preview, endorsement(number, { proof }), { env: crowded });
    }
    await world.sendMails();
    expect(world.mails).toHaveLength(10);
    for (let number = 51; number <= 53; number += 1) {
      const fresh = await solvedProof(world);
      world.clock.now += 10_000;
      await testByJson(world, preview, endorsement(number, { proof: fresh }), { env: crowded });
    }
    await world.sendMails();
    expect(world.mails).toHaveLength(13);
  });

  it('refuses another site, a partner, and a kind that the letter does not take', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    expect((await testByForm(world, preview, endorsement(1), { headers: origin })).status).toBe(403);
    expect((await testByJson(world, preview, endorsement(1, { partner: 'harbour' }))).status).toBe(422);
    expect((await testByJson(world, preview, endorsement(1, { kind: 'robot' }))).status).toBe(422);
    expect(await waiting()).toEqual([]);
  });

  it('leads to the letter once it is open', async () => {
    await setState(world.store, letterSlug.parse('clean-air'), 'open', new Date(world.clock.now));
    const answer = await testByForm(world, preview, endorsement(1));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/clean-air']);
    expect(await waiting()).toEqual([]);
  });
});
