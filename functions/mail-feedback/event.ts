/**
 * What SES tells about mails that we sent, read from the text of an SNS message: the events that a configuration set
 * publishes, and the older notifications of an identity, which have the same shape without our tags.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import * as z from 'zod';
import { type SignatureId, signatureId } from '../../shared/ids.ts';

/**
 * - `bounced`: the mailbox does not exist, or never takes a mail of ours
 * - `complained`: its owner marked a mail of ours as unwanted
 * - `rejected`: SES found something harmful in a mail and did not send it, which is a fault of ours
 * - `passing`: a full mailbox, a slow server, a mail that arrived; nothing follows from it
 */
export type Feedback =
  | {
      readonly what: 'bounced' | 'complained';
      /** When SES heard of it, the same in each repeat of the event. */
      readonly at: string;
      /** To whom the mail went. */
      readonly mailboxes: readonly string[];
      /** The signature that the mail was about, where it was about one. */
      readonly about: SignatureId | undefined;
    }
  | { readonly what: 'rejected' | 'passing' };

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const recipients = z.array(z.object({ emailAddress: z.string() }));

const mail = z.object({
  destination: z.array(z.string()).min(1),
  /** A tag that is none of ours is a mail that is none of ours, or an old one: then the mailbox tells what it is about. */
  tags: z
    .object({
      signature: z.tuple([signatureId]).optional().catch(undefined),
      mail: z.array(z.string()).optional().catch(undefined),
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
  // Not asked for; an owner who adds them to the same topic does no harm. The last one greets a new subscriber.
  z.object({
    type: z.enum([
      'Delivery',
      'Send',
      'Open',
      'Click',
      'Rendering Failure',
      'Subscription',
      'AmazonSnsSubscriptionSucceeded',
    ]),
  }),
]);

const named = z.looseObject({ eventType: z.string().optional(), notificationType: z.string().optional() });

/** SES says this, and not in JSON, when the topic becomes a destination of its events. */
const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';

/** Reports from mail programs that say the opposite, or speak about signatures of mails and not for a person. */
const noComplaint = new Set(['not-spam', 'auth-failure']);

/** @throws when the text is not an event of SES, so that it is tried again and then set aside for a person to look at */
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
    case 'Reject':
      return { what: 'rejected' };
    default:
      return { what: 'passing' };
  }
}

function subjectOf({ destination, tags }: z.infer<typeof mail>, listed: z.infer<typeof recipients>) {
  return {
    // Behind a forward, SES names somebody we never wrote to. Our mails have one destination, which leaves no doubt.
    mailboxes: destination.length === 1 ? destination : listed.map(({ emailAddress }) => emailAddress),
    // A mail with links names the request that it answered, which is gone.
    about: tags.mail?.includes('link') ? undefined : tags.signature?.[0],
  };
}
