import { beforeEach, describe, expect, it } from 'vitest';
import { nonceOf, solvedProof } from '../fixtures/proof.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const form = (fields: Record<string, string>) =>
  world.app.request('/v1/letters/clean-air/signatures', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams(fields).toString(),
  });

const complete = {
  kind: 'organisation',
  'organisation.name': 'Form <Trust>',
  'organisation.website': 'form-trust.example',
  'organisation.country': 'KZ',
  'signatory.name': 'Person',
  'signatory.role': '',
  'signatory.email': 'person@form-trust.example',
  attestation: 'true',
  'consents.publication': 'on',
  display: 'public',
  homepage: '',
};

describe('a plain form', () => {
  it('is accepted, redirects to a page, and leads to the same confirmation', async () => {
    const answer = await form(complete);
    expect(answer.status).toBe(303);
    const next = answer.headers.get('location') ?? '';
    expect(await (await world.app.request(next)).text()).toContain('Check your email');
    await world.sendMails();
    const [mail] = world.mails;
    if (!mail) throw new Error('no mail');
    await world.confirm(tokenIn(mail));
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ organisations: 1 });
  });

  it('returns with the input and each error linked to its field', async () => {
    const answer = await form({ ...complete, 'signatory.email': 'nonsense' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="Form &lt;Trust&gt;"');
    expect(html).toContain('value="nonsense"');
    expect(html).toMatch(/aria-describedby="[^"]*f-signatory-email-wrong/);
    expect(html).toContain('href="#f-signatory-email"');
  });

  it.each([
    '%ff=%fe',
    '__proto__.x=1',
    'a.b.c.d.e.f=1',
    'kind=organisation&kind.x=1',
    '&&&==',
    'signatory=x&signatory.name=y',
  ])('of hostile shape (%s) is refused with a page', async (body) => {
    const answer = await world.app.request('/v1/letters/clean-air/signatures', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body,
    });
    expect([400, 422]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });
});

describe('the answer to a submission', () => {
  const shape = async (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers],
    body: await answer.text(),
  });

  it('is the same for new, pending, confirmed, over-limit and trapped ones', async () => {
    const first = await shape(await world.submit('clean-air', endorsement(1)));
    const pending = await shape(await world.submit('clean-air', endorsement(1)));
    await world.sendMails();
    const [mail] = world.mails;
    if (!mail) throw new Error('no mail');
    await world.confirm(tokenIn(mail));
    const confirmed = await shape(await world.submit('clean-air', endorsement(1)));
    for (let number = 0; number < 9; number += 1) {
      await world.submit(
        'clean-air',
        endorsement(number, { comment: String(number), signatory: endorsement(1).signatory }),
      );
      await world.sendMails();
    }
    const capped = await shape(await world.submit('clean-air', endorsement(1)));
    const trapped = await shape(await world.submit('clean-air', endorsement(5, { homepage: 'https://spam.example' })));
    for (const other of [pending, confirmed, capped, trapped]) expect(other).toEqual(first);
  });

  it('is followed by no mail when a bot filled in the honeypot', async () => {
    await world.submit('clean-air', endorsement(1, { homepage: 'x' }));
    await world.sendMails();
    expect(world.mails).toEqual([]);
  });
});

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': '7d0c2a1e-0001' };

  it('makes a repeat the same request, even with another proof of work', async () => {
    const { proof, ...rest } = { ...endorsement(1), proof: 'one' };
    expect((await world.submit('clean-air', { ...rest, proof }, key)).status).toBe(202);
    expect((await world.submit('clean-air', { ...rest, proof: 'two' }, key)).status).toBe(202);
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
  });

  it('cannot be used for another body', async () => {
    await world.submit('clean-air', endorsement(1), key);
    const other = await world.submit('clean-air', endorsement(2), key);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ type: 'urn:problem-type:undersigned:idempotency-key-reused' });
  });

  it('is separate for another letter', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: other-letter' });
    await world.submit('clean-air', endorsement(1), key);
    expect((await world.submit('other-letter', endorsement(2), key)).status).toBe(202);
  });
});

describe('an Idempotency-Key that is the nonce of its challenge', () => {
  async function solved() {
    const proof = await solvedProof(world);
    world.clock.now += 5_000;
    return { proof, key: { 'idempotency-key': nonceOf(proof) } };
  }
  const kept = async () => (await recordsOf(world.store)).map(({ screening }) => screening);
  const send = async (body: object, headers: Record<string, string>, letter = 'clean-air') =>
    (await world.submit(letter, body, headers)).status;

  it('makes a repeat the same request: at once, after the confirmation, and when the proof has expired', async () => {
    const { proof, key } = await solved();
    const body = endorsement(1, { proof });
    expect(await Promise.all([send(body, key), send(body, key)])).toEqual([202, 202]);
    await world.sendMails();
    await world.confirm(tokenIn(world.mails[0] ?? expect.fail()));
    expect(await send(body, key)).toBe(202);
    world.clock.now += 3600 * 1000;
    expect(await send(body, key)).toBe(202);
    expect(await recordsOf(world.store)).toHaveLength(1);
  });

  it.each([
    ['the same proof', (proof: string) => proof],
    ['another proof', () => 'another'],
    ['none', () => undefined],
  ])('cannot be used for another body, and makes the same body a repeat, with %s', async (_, other) => {
    const { proof, key } = await solved();
    expect(await send(endorsement(1, { proof }), key)).toBe(202);
    expect(await send(endorsement(1, { proof: other(proof) }), key)).toBe(202);
    expect(await send(endorsement(2, { proof: other(proof) }), key)).toBe(422);
    expect(await kept()).toEqual(['-----']);
  });

  it('is separate for another letter, where the proof is already spent', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: other-letter' });
    const { proof, key } = await solved();
    expect(await send(endorsement(1, { proof }), key)).toBe(202);
    for (const time of [1, 2]) expect(await send(endorsement(2, { proof }), key, 'other-letter'), `${time}`).toBe(202);
    expect(await kept()).toHaveLength(2);
  });

  it('is kept separately when its proof was used without it before', async () => {
    const { proof, key } = await solved();
    await send(endorsement(1, { proof }), {});
    for (const time of [1, 2]) expect(await send(endorsement(2, { proof }), key), `${time}`).toBe(202);
    expect(await send(endorsement(3, { proof }), key)).toBe(422);
    expect(await kept()).toHaveLength(2);
  });

  it('spends the proof for everybody else', async () => {
    const { proof, key } = await solved();
    await send(endorsement(1, { proof }), key);
    expect(await send(endorsement(2, { proof }), { 'idempotency-key': 'mine' })).toBe(202);
    expect(await send(endorsement(3, { proof }), {})).toBe(202);
    expect(await kept()).toHaveLength(3);
  });
});

describe('the text that the signer saw', () => {
  it('is the one signed, even if the letter changed in between', async () => {
    const before = await world.api.letters.find((await openTestLetter(world.store)).slug);
    const version = before?.versions[0].id;
    await openTestLetter(world.store, { 'from the shore': 'from land' });
    world.clock.now += 60_000;
    await world.submit('clean-air', endorsement(1, { letterVersion: version }));
    await world.submit('clean-air', endorsement(2));
    await world.sendMails();
    for (const mail of [...world.mails]) await world.confirm(tokenIn(mail));
    const list = JSON.stringify(await world.json('/v1/letters/clean-air/signatures'));
    expect(list).toContain(`"letterVersion":"${version}"`);
    expect(await (await world.app.request('/clean-air')).text()).toContain('signed an earlier version of the text');
  });
});
