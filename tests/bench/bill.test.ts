import { expect, it } from 'vitest';
import { billOf, monthOf, sumOf, timesTheFloor, type Usage } from './bill.ts';
import { regions } from './price-list.ts';

const usage: Usage = {
  writeUnits: 1e6,
  readUnits: 1e6,
  apiRequests: 1e6,
  invocations: 1e6,
  gbSeconds: 1e6,
  queueCalls: 1e6,
  mails: 1e6,
  bytesOut: 1e9,
  bytesLogged: 1e9,
};

it('multiplies each quantity by its price', () => {
  const bill = billOf(usage, regions['us-east-1']);
  expect(Object.fromEntries(bill)).toEqual({
    'DynamoDB writes': 0.625,
    'DynamoDB reads': 0.125,
    'HTTP API': 1,
    CloudFront: 1.085,
    'Lambda requests': 0.2,
    'Lambda time': expect.closeTo(13.3334),
    SQS: 0.4,
    Logs: 0.5,
    'SES mails': 100,
  });
  expect(sumOf(bill)).toBeCloseTo(117.2684);
  expect(timesTheFloor(bill)).toBeCloseTo(1.172684);
});

it('adds up a month without signatures', () => {
  const none = { readUnits: 0, invocations: 0, gbSeconds: 0, queueCalls: 0 };
  expect(sumOf(monthOf({ secrets: 2, metrics: 8, alarms: 12, ...none }, regions['eu-central-1']))).toBeCloseTo(4.4);
});
