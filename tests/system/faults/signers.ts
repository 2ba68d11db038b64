/** Co-signatories of a letter of their own, who sign and confirm while something fails; and the checks afterwards. */
import { strict as assert } from 'node:assert';
import * as z from 'zod';
import { importLetter } from '../../../shared/letter/lifecycle.ts';
import { countOf } from '../../deploy/counts.ts';
import type { Instance } from '../../deploy/instance.ts';
import { until } from '../../deploy/process.ts';
import { endorsement, letterFile } from '../../fixtures/world.ts';
import { emulatedMails } from '../acceptance/emulated-mails.ts';
import { call } from '../acceptance/http.ts';

const list = z.object({
  items: z.array(z.object({ organisation: z.object({ name: z.string() }) })),
  nextCursor: z.string().nullable(),
});

let networks = 0;

export interface Signers {
  /** Everybody submits, repeating when the API is unavailable. */
  sign(): Promise<void>;
  /** Waits until each has a mail with a confirmation link. */
  mailed(seconds?: number): Promise<void>;
  /** Everybody presses the button, repeating when the API is unavailable. */
  press(): Promise<void>;
  /** Waits until each has a receipt. */
  thanked(seconds?: number): Promise<void>;
  /** `press`, then `thanked`. */
  confirm(seconds?: number): Promise<void>;
  /** Number of mails beyond one of each kind per signer. */
  doubled(): Promise<number>;
  /** Checks that count and list contain each of them once. */
  expectWhole(): Promise<void>;
}

/**
 * @param slug of a letter that is created for them
 * @param nameOf name of the organisation for which the signer with that number signs
 */
export async function makeSigners(
  instance: Instance,
  slug: string,
  number: number,
  nameOf = (index: number) => `Friends ${index} of ${slug}`,
): Promise<Signers> {
  const { deployment, store, emulator } = instance;
  const file = letterFile({ 'slug: clean-air': `slug: ${slug}` });
  const plan = await importLetter(store, file, [], { now: new Date(), open: true });
  assert.notEqual(plan.outcome, 'refused');
  const api = `${deployment.publicUrl}/v1/letters/${slug}`;
  const all = Array.from({ length: number }, (_, index) => {
    const host = `${slug}-${index}.example`;
    const organisation = { name: nameOf(index), website: `https://${host}`, country: 'KZ' };
    return endorsement(index, { organisation, signatory: { name: `Person ${index}`, email: `person@${host}` } });
  });
  const mailsOf = async (of: 'confirm' | 'manage') => {
    const mails = await emulatedMails(emulator.endpoint, `${slug}-`);
    return mails.flatMap(({ To, BodyText }) => {
      const link = new RegExp(`https?://\\S+/${of}/[a-z0-9]{46}`).exec(BodyText)?.[0];
      return link ? [{ to: To.join(), link }] : [];
    });
  };
  const reached = async (of: 'confirm' | 'manage') => new Set((await mailsOf(of)).map(({ to }) => to));
  const untilAll = (of: 'confirm' | 'manage', seconds: number) =>
    until(`${number} mails to ${of}`, async () => ((await reached(of)).size === number ? true : undefined), seconds);
  const insist = async (url: string, fine: number, json?: unknown) => {
    // Each from a network of its own, as the edge reports it: otherwise the caps of one network would hold their mails.
    networks += 1;
    const headers = { accept: 'application/json', 'x-undersigned-viewer': `2001:db8:${networks.toString(16)}::1` };
    await until(`${fine} from ${url}`, async () => {
      const { status, text } = await call('POST', url, { headers, ...(json ? { json } : {}) }, deployment);
      assert.ok(status === fine || status >= 500, `${status} ${text}`);
      return status === fine ? true : undefined;
    });
  };
  const press = async () => {
    const links = new Map((await mailsOf('confirm')).map(({ to, link }) => [to, link]));
    assert.equal(links.size, number);
    await inParallel(4, [...links.values()], (link) => insist(link, 200));
  };
  const thanked = (seconds = 60) => untilAll('manage', seconds).then(() => undefined);
  return {
    sign: () => inParallel(4, all, (json) => insist(`${api}/signatures`, 202, json)),
    mailed: (seconds = 60) => untilAll('confirm', seconds).then(() => undefined),
    press,
    thanked,
    async confirm(seconds) {
      await press();
      await thanked(seconds);
    },
    async doubled() {
      return (await mailsOf('confirm')).length + (await mailsOf('manage')).length - 2 * number;
    },
    async expectWhole() {
      assert.deepEqual(await countOf(instance, slug), { organisations: number, individuals: 0, total: number });
      const names: string[] = [];
      let cursor: string | null = '';
      do {
        const query = new URLSearchParams({ limit: '200', ...(cursor === '' ? {} : { cursor }) });
        const { text } = await call('GET', `${api}/signatures?${query}`, {}, deployment);
        const page: z.infer<typeof list> = list.parse(JSON.parse(text));
        names.push(...page.items.map(({ organisation }) => organisation.name));
        cursor = page.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(names.toSorted(), all.map(({ organisation }) => organisation.name).toSorted());
    },
  };
}

async function inParallel<Item>(width: number, items: readonly Item[], work: (item: Item) => Promise<void>) {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
