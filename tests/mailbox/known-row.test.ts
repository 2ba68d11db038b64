/** A mailbox row that was read earlier saves a read, and never decides anything by its age. */
import { describe, expect, it } from 'vitest';
import { changeMailbox, type MailboxRecord, readMailbox } from '../../shared/mailbox/record.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys } from '../fixtures/world.ts';

const email = 'zuhra@lighthouse.example';
const now = Date.parse('2026-05-04T10:00:00Z');

async function staleAndCurrent() {
  const store = await freshStore();
  const suppressed = { because: 'bounce', at: new Date(now).toISOString() } as const;
  const stale = await readMailbox(store, keys, email);
  await changeMailbox(store, keys, email, (row) => ({ ...row, suppressed }), now);
  return { store, stale };
}

describe('changing a mailbox row that changed since it was read', () => {
  it('starts from the row as it is', async () => {
    const { store, stale } = await staleAndCurrent();
    const seen: MailboxRecord[] = [];
    const change = (row: MailboxRecord) => {
      seen.push(row);
      return { ...row, waiting: [] };
    };
    await changeMailbox(store, keys, email, change, now, stale);
    expect(seen.map(({ suppressed }) => suppressed?.because)).toEqual([undefined, 'bounce']);
    expect((await readMailbox(store, keys, email)).suppressed?.because).toBe('bounce');
  });

  it('judges a refusal again on the row as it is', async () => {
    const { store, stale } = await staleAndCurrent();
    const change = (row: MailboxRecord) => (row.suppressed ? { ...row, suppressed: undefined } : 'refused');
    await changeMailbox(store, keys, email, change, now, stale);
    expect((await readMailbox(store, keys, email)).suppressed).toBeUndefined();
  });
});
