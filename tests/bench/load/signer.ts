/** People who sign and people who read, as the API sees them. */
import * as z from 'zod';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import type { Client } from '../flood/client.ts';
import { quickProof } from '../signature/quick-proof.ts';
import type { Ledger } from './ledger.ts';
import type { MeasuredKind, Samples } from './samples.ts';
import type { Arrived } from './ses-gate.ts';

const slug = 'keep-the-river-open';
const submissions = `/v1/letters/${slug}/signatures`;
/** A reader asks for one of these. In the cloud most such answers come from the edge. */
const readPaths = [`/${slug}`, `/${slug}/signatories`, `/v1/letters/${slug}/signatures`, `/v1/letters/${slug}/count`];
export const readersPerSignature = readPaths.length;

export interface People {
  /** Takes one person the whole way. Resolves when the signature is confirmed, or a request failed. */
  sign(number: number): Promise<void>;
  read(number: number): Promise<void>;
  /** To be called with each mail that arrives. */
  arrived(mail: Arrived): void;
  /** @returns number of signatures that the letter shows */
  count(): Promise<number>;
}

export function makePeople(client: Client, keys: Keys, { ledger, samples }: { ledger: Ledger; samples: Samples }) {
  const waiting = new Map<string, (token: string) => void>();

  /** @returns the response, if it has the status of success */
  async function timed(kind: MeasuredKind | undefined, sent: Parameters<Client['send']>[0], expected: number) {
    const start = performance.now();
    const response = await client.send(sent).catch(() => undefined);
    if (response?.status !== expected) {
      samples.failed();
      return undefined;
    }
    if (kind) samples.note(kind, performance.now() - start);
    return response;
  }

  const people: People = {
    async sign(number) {
      const email = `office@signer-${number}.example`;
      await timed(undefined, { path: '/v1/challenge', method: 'GET' }, 200);
      const json = { ...formOf(number, email), proof: await quickProof(keys) };
      const token = new Promise<string>((resolve) => waiting.set(email, resolve));
      const start = performance.now();
      if (!(await timed('submission', { path: submissions, json }, 202))) return void waiting.delete(email);
      ledger.accepted(email);
      const path = `/confirm/${await token}`;
      samples.note('mail', performance.now() - start);
      const answer = await timed('confirmation', { path, json: {} }, 200);
      if (!answer) return ledger.unclear(email);
      const { status } = z.object({ status: z.string() }).parse(JSON.parse(answer.body));
      if (status !== 'confirmed') throw new Error(`A confirmation was answered with "${status}".`);
      ledger.confirmed(email);
    },
    async read(number) {
      const path = readPaths[number % readPaths.length] ?? '';
      await timed('reader', { path, method: 'GET' }, 200);
    },
    arrived(mail) {
      ledger.mailed(mail);
      if (mail.token === undefined) return;
      waiting.get(mail.to)?.(mail.token);
      waiting.delete(mail.to);
    },
    async count() {
      const { body } = await client.send({ path: `/v1/letters/${slug}/count`, method: 'GET' });
      return z.object({ total: z.number() }).parse(JSON.parse(body)).total;
    },
  };
  return people;
}

/** Organisations and individuals in turn, with no name twice. */
function formOf(number: number, email: string) {
  const signatory = { name: `Aru Signer ${number}`, role: 'Director', email };
  const common = { signatory, display: 'public', consents: { publication: true }, language: 'en' };
  if (number % 2 === 1) return { ...common, kind: 'individual', signatory: { ...signatory, role: undefined } };
  const organisation = { name: `Reading Circle of Street ${number}`, country: 'KZ' };
  return { ...common, kind: 'organisation', organisation, attestation: true };
}
