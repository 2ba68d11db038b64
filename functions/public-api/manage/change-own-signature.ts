/** Requests of a signature's owner, and the changes that they make. */
import * as z from 'zod';
import { asksForFollowUp } from '../../../shared/consent/follow-up.ts';
import { coSignatoryKind, currentVersion, type Letter } from '../../../shared/letter/letter.ts';
import { hadWording, offersFollowUp, wordingOf } from '../../../shared/letter/own-texts.ts';
import { publicationPolicy } from '../../../shared/letter/publication-policy.ts';
import { sha256 } from '../../../shared/letter/text.ts';
import { type FaultCode, faultSentence } from '../../../shared/platform/http/faults.ts';
import type { FieldError } from '../../../shared/platform/http/problem.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { change, changeUnless } from '../../../shared/signature/change-signature.ts';
import { isRepeat } from '../../../shared/signature/changed-fields.ts';
import { claimFieldsFor } from '../../../shared/signature/claims/claim.ts';
import { moveBlockingFormerClaim, moveToCurrentKey } from '../../../shared/signature/claims/former-claim.ts';
import { type Correction, corrected, proposed, withDisplay } from '../../../shared/signature/corrections.ts';
import { faultsIn } from '../../../shared/signature/form-fields.ts';
import { keepTextSeen, type SignatureRecord } from '../../../shared/signature/record.ts';
import { acceptedAs } from '../../../shared/signature/states.ts';
import {
  organisationFields,
  signatoryFields,
  consents as submittedConsents,
} from '../../../shared/signature/submission.ts';
import { carriedOver, tookClaim, withConsents, withdrawn } from '../../../shared/signature/transitions.ts';
import { asStored } from '../../../shared/signature/typed-fields.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import type { MailboxDomain } from '../../../shared/verification/level.ts';
import { isClaimFree } from '../confirm/free-claim.ts';
import { notAccepted, notItsWording } from '../request-schemas.ts';
import { namesOther, noteCorrection, type TooManyCorrections, tooManyCorrections } from './correction-limits.ts';

/** A ticked box, in JSON or in a plain form. */
const ticked = z
  .literal([true, false, 'true', 'on'])
  .default(false)
  .transform((value) => value !== false);

/** The wording of attestation and consents that the page showed; the current one, if not given. */
const wording = z.string().max(80).optional();

export const manageRequest = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('correct'),
    kind: coSignatoryKind,
    organisation: organisationFields.optional(),
    signatory: signatoryFields.omit({ email: true }),
    attestation: z.boolean().default(false),
    wording,
  }),
  z.strictObject({
    action: z.literal('consents'),
    display: z.enum(['public', 'withheld']),
    consents: submittedConsents.default({ publication: false, updates: false, partner: false }),
    wording,
  }),
  z.strictObject({ action: z.literal('carry-over'), letterVersion: sha256 }),
  z.strictObject({ action: z.literal('take-place') }),
  z.strictObject({ action: z.literal('verify-domain') }),
  z.strictObject({ action: z.literal('withdraw') }),
  z.strictObject({ action: z.literal('forget'), sure: ticked, noMoreMail: ticked }),
]);
export type ManageRequest = z.infer<typeof manageRequest>;

/** @returns the errors in the request, regardless of the state of the signature; empty when there are none */
export function objections(request: ManageRequest, letter: Letter): FieldError[] {
  const { action } = request;
  if ((action === 'consents' || action === 'correct') && request.wording && !hadWording(letter, request.wording)) {
    return [unknownWording];
  }
  switch (action) {
    case 'consents':
      return asErrors(
        faultsIn(request.consents.publication ? [] : ['consents.publication'], { ...request, kind: undefined }),
      );
    case 'forget':
      return request.sure ? [] : asErrors([{ name: 'sure', code: 'unsure' }]);
    case 'correct': {
      const values = new Map(Object.entries(request.organisation ?? {}));
      const names = organisationFields.keyof().options.filter((name) => !values.get(name));
      const empty = [...names.map((name) => `organisation.${name}`), ...(request.attestation ? [] : ['attestation'])];
      const isAccepted = letter.settings.accepts.includes(request.kind);
      return [
        ...(isAccepted ? [] : [{ pointer: '#/kind', detail: notAccepted }]),
        ...asErrors(faultsIn(empty, { kind: request.kind, display: undefined })),
      ];
    }
    default:
      return [];
  }
}

const unknownWording: FieldError = { pointer: '#/wording', detail: notItsWording };

const asErrors = (faults: readonly { name: string; code: FaultCode }[]): FieldError[] =>
  faults.map(({ name, code }) => ({
    pointer: `#/${name.replaceAll('.', '/')}`,
    detail: faultSentence({ code }),
    code,
  }));

