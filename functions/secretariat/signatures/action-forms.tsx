/** Actions on a signature: a form for each, and only those possible in its current state. */
import { countriesIn } from '../../../shared/organisation/country.ts';
import { maxWebsite } from '../../../shared/organisation/website.ts';
import { maxFeatured } from '../../../shared/signature/lists/featured.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { hasChangeInReview, isCounted } from '../../../shared/signature/states.ts';
import { maxName } from '../../../shared/signature/submission.ts';
import { shownAs } from '../../../shared/signature/typed-facts.ts';
import { correctableFields } from '../../../shared/signature/typed-fields.ts';
import { Choice } from '../ui/components.tsx';
import { heldReasons } from './held-reasons.ts';
import { MergeAndSplit } from './merge-and-split.tsx';
import { ActionForm, type ActionFormProps, TellSigner, TextField, WordsToSigner } from './moderation-form.tsx';

interface Shown extends ActionFormProps {
  /** Signatures that it can be merged into. */
  readonly candidates: readonly SeenRecord[];
}

export function SignatureActions(shown: Shown) {
  const { record } = shown;
  if (!record.confirmedAt) return <PendingActions {...shown} />;
  if (record.withdrawnAt) return <Forget {...shown} />;
  const { moderation, reviewBecause, duplicateOf, proposal } = record;
  return (
    <>
      <div class="card">
        {moderation === 'approved' && !duplicateOf && !proposal ? null : (
          <ActionForm {...shown} name="approve" label={hasChangeInReview(record) ? 'Approve the change' : 'Approve'}>
            {record.email === '' || proposal ? null : <TellSigner id="tell-approved" label="Tell the signer" />}
          </ActionForm>
        )}
        {proposal ? <ActionForm {...shown} name="decline" label="Decline the change" tone="quiet" /> : null}
        {moderation === 'held' && reviewBecause === 'secretariat' ? null : (
          <ActionForm {...shown} name="hold" label="Unpublish and review later" tone="quiet" />
        )}
        <ActionForm {...shown} name="reject" label="Reject" tone="grave">
          <TextField id="why" name="why" label="Reason" hint="Seen only by the secretariat." />
          {record.email === '' ? null : (
            <>
              <TellSigner id="tell-rejected" label="Tell the signer" />
              <WordsToSigner id="words" />
            </>
          )}
        </ActionForm>
        {record.kind === 'organisation' && record.email !== '' ? (
          <ActionForm {...shown} name="ask" label="Ask for proof" tone="quiet">
            <p class="soft">
              The signer gets an email with the ways to show that they act for the organisation. The signature waits in
              review until then.
            </p>
          </ActionForm>
        ) : null}
        {record.kind === 'organisation' ? (
          <ActionForm {...shown} name="vouch" label="Confirm that the organisation signed" tone="quiet">
            <TextField
              id="note"
              name="note"
              label="How do you know?"
              hint="For example: phone call with the director, 3 May"
            />
          </ActionForm>
        ) : null}
      </div>
      {isCounted(record) && record.display === 'public' ? <Feature {...shown} /> : null}
      {record.seen.isNameHidden ? null : <Correct {...shown} />}
      <MergeAndSplit {...shown} />
      <AtWish {...shown} />
      <Forget {...shown} />
    </>
  );
}

function PendingActions(shown: Shown) {
  const { heldBecause } = shown.record;
  return (
    <>
      <div class="card">
        {heldBecause ? (
          <>
            <p>{`Held, because ${heldReasons[heldBecause]}. If this is a genuine signature, release it. The signer then gets the email to confirm.`}</p>
            <ActionForm {...shown} name="release" label="Release and email the signer" />
          </>
        ) : (
          <ActionForm {...shown} name="resend" label="Resend the email to confirm" tone="quiet" />
        )}
      </div>
      <Forget {...shown} />
    </>
  );
}

function Feature(shown: Shown) {
  const ranks = Array.from({ length: maxFeatured }, (_, index) => String(index + 1));
  return (
    <details class="card" open={shown.record.featured !== undefined}>
      <summary>Pin to the top</summary>
      <ActionForm {...shown} name="feature" label="Save the position" tone="quiet">
        <Choice
          name="rank"
          label="Position at the top of the list"
          value={shown.record.featured === undefined ? '' : String(shown.record.featured)}
          options={[['', 'Not pinned'], ...ranks.map((rank) => [rank, rank] as const)]}
        />
      </ActionForm>
    </details>
  );
}

function Correct(shown: Shown) {
  const { record } = shown;
  const countries = [['', 'None'], ...countriesIn('en')] as const;
  return (
    <details class="card">
      <summary>Edit details</summary>
      <ActionForm {...shown} name="correct" label="Save the details">
        {correctableFields.map((name) => {
          const { console: label } = shownAs[name];
          if (name === 'country') return <Choice {...{ name, label }} value={record[name]} options={countries} />;
          const maxlength = name === 'organisationWebsite' ? maxWebsite : maxName;
          return (
            <div class="field">
              <label for={name}>{label}</label>
              <input type="text" id={name} name={name} value={record[name]} maxlength={maxlength} dir="auto" />
            </div>
          );
        })}
        {record.email === '' ? null : <p class="soft">The signer gets an email with the new details.</p>}
      </ActionForm>
    </details>
  );
}

function AtWish(shown: Shown) {
  const hasMailbox = shown.record.email !== '';
  return (
    <details class="card">
      <summary>{hasMailbox ? 'Receipt and withdrawal' : 'Withdrawal'}</summary>
      {hasMailbox ? <ActionForm {...shown} name="resend" label="Resend the receipt" tone="quiet" /> : null}
      <ActionForm {...shown} name="withdraw" label="Withdraw at the signer’s request" tone="grave">
        <p class="soft">
          {`It is removed from the list and the count at once${hasMailbox ? ', and the signer gets an email' : ''}.`}
        </p>
      </ActionForm>
    </details>
  );
}

function Forget(shown: Shown) {
  return (
    <details class="card">
      <summary>Erase permanently</summary>
      <ActionForm {...shown} name="forget" label="Erase permanently" tone="grave">
        <p>
          The name, the email address and everything else are erased at once. <strong>This cannot be undone.</strong>
        </p>
        <label class="choice">
          <input type="checkbox" name="sure" value="true" required />
          <span>I am sure</span>
        </label>
      </ActionForm>
    </details>
  );
}
