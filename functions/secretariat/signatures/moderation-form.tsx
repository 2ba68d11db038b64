/** A form for one action on a signature. */
import type { Child } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { Csrf } from '../ui/layout.tsx';

export interface ActionFormProps {
  readonly letter: Letter;
  readonly csrf: string;
  readonly record: SeenRecord;
}

/** Actions requested by the signer, or on a signature that is not confirmed. */
const aboutNoFields = new Set(['withdraw', 'resend', 'release', 'forget']);

/** Sends the version of the public fields that the page showed: a decision applies to no others. */
export function SeenFields({ record }: Pick<ActionFormProps, 'record'>) {
  return <input type="hidden" name="fieldsVersion" value={record.seen.fieldsVersion} />;
}

export function ActionForm({
  letter,
  csrf,
  record,
  name,
  label,
  tone,
  children,
}: ActionFormProps & { name: string; label: string; tone?: 'quiet' | 'grave'; children?: Child }) {
  return (
    <form method="post" class="action" action={`/console/letters/${letter.slug}/signatures/${record.id}/act`}>
      <Csrf token={csrf} />
      <input type="hidden" name="do" value={name} />
      {aboutNoFields.has(name) ? null : <SeenFields record={record} />}
      {children}
      <button type="submit" class={tone}>
        {label}
      </button>
    </form>
  );
}

/** Whether the signer gets an email about the decision. */
export function TellSigner({ id, label }: { id: string; label: string }) {
  return (
    <label class="choice" for={id}>
      <input type="checkbox" id={id} name="tell" value="true" checked={true} />
      <span>{label}</span>
    </label>
  );
}

/** The secretariat's own sentence to a signer whom it rejects. */
export function WordsToSigner({ id }: { id: string }) {
  return (
    <TextField
      id={id}
      name="words"
      label="Your sentence to the signer (optional)"
      hint="For example: “We list only organisations, and you signed for a company.”"
      isOptional
    />
  );
}

export function TextField({
  id,
  name,
  label,
  hint,
  isOptional = false,
}: {
  id: string;
  name: string;
  label: string;
  hint?: string;
  isOptional?: boolean;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <input
        type="text"
        id={id}
        name={name}
        maxlength={500}
        required={!isOptional}
        dir="auto"
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  );
}
