/** Limits on each endpoint that strangers can use: the network's cap, with the same answer beyond it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { countLetterUse } from '../../../functions/public-api/sign/letter-use.ts';
import { letterSlug } from '../../../shared/ids.ts';
import { editList } from '../../fixtures/lists.ts';
import { addTestMember, grantsOf } from '../../fixtures/members.ts';
import { inLambda, inNode, noon, sendJson, solvedProof } from '../../fixtures/proof.ts';
import { itemsOf, recordsOf } from '../../fixtures/records.ts';
import { type Call, freshStore, recordCalls } from '../../fixtures/store.ts';
import { codeIn, endorsement, keys, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: noon });
  await openTestLetter(world.store);
});

const crowded = '203.0.113.5';

interface Door {
  /** Uses within ten minutes before the network exceeds its cap. */
  readonly cap: number;
  readonly use: (number: number, env: object) => Response | Promise<Response>;
}

const post = (path: string, body: unknown, env: object, accept = 'application/json') =>
  world.app.request(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify(body) },
    env,
  );

const doors: Readonly<Record<string, Door>> = {
  'asking for links': {
    cap: 30,
    use: (number, env) => post('/manage', { email: `person${number}@org-${number}.example` }, env),
  },
  'asking for links on the page': {
    cap: 30,
    use: (number, env) => post('/manage', { email: `person${number}@org-${number}.example` }, env, 'text/html'),
  },
  complaining: {
    cap: 10,
    use: (number, env) =>
      post('/clean-air/dispute', { organisation: 'Choir', name: 'Jo', email: `jo${number}@choir.example` }, env),
  },
  'typing a code': {
    cap: 60,
    use: (number, env) =>
      post('/confirm', { letter: 'clean-air', email: `person${number}@org-${number}.example`, code: 'ABCD-EFGH' }, env),
  },
  'signing in to the console': {
    cap: 20,
    use: (number, env) => {
      const body = new URLSearchParams({ email: `person${number}@org-${number}.example` });
      return world.secretariat.app.request('/console/sign-in', { method: 'POST', body }, env);
    },
  },
};

const answerOf = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers].filter(([name]) => name !== 'date'),
  body: (await answer.text()).replace(/value="[^"]*@[^"]*"/g, 'value=""'),
});

const writes = (calls: readonly Call[]) => calls.filter(({ operation }) => !/^(Get|Query|BatchGet)/.test(operation));

describe.each(Object.entries(doors))('%s', (_, { cap, use }) => {
  it('answers beyond the cap as within it, with one write and no effect', async () => {
    const first = await answerOf(await use(1, inLambda(crowded)));
    for (let number = 2; number <= cap; number += 1) await use(number, inLambda(crowded));
    const before = await itemsOf(world.store);
    const calls = recordCalls(world.store);
    for (const number of [cap + 1, cap + 2]) {
      calls.length = 0;
      expect(await answerOf(await use(number, inLambda(crowded)))).toEqual(first);
      expect(writes(calls).map(({ operation }) => operation)).toEqual(['UpdateItem']);
    }
    const after = await itemsOf(world.store);
    const others = (items: typeof after) => items.filter(({ sk }) => sk !== 'NETWORK');
    expect(others(after)).toEqual(others(before));
    // Requests from another network, or later from the same one, take effect.
    calls.length = 0;
    await use(cap + 3, inLambda('203.0.113.6'));
    world.clock.now += 10 * 60 * 1000;
    await use(cap + 4, inLambda(crowded));
    expect(writes(calls)).toHaveLength(4);
  });

  it('has no cap for allowed networks and for the local machine', async () => {
    await editList(world.store, 'allowedNetworks', 'ADD', crowded);
    const calls = recordCalls(world.store);
    for (const env of [inLambda(crowded), inNode('127.0.0.1')]) {
      calls.length = 0;
      for (let number = 1; number <= cap + 2; number += 1) await use(number, env);
      expect(writes(calls)).toHaveLength(2 * (cap + 2));
    }
  });
});

it("accepts a correct code only within the network's cap, but the link at any time", async () => {
  await world.submit('clean-air', endorsement(1));
  await world.sendMails();
  const [mail] = world.mails;
  if (!mail) throw new Error('no mail came');
  const typed = { letter: 'clean-air', email: mail.to, code: codeIn(mail) };
  for (let number = 0; number < 60; number += 1) await doors['typing a code']?.use(number + 100, inLambda(crowded));
  expect((await post('/confirm', typed, inLambda(crowded))).status).toBe(422);
  expect((await post('/confirm', typed, inLambda('203.0.113.6'))).status).toBe(200);
});

it('sends a member only a few links an hour, from however many networks they are requested', async () => {
  await addTestMember(world, 'rita@secretariat.example', grantsOf('owner'));
  for (let number = 0; number < 40; number += 1) {
    const body = new URLSearchParams({ email: 'rita@secretariat.example' });
    await world.secretariat.app.request('/console/sign-in', { method: 'POST', body }, inLambda(`198.51.100.${number}`));
  }
  await world.sendMails();
  expect(world.mails.length).toBeLessThanOrEqual(5);
});

describe('submissions without a proof of work', () => {
  const send = (number: number, env: object, proof?: string) =>
    sendJson(world, endorsement(number, { proof }), { env });

  it('are held beyond a number per letter and hour, from whatever networks they come', async () => {
    const slug = letterSlug.parse('clean-air');
    const now = new Date(world.clock.now);
    for (let batch = 0; batch < 40; batch += 1) {
      await Promise.all(
        Array.from({ length: 60 }, () => countLetterUse(world.store, keys, slug, { counts: true, now })),
      );
    }
    const proof = await solvedProof(world);
    world.clock.now += 5_000;
    expect((await send(1, inLambda('198.51.100.1'))).status).toBe(202);
    expect((await send(2, inLambda('198.51.100.1'), proof)).status).toBe(202);
    await world.sendMails();
    expect(world.mails.map(({ to }) => to)).toEqual(['person2@org-2.example']);
    expect((await recordsOf(world.store)).map(({ heldBecause }) => heldBecause).toSorted()).toEqual([
      'letter-cap',
      undefined,
    ]);
    world.clock.now += 3600 * 1000;
    await send(3, inLambda('198.51.100.2'));
    await world.sendMails();
    expect(world.mails).toHaveLength(2);
  });

  it('do not count towards that number when they are held for another reason', async () => {
    for (let number = 0; number < 15; number += 1) await send(number, inLambda(crowded));
    const rows = (await itemsOf(world.store)).filter(
      ({ pk, sk }) => String(pk).startsWith('NETWORK#') && sk === 'LETTER',
    );
    expect(rows.reduce((sum, { sent }) => sum + Number(sent), 0)).toBe(10);
  });
});
