/** Reads at the same moment share a call, which is as consistent as the most careful of them needs. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Consistency, readItem } from '../../shared/platform/store/read.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { freshStore } from '../fixtures/store.ts';

const single = z.object({ ConsistentRead: z.boolean().optional() });
const asked = single.extend({ RequestItems: z.record(z.string(), single).optional() });

let store: Store;
let sent: (boolean | undefined)[];

beforeEach(async () => {
  const real = await freshStore();
  sent = [];
  const send = real.client.send.bind(real.client);
  const client = Object.create(real.client, {
    send: {
      value: (command: Parameters<typeof send>[0]) => {
        const { RequestItems, ...one } = asked.parse(command.input);
        sent.push(...(RequestItems ? Object.values(RequestItems) : [one]).map(({ ConsistentRead }) => ConsistentRead));
        return send(command);
      },
    },
  });
  store = { ...real, client };
});

const read = (...wanted: readonly (Consistency | undefined)[]) =>
  Promise.all(wanted.map((consistency, number) => readItem(store, { pk: `P#${number}`, sk: 'S' }, consistency)));

describe('reading items by key', () => {
  it.each<[string, (Consistency | undefined)[], boolean]>([
    ['is consistent unless asked otherwise', [undefined], true],
    ['is eventually consistent when asked so', ['eventual'], false],
    ['is eventually consistent together when all ask so', ['eventual', 'eventual'], false],
    ['is consistent together when one needs it', ['eventual', undefined, 'eventual'], true],
  ])('%s', async (_, wanted, consistent) => {
    await read(...wanted);
    expect(sent).toEqual([consistent]);
  });
});
