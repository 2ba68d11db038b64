/** Forms to merge two signatures that are the same, or to split one organisation that is two. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { countryName } from '../../../shared/organisation/country.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { nameOf, StateMark } from '../ui/components.tsx';
import { ActionForm, type ActionFormProps } from './moderation-form.tsx';

export function MergeAndSplit({ candidates, ...shown }: ActionFormProps & { candidates: readonly SeenRecord[] }) {
  return (
    <details class="card">
      <summary>Mark as duplicate, or as a separate organisation</summary>
      <ActionForm {...shown} name="merge" label="Mark this one as the duplicate" tone="quiet">
        <MergeCandidates candidates={candidates} letter={shown.letter} />
        <div class="field">
          <label for="intoTyped">
            {candidates.length > 0 ? 'Or the address of another signature' : 'Address of the signature that stays'}
          </label>
          <span class="hint" id="intoTyped-hint">
            Open the other signature, and copy the last part of its web address.
          </span>
          <input
            type="text"
            id="intoTyped"
            name="intoTyped"
            autocomplete="off"
            aria-describedby="intoTyped-hint"
            required={candidates.length === 0}
          />
        </div>
      </ActionForm>
      {shown.record.kind === 'organisation' ? (
        <ActionForm {...shown} name="split" label="Save as a separate organisation" tone="quiet">
          <div class="field">
            <label for="chapter">Name of the chapter</label>
            <span class="hint">
              For example “Cologne”. Chapters that share a website can each sign. Leave it empty if the signature is for
              the whole organisation.
            </span>
            <input type="text" id="chapter" name="chapter" maxlength={80} value={shown.record.chapter} dir="auto" />
          </div>
        </ActionForm>
      ) : null}
    </details>
  );
}

/** Likely candidates; none is preselected. */
function MergeCandidates({ candidates, letter }: { candidates: readonly SeenRecord[]; letter: Letter }) {
  if (candidates.length === 0) return null;
  return (
    <fieldset>
      <legend>The signature that stays</legend>
      {candidates.map((candidate) => (
        <div class="choice">
          <input type="radio" name="into" value={candidate.id} id={`into-${candidate.id}`} />
          <span>
            <label for={`into-${candidate.id}`}>
              <bdi>{nameOf(candidate)}</bdi> {candidate.country ? countryName(candidate.country, 'en') : ''}{' '}
              <StateMark record={candidate} />
            </label>
            <a href={`/console/letters/${letter.slug}/signatures/${candidate.id}`}>Open it</a>
          </span>
        </div>
      ))}
    </fieldset>
  );
}
