/** Values for path parameters: existing objects of the letter `clean-air`, made anew when a call deletes them. */
import { strToU8 } from 'fflate';
import * as z from 'zod';
import { saveLetter } from '../../functions/secretariat/letters/save-parts.ts';
import { makeApiKey } from '../../functions/secretariat/members/api-key.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { readDelivery } from '../../shared/delivery/storage.ts';
import { listDisputes, raiseDispute } from '../../shared/dispute/dispute.ts';
import { newAnswer, writeAnswer } from '../../shared/handover/answer.ts';
import {
  type DeliveryId,
  type GrantScope,
  grantScope,
  letterSlug,
  type MemberId,
  makeMemberId,
  type SignatureId,
  signatureId,
} from '../../shared/ids.ts';
import { makeTickedJob } from '../../shared/jobs/bulk/decide.ts';
import { readSheet } from '../../shared/jobs/import/file.ts';
import { beginImport } from '../../shared/jobs/import/job.ts';
import { readLetterWithTexts } from '../../shared/letter/lifecycle.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import type { Permission } from '../../shared/member/role.ts';
import { addMember, findMember } from '../../shared/member/storage.ts';
import { deliveryKey, handoverKey } from '../../shared/platform/store/keys.ts';
import { transactOrThrow } from '../../shared/platform/store/transaction.ts';
import { moderate } from '../../shared/signature/moderation/moderate.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { newUpload, uploadPut } from '../../shared/upload/storage.ts';
import { keptKey, type Upload } from '../../shared/upload/upload.ts';
import { grantsOf, signIn } from '../fixtures/members.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import { endorsement, keys, openTestLetter, secretariatEmail, tokenIn, type World } from '../fixtures/world.ts';

export const letter = letterSlug.parse('clean-air');

export interface Scene {
  readonly world: World;
  readonly signature: SignatureId;
  /** A delivery whose documents are ready. The letter stays open. */
  readonly delivery: DeliveryId;
  readonly readyDelivery: Delivery;
  /** The owner of everything, who made the keys and the jobs. */
  readonly owner: MemberId;
}

/** Creates an owner, one confirmed signature under the letter, and figures. */
export async function setScene(world: World): Promise<Scene> {
  await openTestLetter(world.store);
  await world.submit(letter, endorsement(1));
  await world.sendMails();
  const token = tokenIn(z.custom<World['mails'][number]>().parse(world.mails.at(-1)));
  await world.confirm(token);
  const browser = await signIn(world);
  await browser.send(`/console/letters/${letter}/figures`);
  const owner = await findMember(world.store, keys, secretariatEmail);
  if (!owner) throw new Error('nobody owns everything');
  const delivery = await makeReadyDelivery(world, { kind: 'interim' });
  const signature = signatureId.parse(token.slice(0, 20));
  return { world, signature, delivery: delivery.id, readyDelivery: delivery, owner: owner.id };
}

const at = ({ world }: Scene) => new Date(world.clock.now);

/** A key with those permissions, for that letter or for everything. */
export async function keyFor(scene: Scene, scopes: readonly Permission[], scope: GrantScope): Promise<string> {
  const { world, owner } = scene;
  const expiresAt = new Date(world.clock.now + 24 * 3600 * 1000).toISOString();
  const happened = (subject: string) =>
    ({ by: { kind: 'member', id: owner }, did: 'key.made', scope, subject }) as const;
  const wanted = { name: 'Key', scopes: [...scopes], letter: scope, madeBy: owner, expiresAt };
  return (await makeApiKey(world.store, wanted, happened, at(scene))).shown;
}

/** A member of the letter who may be removed. */
async function someMember({ world }: Scene): Promise<string> {
  const id = makeMemberId();
  const added = { id, name: 'Target', email: `${id}@secretariat.example`, grants: grantsOf('viewer', letter) };
  const invitedAt = new Date(world.clock.now).toISOString();
  await addMember(world.store, keys, { ...added, digest: false, invitedAt, signInMails: [], revision: 1 });
  return id;
}

