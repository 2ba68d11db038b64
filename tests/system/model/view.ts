/** A signature as its owner must see it: the answer of `GET /manage/{token}` to a program. */

import type { Expected } from './expected.ts';
import { levelOf, stateOf } from './expected-decisions.ts';

export function viewOf(own: Expected) {
  const { wish, version, display, firstConsents, confirmedBy, comment } = own;
  const { organisation, person, role, mailbox } = wish;
  return {
    letterVersion: version,
    kind: wish.kind,
    organisation: organisation?.fields ?? {},
    signatory: { name: person.name, role, email: mailbox.address },
    comment,
    display,
    agreed: { consents: firstConsents },
    confirmedBy,
    verification: levelOf(own),
    evidence: own.shown.map((method) => ({ method })),
    state: stateOf(own),
  };
}
