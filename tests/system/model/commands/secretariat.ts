/** Actions of the secretariat: on a signature, with its page open, and on the list of mailboxes that get no mail. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import * as z from 'zod';
import { commandLine } from '../../../../shared/audit/audit.ts';
import { letterSlug, signatureId } from '../../../../shared/ids.ts';
import { readMailbox } from '../../../../shared/mailbox/record.ts';
import { signaturesOf } from '../../../../shared/mailbox/signatures-of-mailbox.ts';
import { releaseMailbox, suppressMailbox } from '../../../../shared/mailbox/suppression.ts';
import { change } from '../../../../shared/signature/change-signature.ts';
import { undo as undoAct } from '../../../../shared/signature/moderation/undo.ts';
import { undoId } from '../../../../shared/signature/moderation/undo-log.ts';
import { deliverable } from '../../../../shared/signature/transitions.ts';
import { type Asked, moderateAs } from '../../../fixtures/secretariat.ts';
import { keys } from '../../../fixtures/world.ts';
import { shownFields } from '../agreement.ts';
import {
  counted,
  type Expected,
  forgotten,
  holds,
  type Model,
  placeOf,
  put,
  reach,
  signatureOf,
  withdrawn,
} from '../expected.ts';
import * as decided from '../expected-decisions.ts';
import { digits, mailboxes, wishOf } from '../people.ts';
import { type Command, type PlannedRequest, type Run, slug } from '../run.ts';

type Change = (model: Model, number: number, now: number) => Model;

/** One action that is possible on one signature. */
interface Plan {
  readonly asked: Asked;
  /** Effect on the signature when the action is not refused. */
  readonly change: Change;
  /** @returns whether the action is refused on a signature that is confirmed and not withdrawn */
  readonly isRefused?: (model: Model, own: Expected, number: number) => boolean;
}

const statusOf = { done: 200, refused: 409, gone: 404, 'changed-meanwhile': 412 } as const;
const answer = z.object({ act: z.string().optional() });

/** @returns one of the signatures, preferring suitable ones */
function choose(run: Run, { who, how }: Command, stage: Expected['stage'], suits: (own: Expected) => boolean) {
  const known = run.model.signatures.flatMap((own, number) =>
    // The rules for decisions about additions are the same; the model knows those about mailboxes.
    run.ids[number] !== undefined && own.stage === stage && own.confirmedBy !== 'added' ? [{ own, number }] : [],
  );
  const best = known.filter(({ own }) => suits(own));
  const those = best.length > 0 && how % 4 > 0 ? best : known;
  return those[who % those.length];
}

/** @returns the page contents on which the decision is based: usually the latest, sometimes an old page */
function pageOf({ pages }: Run, number: number, { how }: Command) {
  const open = pages.get(number) ?? [];
  return how % 7 === 0 ? open[how % open.length] : open.at(-1);
}

/** A failed action is repeated, as somebody at a command line would. */
function decision(prefers: (own: Expected) => boolean, plan: (one: Chosen, run: Run) => Plan | undefined) {
  return (run: Run, command: Command): PlannedRequest | undefined => {
    const one = choose(run, command, 'confirmed', prefers);
    const page = one && pageOf(run, one.number, command);
    const planned = one && page && plan({ ...one, how: command.how }, run);
    if (!planned) return undefined;
    const { number } = one;
    const id = signatureId.parse(run.ids[number]);
    const { asked } = planned;
    return {
      send: (world) =>
        moderateAs(world, { id }, asked, page.version).then(
          (done) =>
            Response.json({ act: done.outcome === 'done' ? done.act : undefined }, { status: statusOf[done.outcome] }),
          () => new Response(null, { status: 503 }),
        ),
      becomes: (model, { status, body, disturbed }) => {
        const expected = statusFor(model, number, planned, page.fields);
        if (expected === 412) return expectStatus(model, status, expected, disturbed, 'refused on a stale page');
        if (expected !== 200) return expectStatus(model, status, expected, disturbed, 'refused');
        // A repeated request may have succeeded the first time, and cannot be done again.
        if (!disturbed) expect(status, asked.do).toBe(200);
        const after = planned.change(model, number, run.observer.clock.now);
        const request = answer.safeParse(body).data?.act;
        // The other one was first, and left nothing to do.
        if (
          request === undefined &&
          !disturbed &&
          after.signatures !== model.signatures &&
          !isDeepStrictEqual(after.signatures.map(comparable), model.signatures.map(comparable))
        )
          throw new Error('nothing was done, and something changed');
        return noted(model, after, number, request);
      },
    };
  };
}

