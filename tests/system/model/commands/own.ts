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
import { type Act, type Arrived, type Deed, type Game, slug } from '../run.ts';
import { viewOf } from '../view.ts';
import { post, said } from './sign.ts';

type Owner = { readonly link: Arrived; readonly own: Expected };

/** @returns the links to owners' pages that still work */
export const ownLinks = ({ arrived, observer }: Game) =>
  arrived.filter(({ purpose, until }) => purpose === 'manage' && until > observer.clock.now);

/** @returns one of the owners who can open their page */
function owner(game: Game, who: number, suits: (own: Expected) => boolean = () => true): Owner | undefined {
  const latest = new Map(ownLinks(game).map((link) => [link.of, link] as const));
  const owners = [...latest.values()]
    .map((link) => ({ link, own: signatureOf(game.model, link.of) }))
    .filter(({ own }) => suits(own));
  return owners[who % owners.length];
}

/** @returns whether duplicates wait for the place that the signature holds */
const isWaitedFor = ({ signatures }: Model, own: Expected) =>
  holds(own) && signatures.some(({ after, stage }) => stage === 'confirmed' && signatures[after ?? -1] === own);

/** Holders of a place that others wait for are chosen more often than by chance. */
const leaver = (game: Game, { who, how }: Deed) =>
  (how % 4 > 0 ? owner(game, who, (own) => isWaitedFor(game.model, own)) : undefined) ?? owner(game, who);

/** An action that the page offers: the request, and its effect on the signature. */
function act({ link }: Owner, request: unknown, change: (model: Model) => Model): Act {
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

export function correct(game: Game, { who, how }: Deed): Act | undefined {
  const found = owner(game, who);
  if (!found) return undefined;
  const { mailbox } = found.own.wish;
  corrections += 1;
  const wish = wishOf(how, `Role ${found.link.of}.${corrections}`, mailbox);
  const { of } = found.link;
  const now = game.observer.clock.now;
  const allowed = act(found, { action: 'correct', ...said(wish) }, (model) => corrected(model, of, wish, now));
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
export function agree(game: Game, { who, how }: Deed): Act | undefined {
  const found = owner(game, who);
  if (!found) return undefined;
  const choose = digits(how);
  const display = choose(['public', 'withheld'] as const);
  const publication = choose([true, false]) || display === 'public';
  const consents = { publication, updates: choose([false, true]), partner: choose([false, true]) };
  return act(found, { action: 'consents', display, consents }, (model) =>
    agreed(model, found.link.of, { display, consents }, game.observer.clock.now),
  );
}

export function carryOver(game: Game, { who }: Deed): Act | undefined {
  const letterVersion = game.model.versions.at(-1) ?? '';
  const found = owner(game, who, ({ version }) => version !== letterVersion) ?? owner(game, who);
  if (!found) return undefined;
  return act(found, { action: 'carry-over', letterVersion }, (model) => carried(model, found.link.of, letterVersion));
}

export function takePlace(game: Game, { who }: Deed): Act | undefined {
  const waits = ({ after }: Expected) => after !== undefined;
  const canHave = (own: Expected) => waits(own) && isFree(game.model, game.model.signatures.indexOf(own));
  const found = owner(game, who, canHave) ?? owner(game, who, waits) ?? owner(game, who);
  return (
    found && act(found, { action: 'take-place' }, (model) => takenPlace(model, found.link.of, game.observer.clock.now))
  );
}

export function withdraw(game: Game, deed: Deed): Act | undefined {
  const found = leaver(game, deed);
  return found && act(found, { action: 'withdraw' }, (model) => withdrawn(model, found.link.of));
}

/** Forgets the signature, sometimes also stopping all mail to the mailbox. */
export function forget(game: Game, deed: Deed): Act | undefined {
  const found = leaver(game, deed);
  if (!found) return undefined;
  const noMoreMail = deed.how % 3 === 0;
  const { label } = found.own.wish.mailbox;
  const { of } = found.link;
  if (noMoreMail) game.silencedAfter.set(label, game.arrived.length);
  return act(found, { action: 'forget', sure: true, noMoreMail }, (model) => {
    const isNews = noMoreMail && signatureOf(model, of).stage !== 'forgotten';
    return forgotten(isNews ? silenced(model, label, 'asked') : model, of);
  });
}

/** Adds the line to the DNS, or omits it, and requests a check. */
export function proveDomain(game: Game, { who, how }: Deed): Act | undefined {
  const isProvable = ({ wish, stage }: Expected) =>
    stage === 'confirmed' && wish.kind === 'organisation' && wish.organisation?.domain !== undefined;
  const found = owner(game, who, isProvable) ?? owner(game, who);
  if (!found) return undefined;
  const { of, token } = found.link;
  const proof = domainProofOf(
    keys,
    { id: game.ids[of] ?? '', letter: slug },
    found.own.wish.organisation?.domain ?? '',
  );
  if (how % 4 > 0) game.txt.set(proof.record, [...(game.txt.get(proof.record) ?? []), proof.line]);
  const isShown = game.txt.get(proof.record)?.includes(proof.line) ?? false;
  return {
    send: (world) => world.app.request(...post(`/manage/${token}`, { action: 'verify-domain' })),
    becomes: (model, { status, atOnce, disturbed }) => {
      const own = signatureOf(model, of);
      const isTheSame = own.wish.organisation?.domain === found.own.wish.organisation?.domain;
      const proves = isProvable(own) && isShown && isTheSame;
      // In a race, the checked domain may no longer be the current one; after many attempts it is not checked.
      const doubtful = atOnce || disturbed ? [200, 404, 422] : [];
      const isGone = own.stage === 'forgotten' || own.stage === 'gone';
      expect(status).toBeOneOf([isGone ? 404 : proves ? 200 : 422, ...doubtful]);
      return proves && status === 200 ? verified(model, of, 'dns', game.observer.clock.now) : model;
    },
  };
}

/** Without `sure`, nothing is forgotten. */
export function forgetUnsure(game: Game, { who }: Deed): Act | undefined {
  const found = owner(game, who, ({ stage }) => stage === 'confirmed' || stage === 'withdrawn');
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
