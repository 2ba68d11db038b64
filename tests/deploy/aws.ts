/** Calls to the emulator for which the repository has no SDK client: functions, their logs, alarms, topics. */
import * as z from 'zod';
import { region } from './emulator.ts';

const groups = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const events = z.object({ events: z.array(z.object({ message: z.string() })) });
const functions = z.object({
  Functions: z.array(z.object({ FunctionName: z.string(), FunctionArn: z.string(), Role: z.string() })),
});
const mappings = z.object({ EventSourceMappings: z.array(z.object({ UUID: z.string(), FunctionArn: z.string() })) });

/** The emulator takes account and region from here. It checks no signature of its root key. */
const signedFor = (service: string) => ({
  'content-type': 'application/x-amz-json-1.1',
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

async function logs(endpoint: string, action: string, input: object): Promise<unknown> {
  const headers = { ...signedFor('logs'), 'x-amz-target': `Logs_20140328.${action}` };
  return (await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(input) })).json();
}

/** @returns the last log lines of each function, under its name */
export async function functionLogs(endpoint: string): Promise<string> {
  const { logGroups } = groups.parse(await logs(endpoint, 'DescribeLogGroups', {}));
  const found = logGroups.map(async ({ logGroupName }) => {
    const { events: lines } = events.parse(await logs(endpoint, 'FilterLogEvents', { logGroupName }));
    const text = lines.map(({ message }) => message.slice(0, 2000)).slice(-40);
    return `--- ${logGroupName} ---\n${text.join('\n')}`;
  });
  return (await Promise.all(found)).join('\n');
}

/** Calls Lambda's own API. `path` is below its version, for functions `2015-03-31`. */
async function lambda(endpoint: string, method: string, path: string, input?: object): Promise<unknown> {
  const body = input === undefined ? {} : { body: JSON.stringify(input) };
  const answer = await fetch(`${endpoint}/2015-03-31/${path}`, { method, headers: signedFor('lambda'), ...body });
  const text = await answer.text();
  if (!answer.ok || answer.headers.has('x-amz-function-error')) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text);
}

/** Enables or disables the relay's stream. While it is disabled, due mails wait for the sweep. */
export async function letRelayRun(endpoint: string, Enabled: boolean): Promise<void> {
  const { EventSourceMappings } = mappings.parse(await lambda(endpoint, 'GET', 'event-source-mappings/'));
  const relay = EventSourceMappings.find(({ FunctionArn }) => FunctionArn.includes('Relay'));
  if (relay === undefined) throw new Error('no event source wakes the relay');
  await lambda(endpoint, 'PUT', `event-source-mappings/${relay.UUID}`, { Enabled });
}

/** @returns name, ARN and role of each function */
export async function deployedFunctions(endpoint: string) {
  return functions.parse(await lambda(endpoint, 'GET', 'functions/')).Functions;
}

const address = z.object({ FunctionUrl: z.url() });
const api = z.object({ apiEndpoint: z.url() });

/** @returns the address of the API behind the edge, which is not an output of the stack */
export async function addressOfApi(endpoint: string, apiId: string): Promise<string> {
  const answer = await fetch(`${endpoint}/v2/apis/${apiId}`, { headers: signedFor('apigateway') });
  return api.parse(await answer.json()).apiEndpoint;
}

/** @returns the address of a function with a function URL */
export async function addressOfFunction(endpoint: string, name: string): Promise<string> {
  const path = `${endpoint}/2021-10-31/functions/${name}/url`;
  const answer = await fetch(path, { headers: signedFor('lambda') });
  return address.parse(await answer.json()).FunctionUrl;
}

/** Starts housekeeping as the schedule does. */
export async function runHousekeeping(endpoint: string, task: object): Promise<void> {
  const found = await deployedFunctions(endpoint);
  const housekeeping = found.find(({ FunctionName }) => FunctionName.includes('Housekeeping'));
  if (housekeeping === undefined) throw new Error('no function keeps house');
  await lambda(endpoint, 'POST', `functions/${housekeeping.FunctionName}/invocations`, task);
}

/** Starts a sweep that includes mail that has just become due. */
export const sweepNow = (endpoint: string) => runHousekeeping(endpoint, { task: 'sweep', olderThanSeconds: 0 });

/** @returns the XML response of a service with the older query API */
export async function query(endpoint: string, service: string, Version: string, input: Record<string, string>) {
  const headers = { ...signedFor(service), 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ Version, ...input }).toString();
  const answer = await fetch(endpoint, { method: 'POST', headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${input['Action']}: ${text}`);
  return text;
}

/** @returns the content of each element with that name */
export const inElements = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)<`, 'g'))].map(([, text = '']) => text);

/** @returns the names of all stacks */
export async function stackNames(endpoint: string): Promise<string[]> {
  return inElements(await query(endpoint, 'cloudformation', '2010-05-15', { Action: 'DescribeStacks' }), 'StackName');
}

/** Publishes to a topic, as SES does with its events. */
export async function publish(endpoint: string, TopicArn: string, message: object): Promise<void> {
  await query(endpoint, 'sns', '2010-03-31', { Action: 'Publish', TopicArn, Message: JSON.stringify(message) });
}
