/** Everything that one deployment owns, put together; each part says in its own file what it is for. */
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { Edge } from './edge.ts';
import { Feedback } from './feedback.ts';
import { Gateway } from './gateway.ts';
import { Mail, MailQueue } from './mail.ts';
import { alarmWhenNotEmpty } from './observability.ts';
import { PublicApi } from './public-api.ts';
import { Relay } from './relay.ts';
import { Schedule } from './schedule.ts';
import { Secrets } from './secrets.ts';
import { Storage } from './storage.ts';

export class UndersignedStack extends Stack {
  constructor(scope: Construct, id: string, config: Config) {
    super(scope, id, { description: 'Undersigned: collects co-signatures for open letters' });

    const storage = new Storage(this, 'Storage', config);
    const secrets = new Secrets(this, 'Secrets', config);
    const mailQueue = new MailQueue(this, 'MailQueue');
    const gateway = new Gateway(this, 'Gateway', config);
    const edge = new Edge(this, 'Edge', { config, gateway, secrets });
    const publicUrl = edge.url;
    new PublicApi(this, 'PublicApi', { config, storage, secrets, gateway, publicUrl });
    const mail = new Mail(this, 'Mail', { config, storage, secrets, mailQueue, publicUrl });
    const feedback = new Feedback(this, 'Feedback', { storage, secrets, configurationSet: mail.configurationSet });
    const relay = new Relay(this, 'Relay', { storage, mailQueue });
    new Schedule(this, 'Schedule', { storage, secrets, mailQueue });

    alarmWhenNotEmpty(mailQueue.deadLetters, 'Mails that could not be sent. See docs/operating.md.');
    alarmWhenNotEmpty(feedback.deadLetters, 'News about mails that could not be read. See docs/operating.md.');
    alarmWhenNotEmpty(relay.deadLetters, 'Changes that were not passed on. The sweep finds their mails; see why.');

    new CfnOutput(this, 'PublicUrl', { value: publicUrl, description: 'Origin of the pages and the API' });
    new CfnOutput(this, 'ApiUrl', {
      value: gateway.api.apiEndpoint,
      description: 'Behind the edge: answers only who sends its secret',
    });
    new CfnOutput(this, 'EdgeSecretId', { value: secrets.edgeSecretId });
    new CfnOutput(this, 'TableName', { value: storage.table.tableName });
    new CfnOutput(this, 'MailQueueUrl', { value: mailQueue.queue.queueUrl });
    new CfnOutput(this, 'FeedbackTopicArn', { value: feedback.topic.topicArn });
    new CfnOutput(this, 'SecretId', { value: secrets.secretId });
  }
}
