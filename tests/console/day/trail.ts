/**
 * Replays the state of every signature from the beginning: from the secretariat's actions in the audit trail, and from
 * those of the signer and the clock in the history of the signature itself. The trail has no lines for the latter,
 * since nobody of the secretariat took those actions, and a second write for each would add nothing. Pure; it does not
 * read the state that the store keeps.
 */
import { isDeepStrictEqual } from 'node:util';
import type { AuditEntry, States } from '../../../shared/audit/audit.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import {
  atLeast,
  highestLevel,
  type VerificationLevel,
  verificationLevel,
} from '../../../shared/verification/level.ts';

/** The part of the record that describes its own past, and its claimant. */
export type Past = Pick<SignatureRecord, 'id' | 'kind' | 'confirmedAt' | 'claimant' | 'mailboxDomain' | 'history'> & {
  /** As submitted. */
  readonly display: SignatureRecord['display'];
};

/** @returns the past alone. The original display is the current one, unless the history says that it was changed */
export function pastOf({ id, kind, confirmedAt, claimant, mailboxDomain, history, display }: SignatureRecord): Past {
  const turned = history.find(({ did }) => did === 'hidden' || did === 'shown');
  const first = turned ? (turned.did === 'hidden' ? 'public' : 'withheld') : display;
  return { id, kind, confirmedAt, claimant, mailboxDomain, history, display: first };
}

export interface Status {
  readonly moderation: string | null;
  readonly reviewBecause: string | null;
  readonly duplicateOf: string | null;
  readonly withdrawn: boolean;
  readonly counted: boolean;
  readonly published: boolean;
}

type State = Omit<Status, 'counted' | 'published'> & { readonly proven: boolean; readonly display: string | null };

const pending = {
  moderation: null,
  reviewBecause: null,
  duplicateOf: null,
  withdrawn: false,
  proven: false,
} as const;

type Event =
  | { readonly at: string; readonly of: string; readonly did: 'confirmed' | (typeof own)[number] }
  | { readonly at: string; readonly of: string; readonly did: 'line'; readonly line: AuditEntry };

/** @returns the final state of each signature. @throws when a line of the trail contradicts the state before it */
export function replay(lines: readonly AuditEntry[], pasts: readonly Past[]): Map<string, Status> {
  const known = new Map(pasts.map((past) => [past.id as string, past]));
  const states = new Map<string, State>(pasts.map(({ id, display }) => [id, { ...pending, display }]));
  const stateOf = (id: string): State => states.get(id) ?? { ...pending, display: null };
  const change = (id: string, to: Partial<State>) => states.set(id, { ...stateOf(id), ...to });
  const holderOf = (past: Past) =>
    pasts.find(({ id, claimant }) => id !== past.id && claimant === past.claimant && isShown(stateOf(id)));
  const policy: { organisation: VerificationLevel; individual: VerificationLevel } = {
    organisation: 'mailbox',
    individual: 'mailbox',
  };
  for (const event of eventsOf(lines, pasts)) {
    if (event.did === 'line') {
      const { line } = event;
      for (const [kind, field] of policyFields) {
        const level = verificationLevel.safeParse(line.after?.[field]);
        if (level.success) policy[kind] = level.data;
      }
      if (!line.subject || !known.has(line.subject) || !line.after) continue;
      const [was, said] = [stateOf(line.subject), line.before && asState(line.before)];
      if (said && !sameStatus(was, said)) {
        throw new Error(`${line.did} began from ${JSON.stringify(said)}, but it was ${JSON.stringify(was)}`);
      }
      change(line.subject, asState(line.after));
      continue;
    }
    const past = known.get(event.of);
    if (!past) continue;
    switch (event.did) {
      case 'confirmed': {
        const level = levelOf(past);
        const proven = past.kind === 'organisation' && atLeast(level, 'mailbox-domain');
        const enough = atLeast(level, policy[past.kind]);
        // A signature that awaits review or withholds the name is nobody's duplicate.
        const holder = enough && past.display === 'public' ? holderOf(past) : undefined;
        change(past.id, {
          proven,
          moderation: enough ? 'approved' : 'held',
          reviewBecause: enough ? null : 'level',
          duplicateOf: holder && !(proven && !stateOf(holder.id).proven) ? holder.id : null,
        });
        break;
      }
      case 'displaced': {
        change(past.id, { duplicateOf: holderOf(past)?.id ?? null, moderation: 'held', reviewBecause: 'displaced' });
        break;
      }
      case 'withdrawn':
        change(past.id, { withdrawn: true });
        break;
      case 'took-place':
        change(past.id, { duplicateOf: null });
        break;
      case 'hidden':
        change(past.id, { display: 'withheld' });
        break;
      case 'shown':
        change(past.id, { display: 'public' });
    }
  }
  return new Map([...states].map(([id, state]) => [id, statusOf(state)]));
}

const policyFields = [
  ['organisation', 'publishedFrom'],
  ['individual', 'individualsPublishedFrom'],
] as const;

const own = ['displaced', 'withdrawn', 'took-place', 'hidden', 'shown'] as const;

function statusOf({ proven: _, display, ...state }: State): Status {
  const counted = holds(state) && state.moderation === 'approved';
  return { ...state, counted, published: counted && display === 'public' };
}

/** In order of time; at the same moment, the arriving signature comes before the one it displaces. */
function eventsOf(lines: readonly AuditEntry[], pasts: readonly Past[]): Event[] {
  const told = new Set(lines.map(({ subject, at }) => `${subject} ${at}`));
  const events = [
    ...lines.map((line): Event => ({ at: line.at, of: line.subject ?? '', did: 'line', line })),
    ...pasts.flatMap(({ id: of, confirmedAt, history }): Event[] => [
      ...(confirmedAt ? [{ at: confirmedAt, of, did: 'confirmed' } as const] : []),
      ...history.flatMap(({ at, did }): Event[] => {
        const known = own.find((one) => one === did);
        // The trail also records the secretariat's actions, in more detail.
        return known && !told.has(`${of} ${at}`) ? [{ at, of, did: known }] : [];
      }),
    ]),
  ];
  const rank = ({ did }: Event) => ['line', 'confirmed', 'displaced'].indexOf(did);
  return events.toSorted((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b));
}

function levelOf({ kind, mailboxDomain }: Past) {
  const onDomain = kind === 'organisation' && mailboxDomain === 'organisation';
  return highestLevel([{ level: onDomain ? 'mailbox-domain' : 'mailbox', method: 'mailbox', at: '' }]) ?? 'mailbox';
}

const text = (value: States[string] | undefined) => (typeof value === 'string' ? value : null);

function asState(states: States): State {
  return {
    moderation: text(states['moderation']),
    reviewBecause: text(states['reviewBecause']),
    duplicateOf: text(states['duplicateOf']),
    withdrawn: states['withdrawn'] === true,
    display: text(states['display']),
    proven: ['mailbox-domain', 'domain', 'vouched'].includes(text(states['verification']) ?? ''),
  };
}

const sameStatus = (one: State, other: State) => isDeepStrictEqual(one, other);

const isShown = (state: State) => holds(state) && state.moderation === 'approved' && state.display === 'public';

const holds = ({ moderation, duplicateOf, withdrawn }: Omit<State, 'proven' | 'display'>) =>
  moderation !== null && moderation !== 'rejected' && duplicateOf === null && !withdrawn;
