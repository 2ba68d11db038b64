/** The final delivery, and actions after it: nobody is added to the frozen list or to the count, and people can leave. */
import { expect } from 'vitest';
import * as z from 'zod';
import { freeze } from '../../../../functions/document/freeze.ts';
import { readCount } from '../../../../shared/count/count.ts';
import type { Delivery } from '../../../../shared/delivery/delivery.ts';
import type { FrozenName } from '../../../../shared/delivery/frozen-names.ts';
import { letterSlug, signatureId } from '../../../../shared/ids.ts';
import { again, namesOf, start } from '../../../fixtures/deliveries.ts';
import { moderateAs } from '../../../fixtures/secretariat.ts';
import { counted, type Model, reach, shown, signatureOf } from '../expected.ts';
import { approved } from '../expected-decisions.ts';
import { type Command, type PlannedRequest, type Run, slug } from '../run.ts';
import { agree, correct, forget, takePlace, withdraw } from './own.ts';
import { post, said } from './sign.ts';

interface Delivered {
  readonly delivery: Delivery;
  readonly names: readonly FrozenName[];
  readonly total: number;
}

const listed = z.object({ signatory: z.object({ name: z.string(), role: z.string() }) });
const idsOf = ({ ids }: Run, numbers: readonly number[]) => numbers.map((number) => ids[number] ?? '').toSorted();
const numbersOf = ({ model }: Run, suits: typeof shown) =>
  model.signatures.flatMap((own, number) => (suits(own) ? [number] : []));

/** Freezes the list. @returns undefined when nobody is counted, so that nothing can be delivered */
export async function deliverFinal(run: Run): Promise<Delivered | undefined> {
  const { observer, model } = run;
  const isCounted = numbersOf(run, counted);
  if (isCounted.length === 0) {
    await expect(start(observer, 'final')).rejects.toThrow();
    return undefined;
  }
  const begun = await start(observer, 'final');
  const context = { ...observer.api, pause: async () => undefined };
  expect(await freeze(context, begun)).toEqual({ outcome: 'frozen' });
  const delivery = await again(observer, begun);
  const names = await namesOf(observer, delivery);
  expect(names.map(({ id }) => String(id)).toSorted()).toEqual(idsOf(run, numbersOf(run, shown)));
  for (const name of names) {
    const { wish } = signatureOf(model, run.ids.indexOf(name.id));
    expect(listed.parse(JSON.parse(name.listed ?? ''))).toEqual({
      signatory: { name: wish.person.name, role: wish.role },
    });
  }
  const withheld = isCounted.length - names.length;
  expect(delivery.frozen).toMatchObject({ number: names.length, counts: { withheld, offline: 0 } });
  run.frozen = new Map(numbersOf(run, shown).map((number) => [number, signatureOf(model, number)]));
  run.model = reach(model, 'delivered');
  return { delivery, names, total: isCounted.length };
}

/** Somebody signs, who is told that it is over. */
function signLate(run: Run): PlannedRequest {
  const { wish } = signatureOf(run.model, 0);
  const about = said(wish);
  const body = {
    ...about,
    signatory: { ...about.signatory, email: wish.mailbox.address },
    ...{ display: 'public', consents: { publication: true, updates: false, partner: false } },
  };
  return {
    send: (world) => world.app.request(...post(`/v1/letters/${slug}/signatures`, body)),
    becomes: (model, { status }) => {
      expect(status).toBe(409);
      return reach(model, 'refused after delivery');
    },
  };
}

/** @returns whether somebody would be counted who was not */
const addsSomebody = (before: Model, after: Model) =>
  after.signatures.some((own, number) => counted(own) && !counted(signatureOf(before, number)));

/** The secretariat approves somebody who would be counted then, which is refused. */
function approveLate(run: Run, { who }: Command): PlannedRequest | undefined {
  const now = run.observer.clock.now;
  const waiting = run.model.signatures.flatMap((_, number) =>
    addsSomebody(run.model, approved(run.model, number, now)) ? [number] : [],
  );
  const number = waiting[who % waiting.length];
  const id = number === undefined ? undefined : signatureId.safeParse(run.ids[number]).data;
  if (!id) return undefined;
  return {
    send: (world) =>
      moderateAs(world, { id }, { do: 'approve' }).then(
        (answer) => Response.json(answer, { status: answer.outcome === 'refused' ? 409 : 200 }),
        () => new Response(null, { status: 503 }),
      ),
    becomes: (model, { status, body }) => {
      expect(status).toBe(409);
      expect(body).toMatchObject({ why: 'letter-delivered' });
      return reach(model, 'refused after delivery');
    },
  };
}

/** An action of an owner, which is refused when it would count somebody who was not counted. */
const unlessCounted =
  (plan: (run: Run, command: Command) => PlannedRequest | undefined) =>
  (run: Run, command: Command): PlannedRequest | undefined => {
    const request = plan(run, command);
    return (
      request && {
        ...request,
        becomes: (model, answer) => {
          const isRefused = answer.status === 409;
          const after = request.becomes(model, isRefused ? { ...answer, status: 200, disturbed: true } : answer);
          expect(addsSomebody(model, after), 'is refused when it counts somebody else').toBe(isRefused);
          return isRefused ? reach(model, 'refused after delivery') : after;
        },
      }
    );
  };

/** All actions that are drawn after a final delivery. */
export const afterDelivery: Readonly<Record<string, (run: Run, command: Command) => PlannedRequest | undefined>> = {
  withdraw,
  forget,
  agree: unlessCounted(agree),
  correct: unlessCounted(correct),
  'take place': unlessCounted(takePlace),
  'sign late': signLate,
  'approve late': approveLate,
};

/** The list is as it was frozen, but for the erased; it says how many have left; the count only falls. */
export async function expectFrozen(run: Run, { delivery, names, total }: Delivered): Promise<number> {
  const { observer, model } = run;
  const own = (id: string) => signatureOf(model, run.ids.indexOf(id));
  const isErased = ({ id }: FrozenName) => own(id).stage === 'forgotten';
  const now = await namesOf(observer, delivery);
  const without = ({ salt, listed, rank, logo, ...kept }: FrozenName) => kept;
  expect(now).toEqual(names.map((name) => (isErased(name) ? without(name) : name)));
  const known = await again(observer, delivery);
  expect(known.frozen).toEqual(delivery.frozen);
  expect(known.left).toBe(names.filter(({ id }) => !shown(own(id))).length);
  const count = await readCount(observer.store, letterSlug.parse(slug));
  const left = (count?.organisations ?? 0) + (count?.individuals ?? 0);
  expect(left).toBeLessThanOrEqual(total);
  return left;
}