/** A repeated decision may name a field again, and show the same evidence last. */
const comparable = (own: Expected) => [
  Object.entries({ ...own, shown: own.shown.toSorted() })
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => one.localeCompare(other)),
];

interface Chosen {
  readonly own: Expected;
  readonly number: number;
  readonly how: number;
}

function statusFor(model: Model, number: number, { asked, isRefused }: Plan, fields: string): 200 | 404 | 409 | 412 {
  const own = signatureOf(model, number);
  if (own.stage === 'forgotten' || own.stage === 'gone') return 404;
  if (own.stage === 'withdrawn') return asked.do === 'withdraw' ? 200 : 409;
  if (isRefused?.(model, own, number)) return 409;
  return asked.do === 'withdraw' || shownFields(own) === fields ? 200 : 412;
}

function expectStatus(model: Model, status: number, expected: number, disturbed: boolean, what: string): Model {
  if (!disturbed) expect(status).toBe(expected);
  return reach(model, what);
}

/** An action can be undone as long as none of its signatures was changed since. */
function noted(before: Model, after: Model, by: number, id: string | undefined): Model {
  // The same decision made again changes nothing, and is the same action.
  if (id === undefined || before.done.some((one) => one.id === id)) return after;
  const changed = after.signatures.flatMap((is, number) => {
    const was = before.signatures[number];
    return was && is !== was ? [{ number, was, is }] : [];
  });
  // The two happened in the other order.
  if (changed.length === 0) throw new Error('something was done, and nothing changed');
  return { ...after, done: [...after.done, { id, by, changed, undone: false }] };
}

const waits = ({ moderation, after, proposal }: Expected) =>
  moderation !== 'approved' || after !== undefined || proposal !== undefined;
const isCalm = ({ accepted }: Expected) => !accepted;
const always = () => true;

export const approve = decision(waits, () => ({ asked: { do: 'approve' }, change: decided.approved }));
export const hold = decision(holds, () => ({ asked: { do: 'hold' }, change: decided.kept }));
export const reject = decision(holds, () => ({
  asked: { do: 'reject', why: 'It is not theirs.' },
  change: decided.rejected,
}));
export const vouch = decision(waits, () => ({
  asked: { do: 'vouch', note: 'They said so.' },
  change: decided.vouched,
}));
export const removeForThem = decision(holds, () => ({ asked: { do: 'withdraw' }, change: withdrawn }));
export const decline = decision(
  ({ proposal }) => proposal !== undefined,
  () => ({
    asked: { do: 'decline' },
    change: decided.declined,
    isRefused: (_model, { proposal }) => proposal === undefined,
  }),
);
export const feature = decision(
  (own) => counted(own) && own.display === 'public' && isCalm(own),
  ({ how }) => {
    const rank = [1, 2, undefined][how % 3];
    return {
      asked: { do: 'feature', rank },
      change: decided.pinned(rank),
      isRefused: (_model, own) => rank !== undefined && !(counted(own) && own.display === 'public'),
    };
  },
);
export const merge = decision(holds, ({ own, number, how }, { model, ids }) => {
  const fits = (one: Expected, index: number) =>
    index !== number &&
    holds(one) &&
    one.confirmedBy !== 'added' &&
    one.wish.kind === own.wish.kind &&
    ids[index] !== undefined;
  const others = model.signatures.flatMap((one, index) => (fits(one, index) ? [index] : []));
  const into = others[how % others.length];
  if (into === undefined) return undefined;
  return {
    asked: { do: 'merge', into: signatureId.parse(ids[into]) },
    change: decided.merged(into),
    isRefused: (known, one) => {
      const other = signatureOf(known, into);
      return !(holds(other) && other.wish.kind === one.wish.kind);
    },
  };
});
export const split = decision(
  ({ wish, after }) => wish.kind === 'organisation' && after !== undefined,
  ({ how }) => {
    const chapter = ['north', 'south', undefined][how % 3];
    return {
      asked: { do: 'split', chapter },
      change: decided.split(chapter),
      isRefused: (_model, { wish }) => wish.kind !== 'organisation',
    };
  },
);

