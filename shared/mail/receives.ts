/** Limits for repeated deliveries of a failed message. Shared by the mailer and the code that creates the queues. */

/**
 * Receives after which SQS moves a message to the dead-letter queue. A receive counts even when Lambda could not start
 * the mailer, as in a new account, where all functions share ten executions.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export const maxReceives = 10;

/** Receives after which a mail is left to the sweep, so that no temporary failure becomes a dead letter. */
export const receivesBeforeSweep = maxReceives - 2;
