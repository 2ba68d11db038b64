/** Checks whether a deployment works, and whether somebody is notified when it does not. */
import { type Finding, fail, ok, warn } from './finding.ts';

/**
 * @param subscriptions number of subscriptions of the alarm topic; undefined when there is no topic
 * @param stack the stack of the alarms: the additional stacks have topics of their own
 */
export function alarms(subscriptions: { confirmed: number; pending: number } | undefined, stack: string): Finding {
  const check = 'alarms';
  const again =
    'deploy again; alarms go to alarmEmail, or to secretariatEmail without one, and the owner confirms once';
  if (!subscriptions) return fail(check, `${stack} has no topic for alarms`, again);
  const { confirmed, pending } = subscriptions;
  if (confirmed > 0)
    return ok(check, `${confirmed} ${confirmed === 1 ? 'address gets' : 'addresses get'} the alarms of ${stack}`);
  if (pending > 0)
    return fail(
      check,
      `nobody has confirmed the subscription to the alarms of ${stack}`,
      'open the mail "AWS Notification - Subscription Confirmation" and follow its link; after three days, deploy again to get a new one',
    );
  return fail(check, `the topic of the alarms of ${stack} has no subscription`, again);
}

/** @param messages number of messages in a dead-letter queue; undefined when it cannot be read */
export function deadLetters(name: string, messages: number | undefined): Finding {
  const check = 'dead letters';
  if (messages === undefined)
    return fail(check, `${name} cannot be read`, 'check that the credentials allow sqs:GetQueueAttributes');
  if (messages === 0) return ok(check, `${name} is empty`);
  return fail(
    check,
    `${messages} in ${name}`,
    'docs/operating.md, "Alarms and responses", explains each queue; npm run queue -- redrive sends mails back',
  );
}

/** Difference between a letter's count and its list; `busy` when it changes all the time. */
export type Drift = { readonly organisations: number; readonly individuals: number } | 'busy';

export function drift(letter: string, found: Drift): Finding {
  const check = 'count';
  if (found === 'busy')
    return warn(
      check,
      `${letter} is being signed too often to compare`,
      `try later: npm run letter -- recount ${letter}`,
    );
  const { organisations, individuals } = found;
  if (organisations === 0 && individuals === 0) return ok(check, `${letter} matches its list`);
  return fail(
    check,
    `${letter}: the list has ${organisations} organisations and ${individuals} individuals more than the count`,
    `npm run letter -- recount ${letter} --repair, then find out what else writes to the table`,
  );
}

/**
 * @param failed number of letters whose last delivery failed
 * @param stuck number of deliveries whose documents should have been made long ago
 */
export function deliveries({ failed, stuck }: { readonly failed: number; readonly stuck: number }): Finding {
  const check = 'deliveries';
  if (stuck > 0) {
    return fail(
      check,
      `${failed} failed, ${stuck} stuck: their documents should have been made half an hour ago`,
      'look at the errors of the functions document and housekeeping in their logs',
    );
  }
  if (failed === 0) return ok(check, 'none failed, none is stuck');
  return warn(
    check,
    `${failed} failed`,
    'npm run letter -- deliveries SLUG says why; with --again ID it is tried again',
  );
}

/** Compares hashes of the functions' code: local ones by name, and the deployed ones. */
export function version(here: ReadonlyMap<string, string>, deployed: ReadonlySet<string>): Finding {
  const other = [...here].filter(([, hash]) => !deployed.has(hash)).map(([name]) => name);
  if (other.length === 0) return ok('version', 'the deployed version is the local one');
  return warn(
    'version',
    `${other.join(', ')}: the deployed version differs from the local one`,
    'npx cdk diff shows the changes; npx cdk deploy deploys this version',
  );
}

/** Protection of the table, from DescribeTable and DescribeContinuousBackups. */
export function protection(isRecoverable: boolean, isProtected: boolean): Finding {
  if (isRecoverable && isProtected)
    return ok('table', 'can be restored to any second, and cannot be deleted by mistake');
  const lacks = [
    ...(isRecoverable ? [] : ['point-in-time recovery']),
    ...(isProtected ? [] : ['protection against deletion']),
  ];
  return warn(
    'table',
    `lacks ${lacks.join(' and ')}`,
    isRecoverable
      ? 'deploy without -c retainData=false, unless this is a trial'
      : 'deploy again: the stack switches it on',
  );
}

/** @param status status of `GET /health`; undefined without an answer */
export function answers(url: string, status: number | undefined): Finding {
  if (status === 200) return ok('address', `${url} answers`);
  return fail(
    'address',
    `${url} ${status === undefined ? 'does not answer' : `answers ${status}`}`,
    'look at the errors of the function public-api in its log, and for a domain of your own whether its DNS points to the stack',
  );
}