let corrections = 0;

/** A correction on request; the secretariat cannot turn a person into an organisation. */
export const correctForThem = decision(always, ({ own, number, how }) => {
  corrections += 1;
  const drawn = wishOf(how, `Role ${number}.${9000 + corrections}`, own.wish.mailbox);
  if (drawn.kind !== own.wish.kind) return undefined;
  const { name, website, country } = drawn.organisation?.fields ?? {};
  const fields = { organisationName: name, organisationWebsite: website, country };
  return {
    asked: { do: 'correct', ...fields, signatoryName: drawn.person.name, signatoryRole: drawn.role },
    change: decided.correctedFor(drawn),
    // The signer may have switched to another kind in the meantime.
    isRefused: (_model, { wish }) => wish.kind === 'organisation' && !(name && country),
  };
});

/** Sends the mail again, or releases a signature that was silently held; the mailbox's caps limit how often. */
export function sendAgain(what: 'resend' | 'release') {
  return (run: Run, command: Command): PlannedRequest | undefined => {
    const isHeld = (own: Expected) =>
      run.snapshot.records.get(run.ids[run.model.signatures.indexOf(own)] ?? '')?.heldBecause !== undefined;
    const stage = what === 'release' ? 'pending' : digits(command.how)(['pending', 'confirmed'] as const);
    const one = choose(run, command, stage, what === 'release' ? isHeld : always);
    if (!one) return undefined;
    const id = signatureId.parse(run.ids[one.number]);
    return {
      send: (world) =>
        moderateAs(world, { id }, { do: what }).then(
          ({ outcome }) => new Response(null, { status: statusOf[outcome] }),
          () => new Response(null, { status: 503 }),
        ),
      becomes: (model, { status, disturbed }) => {
        const { stage: now, askedAgain } = signatureOf(model, one.number);
        expect(status).toBeOneOf(now === 'gone' || now === 'forgotten' ? [404] : [200, 409]);
        if (now !== 'pending' || (status !== 200 && !disturbed)) return model;
        return reach(put(model, one.number, { askedAgain: askedAgain + 1 }), what);
      },
    };
  };
}

/** Forgets a signature at once, on request. */
export function forgetForThem(run: Run, command: Command): PlannedRequest | undefined {
  const one = choose(run, command, 'confirmed', always);
  if (!one) return undefined;
  const id = signatureId.parse(run.ids[one.number]);
  return {
    send: (world) =>
      moderateAs(world, { id }, { do: 'forget', sure: true }).then(
        ({ outcome }) => new Response(null, { status: statusOf[outcome] }),
        () => new Response(null, { status: 503 }),
      ),
    becomes: (model, { status, disturbed, atOnce }) => {
      const { stage } = signatureOf(model, one.number);
      const isGone = stage === 'forgotten' || stage === 'gone';
      expect(status).toBeOneOf([isGone ? 404 : 200, ...(disturbed || atOnce ? [200, 404] : [])]);
      return forgotten(model, one.number);
    },
  };
}

const revisionOf = z.object({ revision: z.number() });