export interface Managing {
  readonly store: Store;
  readonly keys: Keys;
  readonly letter: Letter;
  /** Relation of the mailbox to an organisation; looked up only when the organisation changes. */
  readonly mailboxDomain: (email: string, organisationKey: string) => Promise<MailboxDomain>;
  readonly now: Date;
}

/** The consent to a mail about a letter that follows counts only in a wording that has it. */
function consentsIn(
  { followUp, ...consents }: z.output<typeof submittedConsents>,
  { letter, found, seen }: { letter: Letter; found: SignatureRecord; seen: string },
): SignatureRecord['consents'] {
  const isAsked = found.consents.followUp === true || offersFollowUp(letter, found.language);
  const isCovered = asksForFollowUp(seen) || letter.wordings.includes(seen);
  return followUp === true && isAsked && isCovered ? { ...consents, followUp } : consents;
}

/**
 * Does what the owner requests. `forget` does not change the record, see `forget.ts`; `verify-domain` has to check the
 * domain first, see `verify-domain.ts`.
 *
 * @returns the signature as it is now, why it cannot be corrected now, or undefined when it no longer exists
 */
export async function manage(
  { store, keys, letter, mailboxDomain, now }: Managing,
  record: SignatureRecord,
  request: Exclude<ManageRequest, { action: 'forget' | 'verify-domain' }>,
): Promise<SignatureRecord | TooManyCorrections | undefined> {
  // A withdrawn signature can only be forgotten.
  const step = (next: (record: SignatureRecord) => SignatureRecord) =>
    change(store, record.id, (found) => (found.withdrawnAt ? found : next(found)), now);
  const free = request.action === 'take-place' && (await isClaimFree(store, record));
  switch (request.action) {
    case 'withdraw':
      return step((found) => withdrawn(found, now));
    case 'take-place':
      return step((found) => (free && found.duplicateOf === record.duplicateOf ? tookClaim(found, now) : found));
    case 'carry-over':
      return step((found) => carriedOver(found, versionSeen(letter, request.letterVersion, found), now));
    case 'consents':
      return step((found) => {
        const shown = withDisplay(found, request.display, now);
        const seen = request.wording ?? wordingOf(letter, found.language);
        const given = consentsIn(request.consents, { letter, found, seen });
        const same = JSON.stringify(found.consents) === JSON.stringify(given);
        return same ? shown : withConsents(shown, { consents: given, wording: seen, now });
      });
    case 'correct': {
      const correction = correctionOf(request, request.wording ?? wordingOf(letter, record.language));
      // Corrections are rare, so the list that this needs is not loaded by every function instance.
      const { keyOf } = await import('../../../shared/signature/organisation-key.ts');
      const organisationKey = correction.kind === 'organisation' ? keyOf(correction) : undefined;
      await moveToCurrentKey({ store, keys }, record.id);
      const wanted = { ...record, ...correction, organisationKey };
      await moveBlockingFormerClaim({ store, keys }, record.letter, { ...wanted, ...claimFieldsFor(keys, wanted) });
      const domain = organisationKey ? await mailboxDomain(record.email, organisationKey) : undefined;
      const about = {
        standingOf: (next: SignatureRecord) => claimFieldsFor(keys, { ...next, organisationKey }),
        ...{
          organisationKey,
          mailboxDomain: domain,
          policy: publicationPolicy(letter.settings),
          vouchStands: false,
          now,
        },
      };
      const written = await changeUnless<TooManyCorrections>(
        store,
        record.id,
        (found) => {
          if (found.withdrawnAt) return { after: found };
          const next = acceptedAs(found)
            ? proposed(found, correction, now)
            : { ...corrected(found, correction, about), proposal: undefined };
          // It was made already, and counts once.
          if (isRepeat({ before: found, after: next })) return { after: found };
          const { claimant } = about.standingOf({ ...found, ...correction });
          const isOther = namesOther(found, correction, claimant);
          const refused = tooManyCorrections(found, isOther, now);
          if (refused) return { refused };
          return { after: noteCorrection(next, isOther, now) };
        },
        now,
      );
      return written && ('refused' in written ? written.refused : written.written);
    }
  }
}

function correctionOf(asked: Extract<ManageRequest, { action: 'correct' }>, seen: string): Correction {
  const { kind, attestation } = asked;
  const attested = kind === 'organisation' && attestation;
  return {
    kind,
    ...asStored(asked),
    attestation: attested,
    attestedIn: attested ? seen : undefined,
  };
}

/** The version that the page showed; signatures can only be carried over to the current one. */
function versionSeen(letter: Letter, asked: string, { letterVersion, textSeen, language }: SignatureRecord) {
  const version = currentVersion(letter);
  if (version.id !== asked) return { letterVersion, textSeen };
  const shown = bestLanguage([language], Object.keys(version.texts), letter.language);
  return { letterVersion: version.id, ...keepTextSeen(version.id, version.texts[shown]) };
}
