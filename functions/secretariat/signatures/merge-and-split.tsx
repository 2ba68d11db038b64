/** Forms to merge two signatures that are the same, or to split one organisation that is two. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { nameOf, StateMark } from '../ui/components.tsx';
import { ActionForm, type ActionFormProps } from './moderation-form.tsx';

export function MergeAndSplit({ twins: candidates, ...shown }: ActionFormProps & { twins: readonly SeenRecord[] }) {
  return (
    <details class="card">
      <summary>Merge, or split a chapter</summary>
      <ActionForm {...shown} name="merge" label="Merge: this one becomes the duplicate" tone="quiet">
        <MergeCandidates twins={candidates} letter={shown.letter} />
        <div class="field">
          <label for="intoTyped">
            {candidates.length > 0 ? 'Another one, by its id' : 'Id of the signature that stays'}
          </label>
          <span class="hint" id="intoTyped-hint">
            The last part of the address of its page.
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
        <ActionForm {...shown} name="split" label="Save the chapter" tone="quiet">
          <div class="field">
            <label for="chapter">Chapter</label>
            <span class="hint">
              Chapters that share a domain can each sign. Empty: it stands for the organisation as a whole.
            </span>
            <input type="text" id="chapter" name="chapter" maxlength={80} value={shown.record.chapter} dir="auto" />
          </div>
        </ActionForm>
      ) : null}
    </details>
  );
}

/** Likely candidates; none is preselected. */
function MergeCandidates({ twins: candidates, letter }: { twins: readonly SeenRecord[]; letter: Letter }) {
  if (candidates.length === 0) return null;
  return (
    <fieldset>
      <legend>The signature that stays</legend>
      {candidates.map((twin) => (
        <div class="choice">
          <input type="radio" name="into" value={twin.id} id={`into-${twin.id}`} />
          <span>
            <label for={`into-${twin.id}`}>
              <bdi>{nameOf(twin)}</bdi> {twin.country ?? ''} <StateMark record={twin} />
            </label>
            <a href={`/console/letters/${letter.slug}/signatures/${twin.id}`}>Look at it</a>
          </span>
        </div>
      ))}
    </fieldset>
  );
}
