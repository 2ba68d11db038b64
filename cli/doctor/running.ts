/** Whether what is deployed does its work, and whether somebody hears when it does not. */
import { type Finding, fine, look, wrong } from './finding.ts';

/**
 * @param subscriptions how many of the alarm topic's subscriptions there are; undefined when there is no topic
 * @param stack whose alarms they are: those beside the main one have a topic of their own
 */
export function alarms(subscriptions: { confirmed: number; pending: number } | undefined, stack: string): Finding {
  const check = 'alarms';
  const again = 'deploy again: they go to alarmEmail, and without one to secretariatEmail, who confirms it once';
  if (!subscriptions) return wrong(check, `${stack} has no topic that tells anybody of alarms`, again);
  const { confirmed, pending } = subscriptions;
  if (confirmed > 0)
    return fine(check, `of ${stack}: ${confirmed} ${confirmed === 1 ? 'address is' : 'addresses are'} told`);
  if (pending > 0)
    return wrong(
      check,
      `nobody has confirmed to be told of the alarms of ${stack}`,
      'open the mail "AWS Notification - Subscription Confirmation" and press its link; deploy again to get another after three days',
    );
  return wrong(check, `the topic of the alarms of ${stack} has no subscription`, again);
}

/** @param messages how many wait in a dead-letter queue; undefined when it cannot be asked */
export function deadLetters(name: string, messages: number | undefined): Finding {
  const check = 'dead letters';
  if (messages === undefined)
    return wrong(check, `${name} cannot be asked`, 'see whether the credentials may sqs:GetQueueAttributes');
  if (messages === 0) return fine(check, `${name} is empty`);
  return wrong(
    check,
    `${messages} in ${name}`,
    'docs/operating.md, "When an alarm rings", says for each queue what happened and what to do; npm run queue -- redrive sends mails back',
  );
}

/** By how much the count of a letter differs from its list; `busy` when it moves all the time. */
export type Drift = { readonly organisations: number; readonly individuals: number } | 'busy';

export function drift(letter: string, found: Drift): Finding {
  const check = 'count';
  if (found === 'busy')
    return look(check, `${letter} is being signed all the time`, `try later: npm run letter -- recount ${letter}`);
  const { organisations, individuals } = found;
  if (organisations === 0 && individuals === 0) return fine(check, `${letter} agrees with its list`);
  return wrong(
    check,
    `${letter}: the list has ${organisations} organisations and ${individuals} individuals more than the count`,
    `npm run letter -- recount ${letter} --repair, then find what wrote to the table beside the code`,
  );
}

/** Hash of each function's code by its name: here, and those that are deployed. */
export function version(here: ReadonlyMap<string, string>, deployed: ReadonlySet<string>): Finding {
  const other = [...here].filter(([, hash]) => !deployed.has(hash)).map(([name]) => name);
  if (other.length === 0) return fine('version', 'what is deployed is what is here');
  return look(
    'version',
    `${other.join(', ')}: another version is deployed than is here`,
    'npx cdk diff says what would change; npx cdk deploy brings this version out',
  );
}

/** How the table is protected, as DescribeTable and DescribeContinuousBackups say. */
export function protection(isRecoverable: boolean, isProtected: boolean): Finding {
  if (isRecoverable && isProtected)
    return fine('table', 'can be restored to any second, and cannot be deleted by mistake');
  const lacks = [
    ...(isRecoverable ? [] : ['point-in-time recovery']),
    ...(isProtected ? [] : ['protection against deletion']),
  ];
  return look(
    'table',
    `lacks ${lacks.join(' and ')}`,
    isRecoverable
      ? 'deploy without -c retainData=false, unless this is a trial'
      : 'deploy again: the stack switches it on',
  );
}

/** @param status what `GET /health` answered; undefined when nothing did */
export function answers(url: string, status: number | undefined): Finding {
  if (status === 200) return fine('address', `${url} answers`);
  return wrong(
    'address',
    `${url} ${status === undefined ? 'does not answer' : `answers ${status}`}`,
    'look at the errors of the function public-api in its log, and for a domain of your own whether its DNS points to the stack',
  );
}
