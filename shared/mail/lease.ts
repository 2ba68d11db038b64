/** One mailer at a time works on a mail, so that a message that SQS delivers twice sends one mail (DESIGN rule 1). */
import type { SignatureId } from '../signature/id.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { changeIf } from '../store/change.ts';
import { linkRequestKey, noticeKey, signatureKey, signInKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import type { StoredToken } from '../token/token.ts';
import type { MailRequest } from './kind.ts';

/**
 * Longer than composing and sending one mail can take, in milliseconds: the mailer's tries at SES end within 10 s
 * (`patience` in functions/mailer/handler.ts). What a killed mailer had in hand waits as long as this.
 */
const leaseFor = 12_000;

/** What finding the organisation brings to light, kept with the lease on the first mail. */
export type Found = Pick<SignatureRecord, 'organisationKey' | 'mailboxDomain' | 'publishedFrom'>;

/**
 * Takes the lease on a due mail and keeps the hash of the token that it will carry: before the mail leaves, so that a
 * link that reached somebody always works.
 *
 * @param token which of the signature's tokens the mail carries, if any
 * @returns whether the mail is still due and nobody else is at it
 */
export async function takeLease(
  store: Store,
  request: MailRequest,
  {
    token,
    found = {},
  }: { token?: { of: 'confirmTokens' | 'manageTokens' | 'tokens'; stored: StoredToken } | undefined; found?: Found },
  now: number,
): Promise<boolean> {
  const facts = Object.entries(found).filter(([, value]) => value !== undefined);
  return changeIf(store, {
    Key: dueKey(request),
    UpdateExpression: [
      'SET leasedUntil = :until',
      ...(token ? ['#tokens = list_append(if_not_exists(#tokens, :none), :token)'] : []),
      ...facts.map(([name]) => `#${name} = :${name}`),
    ].join(', '),
    ConditionExpression: '#due = :mail AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
    ExpressionAttributeNames: {
      '#due': 'due',
      ...(token ? { '#tokens': token.of } : {}),
      ...Object.fromEntries(facts.map(([name]) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ':mail': request.mail,
      ':now': now,
      ':until': now + leaseFor,
      ...(token ? { ':none': [], ':token': [token.stored] } : {}),
      ...Object.fromEntries(facts.map(([name, value]) => [`:${name}`, value])),
    },
  });
}

/** Adds a token to a signature that another mail than its own carries; nothing when the signature is gone. */
export async function addToken(
  store: Store,
  signature: SignatureId,
  { of, stored }: { of: 'confirmTokens' | 'manageTokens'; stored: StoredToken },
): Promise<boolean> {
  return changeIf(store, {
    Key: signatureKey(signature),
    UpdateExpression: 'SET #tokens = list_append(if_not_exists(#tokens, :none), :token)',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(forgottenAt)',
    ExpressionAttributeNames: { '#tokens': of },
    ExpressionAttributeValues: { ':none': [], ':token': [stored] },
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
