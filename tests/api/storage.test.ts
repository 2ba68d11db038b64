import { beforeAll, describe, expect, it } from 'vitest';
import { meterCalls } from '../bench/meter.ts';
import { nonceOf, solvedProof } from '../fixtures/proof.ts';
import { anotherClient, type Call, freshStore, recordCalls } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, publicUrl, tokenIn, type World } from '../fixtures/world.ts';

/** Cost limits for each kind of request (issue: submit ≤ 3 calls, confirming by link ≤ 2, list ≤ 2, count 1). */
describe('calls to the table', () => {
  let world: World;
  let calls: Call[];
  beforeAll(async () => {
    world = makeWorld(await freshStore());
    await openTestLetter(world.store);
    calls = recordCalls(world.store);
  });

  /** @returns the operations of the work, with empty caches */
  async function callsOf(work: () => unknown): Promise<string[]> {
    world.clock.now += 60_000;
    calls.length = 0;
    await work();
    return calls.map(({ operation }) => operation);
  }

  it('submitting makes one more on a fresh instance, and one less with a proof of work', async () => {
    const two = ['UpdateItem', 'PutItem'];
    const withoutProof = ['UpdateItem', ...two];
    const submit = (number: number, headers = {}) => world.submit('clean-air', endorsement(number), headers);
    expect(await callsOf(() => submit(1))).toEqual(['BatchGetItem', ...withoutProof]);
    calls.length = 0;
    await submit(1);
    expect(calls.map(({ operation }) => operation)).toEqual(withoutProof);
    const named = await callsOf(() => submit(9, { 'idempotency-key': 'one' }));
    expect(named).toEqual(['BatchGetItem', 'UpdateItem', 'UpdateItem', 'TransactWriteItems']);
    const proof = await solvedProof(world);
    const key = { 'idempotency-key': nonceOf(proof) };
    const asByForm = () => world.submit('clean-air', endorsement(8, { proof }), key);
    expect(await callsOf(asByForm)).toEqual(['BatchGetItem', ...two]);
    // A repetition meets the first request.
    expect(await callsOf(asByForm)).toEqual(['BatchGetItem', ...two]);
  });

  it('confirming by link makes five: the signature, the letter, two claims that may be held, and one write', async () => {
    await world.sendMails();
    const [mail] = world.mails;
    if (!mail) throw new Error('no mail');
    expect(await callsOf(() => world.confirm(tokenIn(mail)))).toEqual([
      'GetItem',
      // Checks whether the letter was delivered; skipped on an instance that has just read it.
      'BatchGetItem',
      'GetItem',
      'GetItem',
      'TransactWriteItems',
    ]);
  });

  // Two for each kind, until a release without the index `newest` (docs/decisions/025): the old index and the new one.
  it('listing makes four, and two for one kind; one more every two seconds, to see whether it may be shown', async () => {
    const list = (query: string) => world.app.request(`/v1/letters/clean-air/signatures${query}`);
    expect(await callsOf(() => list(''))).toEqual(['Query', 'Query', 'Query', 'Query', 'BatchGetItem']);
    calls.length = 0;
    await list('?kind=organisation');
    expect(calls.map(({ operation }) => operation)).toEqual(['Query', 'Query']);
  });

  it('counting makes four small queries, which use two read units in total', async () => {
    // In addition to the one that the previous test confirmed.
    for (const number of [21, 22, 23]) await world.submit('clean-air', endorsement(number));
    await world.sendMails();
    const asked = world.mails.filter(({ about }) => about['mail'] === 'confirmation');
    for (const mail of asked.slice(-3)) await world.confirm(tokenIn(mail));
    const costs = meterCalls(world.store, anotherClient(world.store));
    const count = () => world.json('/v1/letters/clean-air/count');
    expect(await callsOf(count)).toEqual(['Query', 'Query', 'Query', 'Query']);
    expect(costs.reduce((sum, { reads }) => sum + reads, 0)).toBe(2);
    expect(await count()).toMatchObject({ organisations: 4, individuals: 0, total: 4 });
  });

  it('no route makes a table scan', async () => {
    const paths = world.app.routes
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path.replace(':letter', 'clean-air').replace(':token', 'x').replace(':file', 'v1.js'))
      // There is no such delivery, news item or preview, which takes the same reads.
      .map((path) => path.replace(':delivery', '000000000000').replace(':kind', 'word'))
      .map((path) => path.replace(':update', '000000000000').replace(':secret', 'x'))
      .map((path) => (path === '/oembed' ? `${path}?url=${publicUrl}/clean-air` : path));
    expect(paths.length).toBeGreaterThan(10);
    const operations = await callsOf(async () => {
      for (const path of paths) {
        const isMissing = /\/(deliveries|document|file|logo|news|preview)\/|signing-sheet/.test(path);
        const { status } = await world.app.request(path);
        expect(status, path).toBe(isMissing ? 404 : path === '/favicon.ico' ? 301 : 200);
      }
      await world.submit('clean-air', endorsement(2));
      await world.sendMails();
    });
    expect(operations).not.toContain('Scan');
  });
});
