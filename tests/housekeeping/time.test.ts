/** Runs that start every minute occupy one execution of the account, however much there is to do. */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { housekeepingTask } from '../../functions/housekeeping/task.ts';
import { hasTimeFor, longestRun, reservedTime } from '../../functions/housekeeping/time-left.ts';
import { template } from '../infra/template.ts';

const rule = z.object({
  Properties: z.object({ ScheduleExpression: z.string(), Targets: z.array(z.object({ Input: z.string() })) }),
});
const everyMinute = Object.values(template.findResources('AWS::Events::Rule'))
  .map((found) => rule.parse(found).Properties)
  .filter(({ ScheduleExpression }) => ScheduleExpression === 'rate(1 minute)')
  .flatMap(({ Targets }) => Targets.map(({ Input }) => housekeepingTask.parse(JSON.parse(Input))));

test('there are tasks that run every minute', () => {
  expect(everyMinute.map(({ task }) => task).toSorted()).toEqual(['bulk', 'sweep']);
});

test.each(everyMinute)('$task ends before its next run begins', (task) => {
  let now = 1000;
  const hasTime = hasTimeFor(task, { remaining: () => 300_000 - (now - 1000), now: () => now });
  expect(hasTime()).toBe(true);
  now += (longestRun[task.task] ?? Number.POSITIVE_INFINITY) - 1;
  expect(hasTime()).toBe(true);
  now += 1;
  expect(hasTime()).toBe(false);
  expect(now - 1000 + reservedTime).toBeLessThanOrEqual(60_000);
});

test("tasks that run less often may use their function's whole time", () => {
  let remaining = 300_000;
  const hasTime = hasTimeFor({ task: 'reconcile' }, { remaining: () => remaining, now: () => 300_000 - remaining });
  expect(hasTime()).toBe(true);
  remaining = reservedTime + 1;
  expect(hasTime()).toBe(true);
  remaining = reservedTime;
  expect(hasTime()).toBe(false);
});
