/** One history as it is played: the instances, the post, and what is expected. */
import { expect } from 'vitest';
import { disturb, type Fault } from '../fixtures/disturb.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';
import type { Mishap } from '../property/post.ts';
import { openPost, type Post } from '../property/post.ts';
import { type Model, start } from './expected.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

export const slug = 'clean-air';

/** How many instances of the public API run side by side. */
export const instances = 3;

/** One step as it is drawn: what is done, and two numbers that say by whom and how. */
export interface Deed {
  readonly do: string;
  readonly who: number;
  readonly how: number;
  readonly instance: number;
}

/** What came of a request. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Something failed on the way, so that it was perhaps done more than once. */
  readonly disturbed: boolean;
  /** Something else was asked for in the same moment. */
  readonly atOnce: boolean;
}

/** A request that is ready to be sent, and what must be so when it was answered. */
export interface Act {
  /** Sends it once; it is sent again where no answer came. */
  readonly send: (world: World) => Response | Promise<Response>;
  /** @throws when that cannot be the answer; in a race it is asked for both orders */
  readonly becomes: (model: Model, answer: Answer) => Model;
}

interface Instance {
  readonly world: World;
  readonly happened: readonly unknown[];
}

/** A link or a code that came by mail. */
export interface Arrived {
  readonly of: number;
  readonly to: string;
  readonly token: string;
  readonly code?: string;
  readonly purpose: 'confirm' | 'manage';
  readonly at: number;
}

export interface Game {
  /** Undisturbed: what it sees is so. */
  readonly observer: World;
  readonly instances: readonly Instance[];
  readonly post: Post;
  model: Model;
  snapshot: Snapshot;
  snapshots: number;
  /** Ids of signatures by their number, as far as they are known. */
  readonly ids: string[];
  readonly arrived: Arrived[];
  /** How many of the mails were looked at. */
  seen: number;
  /** How many codes were typed for each mailbox at the most. */
  readonly tries: Map<string, number>;
  /** Mailboxes from which something came back: no mail goes there any more. */
  readonly suppressed: Set<string>;
  readonly bodies: { body: Readonly<Record<string, unknown>>; key: string }[];
}

export interface Faults {
  readonly api: readonly (readonly Fault[])[];
  readonly mailers: readonly (readonly Fault[])[];
  readonly queue: readonly Mishap[];
  readonly ses: readonly Mishap[];
}

export async function openGame(faults: Faults): Promise<Game> {
  const observer = makeWorld(await freshStore());
  const { versions } = await openTestLetter(observer.store);
  const mailers = [anotherClient(observer.store), anotherClient(observer.store)] as const;
  for (const [number, mailer] of mailers.entries()) disturb(mailer, faults.mailers[number] ?? []);
  return {
    observer,
    instances: Array.from({ length: instances }, (_, number) => {
      const world = makeWorld(anotherClient(observer.store), observer.clock);
      return { world, happened: disturb(world.store, faults.api[number] ?? []) };
    }),
    post: await openPost(observer, mailers, faults),
    model: start(versions[0].id),
    snapshot: await readSnapshot(observer.store),
    snapshots: 0,
    ids: [],
    arrived: [],
    seen: 0,
    tries: new Map(),
    suppressed: new Set(),
    bodies: [],
  };
}

/** @returns how many faults have befallen the instances so far */
const faultsOf = ({ instances: all }: Game) => all.reduce((sum, { happened }) => sum + happened.length, 0);

/** Sends all of them at once. */
export function sendAll(game: Game, wanted: readonly { act: Act; instance: number }[]): Promise<Answer[]> {
  const before = faultsOf(game);
  return Promise.all(
    wanted.map(async ({ act, instance }) => {
      const response = await insist(game, act, instance, before);
      const json = response.headers.get('content-type')?.includes('json');
      const body: unknown = json ? await response.json() : await response.text();
      return { status: response.status, body, disturbed: faultsOf(game) > before, atOnce: wanted.length > 1 };
    }),
  );
}

/** As a good client does: what was not answered is sent again, to another instance, until it is. */
async function insist(game: Game, act: Act, instance: number, faultsBefore: number): Promise<Response> {
  // More often than any plan can refuse.
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const player = game.instances[(instance + attempt) % instances];
    const response = await act.send(player?.world ?? game.observer);
    if (response.status < 500) return response;
    expect(faultsOf(game), 'it fails only when something is made to fail').toBeGreaterThan(faultsBefore);
  }
  return expect.unreachable('it fails for ever');
}

/** The mails that are due go out, as far as the faults allow. */
export async function deliver({ post }: Game, { toAll = false } = {}): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await post.relayNews([7, 3]);
    if (post.queued.length === 0) return;
    await post.deliver({ toAll });
  }
}

/** Takes links and codes out of the mails that came since the last time. */
export function openMails(game: Game): void {
  const { observer, ids, arrived } = game;
  for (const mail of observer.mails.slice(game.seen)) {
    const codes = [...mail.text.matchAll(/Code: (\S+)/g)].map(([, code]) => code);
    const tokens = [...mail.text.matchAll(/\/(confirm|manage)\/([a-z0-9]{46})/g)];
    for (const [, purpose, token = ''] of tokens) {
      const of = ids.findIndex((id) => token.startsWith(id));
      if (of === -1) throw new Error('a mail holds a link to nothing');
      const about = { of, to: mail.to, token, at: observer.clock.now };
      if (purpose === 'manage') arrived.push({ ...about, purpose });
      else {
        const code = codes.shift();
        arrived.push({ ...about, purpose: 'confirm', ...(code ? { code } : {}) });
      }
    }
  }
  game.seen = observer.mails.length;
}

/** @returns the mails of one kind, in the order in which they came, with the number of the signature that they are about */
export function mailsOf({ observer, ids }: Game, kind: string): number[] {
  return observer.mails
    .filter(({ about }) => about['mail'] === kind)
    .map(({ about }) => ids.indexOf(about['signature'] ?? ''));
}

/** The letter with another text: what was signed before was another version. */
export const reworded = (number: number) =>
  letterFile({ 'from the shore.': `from the shore. This is wording number ${number}.` });

/** @returns the number of the signature with that id */
export function signatureNumber({ ids }: Pick<Game, 'ids'>, id: string): number {
  return ids.indexOf(id);
}
