/** Handovers and answers of a letter in the table: one partition, as its public page shows both. */
import * as z from 'zod';
import type { DeliveryId, LetterSlug } from '../ids.ts';
import { handoverKey, handoversPartition } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { type Upload, upload } from '../upload/upload.ts';
import { type Answer, answer } from './answer.ts';
import { type Handover, handover } from './handover.ts';

/** @returns the handover of a delivery; an empty one when nothing was sent or recorded. One strongly consistent read */
export async function readHandover(store: Store, letter: LetterSlug, delivery: DeliveryId): Promise<Handover> {
  const item = await readItem(store, handoverKey(letter, delivery));
  return handover.parse(item ?? { letter, delivery });
}

export interface Handed {
  readonly handovers: readonly Handover[];
  /** Oldest first. */
  readonly answers: readonly Answer[];
  /** Uploaded files, oldest first. */
  readonly files: readonly Upload[];
}

const row = z.looseObject({ sk: z.string() });

/** @returns the handovers of all deliveries of a letter, the answers to it, and files. One strongly consistent Query */
export async function readHanded(store: Store, slug: LetterSlug): Promise<Handed> {
  const range = { consistency: 'consistent' } as const;
  const rows = await queryAll(store, table, handoversPartition(slug), range, row);
  const of = (kind: string) => rows.filter(({ sk }) => sk.startsWith(`${kind}#`));
  const answers = z.array(answer).parse(of('ANSWER'));
  const files = z.array(upload).parse(of('FILE'));
  return {
    files: files.toSorted((a, b) => a.at.localeCompare(b.at)),
    handovers: z.array(handover).parse(of('DELIVERY')),
    answers: answers.toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn) || a.id.localeCompare(b.id)),
  };
}
