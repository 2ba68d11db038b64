/**
 * A model of a new AWS account: all functions share ten executions, and their event sources wait, retry or give up as
 * on AWS. Time is simulated, so nothing really waits.
 *
 * The ten: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
import * as z from 'zod';
import { logicalIds } from '../../../infra/logical-ids.ts';

const second = 1000;
const minute = 60 * second;

/** Settings in a template that say how its functions are started. */
export interface Starts {
  readonly maxReceiveCount: number;
  readonly visibilityMs: number;
  /** Readers of the mail queues: first that of mails that people wait for, then that of all others, if there is one. */
  readonly sources: readonly { readonly batchSize: number; readonly mailers: number }[];
  /** Time that a scheduled run may wait to be started. */
  readonly maxEventAgeMs: number;
  /** Runs by the minute; nightly ones are left out. */
  readonly schedule: readonly { readonly everyMs: number; readonly input: unknown }[];
}

const properties = <Schema extends z.ZodType>(schema: Schema) => z.object({ Properties: schema });
const templateSchema = z.object({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});
const queue = properties(
  z.object({ VisibilityTimeout: z.number(), RedrivePolicy: z.object({ maxReceiveCount: z.number() }) }),
);
const mapping = properties(
  z.object({
    EventSourceArn: z.unknown(),
    BatchSize: z.number(),
    ScalingConfig: z.object({ MaximumConcurrency: z.number() }),
  }),
);
const asyncInvoke = properties(z.object({ MaximumEventAgeInSeconds: z.number() }));
const rule = properties(
  z.object({ ScheduleExpression: z.string(), Targets: z.tuple([z.object({ Input: z.string() })]) }),
);

/** @param template as deployed now, or as the last release had it */
export function startsIn(template: object): Starts {
  const all = Object.entries(templateSchema.parse(template).Resources);
  const allOf = <Found>(type: string, schema: z.ZodType<{ Properties: Found }>): Found[] =>
    all.flatMap(([, one]) => {
      const read = one.Type === type ? schema.safeParse(one) : undefined;
      return read?.success ? [read.data.Properties] : [];
    });
  const mailQueue = queue.parse(templateSchema.parse(template).Resources[logicalIds.mailQueue]).Properties;
  const isFirst = ({ EventSourceArn }: z.infer<typeof mapping>['Properties']) =>
    JSON.stringify(EventSourceArn).includes(logicalIds.mailQueue);
  const sources = allOf('AWS::Lambda::EventSourceMapping', mapping).toSorted(
    (one, other) => Number(isFirst(other)) - Number(isFirst(one)),
  );
  const [housekeeping] = allOf('AWS::Lambda::EventInvokeConfig', asyncInvoke);
  if (sources.length === 0 || !housekeeping) throw new Error('the template starts no mailer, or no housekeeping');
  return {
    maxReceiveCount: mailQueue.RedrivePolicy.maxReceiveCount,
    visibilityMs: mailQueue.VisibilityTimeout * second,
    sources: sources.map(({ BatchSize, ScalingConfig }) => ({
      batchSize: BatchSize,
      mailers: ScalingConfig.MaximumConcurrency,
    })),
    maxEventAgeMs: housekeeping.MaximumEventAgeInSeconds * second,
    schedule: allOf('AWS::Events::Rule', rule).flatMap(({ ScheduleExpression, Targets: [{ Input }] }) => {
      const minutes = /^rate\((\d+) minutes?\)$/.exec(ScheduleExpression)?.[1];
      return minutes ? [{ everyMs: Number(minutes) * minute, input: JSON.parse(Input) }] : [];
    }),
  };
}

/** Actions by time; of two at the same time, the one planned first runs first. */
interface Agenda {
  readonly now: () => number;
  readonly at: (time: number, what: () => Promise<void> | void) => void;
  readonly runUntil: (end: number) => Promise<void>;
}

function makeAgenda(): Agenda {
  // By millisecond: nothing here needs a finer resolution.
  const planned = new Map<number, (() => Promise<void> | void)[]>();
  let now = 0;
  return {
    now: () => now,
    at(time, what) {
      const when = Math.max(Math.ceil(time), now);
      const there = planned.get(when);
      if (there) there.push(what);
      else planned.set(when, [what]);
    },
    async runUntil(end) {
      for (; now <= end; now += 1) {
        const due = planned.get(now);
        // The list grows during the loop when something is planned for this moment.
        for (const what of due ?? []) {
          const done = what();
          if (done) await done;
        }
        planned.delete(now);
      }
    },
  };
}

/** The functions as the model starts them, each with its real work. */
interface Work<Record> {
  /** @returns whether the submission was accepted */
  readonly submit: (number: number) => Promise<boolean>;
  /** Records written since the last call, by shard. */
  readonly stream: () => Promise<readonly Record[]>;
  readonly relay: (records: readonly Record[]) => Promise<void>;
  /** @returns the positions of the messages that failed */
  readonly mail: (bodies: readonly string[]) => Promise<readonly number[]>;
  readonly runHousekeeping: (input: unknown) => Promise<void>;
}

/** Duration of executions in milliseconds: a function of 512 MB, including some cold starts. */
const takes = { api: 500, relay: 200, mailerAMail: 150, housekeeping: 3 * second } as const;
/** A new on-demand table. */
const shards = 4;
/** Interval at which a source that was throttled, or found nothing, tries again. */
const pollMs = second;

interface Message {
  readonly body: string;
  receives: number;
}

