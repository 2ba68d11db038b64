/** A letter on its way: signed in many scripts, frozen, set, mailed, received and answered. */
import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as z from 'zod';
import { readObject } from '../../shared/platform/bucket/bucket.ts';
import { makeManyNames } from '../fixtures/document.ts';
import { call } from '../system/acceptance/http.ts';
import { makeSigners } from '../system/faults/signers.ts';
import { region } from './emulator.ts';
import type { Instance } from './instance.ts';
import { until } from './process.ts';
import { step } from './steps.ts';

const slug = 'deliver-the-letter';
const mayor = 'mayor@guildhall.example';
/** As many as somebody wants to wait for: five hundred take minutes. */
const number = Number(process.env['DELIVERY_SIGNERS'] ?? 50);

/** In fourteen scripts. */
const names = makeManyNames(number * 2)
  .undersigned.organisations.slice(0, number)
  .map(({ name }) => name);

const attached = z.object({ undersigned: z.array(z.object({ name: z.string() })) });

export async function proveDelivery(instance: Instance): Promise<void> {
  const { deployment, emulator } = instance;
  const today = new Date().toISOString().slice(0, 10);
  const page = async (path: string) => (await call('GET', `${deployment.publicUrl}${path}`, {}, deployment)).text;
  const mailed = async (to: string, path: string) => {
    const found = (await emulator.mailsTo(to)).map(({ BodyText }) =>
      new RegExp(`/${slug}/${path}/\\w+`).exec(BodyText),
    );
    return found.at(0)?.[0];
  };

  await step(`${number} organisations sign a letter in many scripts`, async () => {
    const signers = await makeSigners(instance, slug, number, (index) => names[index] ?? '');
    await signers.sign();
    await signers.mailed(120 + number);
    await signers.confirm(60 + number);
    await signers.expectWhole();
  });
  await step('npm run letter -- deliver freezes the list, makes the documents and closes the letter', async () => {
    const said = await instance.npm('letter', 'deliver', slug);
    assert.match(said, /^state +ready$/m);
    assert.match(said, new RegExp(`^names +${number} listed`, 'm'));
    const path = /^document +https?:\/\/[^/]+(\/\S+\.pdf)$/m.exec(said)?.[1] ?? '';
    const pdf = await follow(instance, path);
    assert.deepEqual(await namesIn(pdf), names.toSorted());
  });
  await step('npm run handover -- send mails the PDF to the addressee, who confirms that it arrived', async () => {
    const note = join(instance.folder, 'note.txt');
    await writeFile(note, 'Dear Mayor,\n\nplease read this.\n');
    const mail = ['--to', `The Mayor, ${mayor}`, '--subject', 'Clean air', '--note', note, '--now'];
    assert.match(await instance.npm('handover', 'send', slug, '1', ...mail), /Mails to send: 1\./);
    const arrived = await until('the letter has arrived', () => mailed(mayor, 'arrived'));
    assert.match(await instance.npm('handover', 'show', slug, '1'), /^state +(sent|delivered)/m);
    const document = await follow(instance, z.string().parse(await mailed(mayor, 'handover')));
    assert.deepEqual(await namesIn(document), names.toSorted());
    assert.equal((await call('POST', `${deployment.publicUrl}${arrived}`, {}, deployment)).status, 200);
    assert.match(await instance.npm('handover', 'show', slug, '1'), /^state +receipt confirmed/m);
    await until('the page says so', async () => (/The Mayor/.test(await page(`/${slug}`)) ? true : undefined));
  });
  await step('npm run answer -- record shows the answer under the letter', async () => {
    const file = join(instance.folder, 'answer.md');
    await writeFile(file, 'We **agree** with every word.\n');
    await instance.npm('answer', 'record', slug, file, '--from', 'Office of the Mayor', '--on', today);
    await until('the answer is shown', async () =>
      /Office of the Mayor[\s\S]*<strong>agree<\/strong>/.test(await page(`/${slug}`)) ? true : undefined,
    );
  });
}

/**
 * @returns the bytes of the file to which the path leads. The emulator knows no signed links, so the file is read by its
 *   name in the link
 */
async function follow({ deployment, emulator }: Instance, path: string): Promise<Uint8Array> {
  const answer = await call('GET', `${deployment.publicUrl}${path}`, {}, deployment);
  assert.equal(answer.status, 302, answer.text);
  const link = new URL(z.string().parse(answer.headers.location));
  assert.ok(link.searchParams.has('X-Amz-Signature'));
  const [, name = '', ...key] = link.pathname.split('/');
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new S3Client({ region, endpoint: emulator.endpoint, credentials, forcePathStyle: true });
  const bytes = await readObject({ client, name }, key.join('/'));
  client.destroy();
  return bytes ?? assert.fail(`${path} leads to no file`);
}

/** @returns the names in the list that is attached to the PDF */
async function namesIn(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const list = document.getAttachments().find(({ name }) => name === 'undersigned.json');
  const { undersigned } = attached.parse(JSON.parse(Buffer.from(list?.data ?? []).toString()));
  return undersigned.map(({ name }) => name).toSorted();
}
