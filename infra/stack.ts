/** The stack of one deployment. Each part explains itself in its own file. */
import { CfnOutput, type Environment, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { Document } from './document.ts';
import { Edge } from './edge/edge.ts';
import { Files } from './files.ts';
import { Gateway } from './gateway.ts';
import { Housekeeping } from './housekeeping.ts';
import { MailFeedback } from './mail-feedback.ts';
import { Mailer, MailQueue } from './mailer.ts';
import { AlarmTopic } from './observability/alarm-topic.ts';
import { addAlarms, addMailAlarms, type Watched } from './observability/alarms.ts';
import { limitSpending } from './observability/budget.ts';
import { makeDashboard } from './observability/dashboard.ts';
import { keepLogs } from './observability/logs.ts';
import { PublicApi } from './public-api.ts';
import { Relay } from './relay.ts';
import { Secretariat } from './secretariat.ts';
import { Secrets } from './secrets.ts';
import { Ses } from './ses.ts';
import { Storage } from './storage.ts';
import type { UsEast1Stack } from './us-east-1-stack.ts';

/** Resources in other regions (`stacks.ts`), and the region of this stack, which they require. */
interface Elsewhere {
  readonly env?: Required<Environment>;
  readonly global?: UsEast1Stack | undefined;
  readonly sending?: Ses | undefined;
}

export class UndersignedStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, { env, global, sending }: Elsewhere = {}) {
    super(scope, id, {
      description: 'Undersigned: collects co-signatures for open letters',
      ...(env ? { env, crossRegionReferences: true } : {}),
    });

    const storage = new Storage(this, 'Storage', config);
    const files = new Files(this, 'Files', config, storage);
    const secrets = new Secrets(this, 'Secrets', config);
    const gateway = new Gateway(this, 'Gateway', config);
    const secretariat = new Secretariat(this, 'Secretariat', { config, storage, files, secrets });
    const { url: console, exportsUrl: exports } = secretariat;
    const edge = new Edge(this, 'Edge', { config, gateway, console, exports, secrets, global });
    const publicUrl = edge.url;
    const publicApi = new PublicApi(this, 'PublicApi', { config, storage, files, secrets, gateway, publicUrl });
    const document = new Document(this, 'Document', { config, storage, files, publicUrl });
    const mailQueue = new MailQueue(this, 'MailQueue');
    const { configurationSet, handoverSet, topic } = sending ?? new Ses(this, 'Sending', config);
    const sets = { configurationSet, handoverSet };
    const mail = new Mailer(this, 'Mail', { config, storage, files, secrets, mailQueue, publicUrl, ...sets });
    const feedback = new MailFeedback(this, 'Feedback', { config, storage, secrets, topic });
    const relay = new Relay(this, 'Relay', { storage, mailQueue, document });
    const schedule = new Housekeeping(this, 'Schedule', { config, storage, secrets, mailQueue, document });

    const watched: Watched = {
      namespace: config.stackName,
      gateway,
      storage,
      functions: {
        PublicApi: publicApi.handler,
        Secretariat: secretariat.handler,
        Exports: secretariat.exports,
        Relay: relay.handler,
        Mailer: mail.mailer,
        Feedback: feedback.handler,
        Housekeeping: schedule.housekeeping,
        Document: document.handler,
      },
      mailQueue,
      deadLetters: {
        Mail: mailQueue.deadLetters,
        Feedback: feedback.deadLetters,
        Relay: relay.deadLetters,
        Document: document.deadLetters,
      },
    };
    const alarmTopic = new AlarmTopic(this, 'Alarms', config);
    addAlarms(alarmTopic, watched);
    if (!sending) addMailAlarms(alarmTopic);
    makeDashboard(this, 'Dashboard', watched, alarmTopic.alarms);
    limitSpending(this, 'Budget', config);
    keepLogs(this, config);

    // The addresses behind the edge are not printed: the edge's throttle and firewall do not apply there, and nobody
    // needs them.
    new CfnOutput(this, 'PublicUrl', { value: publicUrl, description: 'Origin of the pages and the API' });
    new CfnOutput(this, 'EdgeSecretId', { value: secrets.edgeSecretId });
    new CfnOutput(this, 'TableName', { value: storage.table.tableName });
    new CfnOutput(this, 'FilesBucket', { value: files.bucket.bucketName });
    new CfnOutput(this, 'MailQueueUrl', { value: mailQueue.queue.queueUrl });
    new CfnOutput(this, 'OtherMailQueueUrl', { value: mailQueue.others.queueUrl });
    new CfnOutput(this, 'FeedbackTopicArn', { value: topic.topicArn });
    new CfnOutput(this, 'SecretId', { value: secrets.secretId });
  }
}
