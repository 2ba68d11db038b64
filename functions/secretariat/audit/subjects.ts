/** Names of what the lines of the audit log are about. The log itself holds ids only. */
import type { AuditEntry } from '../../../shared/audit/audit.ts';
import { signatureId } from '../../../shared/ids.ts';
import { listMembers } from '../../../shared/member/storage.ts';
import { listPartners } from '../../../shared/partner/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { asSeen, type ViewerRights } from '../../../shared/signature/seen-record.ts';
import { readSignatures } from '../../../shared/signature/storage.ts';
import { listApiKeys } from '../members/api-key.ts';
import { nameOf } from '../ui/components.tsx';

/**
 * @param viewer whether the visitor may see withheld names
 * @returns the names by subject. Reads only the tables that the lines need
 */
export async function subjectNames(
  store: Store,
  entries: readonly AuditEntry[],
  viewer: ViewerRights,
): Promise<ReadonlyMap<string, string>> {
  const subjectsOf = (pattern: RegExp) => [
    ...new Set(entries.flatMap(({ did, subject }) => (subject !== undefined && pattern.test(did) ? [subject] : []))),
  ];
  const ids = subjectsOf(/^(signature|mailbox)\./).flatMap((one) => signatureId.safeParse(one).data ?? []);
  const needs = (noun: RegExp) => subjectsOf(noun).length > 0;
  const [signatures, members, keys, partners] = await Promise.all([
    readSignatures(store, ids),
    needs(/^member\./) ? listMembers(store) : [],
    needs(/^key\./) ? listApiKeys(store) : [],
    needs(/^partner\./) ? listPartners(store) : [],
  ]);
  return new Map([
    ...signatures.map((record) => [record.id, nameOf(asSeen(record, viewer))] as const),
    ...[...members, ...keys, ...partners].map(({ id, name }) => [id, name] as const),
  ]);
}
