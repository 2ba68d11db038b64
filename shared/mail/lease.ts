/**
 * One mailer at a time works on a mail, so that a message that SQS delivers twice sends one mail (DESIGN rule 1). Mails for
 * which the row of the mailbox is written anyway have their lease there: see mailbox/in-hand.ts.
 */
import type { SignatureId } from '../signature/id.ts';
import { changeIf } from '../store/change.ts';
import { linkRequestKey, noticeKey, signatureKey, signInKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import type { StoredToken } from '../token/token.ts';
import type { MailRequest } from './kind.ts';

/**
 * Longer than composing and sending one mail can take, in milliseconds: the mailer's tries at SES end within 10 s
 * (`patience` in functions/mailer/handler.ts). What a killed mailer had in hand waits as long as this.
 */
export const leaseFor = 12_000;

/** A token, and among which it is kept: those of a signature, or of a request to sign in. */
interface Carried {
  readonly of: 'manageTokens' | 'tokens';
  readonly stored: StoredToken;
}

/**
 * Takes the lease on a due mail and keeps the hash of the token that it will carry: before the mail leaves, so that a
 * link that reached somebody always works.
 *
 * @param carried the token that the mail carries, if any, and of which kind
 * @returns whether the mail is still due and nobody else is at it
 */
export async function takeLease(
  store: Store,
  request: MailRequest,
  carried: Carried | undefined,
  now: number,
): Promise<boolean> {
  return changeIf(store, {
    Key: dueKey(request),
    UpdateExpression: [
      'SET leasedUntil = :until',
      ...(carried ? ['#tokens = list_append(if_not_exists(#tokens, :none), :token)'] : []),
    ].join(', '),
    ConditionExpression: '#due = :mail AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
    ExpressionAttributeNames: { '#due': 'due', ...(carried ? { '#tokens': carried.of } : {}) },
    ExpressionAttributeValues: {
      ':mail': request.mail,
      ':now': now,
      ':until': now + leaseFor,
      ...(carried ? { ':none': [], ':token': [carried.stored] } : {}),
    },
  });
}

/**
 * Adds a token to a signature that another mail than its own carries, or that could not be noted with the mail; nothing
 * when it is there, or the signature is gone or erased.
 */
export async function addToken(
  store: Store,
  signature: SignatureId,
  { of, stored }: { of: 'confirmTokens' | 'manageTokens'; stored: StoredToken },
): Promise<boolean> {
  return changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: 'SET #tokens = list_append(if_not_exists(#tokens, :none), :token)',
    ConditionExpression: 'attribute_exists(email) AND NOT contains(#tokens, :one)',
    ExpressionAttributeNames: { '#tokens': of },
    ExpressionAttributeValues: { ':none': [], ':token': [stored], ':one': stored },
  });
}

/** The mail did not leave: whoever gets the message next may try at once. */
export async function giveBack(store: Store, request: MailRequest): Promise<void> {
  await changeIf(store, {
    Key: dueKey(request),
    UpdateExpression: 'REMOVE leasedUntil',
    ConditionExpression: '#due = :mail',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':mail': request.mail },
  });
}

/** @returns where the mail that is due stands */
function dueKey({ signature, mail }: MailRequest) {
  if (mail === 'link') return linkRequestKey(signature);
  if (mail === 'invitation' || mail === 'digest') return noticeKey(signature);
  return mail === 'sign-in' ? signInKey(signature) : signatureKey(signature);
}
