/**
 * Events of SES about mails that we sent, parsed from the text of an SNS message: events published by a configuration
 * set, and the older notifications of an identity, which have the same shape without our tags.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import * as z from 'zod';
import { type SignatureId, signatureId, type UpdateId, updateId } from '../../shared/ids.ts';
import { isMailKind, isOfSignature } from '../../shared/mail/kind.ts';

/**
 * - `bounced`: the mailbox does not exist, or never accepts our mail
 * - `complained`: its owner marked our mail as unwanted
 * - `rejected`: SES found something harmful in a mail and did not send it, which is our fault
 * - `delivered`: the server of an addressee took a mail that hands a letter over
 * - `passing`: a full mailbox, a slow server, another mail that was delivered; nothing to do
 */
export type Feedback =
  | {
      readonly what: 'bounced' | 'complained';
      /** When SES learnt of it; the same in each repeat of the event. */
      readonly at: string;
      /** Recipients of the mail. */
      readonly mailboxes: readonly string[];
      /** The signature that the mail was about, if any. */
      readonly about: SignatureId | undefined;
      /** The mail itself, if it hands a letter over: such mails are about no signature. */
      readonly handover?: SignatureId | undefined;
      /** The update in the mail, and the row of the mailbox that got it. */
      readonly update?: { readonly id: UpdateId; readonly subscriber: SignatureId } | undefined;
    }
  | { readonly what: 'delivered'; readonly at: string; readonly handover: SignatureId }
  | { readonly what: 'rejected' | 'passing' };

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const recipients = z.array(z.object({ emailAddress: z.string() }));

const mail = z.object({
  destination: z.array(z.string()).min(1),
  /**
   * A tag that we did not set belongs to somebody else's mail, or to an old one of ours. Then the mailbox identifies
   * the mail.
   */
  tags: z
    .object({
      signature: z.tuple([signatureId]).optional().catch(undefined),
      mail: z.array(z.string()).optional().catch(undefined),
      update: z.tuple([updateId]).optional().catch(undefined),
    })
    .default({}),
});

const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('Bounce'),
    mail,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bouncedRecipients: recipients,
      timestamp: time,
    }),
  }),
  z.object({
    type: z.literal('Complaint'),
    mail,
    complaint: z.object({
      complainedRecipients: recipients,
      complaintFeedbackType: z.string().nullish(),
      timestamp: time,
    }),
  }),
  z.object({ type: z.literal('Reject'), mail }),
  z.object({ type: z.literal('DeliveryDelay'), mail }),
  // We ask for it only for mails that hand a letter over; an owner may want it for all.
  z.object({
    type: z.literal('Delivery'),
    mail: mail.optional().catch(undefined),
    delivery: z.object({ timestamp: time }).optional().catch(undefined),
  }),
  // We do not ask for these, but an owner may add them to the same topic. The last one greets a new subscriber.
  z.object({
    type: z.enum(['Send', 'Open', 'Click', 'Rendering Failure', 'Subscription', 'AmazonSnsSubscriptionSucceeded']),
  }),
]);

const named = z.looseObject({ eventType: z.string().optional(), notificationType: z.string().optional() });

/** SES sends this as plain text, not JSON, when the topic becomes a destination of its events. */
const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';

/** Complaint types that are not complaints: "not spam", and authentication reports, which no person sent. */
const noComplaint = new Set(['not-spam', 'auth-failure']);

/** @throws when the text is not an event of SES, so that it is retried and then set aside for a person */
export function readFeedback(text: string): Feedback {
  if (text.trim() === greeting) return { what: 'passing' };
  const { eventType, notificationType, ...rest } = named.parse(JSON.parse(text));
  const found = event.parse({ ...rest, type: eventType ?? notificationType });
  switch (found.type) {
    case 'Bounce': {
      const { bounceType, bouncedRecipients, timestamp } = found.bounce;
      if (bounceType !== 'Permanent') return { what: 'passing' };
      return { what: 'bounced', at: timestamp, ...subjectOf(found.mail, bouncedRecipients) };
    }
    case 'Complaint': {
      const { complaintFeedbackType, complainedRecipients, timestamp } = found.complaint;
      if (noComplaint.has(complaintFeedbackType ?? '')) return { what: 'passing' };
      return { what: 'complained', at: timestamp, ...subjectOf(found.mail, complainedRecipients) };
    }
    case 'Delivery': {
      const handover = found.mail && handoverIn(found.mail);
      return handover && found.delivery
        ? { what: 'delivered', at: found.delivery.timestamp, handover }
        : { what: 'passing' };
    }
    case 'Reject':
      return { what: 'rejected' };
    default:
      return { what: 'passing' };
  }
}

const handoverIn = ({ tags }: z.infer<typeof mail>): SignatureId | undefined =>
  tags.mail?.includes('handover') ? tags.signature?.[0] : undefined;

function subjectOf(sent: z.infer<typeof mail>, listed: z.infer<typeof recipients>) {
  const { destination, tags } = sent;
  const handover = handoverIn(sent);
  const [id, subscriber] = [tags.update?.[0], tags.signature?.[0]];
  return {
    handover,
    update: tags.mail?.includes('update') && id && subscriber ? { id, subscriber } : undefined,
    // Behind a forward, SES names a recipient that we never wrote to. Our mails have exactly one destination, so use
    // that.
    mailboxes: destination.length === 1 ? destination : listed.map(({ emailAddress }) => emailAddress),
    // Other mails name their request, which no longer exists.
    about: tags.mail?.some((name) => isMailKind(name) && !isOfSignature(name)) ? undefined : tags.signature?.[0],
  };
}
