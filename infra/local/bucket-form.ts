/**
 * Lets the double of S3 take files from forms, as S3 does: signature, time, key and size must be as the signed policy
 * says. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { buildApp } from 'fauxqs';
import * as z from 'zod';
import { signPolicy } from '../../shared/platform/bucket/form.ts';
import { localAws } from './environment.ts';

/** Nothing larger is read, even if a policy allows it. */
const maxBody = 12 * 1024 * 1024;

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([z.tuple([z.literal('content-length-range'), z.number(), z.number()]), z.record(z.string(), z.string())]),
  ),
});

/** Adds it to the double, before it listens. */
export function acceptForms(app: ReturnType<typeof buildApp>): void {
  app.addHook('onRequest', async (request, reply) => {
    const [, bucket] = /^\/([^/?]+)\/?$/.exec(request.raw.url ?? '') ?? [];
    const type = request.headers['content-type'] ?? '';
    if (request.raw.method !== 'POST' || bucket === undefined || !type.startsWith('multipart/form-data')) return;
    reply.hijack();
    const endpoint = `http://${request.headers.host ?? ''}`;
    await answer(request.raw, reply.raw, { bucket, type, endpoint }).catch(() => reply.raw.destroy());
  });
}

interface Form {
  readonly bucket: string;
  readonly type: string;
  readonly endpoint: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, { bucket, type, endpoint }: Form) {
  const refuse = (status: number, code: string) =>
    response
      .writeHead(status, { 'content-type': 'application/xml', connection: 'close' })
      .end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
  const body = await readBody(request);
  if (!body) return refuse(400, 'EntityTooLarge');
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const file = form.get('file');
  if (!(file instanceof File)) return refuse(400, 'InvalidArgument');
  const policy = policySchema.parse(JSON.parse(Buffer.from(field('policy'), 'base64').toString()));
  const [accessKey, ...scope] = field('x-amz-credential').split('/');
  const expected = signPolicy(field('policy'), {
    secret: localAws.credentials.secretAccessKey,
    scope: scope.join('/'),
  });
  const isSigned = isSame(expected, field('x-amz-signature')) && accessKey === localAws.credentials.accessKeyId;
  if (!isSigned) return refuse(403, 'SignatureDoesNotMatch');
  if (Date.parse(policy.expiration) < Date.now()) return refuse(403, 'AccessDenied');
  for (const condition of policy.conditions) {
    if (Array.isArray(condition)) {
      const [, least, most] = condition;
      if (file.size < least) return refuse(400, 'EntityTooSmall');
      if (file.size > most) return refuse(400, 'EntityTooLarge');
    } else if (
      Object.entries(condition).some(([name, value]) => (name === 'bucket' ? bucket : field(name)) !== value)
    ) {
      return refuse(403, 'AccessDenied');
    }
  }
  const client = new S3Client({ ...localAws, endpoint, forcePathStyle: true });
  const Body = new Uint8Array(await file.arrayBuffer());
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: field('key'), Body }));
  client.destroy();
  if (field('success_action_status') === '201') return response.writeHead(201).end();
  const redirect = new URL(field('success_action_redirect'));
  redirect.searchParams.set('bucket', bucket);
  redirect.searchParams.set('key', field('key'));
  return response.writeHead(303, { location: redirect.href }).end();
}

/** @returns the whole body, or undefined when it is too large */
async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length <= maxBody) parts.push(bytes);
  }
  return length > maxBody ? undefined : Buffer.concat(parts);
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
