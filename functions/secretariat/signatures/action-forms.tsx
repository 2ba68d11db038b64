/** Actions on a signature: a form for each, and only those possible in its current state. */
import { countriesIn } from '../../../shared/organisation/country.ts';
import { maxFeatured } from '../../../shared/signature/lists/featured.ts';
import { hasChangeInReview, isCounted } from '../../../shared/signature/record.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { shownAs } from '../../../shared/signature/typed-facts.ts';
import { correctableFields } from '../../../shared/signature/typed-fields.ts';
import { Choice } from '../ui/components.tsx';
import { heldReasons } from './held-reasons.ts';
import { MergeAndSplit } from './merge-and-split.tsx';
import { ActionForm, type ActionFormProps, TextField } from './moderation-form.tsx';

interface Shown extends ActionFormProps {
  /** Signatures that it can be merged into. */
  readonly twins: readonly SeenRecord[];
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
          <ActionForm {...shown} name="approve" label={hasChangeInReview(record) ? 'Approve the change' : 'Approve'} />
        )}
        {proposal ? <ActionForm {...shown} name="decline" label="Keep it as it is" tone="quiet" /> : null}
        {moderation === 'held' && reviewBecause === 'secretariat' ? null : (
          <ActionForm {...shown} name="hold" label="Hold it for a look" tone="quiet" />
        )}
        <ActionForm {...shown} name="reject" label="Reject" tone="grave">
          <TextField id="why" name="why" label="Why it is rejected" hint="For the secretariat’s eyes only." />
        </ActionForm>
        {record.kind === 'organisation' ? (
          <ActionForm {...shown} name="vouch" label="Vouch for it" tone="quiet">
            <TextField id="note" name="note" label="How you know that the organisation signed" />
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
            <p>{`No mail went out: ${heldReasons[heldBecause]}. If it was no abuse, release it, and the mail to confirm goes out.`}</p>
            <ActionForm {...shown} name="release" label="It was no abuse: release it" />
          </>
        ) : (
          <ActionForm {...shown} name="resend" label="Send the mail to confirm again" tone="quiet" />
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
      <summary>Let it stand first</summary>
      <ActionForm {...shown} name="feature" label="Save the place" tone="quiet">
        <Choice
          name="rank"
          label="Place among the first under the letter"
          value={shown.record.featured === undefined ? '' : String(shown.record.featured)}
          options={[['', 'Where all others stand'], ...ranks.map((rank) => [rank, rank] as const)]}
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
      <summary>Correct a name on request</summary>
      <ActionForm {...shown} name="correct" label="Save the correction">
        {correctableFields.map((name) => {
          const { console: label } = shownAs[name];
          if (name === 'country') return <Choice {...{ name, label }} value={record[name]} options={countries} />;
          const maxlength = name === 'organisationWebsite' ? 500 : 200;
          return (
            <div class="field">
              <label for={name}>{label}</label>
              <input type="text" id={name} name={name} value={record[name]} maxlength={maxlength} dir="auto" />
            </div>
          );
        })}
        <p class="soft">The signer gets a mail that says what is recorded now.</p>
      </ActionForm>
    </details>
  );
}

function AtWish(shown: Shown) {
  return (
    <details class="card">
      <summary>Mail and withdrawal</summary>
      <ActionForm {...shown} name="resend" label="Send the receipt again" tone="quiet" />
      <ActionForm {...shown} name="withdraw" label="Withdraw it at the signer’s wish" tone="grave">
        <p class="soft">It leaves the list and the count at once, and the signer is told by mail.</p>
      </ActionForm>
    </details>
  );
}

function Forget(shown: Shown) {
  return (
    <details class="card">
      <summary>Forget it for ever</summary>
      <ActionForm {...shown} name="forget" label="Forget it" tone="grave">
        <p>
          Name, mailbox and everything else are erased at once. <strong>This cannot be undone.</strong>
        </p>
        <label class="choice">
          <input type="checkbox" name="sure" value="true" required />
          <span>I am sure</span>
        </label>
      </ActionForm>
    </details>
  );
}
