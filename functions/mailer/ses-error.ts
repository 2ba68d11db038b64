/** What an error of SES means for the mail that it was about, and for all others. Messages are read, and never logged. */
import { addressOf } from '../../shared/mail/sender.ts';

/**
 * - `later`: it passes by itself: too many at once, too many today, a fault of SES, no answer
 * - `ours`: nobody gets a mail until somebody changes something: an identity, a permission, a paused account
 * - `theirs`: this mailbox or this mail is refused, and will be the next time, too
 */
export type Refusal = 'later' | 'ours' | 'theirs';

/**
 * Names as the API and its SDKs have them, without the `Exception` that some add.
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

/** @param who whose mail it was: recipient and configured sender, as SES may name either */
export function refusalIn(error: unknown, who: { readonly to: string; readonly from: string }): Refusal {
  if (!(error instanceof Error)) return 'later';
  const name = nameOf(error);
  return name === 'MessageRejected' ? rejection(error.message, who) : (named[name] ?? 'later');
}

/** @returns the name of the error, the same whichever of its two forms SES and the SDK use */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.name.replace(/(?<=.)Exception$/, '');
}

/**
 * SES has one name for much that it refuses; the message says what.
 * https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html
 */
function rejection(message: string, { to, from }: { to: string; from: string }): Refusal {
  const said = message.toLowerCase();
  const recipient = to.toLowerCase();
  // Without the recipient, whose address anybody chooses.
  const rest = said.replaceAll(recipient, ' ');
  if (/\b(paused|suspended|disabled|shut down)\b/.test(rest)) return 'ours';
  if (rest.includes(addressOf(from).toLowerCase())) return 'ours';
  // In the sandbox, too: others may be reached.
  if (rest !== said) return 'theirs';
  if (/not verified/.test(rest)) return 'ours';
  return /blacklisted|virus/.test(rest) ? 'theirs' : 'later';
}
