/** Five hundred people and organisations sign, confirm, and are in the document that is delivered, and answered. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { typesetDocuments } from '../../functions/document/typeset.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { newAnswer, writeAnswer } from '../../shared/handover/answer.ts';
import { sendHandover } from '../../shared/handover/hand-over.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { type Bucket, readObject } from '../../shared/platform/bucket/bucket.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { start, work } from '../fixtures/deliveries.ts';
import { makeManyNames } from '../fixtures/document.ts';
import { ask, mailsTo, manageTokenIn } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler)
  console.log('pdftotext is missing (package poppler-utils): only the lists attached to the PDF are read here');

interface Signer {
  readonly name: string;
  readonly email: string;
  readonly body: ReturnType<typeof endorsement>;
}

const numbered = /N\d{5}/;
const numberOf = (text: string) => z.string().parse(numbered.exec(text)?.[0]);

/** @returns 500 who are listed, one withheld for each 25 of them, one who withdraws and one who never confirms */
function signers(): { listed: Signer[]; withheld: Signer[]; leaves: Signer; silent: Signer } {
  const { organisations, individuals } = makeManyNames(522).undersigned;
  const all = [...organisations, ...individuals].map((entry, place): Signer => {
    const email = `signer${place}@org-${place}.example`;
    const isWithheld = place % 26 === 25;
    const display = isWithheld ? 'withheld' : 'public';
    const { name, country = 'KZ' } = entry;
    const body =
      entry.kind === 'organisation'
        ? endorsement(place, {
            organisation: { name, website: `https://org-${place}.example`, country },
            signatory: { name: entry.signatory?.name ?? name, role: entry.signatory?.role ?? 'Chair', email },
            display,
          })
        : endorsement(place, {
            ...{ kind: 'individual', organisation: { country }, attestation: undefined },
            signatory: { name, email },
            display,
          });
    return { name, email, body };
  });
  const withheld = all.filter((_, place) => place % 26 === 25);
  const shown = all.filter((_, place) => place % 26 !== 25);
  const [leaves, silent] = [
    z.custom<Signer>(Boolean).parse(shown.at(3)),
    z.custom<Signer>(Boolean).parse(shown.at(-3)),
  ];
  return { listed: shown.filter((one) => one !== leaves && one !== silent), withheld, leaves, silent };
}

async function signAll(world: World, all: readonly Signer[], silent: Signer): Promise<void> {
  for (const { body } of [...all, silent]) expect((await world.submit('clean-air', body)).status).toBe(202);
  await world.sendMails();
  for (const { email } of all) {
    const mail = mailsTo(world, email)[0];
    expect((await world.confirm(mail ? tokenIn(mail) : '')).status, email).toBe(200);
  }
  await world.sendMails();
}

