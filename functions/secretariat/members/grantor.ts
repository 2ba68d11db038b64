/** The visitor as a grantor of rights, and the reasons for a refusal. */

import type { ProblemName } from '../../../shared/platform/http/problem.ts';
import type { Visit } from '../guard.ts';
import type { Grantor, MemberOutcome } from './manage-members.ts';

export function grantorOf({ actor, member, may }: Visit): Grantor & Pick<Visit, 'member'> {
  return { actor, name: member.name, may, member };
}

type Because = Extract<MemberOutcome, { ok: false }>['because'];

const names = {
  'not-allowed': 'not-allowed',
  'no-letter': 'letter-not-found',
  'last-owner': 'last-owner',
  unknown: 'not-found',
  changed: 'changed-meanwhile',
} as const satisfies Record<Because, ProblemName>;

export function problemOf<Name extends Because>(because: Name): (typeof names)[Name] {
  return names[because];
}
