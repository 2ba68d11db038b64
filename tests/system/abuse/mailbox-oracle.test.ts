/**
 * Requests that a stranger can make about a mailbox: typing a code, requesting a link, complaining in its name. Whoever
 * owns the mailbox, the answers are the same byte for byte, and so are the calls and their sizes (rule 4).
 */
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { suppressMailbox } from '../../../shared/mailbox/suppression.ts';
import { itemSize } from '../../bench/units.ts';
import { editList } from '../../fixtures/lists.ts';
import { inLambda, noon } from '../../fixtures/proof.ts';
import { organisationFrom, sign } from '../../fixtures/signing.ts';
import { type Call, freshStore, recordCalls } from '../../fixtures/store.ts';
import { keys, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

/** All of the same length, so that only the owner can make a difference. */
const mailboxes = {
  unknown: 'box-0@one.example',
  pending: 'box-1@one.example',
  'pending, all codes void': 'box-2@one.example',
  'pending many times': 'box-3@one.example',
  'confirmed, shown by name': 'box-4@one.example',
  'confirmed, name withheld': 'box-5@one.example',
  'confirmed, and pending for another organisation': 'box-6@one.example',
  suppressed: 'box-7@one.example',
} as const;
type Who = keyof typeof mailboxes;

let world: World;
let calls: Call[];
const request = (path: string, body: unknown, accept = 'application/json') =>
  world.app.request(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify(body) },
    inLambda('198.51.100.7'),
  );
const wrongCode = (email: string, accept?: string) =>
  request('/confirm', { letter: 'clean-air', email, code: '2222-2222' }, accept);

beforeAll(async () => {
  world = makeWorld(await freshStore(), { now: noon });
  await openTestLetter(world.store);
  // A network beyond its cap gets the same answer at a lower cost.
  await editList(world.store, 'allowedNetworks', 'ADD', '198.51.100.7');
  const asks = async (who: Who, domain = `${mailboxes[who].slice(0, 5)}.example`) => {
    await world.submit('clean-air', organisationFrom(domain, mailboxes[who]));
    await world.sendMails();
  };
  for (const who of ['pending', 'pending, all codes void', 'pending many times'] as const) await asks(who);
  for (const site of ['a', 'b', 'c']) await asks('pending many times', `site-${site}.example`);
  for (let number = 0; number < 11; number += 1) await wrongCode(mailboxes['pending, all codes void']);
  await sign(world, organisationFrom('four.example', mailboxes['confirmed, shown by name']));
  await sign(world, {
    ...organisationFrom('five.example', mailboxes['confirmed, name withheld']),
    display: 'withheld',
    consents: { publication: false, updates: false, partner: false },
  });
  await sign(world, organisationFrom('six.example', mailboxes['confirmed, and pending for another organisation']));
  await asks('confirmed, and pending for another organisation');
  const asked = { at: new Date(noon).toISOString(), because: 'asked' } as const;
  await suppressMailbox(world.store, keys, mailboxes.suppressed, asked, noon);
  world.clock.now += 60_000;
  calls = recordCalls(world.store);
});

const keyed = z.object({ Key: z.record(z.string(), z.unknown()) });
const put = z.object({ Item: z.record(z.string(), z.unknown()) });

/** Replaces the content of a call by its size. */
function shapeOf({ operation, input }: Call) {
  const about = put.safeParse(input).data?.Item ?? keyed.safeParse(input).data?.Key ?? {};
  return { operation, size: itemSize(about), length: JSON.stringify(input).length };
}

async function seen(email: string, send: (email: string) => Response | Promise<Response>) {
  calls.length = 0;
  const answer = await send(email);
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  const body = (await answer.text()).replaceAll(email, '«as typed»');
  return { status: answer.status, headers, body, calls: calls.map(shapeOf) };
}

const doors: Readonly<Record<string, (email: string) => Response | Promise<Response>>> = {
  'a wrong code': (email) => wrongCode(email),
  'a wrong code, on the page': (email) => wrongCode(email, 'text/html'),
  'a code that cannot be one': (email) => request('/confirm', { letter: 'clean-air', email, code: 'short' }),
  'a code for another letter': (email) => request('/confirm', { letter: 'other-one', email, code: '2222-2222' }),
  'a request for links': (email) => request('/manage', { email }),
  'a request for links, on the page': (email) => request('/manage', { email }, 'text/html'),
  'a complaint': (email) => request('/clean-air/dispute', { organisation: 'Choir', name: 'Jo', email }),
};

describe.each(Object.entries(doors))('%s', (_, send) => {
  // Fill the time-based caches before comparing.
  beforeAll(async () => {
    await send('box-9@one.example');
  });

  it.each(Object.entries(mailboxes).filter(([who]) => who !== 'unknown'))(
    'reveals nothing about a mailbox that is %s',
    async (_who, email) => {
      const [theirs, unknown] = [await seen(email, send), await seen(mailboxes.unknown, send)];
      expect(theirs).toEqual(unknown);
    },
  );
});

it('makes as many calls for a wrong code as for a correct one that has expired', async () => {
  const operations = async (email: string) => (await seen(email, wrongCode)).calls.map(({ operation }) => operation);
  expect(await operations(mailboxes.pending)).toEqual(['UpdateItem', 'BatchGetItem', 'UpdateItem']);
});
