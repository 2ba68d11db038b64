/**
 * Logical ids by which CloudFormation identifies resources that must survive an upgrade. CDK derives an id from a
 * construct's place in the tree; CloudFormation takes a changed id for a new resource and deletes the old one. A moved
 * table would be deployed empty; a moved queue policy would be deleted right after it was set. So these ids are fixed
 * here as in the first release, whatever the constructs are called today. `tests/infra/released.slow.test.ts` compares
 * them with the templates of the last release.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html#identifiers-logical-ids
 */
import { createHash } from 'node:crypto';
import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { FunctionName } from './build/bundle.ts';

export const logicalIds = {
  // Data.
  table: 'StorageTableB43FDCE7',
  tableKey: 'StorageKeyBAA9457B',
  masterKey: 'SecretsMasterKey94670BE1',
  edgeSecret: 'SecretsEdge2668F7BE',
  mailQueue: 'MailQueue1D1A7CA5',
  mailQueuePolicy: 'MailQueuePolicy238B65C9',
  mailDeadLetters: 'MailQueueDeadLettersB80B1938',
  mailDeadLettersPolicy: 'MailQueueDeadLettersPolicy3CA15674',
  files: 'FilesBucket16FE86DE',
  filesPolicy: 'FilesBucketPolicyE3A4CAD6',
  feedbackDeadLetters: 'FeedbackDeadLetters7082FC46',
  feedbackDeadLettersPolicy: 'FeedbackDeadLettersPolicyB4204C3F',
  relayDeadLetters: 'RelayDeadLettersE575D4AA',
  relayDeadLettersPolicy: 'RelayDeadLettersPolicyF6E5E986',
  documentDeadLetters: 'DocumentDeadLetters5D5F3C0B',
  documentDeadLettersPolicy: 'DocumentDeadLettersPolicyA1B7E2C4',
  // Addresses.
  distribution: 'EdgeDistribution0060737B',
  ipv4Record: 'EdgeIpv41C3587B8',
  ipv6Record: 'EdgeIpv6C5D9A5D4',
  api: 'GatewayHttp960327C4',
  apiStage: 'GatewayStage04E5B0D6',
  apiRoute: 'PublicApiEverything0140E777',
  consoleUrl: 'SecretariatFunctionFunctionUrl64E4CDAC',
  dashboard: 'Dashboard9E4231ED',
  // The edge. These names are unique in the account: creating a second one is refused while the first exists.
  embedCache: 'EdgePoliciesEmbedA3981358',
  listCache: 'EdgePoliciesLists05F7A4E8',
  pageCache: 'EdgePoliciesPages90C66B3B',
  submissionsPolicy: 'EdgePoliciesSubmissionsA434CA94',
  viewerPolicy: 'EdgePoliciesViewerD7DA7141',
  headersPolicy: 'EdgePoliciesHeaders19634195',
  viewerRequest: 'EdgePoliciesViewerRequestC3E74F03',
  // Mail.
  domainIdentity: 'SendingDomain57799021',
  addressIdentity: 'SendingAddressE457B8E6',
  mailRecord1: 'SendingRecord1A2913CBB',
  mailRecord2: 'SendingRecord245A4A95C',
  mailRecord3: 'SendingRecord3FE27781A',
  mailRecord4: 'SendingRecord4D45BD39A',
  mailRecord5: 'SendingRecord56D3DD55C',
  configurationSet: 'SendingEventsB7DE9CFD',
  feedbackDestination: 'SendingEventsFeedback8B376AF1',
  handoverConfigurationSet: 'SendingHandoverEvents',
  handoverFeedbackDestination: 'SendingHandoverEventsFeedback',
  feedbackTopic: 'SendingTopic425D9816',
  feedbackTopicPolicy: 'SendingTopicPolicy8341BB42',
  feedbackSubscription: 'FeedbackFunctionTopicEF3A1D53',
  alarmTopic: 'AlarmsTopic3A2DFEBA',
  alarmTopicPolicy: 'AlarmsTopicPolicyED3A875E',
  // Functions, their logs, and their triggers. A function may have only one of each: a second one is refused.
  'public-api': 'PublicApiFunction675D92FE',
  'public-api logs': 'PublicApiFunctionLogs682D7739',
  secretariat: 'SecretariatFunctionC1462631',
  'secretariat logs': 'SecretariatFunctionLogsCFFF21E6',
  mailer: 'MailMailer763DFCEC',
  'mailer logs': 'MailMailerLogsB58802B2',
  relay: 'RelayFunctionE902C34E',
  'relay logs': 'RelayFunctionLogs52D63920',
  relayStream: 'RelayFunctionStream280DEF85',
  'mail-feedback': 'FeedbackFunction95001BB7',
  'mail-feedback logs': 'FeedbackFunctionLogs1BAA8772',
  feedbackInvocation: 'FeedbackFunctionEventInvokeConfigE9F70C48',
  housekeeping: 'ScheduleHousekeepingE0F2A338',
  'housekeeping logs': 'ScheduleHousekeepingLogs07896FA0',
  housekeepingInvocation: 'ScheduleHousekeepingEventInvokeConfig52397861',
  document: 'DocumentFunction7C1E4B9A',
  'document logs': 'DocumentFunctionLogs3F6A2D15',
  documentInvocation: 'DocumentFunctionEventInvokeConfig9D2C7E60',
} as const satisfies Record<string, string> & Record<FunctionName | `${FunctionName} logs`, string>;

export type LogicalName = keyof typeof logicalIds;

/** Id of the mailer's event source mapping, which contains the name of the stack. */
export function mailerSourceId(stackName: string): string {
  return releasedId('Mail', 'Mailer', `SqsEventSource:${releasedId(stackName, 'MailQueue', 'Queue')}`, 'Resource');
}

/** A different address needs a different subscription. */
export function alarmSubscriptionId(address: string): string {
  return releasedId('Alarms', 'Topic', address, 'Resource');
}

/**
 * Sets the logical id of a resource, and of the policy that CDK made for it.
 *
 * @param construct a resource, or a construct that consists of one
 * @param name a name in the list above, or the id itself where it is derived
 */
export function pinLogicalId(construct: IConstruct, name: LogicalName | { readonly id: string }): void {
  resourceOf(construct).overrideLogicalId(typeof name === 'object' ? name.id : logicalIds[name]);
  const policy = construct.node.tryFindChild('Policy');
  if (policy === undefined || typeof name === 'object') return;
  const ofPolicy = `${name}Policy`;
  if (!isName(ofPolicy)) throw new Error(`${ofPolicy} has no logical id in infra/logical-ids.ts`);
  resourceOf(policy).overrideLogicalId(logicalIds[ofPolicy]);
}

function isName(name: string): name is LogicalName {
  return Object.hasOwn(logicalIds, name);
}

function resourceOf(construct: IConstruct): CfnResource {
  const resource = construct instanceof CfnResource ? construct : construct.node.defaultChild;
  if (resource instanceof CfnResource) return resource;
  throw new Error(`${construct.node.path} is not one resource`);
}

/** The id that CDK derives from a path: its parts without repetitions, and a hash. */
function releasedId(...path: string[]): string {
  const hash = createHash('md5').update(path.join('/')).digest('hex').slice(0, 8).toUpperCase();
  const parts = path.filter((part, place) => place === 0 || !(path[place - 1] ?? '').endsWith(part));
  const readable = parts.filter((part) => part !== 'Resource').map((part) => part.replace(/[^A-Za-z0-9]/g, ''));
  return `${readable.join('').slice(0, 240)}${hash}`;
}