/** Undoes an action: only when nothing of it was changed since, and the place is free. */
export function undo(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const open = run.model.done.filter(({ undone }) => !undone);
  const request = how % 3 > 0 ? open.at(-1) : open[who % open.length];
  const id = request && signatureId.safeParse(run.ids[request.by]).data;
  if (!request || !id) return undefined;
  const isUntouched = request.changed.every(({ number }) => {
    const one = run.ids[number] ?? '';
    const kept = revisionOf.safeParse(run.tableSnapshots.find(`SIGNATURE#${one}`, `ACT#${request.id}`)).data;
    return kept !== undefined && run.snapshot.records.get(one)?.revision === kept.revision;
  });
  return {
    send: ({ store, clock }) =>
      undoAct(
        store,
        { letter: letterSlug.parse(slug), signature: id, act: undoId.parse(request.id), by: commandLine },
        new Date(clock.now),
      ).then(
        (outcome) =>
          new Response(null, {
            status: { undone: 200, gone: 404, 'changed-meanwhile': 409, 'letter-delivered': 409 }[outcome],
          }),
        () => new Response(null, { status: 503 }),
      ),
    becomes: (model, { status, disturbed, atOnce }) => {
      if (signatureOf(model, request.by).stage === 'forgotten') {
        expect(status).toBeOneOf([404, ...(atOnce ? [409] : [])]);
        return model;
      }
      if (status === 200 && !isUntouched && !atOnce) throw new Error('something else was changed since');
      if (status === 200) return decided.takenBack(model, request.id);
      expect(status).toBeOneOf([409, ...(atOnce || disturbed ? [404] : [])]);
      const isFree = request.changed.every(
        ({ number, was }) => !holds(was) || !isTaken(model, number, was, request.changed),
      );
      // The previous act in the same turn may have changed one of them since `isUntouched` was computed.
      const isAsItWas = request.changed.every(
        ({ number }) => signatureOf(model, number) === signatureOf(run.model, number),
      );
      if (!atOnce && !disturbed) expect(isUntouched && isAsItWas && isFree, 'what can be taken back').toBe(false);
      return reach(model, 'not taken back');
    },
  };
}

/** @returns whether another signature, not part of the action, holds the place */
function isTaken(model: Model, number: number, was: Expected, changed: readonly { number: number; was: Expected }[]) {
  return model.signatures.some((one, index) => {
    const then = changed.find((each) => each.number === index)?.was ?? one;
    return index !== number && holds(then) && placeOf(then) === placeOf(was);
  });
}

/** Stops or resumes mail to a mailbox on its owner's request; repeated until it succeeds. */
export async function silence(run: Run, { who, how, instance }: Command): Promise<void> {
  const { observer, instances, arrived } = run;
  const silent = mailboxes.filter(({ label }) => run.model.silent[label]);
  const [now, store] = [observer.clock.now, instances[instance]?.world.store ?? observer.store];
  const back = how % 2 === 0 ? silent[who % silent.length] : undefined;
  const { address, label } = back ?? digits(who)(mailboxes);
  if (back) {
    await untilDone(() => releaseMailbox(store, keys, address, now));
    const { confirmed } = signaturesOf(await readMailbox(observer.store, keys, address));
    for (const { id } of confirmed) await untilDone(() => change(store, id, deliverable, new Date(now)));
    run.model = decided.released(run.model, label);
    return;
  }
  const asked = { at: new Date(now).toISOString(), because: 'asked' } as const;
  await untilDone(() => suppressMailbox(store, keys, address, asked, now));
  run.silencedAfter.set(label, arrived.length);
  run.model = decided.silenced(run.model, label, 'asked');
}

/** @param work repeated as long as the history's faults make it fail */
export async function untilDone(work: () => Promise<unknown>, times = 1): Promise<void> {
  for (let left = times; left > 0; ) {
    left -= await work().then(
      () => 1,
      () => 0,
    );
  }
}