/** Result of a run. */
interface Outcome {
  accepted: number;
  /** Calls that their callers had to repeat. */
  throttledCalls: number;
  throttledBatches: number;
  droppedRuns: number;
  runs: number;
  maxAtOnce: number;
  readonly deadLetters: string[];
}

export interface Load {
  readonly submissions: number;
  readonly withinMs: number;
  /** Readers per second, and for how long they come: each occupies an execution of the API for a moment. */
  readonly readers: { readonly aSecond: number; readonly forMs: number };
  readonly executions: number;
  readonly untilMs: number;
}

/** @returns the account's clock, its mail queues, and a function that applies the load */
export function makeAccount<Record>(starts: Starts) {
  const agenda = makeAgenda();
  const queues = starts.sources.map((source) => ({ ...source, visible: [] as Message[] }));
  const [urgent] = queues;
  const random = seeded(20_261_130);
  const outcome: Outcome = {
    accepted: 0,
    throttledCalls: 0,
    throttledBatches: 0,
    droppedRuns: 0,
    runs: 0,
    maxAtOnce: 0,
    deadLetters: [],
  };

  async function run(work: Work<Record>, load: Load): Promise<Outcome> {
    let free = load.executions;
    /** Occupies an execution for that time. @returns false when the account has none left */
    const started = (ms: number, end: () => void = () => {}): boolean => {
      if (free === 0) return false;
      free -= 1;
      outcome.maxAtOnce = Math.max(outcome.maxAtOnce, load.executions - free);
      agenda.at(agenda.now() + ms, () => {
        free += 1;
        end();
      });
      return true;
    };

    // The caller gets 429 or 503, and tries again.
    const submit = async (number: number): Promise<void> => {
      const isAnswered = started(takes.api) && (await work.submit(number));
      if (isAnswered) outcome.accepted += 1;
      else {
        outcome.throttledCalls += 1;
        agenda.at(agenda.now() + (5 + 10 * random()) * second, () => submit(number));
      }
    };
    for (let number = 0; number < load.submissions; number += 1) {
      agenda.at((load.withinMs * number) / load.submissions, () => submit(number));
    }
    const read = (): void => {
      started(takes.api * (0.5 + random()));
      const next = agenda.now() + (-Math.log(1 - random()) * second) / load.readers.aSecond;
      if (next < load.readers.forMs) agenda.at(next, read);
    };
    if (load.readers.aSecond > 0) agenda.at(0, read);

    // A shard waits for its batch however often it is throttled: throttling does not count as a retry.
    const waiting: Record[][] = Array.from({ length: shards }, () => []);
    let next = 0;
    agenda.at(0, async function look() {
      for (const record of await work.stream()) waiting[next++ % shards]?.push(record);
      agenda.at(agenda.now() + pollMs, look);
    });
    for (const shard of waiting) {
      agenda.at(pollMs / 2, async function pollShard() {
        if (shard.length > 0 && started(takes.relay)) await work.relay(shard.splice(0, 100));
        agenda.at(agenda.now() + pollMs, pollShard);
      });
    }

    // A message counts as received before an execution is known to be free.
    for (const { visible, batchSize, mailers } of queues) {
      const comeBack = (messages: readonly Message[], after: number) =>
        agenda.at(agenda.now() + after, () => {
          visible.push(...messages);
        });
      const receive = (): Message[] => {
        const taken: Message[] = [];
        while (taken.length < batchSize) {
          const message = visible.shift();
          if (!message) break;
          message.receives += 1;
          if (message.receives > starts.maxReceiveCount) outcome.deadLetters.push(message.body);
          else taken.push(message);
        }
        return taken;
      };
      for (let mailer = 0; mailer < mailers; mailer += 1) {
        agenda.at((pollMs * mailer) / mailers, async function pollQueue() {
          const batch = receive();
          const ms = takes.mailerAMail * batch.length;
          if (batch.length === 0) agenda.at(agenda.now() + pollMs, pollQueue);
          else if (started(ms, () => agenda.at(agenda.now(), pollQueue))) {
            const failed = await work.mail(batch.map(({ body }) => body));
            comeBack(
              batch.filter((_, place) => failed.includes(place)),
              starts.visibilityMs,
            );
          } else {
            outcome.throttledBatches += 1;
            comeBack(batch, starts.visibilityMs);
            agenda.at(agenda.now() + pollMs, pollQueue);
          }
        });
      }
    }

    for (const { everyMs, input } of starts.schedule) {
      agenda.at(everyMs, function begin() {
        const since = agenda.now();
        agenda.at(since + everyMs, begin);
        const attempt = async (wait: number): Promise<void> => {
          if (started(takes.housekeeping)) {
            outcome.runs += 1;
            return work.runHousekeeping(input);
          }
          const again = agenda.now() + wait;
          if (again - since > starts.maxEventAgeMs) outcome.droppedRuns += 1;
          else agenda.at(again, () => attempt(wait * 2));
        };
        return attempt(second);
      });
    }
    await agenda.runUntil(load.untilMs);
    return outcome;
  }

  return {
    now: agenda.now,
    /**
     * Puts a message on the queue of other mails, or on the one that people wait for, the only one in the last release.
     */
    enqueue: (body: string, isOther: boolean): void => {
      (isOther ? (queues[1] ?? urgent) : urgent)?.visible.push({ body, receives: 0 });
    },
    /** Number of messages that wait to be received. */
    waiting: (): number => queues.reduce((sum, { visible }) => sum + visible.length, 0),
    run,
  };
}

/** Returns the same numbers in every run (a linear congruential generator, constants of Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
