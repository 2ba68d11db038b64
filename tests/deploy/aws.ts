/** Calls to the emulator for which the repository has no SDK client: what functions wrote, and their schedule. */
import * as z from 'zod';

const groups = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const events = z.object({ events: z.array(z.object({ message: z.string() })) });
const functions = z.object({ Functions: z.array(z.object({ FunctionName: z.string() })) });
const mappings = z.object({ EventSourceMappings: z.array(z.object({ UUID: z.string(), FunctionArn: z.string() })) });

/** The emulator takes account and region from here; for the key of its root it checks no signature. */
const signedFor = (service: string) => ({
  'content-type': 'application/x-amz-json-1.1',
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

async function logs(endpoint: string, action: string, input: object): Promise<unknown> {
  const headers = { ...signedFor('logs'), 'x-amz-target': `Logs_20140328.${action}` };
  return (await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(input) })).json();
}

/** @returns the last lines that each function wrote, under its name */
export async function functionLogs(endpoint: string): Promise<string> {
  const { logGroups } = groups.parse(await logs(endpoint, 'DescribeLogGroups', {}));
  const found = logGroups.map(async ({ logGroupName }) => {
    const { events: lines } = events.parse(await logs(endpoint, 'FilterLogEvents', { logGroupName }));
    const text = lines.map(({ message }) => message.slice(0, 2000)).slice(-40);
    return `--- ${logGroupName} ---\n${text.join('\n')}`;
  });
  return (await Promise.all(found)).join('\n');
}

/** What Lambda's own API does: `path` is below its version, for functions `2015-03-31`. */
async function lambda(endpoint: string, method: string, path: string, input?: object): Promise<unknown> {
  const body = input === undefined ? {} : { body: JSON.stringify(input) };
  const answer = await fetch(`${endpoint}/2015-03-31/${path}`, { method, headers: signedFor('lambda'), ...body });
  const text = await answer.text();
  if (!answer.ok || answer.headers.has('x-amz-function-error')) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text);
}

/** Lets the stream wake the relay, or not: then nothing that became due goes on its way by itself. */
export async function letRelayRun(endpoint: string, Enabled: boolean): Promise<void> {
  const { EventSourceMappings } = mappings.parse(await lambda(endpoint, 'GET', 'event-source-mappings/'));
  const relay = EventSourceMappings.find(({ FunctionArn }) => FunctionArn.includes('Relay'));
  if (relay === undefined) throw new Error('no event source wakes the relay');
  await lambda(endpoint, 'PUT', `event-source-mappings/${relay.UUID}`, { Enabled });
}

/** Starts housekeeping as the schedule does, but for mail that has been due for no time at all. */
export async function sweepNow(endpoint: string): Promise<void> {
  const { Functions } = functions.parse(await lambda(endpoint, 'GET', 'functions/'));
  const housekeeping = Functions.find(({ FunctionName }) => FunctionName.includes('Housekeeping'));
  if (housekeeping === undefined) throw new Error('no function keeps house');
  const task = { task: 'sweep', olderThanSeconds: 0 };
  await lambda(endpoint, 'POST', `functions/${housekeeping.FunctionName}/invocations`, task);
}

/** @returns the value that the edge sends */
export async function edgeSecret(endpoint: string, SecretId: string): Promise<string> {
  const headers = { ...signedFor('secretsmanager'), 'x-amz-target': 'secretsmanager.GetSecretValue' };
  const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ SecretId }) });
  const { SecretString } = z.object({ SecretString: z.string() }).parse(await answer.json());
  return z.object({ first: z.string() }).parse(JSON.parse(SecretString)).first;
}

/** @returns the names of all stacks that there are */
export async function stackNames(endpoint: string): Promise<string[]> {
  const headers = { ...signedFor('cloudformation'), 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ Action: 'DescribeStacks', Version: '2010-05-15' }).toString();
  const answer = await (await fetch(endpoint, { method: 'POST', headers, body })).text();
  return [...answer.matchAll(/<StackName>([^<]*)</g)].map(([, name = '']) => name);
}

/** Publishes to a topic, as SES does with its events. */
export async function publish(endpoint: string, topicArn: string, message: object): Promise<void> {
  const headers = { ...signedFor('sns'), 'content-type': 'application/x-www-form-urlencoded' };
  const input = { Action: 'Publish', Version: '2010-03-31', TopicArn: topicArn, Message: JSON.stringify(message) };
  const answer = await fetch(endpoint, { method: 'POST', headers, body: new URLSearchParams(input).toString() });
  if (!answer.ok) throw new Error(`Publish: ${await answer.text()}`);
}
