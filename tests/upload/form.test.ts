/** The forms that send files straight to the bucket. */
import { expect, it } from 'vitest';
import { readObject } from '../../shared/platform/bucket/bucket.ts';
import { signPolicy, type UploadForm, uploadForm } from '../../shared/platform/bucket/form.ts';
import { freshBucket } from '../fixtures/bucket.ts';

const redirect = 'https://sign.example.org/console/letters/clean-air/files/a';
const wanted = { key: 'incoming/clean-air/a', maxBytes: 1000, redirect };

async function send({ action, fields }: UploadForm, size: number) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File([Buffer.alloc(size, 65)], 'scan.pdf', { type: 'application/pdf' }));
  return fetch(action, { method: 'POST', body: form, redirect: 'manual' });
}

// The example of AWS: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html
it('are signed as S3 expects', () => {
  const policy =
    'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9';
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  expect(signPolicy(policy, { secret, scope: '20151229/us-east-1/s3/aws4_request' })).toBe(
    '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  );
});

it('store the file and lead back to us', async () => {
  const bucket = await freshBucket();
  const sent = await send(await uploadForm(bucket, wanted, new Date()), 1000);
  expect(sent.status).toBe(303);
  expect(sent.headers.get('location')).toMatch(/^https:\/\/sign\.example\.org\/console\/.*[?&]key=incoming/);
  expect((await readObject(bucket, wanted.key))?.byteLength).toBe(1000);
});

it('answer a program that asked for no page', async () => {
  const bucket = await freshBucket();
  const sent = await send(await uploadForm(bucket, { ...wanted, redirect: undefined }, new Date()), 10);
  expect([sent.status, sent.headers.get('location')]).toEqual([201, null]);
  expect((await readObject(bucket, wanted.key))?.byteLength).toBe(10);
});

it('take no file that is larger than they say, or empty', async () => {
  const bucket = await freshBucket();
  const form = await uploadForm(bucket, wanted, new Date());
  for (const size of [1001, 0]) expect((await send(form, size)).status).toBe(400);
  expect(await readObject(bucket, wanted.key)).toBeUndefined();
});

it('take no other key, and nothing after an hour', async () => {
  const bucket = await freshBucket();
  const { action, fields } = await uploadForm(bucket, wanted, new Date());
  expect((await send({ action, fields: { ...fields, key: 'uploads/clean-air/a' } }, 10)).status).toBe(403);
  const [policy = ''] = [fields['policy']];
  const other = Buffer.from(policy, 'base64').toString().replace('1000', '9999');
  const forged = { ...fields, policy: Buffer.from(other).toString('base64') };
  expect((await send({ action, fields: forged }, 2000)).status).toBe(403);
  const old = await uploadForm(bucket, wanted, new Date(Date.now() - 3_700_000));
  expect((await send(old, 10)).status).toBe(403);
});
