/** Events as SES publishes them, in the shapes that its documentation describes, with our own addresses and ids. */

/** The mail that the event is about. */
export interface About {
  readonly to: string;
  readonly signature?: string;
  readonly mail?: string;
  readonly at?: string;
}

export function mailOf({ to, signature, mail = 'confirmation' }: About) {
  return {
    timestamp: '2026-03-02T10:00:00.000Z',
    source: 'Harbour Neighbours <letters@harbour.example>',
    sourceArn: 'arn:aws:ses:eu-central-1:123456789012:identity/harbour.example',
    sendingAccountId: '123456789012',
    messageId: '0107018e0f2c7a10-5f1c2a3b-0000-4d4d-8e8e-1234567890ab-000000',
    destination: [to],
    headersTruncated: false,
    headers: [
      { name: 'From', value: 'Harbour Neighbours <letters@harbour.example>' },
      { name: 'To', value: to },
    ],
    commonHeaders: { from: ['Harbour Neighbours <letters@harbour.example>'], to: [to], subject: 'Please confirm' },
    tags: {
      'ses:configuration-set': ['Undersigned-Events'],
      'ses:source-ip': ['192.0.2.7'],
      'ses:from-domain': ['harbour.example'],
      'ses:caller-identity': ['Mailer'],
      ...(signature ? { signature: [signature], mail: [mail] } : {}),
    },
  };
}

export function bounce(about: About, type: 'Permanent' | 'Transient' | 'Undetermined' = 'Permanent') {
  return {
    eventType: 'Bounce',
    bounce: {
      feedbackId: '0107018e0f2c8b21-0a0b0c0d-1111-4e4e-9f9f-abcdefabcdef-000000',
      bounceType: type,
      bounceSubType: type === 'Transient' ? 'MailboxFull' : 'General',
      bouncedRecipients: [
        {
          // The target of a forward, not our recipient.
          emailAddress: 'behind-a-forward@elsewhere.example',
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        },
      ],
      timestamp: about.at ?? '2026-03-02T10:00:03.000Z',
      reportingMTA: 'dsn; mx.elsewhere.example',
    },
    mail: mailOf(about),
  };
}

export function complaint(about: About, complaintFeedbackType: string | null = 'abuse') {
  return {
    eventType: 'Complaint',
    complaint: {
      feedbackId: '0107018e0f2c9c32-1b1c1d1e-2222-4f4f-8a8a-fedcbafedcba-000000',
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: about.to }],
      timestamp: about.at ?? '2026-03-02T11:00:00.000Z',
      userAgent: 'Feedback Loop/1.0',
      complaintFeedbackType,
      arrivalDate: '2026-03-02T10:30:00.000Z',
    },
    mail: mailOf(about),
  };
}

export const reject = (about: About) => ({
  eventType: 'Reject',
  mail: mailOf(about),
  reject: { reason: 'Bad content' },
});

export const delay = (about: About) => ({
  eventType: 'DeliveryDelay',
  mail: mailOf(about),
  deliveryDelay: {
    timestamp: '2026-03-02T10:20:00.000Z',
    delayType: 'TransientCommunicationFailure',
    expirationTime: '2026-03-02T22:00:00.000Z',
    delayedRecipients: [
      { emailAddress: about.to, status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 unable to connect' },
    ],
  },
});

/** The older notification of an identity: another name for the type, and no tags. */
export function asNotification({ eventType, mail: { tags: _, ...mail }, ...event }: ReturnType<typeof bounce>) {
  return { notificationType: eventType, ...event, mail };
}

/** The event from Lambda for a message that SNS delivers. */
export function snsEvent(message: string) {
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: 'arn:aws:sns:eu-central-1:123456789012:Feedback:11111111-2222-3333-4444-555555555555',
        Sns: {
          Type: 'Notification',
          MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
          TopicArn: 'arn:aws:sns:eu-central-1:123456789012:Feedback',
          Subject: 'Amazon SES Email Event Notification',
          Message: message,
          Timestamp: '2026-03-02T10:00:04.000Z',
          SignatureVersion: '1',
          Signature: 'EXAMPLE',
          SigningCertUrl: 'EXAMPLE',
          UnsubscribeUrl: 'EXAMPLE',
          MessageAttributes: {},
        },
      },
    ],
  };
}
