/** Target of the acceptance tests: a local stack of their own, or the deployed one that the environment names. */
import { join } from 'node:path';
import * as z from 'zod';
import { runCommandLine } from '../../fixtures/command-line.ts';
import { mailsTo } from '../../fixtures/inbox.ts';
import { startLocalStack } from '../../fixtures/local-stack.ts';
import { emulatedMails } from './emulated-mails.ts';
import { type Answer, call, type Outgoing } from './http.ts';

export interface Site {
  /** Origin of the pages, as written in mails. */
  readonly publicUrl: string;
  /** Requests an address that begins with `publicUrl`. */
  request(method: 'GET' | 'POST', url: string, outgoing?: Outgoing): Promise<Answer>;
  /** Texts of all mails to that address, oldest first. */
  mailsTo(address: string): Promise<readonly string[]>;
  /** Runs `npm run letter -- …` for this stack. */
  letter(...args: string[]): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Written by `npm run test:deploy`: a deployed stack, and the emulator that plays AWS. Its AWS_… variables point there,
 * too.
 */
export const deployment = z.object({
  stack: z.string(),
  publicUrl: z.url(),
  /** The API behind the edge, since the emulator's edge cannot reach an API Gateway; and the edge's secret. */
  apiUrl: z.url(),
  edgeSecret: z.string(),
  emulator: z.url(),
});
export type Deployment = z.infer<typeof deployment>;

export const letterFile = join(import.meta.dirname, 'letter.md');

export async function openSite(): Promise<Site> {
  const { UNDERSIGNED_DEPLOYMENT: described } = process.env;
  return described === undefined ? local() : deployed(deployment.parse(JSON.parse(described)));
}

async function local(): Promise<Site> {
  const { publicUrl, inboxUrl, letter, stop } = await startLocalStack();
  return {
    publicUrl,
    request: call,
    mailsTo: async (address) => (await mailsTo(inboxUrl, address)).map(({ text }) => text),
    letter,
    stop,
  };
}

function deployed({ stack, publicUrl, apiUrl, edgeSecret, emulator }: Deployment): Site {
  return {
    publicUrl,
    request: (method, url, outgoing) => call(method, url, outgoing, { publicUrl, apiUrl, edgeSecret }),
    mailsTo: async (address) => (await emulatedMails(emulator, address)).map(({ BodyText }) => BodyText),
    letter: async (...args) => {
      const { code, errors } = await runCommandLine('letter', [...args, '--stack', stack], {});
      if (code !== 0) throw new Error(errors);
    },
    stop: async () => {},
  };
}
