/** Metrics in the form that CloudWatch reads: no dimension, no personal data. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type MetricName, putMetric } from '../../shared/platform/config/metric.ts';
import { endorsement, type World } from '../fixtures/world.ts';
import { confirmed, openWorld, pending } from './signer.ts';

const line = z.strictObject({
  _aws: z.strictObject({
    Timestamp: z.int(),
    CloudWatchMetrics: z.tuple([
      z.strictObject({
        Namespace: z.literal('Undersigned'),
        Dimensions: z.tuple([z.tuple([])]),
        Metrics: z.tuple([z.strictObject({ Name: z.string(), Unit: z.literal('Count') })]),
      }),
    ]),
  }),
  Submitted: z.literal(1).optional(),
  Mailed: z.literal(1).optional(),
  Landed: z.literal(1).optional(),
  Confirmed: z.literal(1).optional(),
  Held: z.literal(1).optional(),
});

let world: World;
const written: string[] = [];
/** @returns the names of the metrics since the last call */
function counted(): string[] {
  const lines = written.splice(0).map((text) => line.parse(JSON.parse(text)));
  return lines.map(({ _aws, ...values }) => {
    const [{ Metrics }] = _aws.CloudWatchMetrics;
    expect(Object.keys(values)).toEqual([Metrics[0].Name]);
    return Metrics[0].Name;
  });
}

beforeEach(async () => {
  world = await openWorld();
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    if (String(text).startsWith('{"_aws"')) written.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('counts each step once: submitted, mailed, landed, confirmed', async () => {
  const { token } = await pending(world, 1);
  expect(counted()).toEqual(['Submitted', 'Mailed']);
  await world.app.request(`/confirm/${token}`);
  expect(counted()).toEqual(['Landed']);
  await world.app.request(`/confirm/${token}`, { method: 'HEAD' });
  await world.app.request(`/confirm/${token.slice(0, 20)}${'0'.repeat(26)}`);
  expect(counted()).toEqual([]);
  await world.confirm(token);
  expect(counted()).toEqual(['Confirmed']);
  await world.confirm(token);
  await world.app.request(`/confirm/${token}`);
  expect(counted()).toEqual([]);
  await world.sendMails();
  expect(counted()).toEqual(['Mailed']);
});

it('counts silently held submissions', async () => {
  await world.submit('clean-air', endorsement(2, { homepage: 'https://spam.example' }));
  await world.sendMails();
  expect(counted()).toEqual(['Submitted', 'Held']);
});

it('does not count refused submissions', async () => {
  expect((await world.submit('clean-air', {})).status).toBe(422);
  expect(counted()).toEqual([]);
});

it('is silent when switched off', async () => {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true');
  await confirmed(world, 1);
  expect(counted()).toEqual([]);
});

// One alarm watches NeedsAttention (infra/observability/alarms.ts).
it.each<[MetricName, number, boolean]>([
  ['CountDrift', 0, false],
  ['CountDrift', 1, true],
  ['MailQuotaUsed', 80, false],
  ['MailQuotaUsed', 80.5, true],
  ['MailRefused', 1, true],
  ['TableThrottles', 1, true],
  ['Bounced', 1, false],
  ['Submitted', 1000, false],
])('%s of %d: somebody has to look is %s', (name, value, needsAttention) => {
  putMetric(name, value);
  const metrics = z.object({ _aws: z.object({ CloudWatchMetrics: z.tuple([z.object({ Metrics: z.unknown() })]) }) });
  const said: unknown = JSON.parse(written.splice(0).join(''));
  const names = needsAttention ? [name, 'NeedsAttention'] : [name];
  expect(metrics.parse(said)._aws.CloudWatchMetrics[0].Metrics).toEqual(names.map((Name) => ({ Name, Unit: 'Count' })));
  expect(said).toEqual({ _aws: expect.anything(), [name]: value, ...(needsAttention ? { NeedsAttention: 1 } : {}) });
});

it('is silent in programs, which have no namespace', () => {
  vi.stubEnv('METRIC_NAMESPACE', undefined);
  putMetric('TableThrottles', 1);
  expect(written).toEqual([]);
});
