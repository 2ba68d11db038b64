/**
 * The same stack as `infra/app.ts`, but for what the emulator gets wrong while it enforces permissions:
 * - it does not know the condition `aws:ResourceAccount` of the roles that `cdk bootstrap` makes: we act as the caller;
 * - it speaks plain HTTP, which the policies of our queues and of our topic refuse: the ones are left out, the other says less;
 * - it asks for `sqs:SendMessageBatch`, an action that AWS does not have, and for `ses:SendRawEmail` on everything
 *   where AWS asks for the identity: who may do the one is given the other;
 * - it starts functions without the streams that Lambda gives them: the console answers whole;
 * - it knows no alarm on a sum of metrics: these watch a plain one;
 * - it makes no DKIM keys: the records that hold them are not printed;
 * - the address that it gives a queue leads to itself and not where the functions are told to find AWS (`functionsCall`).
 */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App, Aws, CfnOutput, CliCredentialsStackSynthesizer, Fn, type IReusableStackSynthesizer } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, CfnUrl, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { Queue, QueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { bundleFolder, bundleFunctions, functionNames } from '../../infra/bundle.ts';
import { readConfig } from '../../infra/config.ts';
import { undecided } from '../../infra/config-help.ts';
import { refuseDeployment } from '../../infra/refuse-deployment.ts';
import { makeStacks } from '../../infra/stacks.ts';

/** The class is one, but its type says `| undefined` where the interface does not. */
const isReusable = (synthesizer: unknown): synthesizer is IReusableStackSynthesizer =>
  synthesizer instanceof CliCredentialsStackSynthesizer;

const synthesizer: unknown = new CliCredentialsStackSynthesizer();
const app = new App(isReusable(synthesizer) ? { defaultStackSynthesizer: synthesizer } : {});
await bundleFunctions();
if (app.node.tryGetContext('release')) await changeCode();
const config = readConfig((name) => app.node.tryGetContext(name));
const stack = makeStacks(app, config, {});
refuseDeployment(stack, undecided(config));

const alsoAllowed = new Map([
  ['Undersigned/Relay/Function', 'sqs:SendMessageBatch'],
  ['Undersigned/Schedule/Housekeeping', 'sqs:SendMessageBatch'],
  ['Undersigned/Mail/Mailer', 'ses:SendRawEmail'],
]);
const fromSes = { Effect: 'Allow', Principal: { Service: 'ses.amazonaws.com' }, Action: 'sns:Publish', Resource: '*' };
for (const construct of stack.node.findAll()) {
  if (construct instanceof CfnAlarm && construct.metrics !== undefined) {
    construct.addPropertyDeletionOverride('Metrics');
    const plain = { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Period: 300 };
    for (const [name, value] of Object.entries(plain)) construct.addPropertyOverride(name, value);
  }
  if (construct instanceof CfnUrl) construct.invokeMode = 'BUFFERED';
  if (construct instanceof CfnOutput && /^MailDns[123]$/.test(construct.node.id)) construct.value = 'none';
  if (construct instanceof CfnTopicPolicy) construct.addPropertyOverride('PolicyDocument.Statement', [fromSes]);
  if (construct instanceof QueuePolicy) construct.node.scope?.node.tryRemoveChild(construct.node.id);
  if (construct instanceof LambdaFunction) queueWhereFunctionsCall(construct);
  const action = alsoAllowed.get(construct.node.path);
  if (action !== undefined && construct instanceof LambdaFunction) {
    construct.addToRolePolicy(new PolicyStatement({ actions: [action], resources: ['*'] }));
  }
}

function queueWhereFunctionsCall(construct: LambdaFunction): void {
  const { defaultChild: resource } = construct.node;
  const queue = stack.node.findChild('MailQueue').node.findChild('Queue');
  if (
    !(resource instanceof CfnFunction) ||
    !(queue instanceof Queue) ||
    !construct.node.path.match(/Relay|Housekeeping/)
  )
    return;
  const url = Fn.join('/', [String(app.node.tryGetContext('functionsCall')), Aws.ACCOUNT_ID, queue.queueName]);
  resource.addPropertyOverride('Environment.Variables.MAIL_QUEUE_URL', url);
}

/** What a later version has, whatever else it has: other code in each function. */
async function changeCode(): Promise<void> {
  const files = functionNames.map((name) => join(bundleFolder(name), 'index.mjs'));
  await Promise.all(files.map((file) => appendFile(file, '\n// A later version.\n')));
}