async function someJob(scene: Scene): Promise<string> {
  const making = {
    letter,
    by: { kind: 'member', id: scene.owner },
    wanted: { do: 'hold' },
    sight: { withNames: true },
  } as const;
  const job = await makeTickedJob(
    scene.world.store,
    making,
    [{ id: scene.signature, fieldsVersion: '0'.repeat(32) }],
    at(scene),
  );
  return job?.id ?? '';
}

let partners = 0;
async function somePartner({ world }: Scene): Promise<string> {
  partners += 1;
  const id = `radio-${partners}`;
  await registerPartner({ store: world.store, clock: { ...world.clock } }, id);
  return id;
}

async function someImport({ world, owner }: Scene): Promise<string> {
  const bytes = strToU8('name,country\nHarbour Choir,KZ\n');
  const read = await readSheet(bytes);
  if (!read.ok) throw new Error(read.why);
  const about = { letter, by: { kind: 'member', id: owner }, bytes, now: new Date(world.clock.now) } as const;
  return (await beginImport(world.store, read.sheet, about)).sk;
}

/** The delivery as it was before a call cancelled it or had it made again. */
async function someDelivery({ world: { store }, readyDelivery }: Scene): Promise<string> {
  const { id } = readyDelivery;
  const now = await readDelivery(store, letter, id);
  if (now?.progress.state === 'ready' && !now.cancelledAt) return id;
  await transactOrThrow(store, [
    { Put: { TableName: store.table, Item: { ...deliveryKey(letter, id), ...readyDelivery } } },
    { Delete: { TableName: store.table, Key: handoverKey(letter, id) } },
  ]);
  return id;
}

async function someAnswer({ world: { store, clock }, owner }: Scene): Promise<string> {
  const now = new Date(clock.now);
  const next = await newAnswer(
    { from: 'The Mayor', receivedOn: '2026-03-04', language: 'en', text: 'We *agree*.' },
    now,
  );
  await writeAnswer(store, letter, { before: undefined, next, by: { kind: 'member', id: owner } }, now);
  return next.id;
}

/** A logo of the signature that was checked and awaits a decision. */
async function someLogo({ world: { store, clock, files }, signature }: Scene): Promise<string> {
  const now = new Date(clock.now);
  return keep({ store, files }, newUpload(letter, { kind: 'logo', signature }, now), now);
}

/** A file of evidence that was checked. */
async function someEvidence({ world: { store, clock, files }, signature, owner }: Scene): Promise<string> {
  const now = new Date(clock.now);
  const by = { kind: 'member', id: owner } as const;
  return keep({ store, files }, newUpload(letter, { kind: 'evidence', signature }, now, by), now);
}

/** A logo that was checked and is not used. */
async function someFile({ world: { store, clock, files }, owner }: Scene): Promise<string> {
  const now = new Date(clock.now);
  return keep({ store, files }, newUpload(letter, { kind: 'look' }, now, { kind: 'member', id: owner }), now);
}

async function keep({ store, files }: Pick<World, 'store' | 'files'>, upload: Upload, now: Date): Promise<string> {
  const key = keptKey(upload);
  files.set(key, strToU8('a picture'));
  const file = { key, type: 'image/png', bytes: 9, size: { width: 3, height: 2 } } as const;
  const kept: Upload = { ...upload, progress: { state: 'kept', since: now.toISOString(), file } };
  await transactOrThrow(store, [uploadPut(store, kept, now)]);
  return kept.id;
}

async function someUpdate({ world: { store, clock }, owner }: Scene): Promise<string> {
  const texts = { en: { subject: 'Shore power', text: 'The **first** ferry has it.' } };
  const editing = { store, letter, by: { kind: 'member', id: owner }, now: new Date(clock.now) } as const;
  return (await writeUpdate(editing, { texts, mailOnly: false })).id;
}

