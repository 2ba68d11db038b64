/**
 * The bucket with the documents of deliveries. Loaded on demand, because the client of S3 is large and most requests
 * need no file.
 */
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
}

/** A call that hangs is given up: a document has up to some ten megabytes, which take a second or two within AWS. */
const timeouts = { connectionTimeout: 1_000, requestTimeout: 30_000, throwOnRequestTimeout: true };

/** @returns the bucket of that name; region, endpoint and credentials come from the environment */
export function openBucket(name: string): Bucket {
  // A custom endpoint has no host name per bucket.
  const { AWS_ENDPOINT_URL_S3: own, AWS_ENDPOINT_URL: all } = process.env;
  const forcePathStyle = own !== undefined || all !== undefined;
  return { client: new S3Client({ forcePathStyle, requestHandler: timeouts }), name };
}

/** Writes an object, and replaces an existing one. */
export async function putObject(
  { client, name }: Bucket,
  { key, body, type }: { key: string; body: Uint8Array; type: string },
): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: body, ContentType: type }));
}

/** @returns the bytes of an object, or undefined when it does not exist */
export async function readObject({ client, name }: Bucket, key: string): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/**
 * The same for functions that may not list the bucket: S3 answers them with 403 instead of 404 for a missing object.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export async function readIfAllowed(bucket: Bucket, key: string): Promise<Uint8Array | undefined> {
  try {
    return await readObject(bucket, key);
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'AccessDenied') return undefined;
    throw error;
  }
}

/** @returns the keys of all objects that begin with the prefix */
export async function listKeys({ client, name }: Bucket, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix })) {
    keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
  }
  return keys;
}

/** Maximum number of objects per call. */
const atOnce = 1000;

/**
 * Deletes objects for good: the bucket keeps no versions. Does nothing for those that do not exist.
 *
 * @throws when S3 did not delete all of them
 */
export async function deleteObjects({ client, name }: Bucket, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += atOnce) {
    const Objects = keys.slice(start, start + atOnce).map((Key) => ({ Key }));
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket: name, Delete: { Objects } }));
    if (Errors.length > 0) throw new Error(`S3 did not delete ${Errors.length} objects: ${Errors[0]?.Code}`);
  }
}

/** Lifetime of a link to an object, in seconds: long enough to follow a redirect over a slow line. */
const linkedFor = 300;

/** @returns a link that downloads the object under that name for five minutes, for anybody with the link */
export function linkTo({ client, name }: Bucket, key: string, fileName: string): Promise<string> {
  return getSignedUrl(
    client,
    new GetObjectCommand({
      Bucket: name,
      Key: key,
      // Names of our files hold letters, digits, hyphens and full stops only.
      ResponseContentDisposition: `inline; filename="${fileName}"`,
      ResponseCacheControl: 'private, no-store',
    }),
    { expiresIn: linkedFor },
  );
}
