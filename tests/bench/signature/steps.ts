/** The steps of one whole signature, each a call of a function as Lambda makes it. */

import * as z from 'zod';
import { localAws } from '../../../infra/local/environment.ts';
import { ScanCommand } from '../../../shared/platform/store/commands.ts';
import { openStore } from '../../../shared/platform/store/store.ts';
import { deriveKeys } from '../../../shared/platform/token/keys.ts';
import { linkIn, mailsTo } from '../../fixtures/inbox.ts';
import { eventOf } from '../../fixtures/lambda-event.ts';
import { quickProof } from './quick-proof.ts';

export const stepNames = ['challenge', 'submission', 'mail', 'confirmation', 'receipt'] as const;
export type StepName = (typeof stepNames)[number];

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

export interface Handlers {
  readonly publicApi: Handler;
  readonly mailer: Handler;
}

export interface Surroundings {
  readonly letter: string;
  readonly table: string;
  readonly dynamodb: string;
  readonly inbox: string;
  /** The master key that the functions read, for a challenge that takes no time to solve. */
  readonly masterKey: string;
}

/** Calls the handler for a step; what measures is passed in, so that only the handlers are measured. */
export type Measure = <Result>(step: StepName, call: () => Promise<Result>) => Promise<Result>;

const httpAnswer = z.object({ statusCode: z.number(), body: z.string().optional(), isBase64Encoded: z.boolean() });
const context = { getRemainingTimeInMillis: () => 30_000 };
const origin = 'https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-central-1.on.aws';

/** @returns a function that takes one organisation through all steps */
export function signatures({ publicApi, mailer }: Handlers, around: Surroundings, measure: Measure) {
  const table = openStore(around.table, { ...localAws, endpoint: around.dynamodb }).client;
  const keys = deriveKeys(around.masterKey);
  const known = new Set<string>();

  /** Each signer comes from another network: one network sends few signatures before they are held. */
  async function http(step: StepName, number: number, request: Request): Promise<string> {
    const event = await eventOf(request);
    event.requestContext.http.sourceIp = `${20 + Math.floor(number / 256)}.${number % 256}.7.1`;
    const { statusCode, body = '' } = httpAnswer.parse(await measure(step, () => publicApi(event, context)));
    if (statusCode >= 300) throw new Error(`${step} got status ${statusCode}: ${body.slice(0, 300)}`);
    return body;
  }

  async function mail(step: StepName, signature: string, kind: string): Promise<void> {
    const body = JSON.stringify({ signature, mail: kind });
    const attributes = { ApproximateReceiveCount: '1', SentTimestamp: String(Date.now()) };
    const event = { Records: [{ messageId: 'one', body, attributes, eventSource: 'aws:sqs' }] };
    const failed = z.object({ batchItemFailures: z.array(z.unknown()) });
    const { batchItemFailures } = failed.parse(await measure(step, () => mailer(event, context)));
    if (batchItemFailures.length > 0) throw new Error(`The ${step} was not sent.`);
  }

  /** @returns the id of the signature that was added */
  async function added(): Promise<string> {
    const { Items = [] } = await table.send(
      new ScanCommand({
        TableName: around.table,
        FilterExpression: 'begins_with(pk, :signature) AND sk = :record',
        ExpressionAttributeValues: { ':signature': 'SIGNATURE#', ':record': 'SIGNATURE' },
        ProjectionExpression: 'pk',
      }),
    );
    const ids = Items.map(({ pk }) => z.string().parse(pk).slice('SIGNATURE#'.length));
    const [id] = ids.filter((one) => !known.has(one));
    if (id === undefined) throw new Error('No signature was added.');
    known.add(id);
    return id;
  }

  /** Takes one organisation through all steps. */
  return async function sign(number: number): Promise<void> {
    await http('challenge', number, new Request(`${origin}/v1/challenge`));
    const email = `office@signer-${number}.example`;
    const typed = {
      kind: 'organisation',
      organisation: { name: `Reading Circle of Street ${number}`, country: 'KZ' },
      signatory: { name: `Aru Signer ${number}`, role: 'Director', email },
      attestation: true,
      display: 'public',
      consents: { publication: true },
      proof: await quickProof(keys),
    };
    const json = { 'content-type': 'application/json', accept: 'application/json' };
    const body = JSON.stringify(typed);
    const address = `${origin}/v1/letters/${around.letter}/signatures`;
    await http('submission', number, new Request(address, { method: 'POST', headers: json, body }));
    const id = await added();
    await mail('mail', id, 'confirmation');
    const [sent] = await mailsTo(around.inbox, email);
    if (!sent) throw new Error('No mail arrived.');
    const { pathname } = new URL(linkIn(sent));
    await http('confirmation', number, new Request(`${origin}${pathname}`, { method: 'POST', headers: json }));
    await mail('receipt', id, 'receipt');
    await fetch(`${around.inbox}/clear-store`, { method: 'POST' });
  };
}
