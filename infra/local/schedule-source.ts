import { type FunctionHandler, lambdaContext } from './invoke.ts';
import { logFailure } from './log.ts';
import { type Running, startLoop } from './loop.ts';

interface Schedule<Event> {
  readonly name: string;
  readonly everyMs: number;
  /** Input of the schedule, which EventBridge passes on unchanged. */
  readonly event: Event;
  readonly handler: FunctionHandler<Event>;
}

/** Calls a handler at once and then at the interval. A call that takes longer delays the next. */
export function startSchedule<Event>(schedule: Schedule<Event>): Running {
  return startLoop(schedule.name, async () => {
    const due = Date.now() + schedule.everyMs;
    try {
      await schedule.handler(schedule.event, lambdaContext(schedule.name));
    } catch (error) {
      logFailure(`${schedule.name}: a run failed`, error);
    }
    return Math.max(due - Date.now(), 0);
  });
}
