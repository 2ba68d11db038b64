/** Feedback about mailboxes: bounces and complaints, each perhaps more than once. */
import { signatureId } from '../../../../shared/ids.ts';
import { handleFeedback } from '../../../fixtures/functions.ts';
import { keys } from '../../../fixtures/world.ts';
import { reach, signatureOf } from '../expected.ts';
import { silenced } from '../expected-decisions.ts';
import { digits, labelOf } from '../people.ts';
import { type Command, type Run, signatureNumber } from '../run.ts';
import { untilDone } from './secretariat.ts';

const comesBack =
  (what: 'bounced' | 'complained') =>
  async (run: Run, { who, how, instance }: Command) => {
    const { observer } = run;
    // Others are about a mailbox, a test, or a signature under the letter that follows.
    const isOurs = (id: string | undefined) => run.ids.some((one) => one === id);
    const mails = observer.mails.filter(({ about }) => about['mail'] !== 'link' && isOurs(about['signature']));
    const mail = mails[who % mails.length];
    if (!mail) return;
    const about = signatureId.parse(mail.about['signature']);
    const now = new Date(observer.clock.now);
    const feedback = { what, at: now.toISOString(), mailboxes: [mail.to], about };
    const store = run.instances[instance]?.world.store ?? observer.store;
    // As from the queue: failed messages come again, and successful ones may, too.
    await untilDone(() => handleFeedback({ store, keys, now }, feedback), digits(how)([1, 1, 2]));
    const { stage } = signatureOf(run.model, signatureNumber(run, about));
    // Feedback about a deleted signature has no effect.
    if (stage === 'gone' || stage === 'forgotten') return;
    const label = labelOf(mail.to);
    run.silencedAfter.set(label, run.arrived.length);
    run.model = reach(silenced(run.model, label, what === 'bounced' ? 'bounce' : 'complaint'), what);
  };

export const bounce = comesBack('bounced');
export const complain = comesBack('complained');
