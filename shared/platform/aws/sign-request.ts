/**
 * Signs requests to AWS: signature version 4 for a POST to the path `/`, whose parts are always the same. The key for a
 * day is derived once.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface Scope {
  readonly region: string;
  readonly service: string;
}

/** @returns a function that adds the headers that sign a request; their names are in lower case */
export function requestSigner({ region, service }: Scope) {
  let known: { readonly secret: string; readonly day: string; readonly key: KeyObject } | undefined;
  const keyFor = (secret: string, day: string): KeyObject => {
    if (known?.secret !== secret || known.day !== day) known = { secret, day, key: derive(secret, day) };
    return known.key;
  };
  const derive = (secret: string, day: string): KeyObject =>
    createSecretKey([day, region, service, 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${secret}`)));
  return (
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
    { accessKeyId, secretAccessKey, sessionToken }: Credentials,
    now: Date,
  ): Record<string, string> => {
    const iso = now.toISOString();
    const day = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);
    const time = `${day}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
    const all: Record<string, string> = { ...headers, 'x-amz-date': time };
    if (sessionToken !== undefined) all['x-amz-security-token'] = sessionToken;
    const names = Object.keys(all).sort();
    const signed = names.join(';');
    let lines = '';
    for (const name of names) lines += `${name}:${all[name]}\n`;
    const canonical = `POST\n/\n\n${lines}\n${signed}\n${sha256(body)}`;
    const scope = `${day}/${region}/${service}/aws4_request`;
    const signature = createHmac('sha256', keyFor(secretAccessKey, day))
      .update(`AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`)
      .digest('hex');
    all['authorization'] =
      `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
    return all;
  };
}

const sha256 = (data: string | Uint8Array) => hash('sha256', data, 'hex');
const hmac = (key: Buffer, data: string) => createHmac('sha256', key).update(data).digest();
