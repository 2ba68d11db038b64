/** Typed codes: ten wrong ones void a code, cause no further writes, and never affect the next mail. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mailsTo, organisationFrom } from '../fixtures/signing.ts';
import { freshStore, recordCalls } from '../fixtures/store.ts';
import { codeIn, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const email = 'chair@harbour.example';
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const submit = async (name: string) => {
  world.clock.now += 60_000;
  await world.submit('clean-air', organisationFrom(`${name}.example`, email, name));
  await world.sendMails();
};
const type = async (code: string, to = email) => {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const body = JSON.stringify({ letter: 'clean-air', email: to, code });
  return (await world.app.request('/confirm', { method: 'POST', headers, body })).status;
};
const wrong = async (times: number, to = email) => {
  for (let time = 0; time < times; time += 1) expect(await type('2222-2222', to)).toBe(422);
};
const codes = () => mailsTo(world, email).map(codeIn);

describe('wrong codes', () => {
  it('void a code permanently, but not that of the next mail', async () => {
    await submit('first');
    await wrong(10);
    await submit('later-office');
    const [first = '', second = ''] = codes();
    expect(await type(first)).toBe(422);
    world.clock.now += 3 * 3600_000;
    expect(await type(first)).toBe(422);
    expect(await type(second)).toBe(200);
  });

  it('count for each code that may be meant', async () => {
    await submit('first');
    await wrong(6);
    await submit('later-office');
    await wrong(5);
    const [first = '', second = ''] = codes();
    expect(await type(first)).toBe(422);
    expect(await type(second)).toBe(200);
  });

  it('let ten of a hundred at once be checked', async () => {
    await submit('first');
    await Promise.all(Array.from({ length: 100 }, () => type('2222-2222')));
    expect(await type(codes()[0] ?? '')).toBe(422);
  });

  it.each(['the mailbox of a signer', 'one that we do not know'])(
    'write nothing after the tenth, for %s',
    async (who) => {
      await submit('first');
      const to = who === 'one that we do not know' ? 'nobody@nowhere.example' : email;
      const calls = recordCalls(world.store);
      await wrong(1, to);
      const each = calls.map(({ operation }) => operation);
      await wrong(9, to);
      let written = 0;
      world.store.client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            const answer = await next(args);
            if (commandName === 'UpdateItemCommand' && JSON.stringify(args.input).includes('"CODETRIES#')) written += 1;
            return answer;
          },
        { step: 'initialize', name: 'countWrites', priority: 'high' },
      );
      calls.length = 0;
      await wrong(30, to);
      expect(written).toBe(0);
      // The calls are the same as before, for everybody.
      expect(calls.map(({ operation }) => operation)).toEqual(Array(30).fill(each).flat());
    },
  );

  it('do not touch the row that the mailer writes', async () => {
    await submit('first');
    const sending = world.submit('clean-air', organisationFrom('second.example', email, 'Later Office'));
    await sending;
    let flooding = true;
    const flood = (async () => {
      while (flooding) await Promise.all(Array.from({ length: 20 }, () => type('2222-2222')));
    })();
    const calls = recordCalls(world.store);
    await world.sendMails();
    flooding = false;
    await flood;
    expect(mailsTo(world, email)).toHaveLength(2);
    // One write of the mailbox, at the first attempt.
    const puts = calls.filter(({ operation }) => operation === 'PutItem');
    expect(puts).toHaveLength(1);
  });
});
