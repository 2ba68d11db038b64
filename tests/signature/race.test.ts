/** Fifty at once for one organisation: one of them is listed (rules 6 and 7). */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { commit } from '../../shared/signature/commit.ts';
import { ask, mailsTo, organisationFrom, publicList, recordOf, sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn } from '../fixtures/world.ts';

const rivals = 50;
const instances = 5;

const outcome = z.object({ status: z.string() });
const list = z.object({ items: z.array(z.object({ organisation: z.object({ name: z.string() }) })) });

test('of fifty simultaneous confirmations of one organisation, one is published and the others are its duplicates', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const others = Array.from({ length: instances }, () => makeWorld(anotherClient(world.store), world.clock));
  const submissions = Array.from({ length: rivals }, (_, number) =>
    endorsement(1, {
      signatory: {
        name: `Officer ${number}`,
        role: 'Secretary',
        email: `officer${number}@elsewhere-${number}.example`,
      },
    }),
  );
  // One after another: the race is about the confirmations.
  for (const body of submissions) expect((await world.submit('clean-air', body)).status).toBe(202);
  await world.sendMails();
  const tokens = world.mails.map(tokenIn);
  expect(new Set(tokens).size).toBe(rivals);

  const answers = await Promise.all(
    tokens.map(async (token, number) => {
      const response = await others[number % instances]?.confirm(token);
      return outcome.parse(await response?.json()).status;
    }),
  );
  expect(answers.toSorted()).toEqual(['confirmed', ...Array(rivals - 1).fill('duplicate')]);
  expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ organisations: 1, individuals: 0, total: 1 });
  expect(list.parse(await world.json('/v1/letters/clean-air/signatures')).items).toHaveLength(1);

  // Pressing again, all at once, changes nothing; each gets the result of the first press.
  const again = await Promise.all(
    tokens.map(async (token) => outcome.parse(await (await world.confirm(token)).json()).status),
  );
  expect(again.toSorted()).toEqual(['already-confirmed', ...Array(rivals - 1).fill('duplicate')]);
  expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1 });
});

// Found by the model after 5,100 histories.
test('a signer who leaves the place for another organisation while it is taken does not block it any more', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const first = await sign(world, organisationFrom('harbour.example', 'keeper@gmail.com'));
  await world.submit('clean-air', organisationFrom('harbour.example', 'chair@harbour.example'));
  await world.sendMails();
  const other = makeWorld(anotherClient(world.store), world.clock);
  const moveAway = async () => {
    const moved = { kind: 'organisation', organisation: { name: 'Lighthouse', website: 'https://lighthouse.example' } };
    const body = {
      action: 'correct',
      ...moved,
      signatory: { name: 'Signer keeper', role: 'Chair' },
      attestation: true,
    };
    expect((await ask(other, first, { ...body, organisation: { ...moved.organisation, country: 'KZ' } })).status).toBe(
      200,
    );
  };
  afterClaimRead(world.store, moveAway);

  const [mail] = mailsTo(world, 'chair@harbour.example');
  if (!mail) throw new Error('no mail came');
  expect((await world.confirm(tokenIn(mail))).status).toBe(200);
  expect((await publicList(world)).toSorted()).toEqual(['Signer chair: mailbox-domain', 'Signer keeper: mailbox']);
  expect(await recordOf(world, first)).toMatchObject({ moderation: 'approved', claimant: 'domain:lighthouse.example' });
  expect((await recordOf(world, first)).duplicateOf).toBeUndefined();
});

/** Runs the work after somebody's held claim was read, before the competing signer learns of it. */
function afterClaimRead({ client }: ReturnType<typeof makeWorld>['store'], work: () => Promise<void>): void {
  const claim = z.object({ output: z.object({ Item: z.object({ pk: z.string(), signature: z.string() }) }) });
  let done = false;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        const isClaim =
          commandName === 'GetItemCommand' && claim.safeParse(answer).data?.output.Item.pk.startsWith('CLAIM#');
        if (!done && isClaim) {
          done = true;
          await work();
        }
        return answer;
      },
    { step: 'initialize', name: 'afterClaimRead' },
  );
}

test('of two changes made from the same reading, only the first is written', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const signed = await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'));
  const before = await recordOf(world, signed);
  const change = (signatoryRole: string) => commit(world.store, [{ before, after: { ...before, signatoryRole } }]);
  expect(await change('Treasurer')).toEqual({ outcome: 'done' });
  expect(await change('Secretary')).toEqual({ outcome: 'changed' });
  expect((await recordOf(world, signed)).signatoryRole).toBe('Treasurer');
});
