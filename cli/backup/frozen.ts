/** Checks the frozen lists of deliveries: each name against its commitment, and all of them against the hash of the list. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { hashOfState } from '../../shared/delivery/commitment.ts';
import { type Delivery, delivery } from '../../shared/delivery/delivery.ts';
import { type FrozenName, frozenName } from '../../shared/delivery/frozen-names.ts';

export interface FrozenLists {
  readonly deliveries: Map<string, Delivery>;
  /** Commitments by the delivery and the attempt that wrote them. */
  readonly commitments: Map<string, string[]>;
  /** Ids of signatures whose names are in a frozen list. */
  readonly named: Set<string>;
}

export function emptyFrozenLists(): FrozenLists {
  return { deliveries: new Map(), commitments: new Map(), named: new Set() };
}

const placeOf = (id: string, attempt: number) => `${id} ${attempt}`;
const keys = z.object({ pk: z.string(), sk: z.string() });

/** Records an item, if it belongs to a delivery. @returns what is wrong with it */
export function noteFrozen(lists: FrozenLists, item: Readonly<Record<string, unknown>>): string[] {
  const { pk, sk } = keys.parse(item);
  const [family, id = ''] = pk.split('#');
  if (family === 'DELIVERIES' && sk.startsWith('DELIVERY#')) {
    const read = delivery.safeParse(item);
    if (!read.success) return [`${pk} ${sk} cannot be read`];
    lists.deliveries.set(read.data.id, read.data);
  }
  if (family !== 'FROZEN') return [];
  const read = frozenName.safeParse(item);
  if (!read.success) return [`${pk} ${sk} cannot be read`];
  const { attempt, commitment, listed } = read.data;
  const place = placeOf(id, attempt);
  const known = lists.commitments.get(place);
  if (known) known.push(commitment);
  else lists.commitments.set(place, [commitment]);
  if (listed !== undefined) lists.named.add(read.data.id);
  return isKept(read.data) ? [] : [`${pk} ${sk} does not have the name that was frozen`];
}

function isKept({ salt, listed, commitment, logo }: FrozenName): boolean {
  // An erasure takes all of them.
  if (salt === undefined || listed === undefined) return [salt, listed, logo].every((one) => one === undefined);
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(listed).digest('hex') === commitment;
}

/** @param erased ids of signatures that were erased */
export function frozenFaults({ deliveries, commitments, named }: FrozenLists, erased: ReadonlySet<string>): string[] {
  const faults = [...named]
    .filter((id) => erased.has(id))
    .map((id) => `signature ${id} was erased, not in a frozen list`);
  for (const { id, letter, number, attempt, frozen } of deliveries.values()) {
    if (!frozen) continue;
    const found = commitments.get(placeOf(id, attempt)) ?? [];
    if (found.length !== frozen.number) {
      faults.push(`delivery ${number} of ${letter} froze ${frozen.number} names, and ${found.length} are there`);
    } else if (hashOfState(frozen, found) !== frozen.hash) {
      faults.push(`delivery ${number} of ${letter} does not have the hash of its list`);
    }
  }
  return faults;
}
