/** The state of one history in play: the instances, the mail, and the expectations. */
import { expect } from 'vitest';
import { type Fault, injectFaults } from '../../fixtures/dynamodb-faults.ts';
import { anotherClient } from '../../fixtures/store.ts';
import { letterFile, makeWorld, noNetwork, openTestLetter, type World } from '../../fixtures/world.ts';
import { type Mishap, openPost, type Post } from '../property/mail-pipeline.ts';
import { type Drafts, noDrafts } from './commands/drafts.ts';
import { type Expected, type Model, start } from './expected.ts';
import { openMemory } from './shortcuts.ts';
import type { PooledTable } from './table-pool.ts';
import { openSnapshotReader, type Snapshot, type SnapshotReader } from './table-snapshot.ts';

export const slug = 'clean-air';
/** The letter that follows it, once there is one. */
export const nextSlug = 'clean-water';

/** Number of instances of the public API that run side by side. */
export const instances = 3;

/** One step as drawn: the action, and two numbers that select by whom and how. */
export interface Command {
  readonly do: string;
  readonly who: number;
  readonly how: number;
  readonly instance: number;
}

/** The answer to a request. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Something failed on the way, so the request may have been carried out more than once. */
  readonly disturbed: boolean;
  /** Another request was made at the same moment. */
  readonly atOnce: boolean;
}

/** A request that is ready to be sent, and the expected state after its answer. */
export interface PlannedRequest {
  /** Sends it once; the caller repeats it when no answer arrives. */
  readonly send: (world: World) => Response | Promise<Response>;
  /** @throws when the answer is impossible; in a race it is called for both orders */
  readonly becomes: (model: Model, answer: Answer) => Model;
}

interface Instance {
  readonly world: World;
  readonly happened: readonly unknown[];
}

/** A link or a code that arrived by mail. */
export interface Arrived {
  readonly of: number;
  readonly to: string;
  readonly token: string;
  readonly code?: string;
  readonly purpose: 'confirm' | 'manage' | 'stop' | 'follow';
  /** Kind of the mail. */
  readonly mail: string;
  readonly at: number;
  /** Time until which a link to the owner's page works. */
  readonly until: number;
  /** Minimum number of codes that had been typed for that mailbox by then. */
  readonly triesBefore: number;
}

export interface Run {
  /** Undisturbed, so it sees the true state. */
  readonly observer: World;
  readonly instances: readonly Instance[];
  readonly post: Post;
  readonly tableSnapshots: SnapshotReader;
  model: Model;
  snapshot: Snapshot;
  /** Listed signatures as they were when the list was frozen, by number. */
  frozen: ReadonlyMap<number, Expected>;
  /** Ids of signatures by number, as far as known. */
  readonly ids: string[];
  /** Expected signatures that were found to match the table. */
  readonly agreed: WeakMap<Expected, unknown>;
  readonly arrived: Arrived[];
  /** Links to unsubscribe that arrived. */
  readonly unsubscribing: { readonly label: string; readonly subscriber: string; readonly path: string }[];
  /** Number of mails for each update and mailbox, and of invitations for each mailbox. */
  readonly newsArrived: Map<string, number>;
  /** Number of mails already examined. */
  seen: number;
  /** Number of mails that may have been in flight at the last action. */
  underWay: number;
  /** Minimum number of codes typed for each mailbox. */
  readonly tries: Map<string, number>;
  /**
   * Number of mails that had arrived when a mailbox was last silenced, perhaps without effect: the codes in them are
   * forgotten.
   */
  readonly silencedAfter: Map<string, number>;
  readonly bodies: { body: Readonly<Record<string, unknown>>; key: string; isSpam: boolean }[];
  /** Pages that the secretariat has open: the fields that they show of a signature, and their version. */
  readonly pages: Map<number, { fields: string; version: string }[]>;
  /** The draft beside the letter. */
  readonly drafts: Drafts;
  /** The DNS records. */
  readonly txt: Map<string, string[]>;
}

