/** Actions of the owner of a confirmed signature on the page behind the link. */
import { expect } from 'vitest';
import * as z from 'zod';
import { domainProofOf } from '../../../../functions/public-api/manage/domain-proof.ts';
import { keys } from '../../../fixtures/world.ts';
import {
  agreed,
  carried,
  corrected,
  type Expected,
  forgotten,
  holds,
  isFree,
  isOneTooMany,
  type Model,
  reach,
  signatureOf,
  takenPlace,
  withdrawn,
} from '../expected.ts';
import { silenced, verified } from '../expected-decisions.ts';
import { digits, wishOf } from '../people.ts';
import { type Arrived, type Command, type PlannedRequest, type Run, slug } from '../run.ts';
import { viewOf } from '../view.ts';
import { post, said } from './sign.ts';

type Owner = { readonly link: Arrived; readonly own: Expected };

/** @returns the links to owners' pages that still work */
export const ownLinks = ({ arrived, observer }: Run) =>
  arrived.filter(({ purpose, until }) => purpose === 'manage' && until > observer.clock.now);

/** @returns one of the owners who can open their page */
function owner(run: Run, who: number, suits: (own: Expected) => boolean = () => true): Owner | undefined {
  const latest = new Map(ownLinks(run).map((link) => [link.of, link] as const));
  const owners = [...latest.values()]
    .map((link) => ({ link, own: signatureOf(run.model, link.of) }))
    .filter(({ own }) => suits(own));
  return owners[who % owners.length];
}

/** @returns whether duplicates wait for the place that the signature holds */
const isWaitedFor = ({ signatures }: Model, own: Expected) =>
  holds(own) && signatures.some(({ after, stage }) => stage === 'confirmed' && signatures[after ?? -1] === own);

/** Holders of a place that others wait for are chosen more often than by chance. */
const leaver = (run: Run, { who, how }: Command) =>
  (how % 4 > 0 ? owner(run, who, (own) => isWaitedFor(run.model, own)) : undefined) ?? owner(run, who);

/** An action that the page offers: the request, and its effect on the signature. */
function request({ link }: Owner, request: unknown, change: (model: Model) => Model): PlannedRequest {
  return {
    send: (world) => world.app.request(...post(`/manage/${link.token}`, request)),
    becomes: (model, { status, body, disturbed, atOnce }) => {
      const { stage } = signatureOf(model, link.of);
      if (stage === 'forgotten' || stage === 'gone') {
        // Two identical requests at the same time get the same answer.
        expect(status).toBeOneOf([404, ...(atOnce ? [200] : [])]);
        return model;
      }
      const after = change(model);
      const own = signatureOf(after, link.of);
      if (own.stage === 'forgotten' || own.stage === 'gone') {
        expect(status).toBeOneOf([200, ...(disturbed ? [404] : [])]);
        return after;
      }
      expect(status).toBe(200);
      if (!disturbed) expect(body).toMatchObject(viewOf(own));
      return after;
    },
  };
}

let corrections = 0;

export function correct(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const found = owner(run, who);
  if (!found) return undefined;
  const { mailbox } = found.own.wish;
  corrections += 1;
  const wish = wishOf(how, `Role ${found.link.of}.${corrections}`, mailbox);
  const { of } = found.link;
  const now = run.observer.clock.now;
  const allowed = request(found, { action: 'correct', ...said(wish) }, (model) => corrected(model, of, wish, now));
  return {
    ...allowed,
    becomes: (model, answer) => {
      if (!isOneTooMany(model, of, wish, now)) return allowed.becomes(model, answer);
      expect(answer.status).toBe(422);
      return reach(model, 'corrected too often');
    },
  };
}

/** Changes whether the name is shown, and the consents. */
export function agree(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const found = owner(run, who);
  if (!found) return undefined;
  const choose = digits(how);
  const display = choose(['public', 'withheld'] as const);
  const publication = choose([true, false]) || display === 'public';
  const others = { publication, updates: choose([false, true]), partner: choose([false, true]) };
  const followUp = choose([true, true, false]);
  const consents = { ...others, ...(followUp ? { followUp } : {}) };
  return request(found, { action: 'consents', display, consents: { ...others, followUp } }, (model) =>
    agreed(model, found.link.of, { display, consents }, run.observer.clock.now),
  );
}

