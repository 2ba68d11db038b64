/** One history as it is played: the instances, the post, and what is expected. */
import { expect } from 'vitest';
import { disturb, type Fault } from '../../fixtures/dynamodb-faults.ts';
import { anotherClient } from '../../fixtures/store.ts';
import { letterFile, makeWorld, noNetwork, openTestLetter, type World } from '../../fixtures/world.ts';
import { type Mishap, openPost, type Post } from '../property/mail-pipeline.ts';
import { type Expected, type Model, start } from './expected.ts';
import { openMemory } from './shortcuts.ts';
import type { Stage } from './table-pool.ts';
import { type Mirror, openMirror, type Snapshot } from './table-snapshot.ts';

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
  readonly purpose: 'confirm' | 'manage' | 'stop';
  /** What kind of mail brought it. */
  readonly mail: string;
  readonly at: number;
  /** Until when a link to the owner's page works. */
  readonly until: number;
  /** How many codes had been typed for that mailbox by then, at the least. */
  readonly triesBefore: number;
}

export interface Game {
  /** Undisturbed: what it sees is so. */
  readonly observer: World;
  readonly instances: readonly Instance[];
  readonly post: Post;
  readonly mirror: Mirror;
  model: Model;
  snapshot: Snapshot;
  /** Ids of signatures by their number, as far as they are known. */
  readonly ids: string[];
  /** What was found to be as the table has it. */
  readonly agreed: WeakMap<Expected, unknown>;
  readonly arrived: Arrived[];
  /** How many of the mails were looked at. */
  seen: number;
  /** So many of the mails may have been on their way when the last thing happened. */
  underWay: number;
  /** How many codes were typed for each mailbox at the least. */
  readonly tries: Map<string, number>;
  /** How many mails had come when a mailbox was silenced last: the codes in them are forgotten. Perhaps it was not. */
  readonly silencedAfter: Map<string, number>;
  readonly bodies: { body: Readonly<Record<string, unknown>>; key: string; isSpam: boolean }[];
  /** Pages that the secretariat has opened: the fields that they show of a signature, and their version. */
  readonly pages: Map<number, { fields: string; version: string }[]>;
  /** What stands in the DNS. */
  readonly txt: Map<string, string[]>;
}

export interface Faults {
  readonly api: readonly (readonly Fault[])[];
  readonly mailers: readonly (readonly Fault[])[];
  readonly queue: readonly Mishap[];
  readonly ses: readonly Mishap[];
}

export async function openGame(faults: Faults, policy: Model['policy'], { store, news }: Stage): Promise<Game> {
  const txt: Game['txt'] = new Map();
  const network = { ...noNetwork, txt: async (name: string) => txt.get(name) ?? [] };
  const observer = makeWorld(store, undefined, network);
  const { versions } = await openTestLetter(observer.store, settingsOf(policy));
  const mailers = [anotherClient(observer.store), anotherClient(observer.store)] as const;
  for (const [number, mailer] of mailers.entries()) disturb(mailer, faults.mailers[number] ?? []);
  const all = Array.from({ length: instances }, (_, number) => {
    const world = makeWorld(anotherClient(observer.store), observer.clock, network);
    return { world, happened: disturb(world.store, faults.api[number] ?? []) };
  });
  const mirror = openMirror();
  // What was written until now.
  mirror.hear(await news());
  const memory = openMemory(mirror, news);
  const post = await openPost(observer, mailers, faults, memory);
  for (const each of [store, ...mailers, ...all.map(({ world }) => world.store)]) memory.remember(each);
  return {
    observer,
    instances: all,
    post,
    mirror,
    model: start(versions[0].id, policy),
    snapshot: mirror.look(),
    ids: [],
    agreed: new WeakMap(),
    arrived: [],
    seen: 0,
    underWay: 0,
    tries: new Map(),
    silencedAfter: new Map(),
    bodies: [],
    pages: new Map(),
    txt,
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

const settingsOf = (policy: Model['policy']) => ({
  'goal: 50': `goal: 50\nkeepDays: 30\npublishedFrom: ${policy.organisations}\nindividualsPublishedFrom: ${policy.individuals}`,
});

/** The letter with another text: what was signed before was another version. */
export const reworded = (number: number, policy: Model['policy']) =>
  letterFile({
    ...settingsOf(policy),
    'from the shore.': `from the shore. This is wording number ${number}.`,
  });

/** @returns the number of the signature with that id */
export function signatureNumber({ ids }: Pick<Game, 'ids'>, id: string): number {
  return ids.indexOf(id);
}
