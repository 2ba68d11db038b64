/** The secretariat adds an organisation by hand, without a mailbox: the first that signs itself takes its place. */
import { expect } from 'vitest';
import { commandLine } from '../../../../shared/audit/audit.ts';
import { letterSlug, makeSignatureId } from '../../../../shared/ids.ts';
import { readLetter } from '../../../../shared/letter/storage.ts';
import { addByHand } from '../../../../shared/signature/added.ts';
import { keys } from '../../../fixtures/world.ts';
import { added, placeOf, reach, shown } from '../expected.ts';
import { digits, nobody, organisations, people, type Wish } from '../people.ts';
import { type Command, type Run, slug } from '../run.ts';

export async function addOne(run: Run, { who, how }: Command): Promise<void> {
  const { store, clock } = run.observer;
  const number = run.bodies.length;
  const choose = digits(who);
  // Often one that is about to sign itself.
  const pending = run.model.signatures.flatMap(({ stage, wish: { kind, organisation: own } }) =>
    stage === 'pending' && kind === 'organisation' && own ? [own] : [],
  );
  const organisation = (how % 3 > 0 ? pending.at(-1) : undefined) ?? choose(organisations);
  const person = choose(people);
  const wish: Wish = { kind: 'organisation', organisation, person, role: `Role ${number}.0`, mailbox: nobody };
  const letter = await readLetter(store, letterSlug.parse(slug));
  if (!letter) throw new Error('there is no letter');
  const id = makeSignatureId();
  const { name, website, country } = organisation.fields;
  const { outcome } = await addByHand({ store, keys, letter, by: commandLine, now: new Date(clock.now) }, id, {
    kind: 'organisation',
    ...{ organisationName: name, organisationWebsite: website, country },
    ...{ signatoryName: person.name, signatoryRole: wish.role },
    evidence: 'By email, to Rita',
  });
  await run.post.listen();
  const isTaken = run.model.signatures.some((one) => shown(one) && placeOf(one) === placeOf({ wish }));
  expect(outcome).toBe(isTaken ? 'duplicate' : 'added');
  if (isTaken) {
    run.model = reach(run.model, 'not added');
    return;
  }
  run.bodies.push({ body: {}, key: '', isSpam: false });
  run.ids[number] = id;
  run.model = added(run.model, number, wish, clock.now);
}
