/** A letter that follows: its signers-to-be are invited by mail, and sign it with a press, or not at all. */
import { expect } from 'vitest';
import { importLetter } from '../../../../shared/letter/lifecycle.ts';
import { runTask } from '../../../fixtures/functions.ts';
import { housekeepingContextOf } from '../../../fixtures/housekeeping-context.ts';
import { personal } from '../../../fixtures/personal.ts';
import { letterFile } from '../../../fixtures/world.ts';
import { reach, signatureOf } from '../expected.ts';
import { signedNext } from '../expected-mail.ts';
import { digits } from '../people.ts';
import { type Command, nextSlug, type PlannedRequest, type Run, slug } from '../run.ts';
import { post, said } from './sign.ts';

/** A mailbox that has signed nothing. */
export const elsewhere = 'another@elsewhere.example';
personal(elsewhere);

/** The letter that follows is opened, once, and housekeeping asks, sometimes from two instances at once. */
export async function invite(run: Run, { how, instance }: Command): Promise<void> {
  const { observer, instances } = run;
  if (!run.model.hasNext) {
    const changes = { 'slug: clean-air': `slug: ${nextSlug}`, 'goal: 50': `goal: 50\nfollows: ${slug}` };
    const plan = await importLetter(observer.store, letterFile(changes), [], {
      now: new Date(observer.clock.now),
      open: true,
    });
    expect(plan.outcome).toBe('created');
    run.model = { ...reach(run.model, 'next letter'), hasNext: true };
    // Instances cache a letter for two seconds.
    observer.clock.now += 3_000;
  }
  const stores = [observer.store, ...digits(how)([[], [instances[instance]?.world.store ?? observer.store]])];
  await Promise.all(
    stores.map((store) => runTask(housekeepingContextOf(observer, store), { task: 'letters' }).catch(() => undefined)),
  );
}

let presses = 0;

/** Fills in the form behind the link and presses, with the mailbox of the link or another one. */
export function pressInvitation(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const links = run.arrived.filter(({ purpose }) => purpose === 'follow');
  const link = links[who % links.length];
  if (!link) return undefined;
  presses += 1;
  const role = `Follower ${presses}`;
  const { wish, display } = signatureOf(run.model, link.of);
  const isSame = how % 4 > 0;
  const about = said({ ...wish, role });
  const body = {
    ...about,
    signatory: { ...about.signatory, email: isSame ? wish.mailbox.address : elsewhere },
    display,
    consents: { publication: display === 'public', updates: false, partner: false },
    press: `press-${presses}`,
  };
  return {
    send: (world) => world.app.request(...post(`/${nextSlug}/follow/${link.token}`, body)),
    becomes: (model, { status, atOnce, disturbed }) => {
      const own = signatureOf(model, link.of);
      const isOpen = own.stage === 'confirmed' && !own.erased && link.until > run.observer.clock.now;
      if (!isOpen) {
        // A repeated request may have been the first one, before the signature was gone.
        expect(status).toBeOneOf([404, ...(atOnce && disturbed ? [200, 202] : [])]);
        return status === 200 ? signedNext(model, role) : model;
      }
      expect(status).toBe(isSame ? 200 : 202);
      return isSame ? signedNext(model, role) : reach(model, 'another mailbox for the next letter');
    },
  };
}
