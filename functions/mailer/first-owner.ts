/** The first owner: the person with the mailbox named at deployment, as long as no member owns everything. */

import { everything, makeMemberId } from '../../shared/ids.ts';
import { type Member, ownsEverything } from '../../shared/member/member.ts';
import { addMember, findMember, listMembers } from '../../shared/member/storage.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';

/** @returns the member with that mailbox, created now if it is the first owner */
export async function firstOwner(store: Store, keys: Keys, email: string, now: Date): Promise<Member | undefined> {
  const known = await findMember(store, keys, email);
  if (known) return known;
  if ((await listMembers(store)).some(ownsEverything)) return undefined;
  const owner: Member = {
    id: makeMemberId(),
    name: 'Secretariat',
    email,
    grants: { [everything]: { role: 'owner', mailboxes: true } },
    digest: false,
    invitedAt: now.toISOString(),
    signInMails: [],
    revision: 1,
  };
  return (await addMember(store, keys, owner)) ? owner : findMember(store, keys, email);
}
