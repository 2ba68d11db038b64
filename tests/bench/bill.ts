/** Converts measurements to dollars. Pure. */
import type { Prices } from './price-list.ts';

/** Resources for one confirmed signature, from the challenge to the receipt. */
export interface Usage {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly apiRequests: number;
  readonly invocations: number;
  readonly gbSeconds: number;
  readonly queueCalls: number;
  readonly mails: number;
  /** Bytes that the edge sends to the signer, and that the functions log. */
  readonly bytesOut: number;
  readonly bytesLogged: number;
}

/** Parts of a bill, in dollars. */
export type Bill = readonly (readonly [part: string, dollars: number])[];

const [million, gb] = [1e6, 1e9];

export function billOf(usage: Usage, prices: Prices): Bill {
  return [
    ['DynamoDB writes', (usage.writeUnits * prices.writeUnits) / million],
    ['DynamoDB reads', (usage.readUnits * prices.readUnits) / million],
    ['HTTP API', (usage.apiRequests * prices.api) / million],
    ['CloudFront', (usage.apiRequests * prices.edgeRequests) / million + (usage.bytesOut * prices.edgeGb) / gb],
    ['Lambda requests', (usage.invocations * prices.invocations) / million],
    ['Lambda time', usage.gbSeconds * prices.gbSecond],
    ['SQS', (usage.queueCalls * prices.queueCalls) / million],
    ['Logs', (usage.bytesLogged * prices.logsGb) / gb],
    ['SES mails', (usage.mails * prices.mails) / 1000],
  ];
}

export const sumOf = (bill: Bill) => bill.reduce((sum, [, dollars]) => sum + dollars, 0);

/** @returns the bill as a multiple of its mails alone, which are the least that a signature can cost */
export function timesTheFloor(bill: Bill): number {
  const floor = bill.find(([part]) => part === 'SES mails')?.[1] ?? Number.NaN;
  return sumOf(bill) / floor;
}

/** Fixed resources of a month, independent of signatures. */
export interface FixedCosts {
  readonly secrets: number;
  readonly metrics: number;
  readonly alarms: number;
  readonly readUnits: number;
  readonly invocations: number;
  readonly gbSeconds: number;
  readonly queueCalls: number;
}

export function monthOf(fixed: FixedCosts, prices: Prices): Bill {
  return [
    ['Secrets', fixed.secrets * prices.secret],
    ['Metrics', fixed.metrics * prices.metric],
    ['Alarms', fixed.alarms * prices.alarm],
    ['Housekeeping: reads', (fixed.readUnits * prices.readUnits) / million],
    ['Housekeeping: Lambda', (fixed.invocations * prices.invocations) / million + fixed.gbSeconds * prices.gbSecond],
    ['Queues that wait', (fixed.queueCalls * prices.queueCalls) / million],
  ];
}

/** Monthly amounts of the free tiers that do not end after a year. */
const free = { alarms: 10, metrics: 10, invocations: 1e6, gbSeconds: 400_000, queueCalls: 1e6 } as const;

/** @returns what is billed in an account that has nothing else */
export function beyondFreeTiers(fixed: FixedCosts): FixedCosts {
  const beyond = (part: keyof typeof free) => Math.max(0, fixed[part] - free[part]);
  return {
    ...fixed,
    alarms: beyond('alarms'),
    metrics: beyond('metrics'),
    invocations: beyond('invocations'),
    gbSeconds: beyond('gbSeconds'),
    queueCalls: beyond('queueCalls'),
  };
}
