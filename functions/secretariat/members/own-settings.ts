/** Members' own settings. */
import { auditPut } from '../../../shared/audit/audit.ts';
import { everything } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/member/member.ts';
import { writeMember } from '../../../shared/member/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';

/** Turns the daily digest on or off. @returns whether it was stored; not when the member was changed in the meantime */
export async function switchDigest(store: Store, member: Member, digest: boolean): Promise<boolean> {
  return member.digest === digest || (await writeMember(store, { ...member, digest })) !== undefined;
}

/** Ends all sessions of the member, including this one. @returns whether it was stored */
export async function endAllSessions(store: Store, member: Member, now: Date): Promise<boolean> {
  const by = { kind: 'member', id: member.id } as const;
  const line = auditPut(store, { by, did: 'session.ended', scope: everything, after: { all: true } }, now);
  return (await writeMember(store, { ...member, sessionsFrom: now.toISOString() }, [line])) !== undefined;
}

/** Stores which mails the member wants. @returns whether it was stored */
export async function chooseAlerts(store: Store, member: Member, alerts: Member['alerts']): Promise<boolean> {
  return (await writeMember(store, { ...member, alerts })) !== undefined;
}