async function bytesOf(bucket: Bucket, { progress }: Delivery, kind: string): Promise<Uint8Array> {
  const file = progress.state === 'ready' ? progress.files.find((one) => one.file === kind) : undefined;
  return (await readObject(bucket, file?.key ?? '')) ?? new Uint8Array();
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-'));
  try {
    await writeFile(join(folder, 'letter.pdf'), pdf);
    const read = spawnSync('pdftotext', ['-raw', join(folder, 'letter.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(read.status, read.stderr).toBe(0);
    return read.stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const json = z.object({
  undersigned: z.array(z.object({ name: z.string() })),
  unnamed: z.number(),
  frozen: z.object({ number: z.number() }),
});
const rows = z.array(z.object({ name: z.string() }));

it('a final delivery names each of 500 once, and is mailed, received and answered', {
  timeout: 600_000,
}, async () => {
  const { listed, withheld, leaves, silent } = signers();
  expect([listed.length, withheld.length]).toEqual([500, 20]);
  const bucket = await freshBucket();
  const world = makeWorld(await freshStore(), { now: Date.UTC(2026, 4, 1) });
  await openTestLetter(world.store);
  await signAll(world, [...listed, ...withheld, leaves], silent);
  const receipt = mailsTo(world, leaves.email).findLast(({ text }) => text.includes('/manage/'));
  const left = await ask(world, { token: receipt ? manageTokenIn(receipt) : '' }, { action: 'withdraw' });
  expect(left.status).toBe(200);

  const made = await work(world, bucket, await start(world, 'final'), { typeset: typesetDocuments });
  expect(made.progress.state, JSON.stringify(made.progress)).toBe('ready');
  expect(made.frozen).toMatchObject({ number: 500, counts: { withheld: 20, offline: 0 } });
  const names = listed.map(({ name }) => name).toSorted();
  for (const kind of ['pdf', 'archive']) {
    const pdf = await bytesOf(bucket, made, kind);
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const attached = new Map(document.getAttachments().map(({ name, data }) => [name, Buffer.from(data).toString()]));
    const list = json.parse(JSON.parse(attached.get('undersigned.json') ?? ''));
    expect(list.undersigned.map(({ name }) => name).toSorted(), kind).toEqual(names);
    expect([list.unnamed, list.frozen.number]).toEqual([20, 500]);
    const csv = rows.parse(parse(attached.get('undersigned.csv') ?? '', { bom: true, columns: true }));
    expect(csv.map(({ name }) => name).toSorted(), kind).toEqual(names);
    if (hasPoppler) {
      const text = await textOf(pdf);
      // Letters of some scripts cannot be read back (docs/documents.md); the number in each name can.
      const found = Array.from(text.matchAll(new RegExp(numbered, 'g')), ([number]) => number);
      expect(found.toSorted(), kind).toEqual(names.map(numberOf).toSorted());
      expect(text).toContain('and 20 people who asked not to be named');
      for (const { name } of [...withheld, leaves, silent]) expect(text).not.toContain(numberOf(name));
    }
  }
  await handOverAndAnswer(world, bucket, made);
});

const mayor = 'mayor@guildhall.example';

/** The addressee gets the PDF, says that it arrived, and answers: the letter's page shows all of it. */
async function handOverAndAnswer(world: World, bucket: Bucket, delivery: Delivery): Promise<void> {
  const { store, clock, files } = world;
  const pdf = await bytesOf(bucket, delivery, 'pdf');
  const made = delivery.progress.state === 'ready' ? delivery.progress.files : [];
  for (const { key } of made) files.set(key, (await readObject(bucket, key)) ?? new Uint8Array());
  const now = new Date(clock.now);
  const { letter } = delivery;
  const acting = {
    store,
    letter,
    delivery,
    handover: await readHandover(store, letter, delivery.id),
    by: commandLine,
    now,
  };
  const addressees = [{ name: 'The Mayor', email: mayor, addressee: 0 }];
  const request = { subject: 'Clean air', note: 'Please read this.', language: 'en', addressees };
  expect(await sendHandover(acting, request)).toMatchObject({ outcome: 'done', queued: 1 });
  await world.sendMails();
  const [mail] = world.mails.filter(({ to }) => to === mayor);
  expect(mail?.attachments.map(({ content }) => Buffer.from(content).equals(pdf))).toEqual([true]);

  const page = async (path: string) => {
    clock.now += 40_000;
    return (await world.app.request(path)).text();
  };
  const arrived = /\/clean-air\/arrived\/\w+/.exec(mail?.text ?? '')?.[0] ?? '';
  expect((await world.app.request(arrived, { method: 'POST' })).status).toBe(200);
  const { mails } = await readHandover(store, letter, delivery.id);
  expect(Object.values(mails).map(({ arrivedAt }) => arrivedAt !== undefined)).toEqual([true]);
  expect(await page('/clean-air')).toMatch(/by email[\s\S]*The Mayor/);

  const answer = { from: 'Office of the Mayor', receivedOn: '2026-05-01', language: 'en', text: 'We **agree**.' };
  const written = { before: undefined, next: await newAnswer(answer, now), by: commandLine };
  expect(await writeAnswer(store, letter, written, now)).toBeDefined();
  expect(await page('/clean-air')).toMatch(/Office of the Mayor[\s\S]*<strong>agree<\/strong>/);
}
