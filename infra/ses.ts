/** Our setup in SES: the sender, and the topic for feedback on our mails. It is in the region of SES. */
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type Config, isBelow } from './config.ts';
import { pinLogicalId } from './logical-ids.ts';

/** Outputs for three DKIM records and those of the return path. */
const recordNames = ['mailRecord1', 'mailRecord2', 'mailRecord3', 'mailRecord4', 'mailRecord5'] as const;

type SendingConfig = Pick<Config, 'sender' | 'senderIdentity' | 'zone' | 'retainData'>;

export class Ses extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** For the few mails that hand a letter over: SES also tells when a server took one. Each event is paid for. */
  readonly handoverSet: ConfigurationSet;
  /** Topic to which SES reports problems with a mail. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, config: SendingConfig) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'Events', { reputationMetrics: true });
    pinLogicalId(this.configurationSet, 'configurationSet');
    // No key of its own: SES cannot publish under the one that AWS manages, and a topic stores nothing.
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    pinLogicalId(this.topic, 'feedbackTopic');
    // Only the configuration sets may publish to the topic.
    const destination = EventDestination.snsTopic(this.topic);
    const problems = [
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
      EmailSendingEvent.DELIVERY_DELAY,
    ];
    const feedback = this.configurationSet.addEventDestination('Feedback', { destination, events: problems });
    pinLogicalId(feedback, 'feedbackDestination');
    this.handoverSet = new ConfigurationSet(this, 'HandoverEvents', { reputationMetrics: true });
    pinLogicalId(this.handoverSet, 'handoverConfigurationSet');
    const events = [...problems, EmailSendingEvent.DELIVERY];
    const handovers = this.handoverSet.addEventDestination('Feedback', { destination, events });
    pinLogicalId(handovers, 'handoverFeedbackDestination');
    if (config.senderIdentity === 'address') {
      const identity = new EmailIdentity(this, 'Address', {
        identity: Identity.email(config.sender.address),
        feedbackForwarding: false,
      });
      pinLogicalId(identity, 'addressIdentity');
      keep(identity, config);
    }
    if (config.senderIdentity === 'domain') this.knowDomain(config);
  }

  /**
   * Creates the domain identity: DKIM signature and return path are both in the domain, so that both align with the
   * From (DMARC).
   */
  private knowDomain(config: SendingConfig): void {
    const {
      sender: { domain },
      zone,
    } = config;
    const mailFromDomain = `bounce.${domain}`;
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(domain),
      // Bounces go to the topic. As mails, they would put signers' addresses into an office's mailbox.
      feedbackForwarding: false,
      mailFromDomain,
      // Until its records exist, the return path is that of SES, and mail is sent all the same.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    pinLogicalId(identity, 'domainIdentity');
    keep(identity, config);
    const records = [
      ...identity.dkimRecords.map(({ name, value }) => ({ name, type: 'CNAME', value })),
      { name: mailFromDomain, type: 'MX', value: `10 feedback-smtp.${Stack.of(this).region}.amazonses.com` },
      { name: mailFromDomain, type: 'TXT', value: '"v=spf1 include:amazonses.com ~all"' },
    ];
    if (zone && isBelow(domain, zone.name)) {
      records.forEach(({ name, type, value }, place) => {
        const properties = { hostedZoneId: zone.id, name, type, ttl: '1800', resourceRecords: [value] };
        const record = new CfnRecordSet(this, `Record${place + 1}`, properties);
        const pinned = recordNames[place];
        if (pinned !== undefined) pinLogicalId(record, pinned);
      });
      return;
    }
    records.forEach(({ name, type, value }, place) => {
      // A number sorts them in the outputs of the deployment.
      const output = new CfnOutput(Stack.of(this), `MailDns${place + 1}`, { value: `${name} ${type} ${value}` });
      output.description = `Put this record into the DNS of ${domain}`;
    });
  }
}

/**
 * The identity outlives the stack: another instance may use it, and a new one would have new DKIM keys, so no mail
 * would be sent until its records are in DNS. If the first deployment fails it is deleted, or it would block the next
 * one.
 */
function keep(identity: EmailIdentity, { retainData }: Pick<Config, 'retainData'>): void {
  identity.applyRemovalPolicy(retainData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
}
