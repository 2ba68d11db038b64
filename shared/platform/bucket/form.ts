/**
 * Forms that send a file from a browser straight to the bucket, so that it may be larger than a function takes. S3
 * checks the signed policy: the key, the size, and the time.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
import { createHmac } from 'node:crypto';
import type { Bucket } from './bucket.ts';

export interface UploadForm {
  readonly action: string;
  /** Hidden fields; the file comes last, as `file`. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface WantedForm {
  readonly key: string;
  readonly maxBytes: number;
  readonly redirect?: string | undefined;
}

/** Lifetime of a form, in milliseconds. */
const validFor = 3600 * 1000;

/**
 * @param redirect where the browser goes afterwards; S3 adds bucket, key and ETag to its query. Without it, S3 answers
 *   with status 201
 * @returns a form for exactly one key, and at most that many bytes
 */
export async function uploadForm(
  bucket: Bucket,
  { key, maxBytes, redirect }: WantedForm,
  now: Date,
): Promise<UploadForm> {
  const { client, name } = bucket;
  const [region, credentials] = await Promise.all([client.config.region(), client.config.credentials()]);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${stamp.slice(0, 8)}/${region}/s3/aws4_request`;
  const signed = {
    key,
    ...(redirect === undefined ? { success_action_status: '201' } : { success_action_redirect: redirect }),
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${credentials.accessKeyId}/${scope}`,
    'x-amz-date': stamp,
    ...(credentials.sessionToken ? { 'x-amz-security-token': credentials.sessionToken } : {}),
  };
  const policy = Buffer.from(
    JSON.stringify({
      expiration: new Date(now.getTime() + validFor).toISOString(),
      conditions: [
        { bucket: name },
        ['content-length-range', 1, maxBytes],
        ...Object.entries(signed).map(([field, value]) => ({ [field]: value })),
      ],
    }),
  ).toString('base64');
  const signature = signPolicy(policy, { secret: credentials.secretAccessKey, scope });
  return { action: await addressOf(bucket, region), fields: { ...signed, policy, 'x-amz-signature': signature } };
}

/** @returns the signature of a policy; `scope` is day, region, service and `aws4_request` */
export function signPolicy(policy: string, { secret, scope }: { secret: string; scope: string }): string {
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = scope.split('/').reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  return createHmac('sha256', key).update(policy).digest('hex');
}

/** @returns the address to which forms are sent */
async function addressOf({ client, name }: Bucket, region: string): Promise<string> {
  const { AWS_ENDPOINT_URL_S3: own, AWS_ENDPOINT_URL: all } = process.env;
  const known = await client.config.endpoint?.();
  const endpoint = known ? `${known.protocol}//${known.hostname}${known.port ? `:${known.port}` : ''}` : (own ?? all);
  if (endpoint !== undefined) return `${endpoint.replace(/\/$/, '')}/${name}`;
  return `https://${name}.s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`;
}