export function carryOver(run: Run, { who }: Command): PlannedRequest | undefined {
  const letterVersion = run.model.versions.at(-1) ?? '';
  const found = owner(run, who, ({ version }) => version !== letterVersion) ?? owner(run, who);
  if (!found) return undefined;
  return request(found, { action: 'carry-over', letterVersion }, (model) =>
    carried(model, found.link.of, letterVersion),
  );
}

export function takePlace(run: Run, { who }: Command): PlannedRequest | undefined {
  const waits = ({ after }: Expected) => after !== undefined;
  const canHave = (own: Expected) => waits(own) && isFree(run.model, run.model.signatures.indexOf(own));
  const found = owner(run, who, canHave) ?? owner(run, who, waits) ?? owner(run, who);
  return (
    found &&
    request(found, { action: 'take-place' }, (model) => takenPlace(model, found.link.of, run.observer.clock.now))
  );
}

export function withdraw(run: Run, command: Command): PlannedRequest | undefined {
  const found = leaver(run, command);
  return found && request(found, { action: 'withdraw' }, (model) => withdrawn(model, found.link.of));
}

/** Forgets the signature, sometimes also stopping all mail to the mailbox. */
export function forget(run: Run, command: Command): PlannedRequest | undefined {
  const found = leaver(run, command);
  if (!found) return undefined;
  const noMoreMail = command.how % 3 === 0;
  const { label } = found.own.wish.mailbox;
  const { of } = found.link;
  if (noMoreMail) run.silencedAfter.set(label, run.arrived.length);
  return request(found, { action: 'forget', sure: true, noMoreMail }, (model) => {
    const isNews = noMoreMail && signatureOf(model, of).stage !== 'forgotten';
    return forgotten(isNews ? silenced(model, label, 'asked') : model, of);
  });
}

/** Adds the line to the DNS, or omits it, and requests a check. */
export function proveDomain(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const isProvable = ({ wish, stage }: Expected) =>
    stage === 'confirmed' && wish.kind === 'organisation' && wish.organisation?.domain !== undefined;
  const found = owner(run, who, isProvable) ?? owner(run, who);
  if (!found) return undefined;
  const { of, token } = found.link;
  const proof = domainProofOf(keys, { id: run.ids[of] ?? '', letter: slug }, found.own.wish.organisation?.domain ?? '');
  if (how % 4 > 0) run.txt.set(proof.record, [...(run.txt.get(proof.record) ?? []), proof.line]);
  const isShown = () => run.txt.get(proof.record)?.includes(proof.line) ?? false;
  const wasShown = isShown();
  return {
    send: (world) => world.app.request(...post(`/manage/${token}`, { action: 'verify-domain' })),
    becomes: (model, { status, atOnce, disturbed }) => {
      const own = signatureOf(model, of);
      const isTheSame = own.wish.organisation?.domain === found.own.wish.organisation?.domain;
      // Another action of the same turn may have published the record meanwhile.
      const proves = isProvable(own) && isTheSame && (wasShown || (status === 200 && isShown()));
      // In a race, the checked domain may no longer be the current one; after many attempts it is not checked.
      const doubtful = atOnce || disturbed ? [200, 404, 422] : [];
      const isGone = own.stage === 'forgotten' || own.stage === 'gone';
      expect(status).toBeOneOf([isGone ? 404 : proves ? 200 : 422, ...doubtful]);
      return proves && status === 200 ? verified(model, of, 'dns', run.observer.clock.now) : model;
    },
  };
}

/** Without `sure`, nothing is forgotten. */
export function forgetUnsure(run: Run, { who }: Command): PlannedRequest | undefined {
  const found = owner(run, who, ({ stage }) => stage === 'confirmed' || stage === 'withdrawn');
  return (
    found && {
      send: (world) => world.app.request(...post(`/manage/${found.link.token}`, { action: 'forget' })),
      becomes: (model, { status, body }) => {
        expect(status).toBeOneOf([422, 404]);
        z.object({ type: z.string() }).parse(body);
        return model;
      },
    }
  );
}
