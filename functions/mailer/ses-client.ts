/**
 * The client for SES. It sends mails as `shared/platform/aws` does and not through the SDK's middleware, which walks each
 * mail several times: docs/decisions/093-calls-to-the-table.md. Everything else is the SDK.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { SESClient, SESServiceException } from '@aws-sdk/client-ses';
import * as z from 'zod';
import { openConnections } from '../../shared/platform/aws/http-handler.ts';
import { type Metadata, type Post, postTo } from '../../shared/platform/aws/post.ts';
import { isUnavailable } from '../../shared/platform/http/unavailable.ts';

/**
 * Without these limits a call may hang indefinitely. Two tries of five seconds end before the lease on the mail does.
 */
const sesTimeouts = { connectionTimeout: 1_000, requestTimeout: 4_000 };
const maxAttempts = 2;
const longestWait = 200;

/** @param more for tests */
export function openSes(region: string, more: ConstructorParameters<typeof SESClient>[0] = {}): SESClient {
  const ses = new SESClient({ maxAttempts, requestHandler: openConnections(sesTimeouts), region, ...more });
  const post = postTo('ses', ses.config);
  ses.middlewareStack.add(
    (next, { commandName }) =>
      async (args) =>
        commandName === 'SendRawEmailCommand'
          ? { output: await sendTwice(post, bodyOf(rawEmail.parse(args.input))), response: undefined }
          : next(args),
    { step: 'initialize', priority: 'low', name: 'sendRawEmail' },
  );
  return ses;
}

const rawEmail = z.object({
  RawMessage: z.object({ Data: z.instanceof(Uint8Array) }),
  Source: z.string(),
  Destinations: z.array(z.string()),
  ConfigurationSetName: z.string(),
  Tags: z.array(z.object({ Name: z.string(), Value: z.string() })),
});

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html */
function bodyOf({ RawMessage, Source, Destinations, ConfigurationSetName, Tags }: z.infer<typeof rawEmail>): string {
  const fields: [name: string, value: string][] = [
    ['Action', 'SendRawEmail'],
    ['Version', '2010-12-01'],
    ['Source', Source],
    ['ConfigurationSetName', ConfigurationSetName],
    ...Destinations.map((to, index): [string, string] => [`Destinations.member.${index + 1}`, to]),
    ...Tags.flatMap(({ Name, Value }, index): [string, string][] => [
      [`Tags.member.${index + 1}.Name`, Name],
      [`Tags.member.${index + 1}.Value`, Value],
    ]),
  ];
  const { buffer, byteOffset, byteLength } = RawMessage.Data;
  const data = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
  // Of base 64, only these three characters have to be encoded.
  const encoded = data.replaceAll('+', '%2B').replaceAll('/', '%2F').replaceAll('=', '%3D');
  const others = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return [...others, `RawMessage.Data=${encoded}`].join('&');
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function sendTwice(post: Post, body: string): Promise<{ MessageId: string; $metadata: Metadata }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { text, $metadata } = await post(body, form);
      if ($metadata.httpStatusCode >= 300) throw errorOf(text, $metadata);
      return { MessageId: inTag('MessageId', text) ?? '', $metadata };
    } catch (error) {
      const mayPass = error instanceof Error && (error.name === 'Throttling' || isUnavailable(error));
      if (!mayPass || attempt >= maxAttempts) throw error;
      await sleep(Math.random() * longestWait);
    }
  }
}

/** https://docs.aws.amazon.com/ses/latest/dg/using-ses-api-responses.html */
function errorOf(text: string, $metadata: Metadata): SESServiceException {
  const name = inTag('Code', text) ?? 'UnknownError';
  const $fault = $metadata.httpStatusCode >= 500 ? 'server' : 'client';
  return new SESServiceException({ name, message: inTag('Message', text) ?? name, $fault, $metadata });
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function inTag(name: string, xml: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found?.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return characters[entity.toLowerCase()] ?? whole;
    return String.fromCodePoint(
      Number(entity.toLowerCase().startsWith('#x') ? `0${entity.slice(1)}` : entity.slice(1)),
    );
  });
}
