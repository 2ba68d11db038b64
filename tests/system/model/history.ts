/** Random histories. They are short, since all known faults need few steps. */
import fc from 'fast-check';
import { faultPlan } from '../../fixtures/dynamodb-faults.ts';
import type { Mishap } from '../property/mail-pipeline.ts';
import { afterDelivery } from './commands/delivery.ts';
import { events, requests } from './commands/table.ts';
import type { Model } from './expected.ts';
import { drawnFor, mailboxes, organisations } from './people.ts';
import { type Command, type Faults, instances } from './run.ts';

export interface Turn {
  /** One command, or two at once. */
  readonly commands: readonly [Command] | readonly [Command, Command];
  /** The second command happens while a mail caused by the first is being sent. */
  readonly inFlight: boolean;
  /** The mails wait until a later step. */
  readonly lazy: boolean;
  /** The public requests the count and the list. */
  readonly asks: boolean;
}

export interface History {
  readonly turns: readonly Turn[];
  readonly faults: Faults;
  readonly policy: Model['policy'];
  /** Continues for a month, until unconfirmed signatures must be gone, or until the letter is over. */
  readonly ending: 'now' | 'month' | 'over';
  /** Done after the final delivery, where the letter is over. */
  readonly late: readonly Command[];
}

const command = (names: fc.Arbitrary<string>): fc.Arbitrary<Command> =>
  fc.record({
    do: names,
    who: fc.nat({ max: 9999 }),
    how: fc.nat({ max: 9999 }),
    instance: fc.nat({ max: instances - 1 }),
  });

const weighted = (rows: Readonly<Record<string, { weight: number }>>) =>
  fc.oneof(...Object.entries(rows).map(([name, { weight }]) => ({ weight, arbitrary: fc.constant(name) })));

const anyRequest = command(weighted(requests));
const turn: fc.Arbitrary<Turn> = fc.record({
  inFlight: fc.boolean(),
  commands: fc.oneof(
    { weight: 9, arbitrary: fc.tuple(command(weighted({ ...requests, ...events }))) },
    { weight: 2, arbitrary: fc.tuple(anyRequest, anyRequest) },
  ),
  lazy: fc.nat({ max: 9 }).map((drawn) => drawn === 9),
  asks: fc.nat({ max: 7 }).map((drawn) => drawn === 7),
});
const alone = (one: Command): Turn => ({ commands: [one], inFlight: false, lazy: false, asks: false });

/** Sequences that are rare by chance and worth testing often. */
const story: fc.Arbitrary<Turn[]> = fc
  .constantFrom(
    ['withdraw', 'take place'],
    ['forget', 'take place'],
    ['reject', 'take place', 'approve'],
    ['reword', 'ask to carry', 'carry over'],
    ['submit', 'silence', 'submit', 'silence', 'silence'],
    ['agree', 'take place', 'agree'],
    ['submit', 'stop'],
    ['submit', 'wrong code', 'code'],
    ['submit', 'wait', 'code'],
    ['approve', 'correct', 'approve'],
    ['vouch', 'correct', 'decline', 'undo'],
    ['feature', 'correct', 'vouch', 'undo'],
    ['hold', 'correct', 'approve'],
    ['merge', 'take place', 'undo'],
    ['merge', 'correct', 'approve', 'undo'],
    ['split', 'correct', 'undo'],
    ['correct for them', 'correct', 'approve'],
    ['withdraw', 'remove for them', 'undo'],
    ['submit', 'add by hand', 'press', 'submit', 'press'],
    ['add by hand', 'add by hand', 'approve', 'withdraw', 'add by hand', 'undo'],
    ['preview link', 'test', 'press test', 'submit', 'press'],
    ['preview link', 'test', 'test', 'preview link', 'press test', 'test', 'press test'],
    ['preview link', 'test', 'open draft', 'press test'],
    ['preview link', 'test', 'wait', 'press test', 'open draft', 'preview link', 'test'],
  )
  .chain((names) => fc.tuple(...names.map((name) => command(fc.constant(name)))))
  .map((commands) => commands.map((one): Turn => alone(one)));

/** Updates and invitations, with those who leave before, between and after. */
const newsStory: fc.Arbitrary<Turn[]> = fc
  .constantFrom(
    ['tell', 'send on', 'unsubscribe', 'tell', 'send on'],
    ['tell', 'send on', 'unsubscribe', 'agree', 'agree', 'tell', 'send on'],
    ['tell', 'withdraw', 'send on'],
    ['tell', 'send on', 'pause', 'agree', 'send on', 'resume', 'send on'],
    ['tell', 'pause', 'reject', 'resume', 'send on'],
    ['tell', 'cancel', 'send on', 'tell', 'send on'],
    ['tell', 'send on', 'cancel', 'wait', 'tell', 'send on'],
    ['tell', 'silence', 'send on', 'silence', 'tell', 'send on'],
    ['tell', 'send on', 'forget', 'submit', 'press', 'tell', 'send on', 'unsubscribe'],
    ['tell', 'send on', 'wait', 'tell', 'agree', 'send on'],
    ['invite', 'press invitation', 'wait', 'invite'],
    ['invite', 'withdraw', 'press invitation'],
    ['agree', 'invite', 'agree', 'invite', 'press invitation', 'press invitation'],
    ['invite', 'press invitation', 'press invitation', 'forget'],
    ['tell', 'invite', 'send on', 'unsubscribe', 'wait', 'invite'],
  )
  // Most people who are told of something have signed.
  .map((names) => ['press', 'press', ...names])
  .chain((names) => fc.tuple(...names.map((name) => command(fc.constant(name)))))
  .map((commands) => commands.map((one): Turn => alone(one)));

