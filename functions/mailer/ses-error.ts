/** Classifies errors of SES: whether they concern one mail or all. Messages are read but never logged. */
import { addressOf } from '../../shared/mail/sender.ts';

/**
 * - `later`: passes by itself: too many at once, too many today, a fault of SES, no answer
 * - `ours`: no mail is sent until somebody changes something: an identity, a permission, a paused account
 * - `theirs`: this mailbox or this mail is refused, and will be the next time, too
 */
export type Refusal = 'later' | 'ours' | 'theirs';

/**
 * Error names as the API and its SDKs have them, without the `Exception` that some add.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html#API_SendRawEmail_Errors
 * https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
const named: Readonly<Record<string, Refusal>> = {
  MailFromDomainNotVerified: 'ours',
  FromEmailAddressNotVerified: 'ours',
  ConfigurationSetDoesNotExist: 'ours',
  ConfigurationSetSendingPaused: 'ours',
  AccountSendingPaused: 'ours',
  AccountSuspended: 'ours',
  ProductionAccessNotGranted: 'ours',
  AccessDenied: 'ours',
  NotAuthorized: 'ours',
  OptInRequired: 'ours',
  ExpiredToken: 'ours',
  IncompleteSignature: 'ours',
  InvalidClientTokenId: 'ours',
  MissingAuthenticationToken: 'ours',
  SignatureDoesNotMatch: 'ours',
  UnrecognizedClient: 'ours',
  CredentialsProviderError: 'ours',
  InvalidParameterValue: 'theirs',
};

/** @param who recipient and configured sender of the mail, as SES may name either */
export function refusalIn(error: unknown, who: { readonly to: string; readonly from: string }): Refusal {
  if (!(error instanceof Error)) return 'later';
  const name = nameOf(error);
  return name === 'MessageRejected' ? rejection(error.message, who) : (named[name] ?? 'later');
}

/** @returns the name of the error, the same for both forms that SES and the SDK use */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.name.replace(/(?<=.)Exception$/, '');
}

/**
 * SES uses one error name for many refusals; only the message tells them apart.
 * https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html
 */
function rejection(message: string, { to, from }: { to: string; from: string }): Refusal {
  const said = message.toLowerCase();
  const recipient = to.toLowerCase();
  // Without the recipient, since anyone can choose that address.
  const rest = said.replaceAll(recipient, ' ');
  if (/\b(paused|suspended|disabled|shut down)\b/.test(rest)) return 'ours';
  if (rest.includes(addressOf(from).toLowerCase())) return 'ours';
  // In the sandbox, too: other recipients may work.
  if (rest !== said) return 'theirs';
  if (/not verified/.test(rest)) return 'ours';
  return /blacklisted|virus/.test(rest) ? 'theirs' : 'later';
}
