/** What comes back from mailboxes: a bounce, a complaint; each perhaps more than once. */
import { takeFeedback } from '../../../functions/mail-feedback/feedback.ts';
import { signatureId } from '../../../shared/signature/id.ts';
import { keys } from '../../fixtures/world.ts';
import { reach } from '../expected.ts';
import type { Deed, Game } from '../game.ts';
import { digits, mailboxes } from '../people.ts';

const comesBack =
  (what: 'bounced' | 'complained') =>
  async (game: Game, { who, how, instance }: Deed) => {
    const { observer } = game;
    const mail = observer.mails[who % observer.mails.length];
    if (!mail) return;
    const now = new Date(observer.clock.now);
    const about = mail.about['mail'] === 'link' ? undefined : signatureId.parse(mail.about['signature']);
    const feedback = { what, at: now.toISOString(), mailboxes: [mail.to], about };
    const store = game.instances[instance]?.world.store ?? observer.store;
    const take = () => takeFeedback({ store, keys, now }, feedback);
    // As the queue does: what failed comes again, and what went well may, too.
    for (let left = digits(how)([1, 1, 2]); left > 0; ) {
      left -= await take().then(
        () => 1,
        () => 0,
      );
    }
    const label = mailboxes.find(({ address }) => address === mail.to)?.label ?? '';
    game.suppressed.add(label);
    game.model = reach(game.model, what);
  };

export const bounce = comesBack('bounced');
export const complain = comesBack('complained');