/** An owner's actions while the mail about their previous action is being sent. */
const hurry: fc.Arbitrary<Turn[]> = fc
  .record({
    first: command(fc.constantFrom('correct', 'correct', 'prove domain', 'take place')),
    second: command(fc.constantFrom('correct', 'correct', 'withdraw', 'forget', 'agree')),
  })
  .map(({ first, second }) => [
    { commands: [first, { ...second, who: first.who }], inFlight: true, lazy: false, asks: false },
  ]);

/**
 * Four sign for the same organisation from different mailboxes, some withheld, and press one after the other or in
 * pairs at once.
 */
const crowd: fc.Arbitrary<Turn[]> = fc
  .record({
    organisation: fc.nat({ max: organisations.length - 1 }),
    boxes: fc.uniqueArray(fc.nat({ max: mailboxes.length - 1 }), { minLength: 4, maxLength: 4 }),
    how: fc.nat({ max: 9999 }),
    hidden: fc.array(
      fc.nat({ max: 3 }).map((drawn) => drawn === 3),
      { minLength: 4, maxLength: 4 },
    ),
    between: fc.option(fc.array(command(fc.constant('wait')), { minLength: 3, maxLength: 3 })),
  })
  .map(({ organisation, boxes, how, hidden, between }) => {
    const submits = boxes.map((box, number) => ({
      do: 'submit',
      who: drawnFor(organisation, box),
      // Every third number withholds the name.
      how: hidden[number] ? 2 : 0,
      instance: box % 3,
    }));
    const presses = boxes.map((box) => ({ do: 'press', who: how + box, how: 1, instance: box % 3 }));
    const pressed = between
      ? presses.flatMap((one, number) => [alone(one), ...between.slice(number, number + 1).map(alone)])
      : inPairs(presses);
    return [...inPairs(submits), ...pressed];
  });

const inPairs = ([a, b, c, d]: readonly Command[]): Turn[] =>
  [[a, b] as const, [c, d] as const].flatMap(([one, other]) =>
    one && other ? [{ commands: [one, other], inFlight: false, lazy: false, asks: false }] : [],
  );

const turns = fc.oneof(
  { weight: 70, arbitrary: turn.map((one) => [one]) },
  { weight: 18, arbitrary: story },
  { weight: 8, arbitrary: hurry },
  { weight: 4, arbitrary: crowd },
);

/** Every history begins with some signatures to act on. */
const opening = (what: fc.Arbitrary<string>): fc.Arbitrary<Turn> =>
  fc.record({
    commands: fc.tuple(command(what), command(what)),
    inFlight: fc.constant(false),
    lazy: fc.constant(false),
    asks: fc.constant(false),
  });
const submits = fc.constant('submit');
const presses = fc.constantFrom('press', 'press', 'code');

const mishaps: fc.Arbitrary<Mishap[]> = fc.array(fc.constantFrom<Mishap>('fine', 'unreachable', 'lost', 'partly'), {
  maxLength: 6,
});
const none: Faults = { api: [], mailers: [], queue: [], ses: [] };
const some: fc.Arbitrary<Faults> = fc.record({
  api: fc.array(faultPlan(16), { minLength: instances, maxLength: instances }),
  mailers: fc.array(faultPlan(12), { minLength: 2, maxLength: 2 }),
  queue: mishaps,
  ses: mishaps,
});

/** Without a bias towards small numbers, which would make the same person sign again and again. */
export const history: fc.Arbitrary<History> = fc.noBias(
  fc.record({
    turns: fc
      .tuple(
        opening(submits),
        opening(presses),
        fc.array(turns, { minLength: 2, maxLength: 4, size: 'max' }),
        // Beside the others, so that these are drawn as often as before.
        fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: newsStory }),
        fc.boolean(),
      )
      .map(([first, second, more, news, isFirst]) =>
        isFirst ? [first, second, ...news, ...more.flat()] : [first, second, ...more.flat(), ...news],
      ),
    faults: fc.oneof(fc.constant(none), some),
    policy: fc.record<Model['policy']>({
      organisations: fc.constantFrom('mailbox', 'mailbox', 'mailbox-domain'),
      individuals: fc.constantFrom('mailbox', 'mailbox', 'vouched'),
    }),
    ending: fc.constantFrom<History['ending'][]>(...Array(5).fill('now'), 'month', 'over'),
    late: fc.array(command(fc.constantFrom(...Object.keys(afterDelivery))), {
      minLength: 2,
      maxLength: 5,
      size: 'max',
    }),
  }),
);
