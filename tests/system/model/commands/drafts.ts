/** A draft with its preview link, and tests by people who have it. Nothing of that may touch the letter that is open. */
import { expect } from 'vitest';
import * as z from 'zod';
import { dropTests } from '../../../../functions/housekeeping/drop-tests.ts';
import { createLetter } from '../../../../functions/secretariat/letters/save-parts.ts';
import { commandLine } from '../../../../shared/audit/audit.ts';
import { letterSlug } from '../../../../shared/ids.ts';
import { setState } from '../../../../shared/letter/lifecycle.ts';
import { makePreviewLink, revokePreviewLink } from '../../../../shared/letter/preview-link.ts';
import { readLetter } from '../../../../shared/letter/storage.ts';
import { letterFile, type Mail } from '../../../fixtures/world.ts';
import { reach } from '../expected.ts';
import { labelOf, wishOf } from '../people.ts';
import type { Command, PlannedRequest, Run } from '../run.ts';
import type { Snapshot } from '../table-snapshot.ts';
import { post, said } from './sign.ts';

/** The draft, and what became of its link and its tests. */
export interface Drafts {
  slug: string;
  /** Number of drafts so far. */
  number: number;
  /** The preview page; undefined without a link. */
  path: string | undefined;
  /** Links to tests that arrived. */
  readonly tests: { readonly id: string; readonly path: string; readonly preview: string; readonly until: number }[];
  /** Number of tests sent from each mailbox. */
  readonly sent: Map<string, number>;
}

export const noDrafts = (): Drafts => ({ slug: '', number: 0, path: undefined, tests: [], sent: new Map() });

const now = ({ observer }: Run) => new Date(observer.clock.now);

/** Makes a draft or another link to it, which ends the former one and its tests, or revokes the link. */
export async function previewLink(run: Run, { how }: Command): Promise<void> {
  const { drafts, observer } = run;
  if (drafts.slug === '') {
    drafts.number += 1;
    drafts.slug = `draft-${drafts.number}`;
    const file = letterFile({ 'slug: clean-air': `slug: ${drafts.slug}` });
    await createLetter(observer.store, file, commandLine, now(run));
  }
  const slug = letterSlug.parse(drafts.slug);
  if (drafts.path !== undefined && how % 3 === 0) {
    await revokePreviewLink(observer.store, slug, commandLine, now(run));
    drafts.path = undefined;
    run.model = reach(run.model, 'preview links revoked');
  } else drafts.path = `/${slug}/preview/${await makePreviewLink(observer.store, slug, commandLine, now(run))}`;
  await run.post.listen();
}

/** The draft is opened: every test of it is over, and housekeeping leaves nothing of them. */
export async function openDraft(run: Run): Promise<void> {
  const { drafts, observer } = run;
  const slug = letterSlug.safeParse(drafts.slug).data;
  if (!slug) return;
  expect((await setState(observer.store, slug, 'open', now(run))).ok).toBe(true);
  await endTests(run);
  Object.assign(drafts, { slug: '', path: undefined });
  await run.post.listen();
  const left = run.tableSnapshots.look().items.filter(({ pk }) => pk === `TESTS#${slug}`);
  expect(left, 'tests of a letter that is open').toEqual([]);
  run.model = reach(run.model, 'drafts opened');
}

/** Ends the tests of the draft as housekeeping does. */
export async function endTests({ drafts, observer }: Run): Promise<void> {
  const slug = letterSlug.safeParse(drafts.slug).data;
  const letter = slug && (await readLetter(observer.store, slug));
  if (letter) await dropTests(observer.store, letter, new Date(observer.clock.now), () => true);
}

/** Somebody who has the link signs as a test. */
export function test({ drafts }: Run, { who }: Command): PlannedRequest | undefined {
  const { path } = drafts;
  if (path === undefined) return undefined;
  const number = [...drafts.sent.values()].reduce((sum, one) => sum + one, 0);
  const wish = wishOf(who, `Test ${number}`);
  const { label, address } = wish.mailbox;
  drafts.sent.set(label, (drafts.sent.get(label) ?? 0) + 1);
  const about = said(wish);
  const consents = { publication: true, updates: true, partner: false };
  const body = { ...about, signatory: { ...about.signatory, email: address }, consents };
  return {
    send: (world) => world.app.request(...post(path, body)),
    becomes: (model, { status }) => {
      expect(status).toBe(202);
      return reach(model, 'tests');
    },
  };
}

/** Presses the link of a test: it works as long as the draft, its preview link and a week last. */
export function pressTest(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const { drafts, observer } = run;
  const current = drafts.tests.filter(({ preview }) => preview === drafts.path);
  const links = current.length > 0 && how % 3 > 0 ? current : drafts.tests;
  const link = links[who % links.length];
  if (!link) return undefined;
  return {
    send: (world) => world.app.request(...post(link.path, {})),
    becomes: (model, { status, body }) => {
      const isAlive = link.preview === drafts.path && observer.clock.now < link.until;
      expect(status, 'a test').toBe(isAlive ? 200 : 404);
      if (isAlive) expect(body).toEqual({ status: 'test' });
      return reach(model, isAlive ? 'tests confirmed' : 'tests over');
    },
  };
}

const row = z.object({ expiresAt: z.number() });

/** Takes the link out of a mail about a test. */
export function openTestMail(
  { drafts, model, tableSnapshots }: Run,
  { to, text, about }: Mail,
  isInFlight: boolean,
): void {
  if (!isInFlight) expect(model.silent[labelOf(to)], 'nothing is sent to who gets no mail').toBe(undefined);
  const id = about['signature'] ?? '';
  const [, path = ''] = /https:\/\/[^/]+(\/[a-z0-9-]+\/test\/[a-z0-9]{46})/.exec(text) ?? [];
  expect(path).toContain(`/test/${id}`);
  const known = row.safeParse(tableSnapshots.find(`TEST#${id}`, 'TEST')).data;
  const preview = drafts.path ?? '';
  // It may have ended while its mail was on the way.
  if (known && path.startsWith(`/${drafts.slug}/`)) drafts.tests.push({ id, path, preview, until: known.expiresAt });
}

/** No row but its own names a test, and nothing of a draft is counted. */
export function expectTestsApart({ drafts }: Run, { items }: Snapshot): void {
  const tests = items.filter(({ pk }) => pk.startsWith('TEST#')).map(({ id }) => String(id));
  const known = new Set([...tests, ...drafts.tests.map(({ id }) => id)]);
  for (const item of items) {
    const { pk } = item;
    if (/^(TESTS?|MAILBOX)#/.test(pk)) continue;
    const said = JSON.stringify(item);
    for (const id of known) if (said.includes(id)) expect.unreachable(`${pk} names a test`);
    if (!pk.startsWith('COUNT#draft-')) continue;
    for (const kind of ['organisations', 'individuals']) expect(item[kind] ?? 0).toBe(0);
  }
  const listed = items.filter(({ pk }) => pk.startsWith('TESTS#')).map(({ sk }) => sk);
  expect(new Set(listed)).toEqual(new Set(tests));
}
