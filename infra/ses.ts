/** What SES knows of us: the sender, and where it tells what became of our mails. It stands in the region of SES. */
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
import { pin } from './logical-ids.ts';

/** Three of DKIM, and those of the return path. */
const recordNames = ['mailRecord1', 'mailRecord2', 'mailRecord3', 'mailRecord4', 'mailRecord5'] as const;

type SendingConfig = Pick<Config, 'sender' | 'senderIdentity' | 'zone' | 'retainData'>;

export class Sending extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** On it SES says what went wrong with a mail. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, config: SendingConfig) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'Events', { reputationMetrics: true });
    pin(this.configurationSet, 'configurationSet');
    // No key of its own: SES cannot publish under the one that AWS manages, and a topic keeps nothing.
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    pin(this.topic, 'feedbackTopic');
    // Only the configuration set may publish to the topic.
    const destination = this.configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(this.topic),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    pin(destination, 'feedbackDestination');
    if (config.senderIdentity === 'address') {
      const identity = new EmailIdentity(this, 'Address', {
        identity: Identity.email(config.sender.address),
        feedbackForwarding: false,
      });
      pin(identity, 'addressIdentity');
      keep(identity, config);
    }
    if (config.senderIdentity === 'domain') this.knowDomain(config);
  }

  /** Signed by the domain (DKIM), and with a return path in it, so that both agree with the From (DMARC). */
  private knowDomain(config: SendingConfig): void {
    const {
      sender: { domain },
      zone,
    } = config;
    const mailFromDomain = `bounce.${domain}`;
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(domain),
      // What comes back is told to the topic. As a mail it would stand in an office's mailbox, with the signer's address.
      feedbackForwarding: false,
      mailFromDomain,
      // Until its records are there, the return path is that of SES, and mail goes out all the same.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    pin(identity, 'domainIdentity');
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
        if (pinned !== undefined) pin(record, pinned);
      });
      return;
    }
    records.forEach(({ name, type, value }, place) => {
      // A number sorts them in what the deployment prints.
      const output = new CfnOutput(Stack.of(this), `MailDns${place + 1}`, { value: `${name} ${type} ${value}` });
      output.description = `Put this record into the DNS of ${domain}`;
    });
  }
}

/**
 * It outlives the stack: another instance may send by it, and a new one has new DKIM keys, so that no mail goes out until
 * its records stand in DNS. What a first deployment that fails has made is deleted, or the next would find it in its way.
 */
function keep(identity: EmailIdentity, { retainData }: Pick<Config, 'retainData'>): void {
  identity.applyRemovalPolicy(retainData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY);
}