export interface Faults {
  readonly api: readonly (readonly Fault[])[];
  readonly mailers: readonly (readonly Fault[])[];
  readonly queue: readonly Mishap[];
  readonly ses: readonly Mishap[];
}

export async function openRun(faults: Faults, policy: Model['policy'], { store, news }: PooledTable): Promise<Run> {
  const txt: Run['txt'] = new Map();
  const network = { ...noNetwork, txt: async (name: string) => txt.get(name) ?? [] };
  const observer = makeWorld(store, undefined, network);
  const { versions } = await openTestLetter(observer.store, settingsOf(policy));
  const mailers = [anotherClient(observer.store), anotherClient(observer.store)] as const;
  for (const [number, mailer] of mailers.entries()) injectFaults(mailer, faults.mailers[number] ?? []);
  const all = Array.from({ length: instances }, (_, number) => {
    const world = makeWorld(anotherClient(observer.store), observer.clock, network);
    return { world, happened: injectFaults(world.store, faults.api[number] ?? []) };
  });
  const tableSnapshots = openSnapshotReader();
  // Everything written so far.
  tableSnapshots.hear(await news());
  const memory = openMemory(tableSnapshots, news);
  const post = await openPost(observer, mailers, faults, memory);
  for (const each of [store, ...mailers, ...all.map(({ world }) => world.store)]) memory.remember(each);
  return {
    observer,
    instances: all,
    post,
    tableSnapshots,
    model: start(versions[0].id, policy),
    snapshot: tableSnapshots.look(),
    frozen: new Map(),
    ids: [],
    agreed: new WeakMap(),
    arrived: [],
    unsubscribing: [],
    newsArrived: new Map(),
    seen: 0,
    underWay: 0,
    tries: new Map(),
    silencedAfter: new Map(),
    bodies: [],
    pages: new Map(),
    drafts: noDrafts(),
    txt,
  };
}

/** @returns how many faults the instances have met so far */
const faultsOf = ({ instances: all }: Run) => all.reduce((sum, { happened }) => sum + happened.length, 0);

/** Sends all of them at once. */
export function sendAll(run: Run, wanted: readonly { act: PlannedRequest; instance: number }[]): Promise<Answer[]> {
  const before = faultsOf(run);
  return Promise.all(
    wanted.map(async ({ act: request, instance }) => {
      const response = await insist(run, request, instance, before);
      const json = response.headers.get('content-type')?.includes('json');
      const body: unknown = json ? await response.json() : await response.text();
      return { status: response.status, body, disturbed: faultsOf(run) > before, atOnce: wanted.length > 1 };
    }),
  );
}

/** Repeats the request as a good client does, to another instance each time, until it is answered. */
async function insist(run: Run, request: PlannedRequest, instance: number, faultsBefore: number): Promise<Response> {
  // More often than any plan can refuse.
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const player = run.instances[(instance + attempt) % instances];
    const response = await request.send(player?.world ?? run.observer);
    if (response.status < 500) return response;
    expect(faultsOf(run), 'it fails only when something is made to fail').toBeGreaterThan(faultsBefore);
  }
  return expect.unreachable('it fails for ever');
}

/** Sends the mails that are due, as far as the faults allow. */
export async function deliver({ post }: Run, { toAll = false } = {}): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await post.relayNews([7, 3]);
    if (post.queued.length === 0) return;
    await post.deliver({ toAll });
  }
}

const settingsOf = (policy: Model['policy']) => ({
  'goal: 50': `goal: 50\nkeepDays: 30\nasksFollowUp: true\npublishedFrom: ${policy.organisations}\nindividualsPublishedFrom: ${policy.individuals}`,
});

/** The letter with another text: earlier signatures are for another version. */
export const reworded = (number: number, policy: Model['policy']) =>
  letterFile({
    ...settingsOf(policy),
    'from the shore.': `from the shore. This is wording number ${number}.`,
  });

/** @returns the number of the signature with that id */
export function signatureNumber({ ids }: Pick<Run, 'ids'>, id: string): number {
  return ids.indexOf(id);
}