async function someTranslation({ world: { store, clock }, owner }: Scene): Promise<string> {
  const kept = await readLetterWithTexts(store, letter);
  const original = kept?.texts.get(kept.letter.language);
  if (!kept || !original) throw new Error('the letter is gone');
  const translation = { ...original, language: 'fr', title: 'Titre' };
  const options = { revision: kept.letter.revision, now: new Date(clock.now) };
  if (!kept.texts.has('fr'))
    await saveLetter(store, letter, { translations: [translation] }, options, { kind: 'member', id: owner });
  return 'fr';
}

const targets: Readonly<Record<string, (scene: Scene) => string | Promise<string>>> = {
  letter: () => letter,
  signature: ({ signature }) => signature,
  member: someMember,
  key: async (scene) => (await keyFor(scene, ['audit.read'], letter)).slice(3, 19),
  job: someJob,
  language: someTranslation,
  part: () => '0',
  picture: () => 'over-time',
  figure: () => 'over-time',
  token: () => '0'.repeat(46),
  partner: somePartner,
  import: someImport,
  delivery: someDelivery,
  kind: () => 'list-csv',
  answer: someAnswer,
  file: someFile,
  logo: someLogo,
  evidence: someEvidence,
  update: someUpdate,
  secret: () => '0'.repeat(26),
};

/** @returns the path with a real value for each parameter */
export async function fill(path: string, scene: Scene): Promise<string> {
  const parts = path.split('/').map(async (part) => {
    const target = part.startsWith(':') ? targets[part.slice(1)] : () => part;
    if (!target) throw new Error(`tests/console/route-fixtures.ts has nothing for ${part}`);
    return target(scene);
  });
  return (await Promise.all(parts)).join('/');
}

/** Holds the signature, or approves it again. @returns the id of the act, which can be undone */
async function someAct({ world: { store, clock }, signature, owner }: Scene): Promise<string> {
  const kept = await readLetter(store, letter);
  if (!kept) throw new Error('the letter is gone');
  const by = { kind: 'member', id: owner } as const;
  for (const wanted of ['hold', 'approve'] as const) {
    const moderating = { store, keys, letter: kept, by, now: new Date(clock.now) };
    const fieldsVersion = await versionOf({ store }, { id: signature });
    const done = await moderate(moderating, signature, { do: wanted, fieldsVersion });
    if (done.outcome === 'done' && done.act) return done.act;
  }
  throw new Error('nothing could be done');
}

async function someDispute({ world: { store, clock } }: Scene): Promise<string> {
  const raised = { organisation: 'Harbour Choir', name: 'Asker', email: 'asker@choir.example', homepage: '' };
  await raiseDispute(store, letter, raised, new Date(clock.now));
  return (await listDisputes(store, letter)).items[0]?.sk ?? '';
}

export type Body = Readonly<Record<string, string | null>>;

/** Bodies for routes that refuse an empty body before they check access to the target. */
const bodies: Readonly<Record<string, (scene: Scene) => Body | Promise<Body>>> = {
  '/members/:member/grant': () => ({ scope: letter, role: 'viewer' }),
  '/admin/members/:member': () => ({ scope: letter, role: null }),
  '/files': () => ({ kind: 'look' }),
  '/pauses': () => ({ what: 'list', paused: 'false' }),
  '/disputes': async (scene) => ({ id: await someDispute(scene), answer: 'stands' }),
  '/disputes/mailbox': async (scene) => ({ id: await someDispute(scene) }),
  '/signatures/:signature/act': async ({ world, signature }) => ({
    do: 'hold',
    fieldsVersion: await versionOf(world, { id: signature }),
  }),
  '/signatures/:signature/undo': async (scene) => ({ act: await someAct(scene) }),
};

/** @returns the fields to send to a route; usually none */
export async function bodyFor(path: string, scene: Scene): Promise<Body> {
  const found = Object.entries(bodies).find(([end]) => path.endsWith(end));
  return found ? found[1](scene) : {};
}

export const elsewhere = grantScope.parse('other-letter');
