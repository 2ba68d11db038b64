/** How often the mail queue brings a message that failed. Read by the mailer and by those who set up the queue. */

/**
 * SQS sets a message aside after so many receives. A receive counts also when Lambda could not start the mailer, as in a
 * new account, where all functions share ten executions.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export const maxReceives = 10;

/** A mail that failed so often is left to the sweep: nothing that will pass by itself becomes a dead letter. */
export const receivesBeforeSweep = maxReceives - 2;
