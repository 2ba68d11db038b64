/** Posts a request to the service of an SDK client: signed, to its endpoint, over its connections. */
import * as z from 'zod';
import { type Credentials, requestSigner } from './sign-request.ts';

interface Place {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: string | number | undefined;
}

/** The part of a client's configuration that a request needs. */
export interface ClientConfig {
  readonly region: () => Promise<string>;
  readonly endpoint?: (() => Promise<Place>) | undefined;
  readonly serviceConfiguredEndpoint?: (() => Promise<string | undefined>) | undefined;
  readonly useFipsEndpoint: () => Promise<boolean>;
  readonly useDualstackEndpoint: () => Promise<boolean>;
  readonly endpointProvider: (asked: {
    Region: string;
    UseFIPS: boolean;
    UseDualStack: boolean;
    Endpoint?: string;
  }) => { readonly url: URL };
  readonly credentials: () => Promise<Credentials>;
  readonly requestHandler: { handle(request: object): Promise<{ response: unknown }> };
}

/** About an answer, as in the SDK. */
export interface Metadata {
  readonly httpStatusCode: number;
  readonly requestId?: string;
}

export interface Posted {
  readonly text: string;
  readonly $metadata: Metadata;
}

/** @throws TimeoutError when no answer comes; an answer with an error is an answer */
export type Post = (body: string, headers: Readonly<Record<string, string>>) => Promise<Posted>;

const httpAnswer = z.object({
  statusCode: z.number(),
  headers: z.custom<Readonly<Record<string, string>>>((one) => typeof one === 'object' && one !== null),
  body: z.custom<Uint8Array | AsyncIterable<Uint8Array>>((one) => typeof one === 'object' && one !== null),
});

/** Errors when the clocks differ by more than the minutes for which a signature is valid. */
const saysTooLate = /\b(InvalidSignatureException|RequestExpired|SignatureDoesNotMatch)\b/;
const clocksMayDiffer = 4 * 60 * 1000;

/** @returns a function that posts to that service, without retries */
export function postTo(service: string, config: ClientConfig): Post {
  let found: ReturnType<typeof placeOf> | undefined;
  /** Time by which the clock of this machine is behind that of the service, in milliseconds. */
  let behind = 0;
  const post = async (body: string, headers: Readonly<Record<string, string>>, isLast: boolean): Promise<Posted> => {
    found ??= placeOf(service, config);
    const [{ url, host, sign }, credentials] = await Promise.all([found, config.credentials()]);
    const signed = sign({ ...headers, host }, body, credentials, new Date(Date.now() + behind));
    signed['content-length'] = String(Buffer.byteLength(body));
    const sent = await config.requestHandler.handle({ ...url, method: 'POST', query: {}, headers: signed, body });
    const { statusCode, headers: got, body: bytes } = httpAnswer.parse(sent.response);
    const text = await textOf(bytes);
    const requestId = got['x-amzn-requestid'];
    const $metadata = { httpStatusCode: statusCode, ...(requestId === undefined ? {} : { requestId }) };
    if (statusCode < 400 || isLast || !saysTooLate.test(text)) return { text, $metadata };
    const more = Date.parse(got['date'] ?? '') - Date.now() - behind;
    if (!(Math.abs(more) > clocksMayDiffer)) return { text, $metadata };
    behind += more;
    return post(body, headers, true);
  };
  return (body, headers) => post(body, headers, false);
}

async function textOf(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function placeOf(service: string, config: ClientConfig) {
  const [region, own, configured, UseFIPS, UseDualStack] = await Promise.all([
    config.region(),
    config.endpoint?.(),
    config.serviceConfiguredEndpoint?.(),
    config.useFipsEndpoint(),
    config.useDualstackEndpoint(),
  ]);
  const asked = { Region: region, UseFIPS, UseDualStack };
  const { protocol, hostname, port } =
    own ?? config.endpointProvider(configured === undefined ? asked : { ...asked, Endpoint: configured }).url;
  const number = port === undefined || port === '' ? undefined : Number(port);
  return {
    url: { protocol, hostname, port: number, path: '/' },
    host: number === undefined ? hostname : `${hostname}:${number}`,
    sign: requestSigner({ region, service }),
  };
}
