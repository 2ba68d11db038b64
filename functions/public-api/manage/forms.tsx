/** The forms of the owner's page. Each posts one request; errors appear beside their field. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { offersFollowUp } from '../../../shared/letter/own-texts.ts';
import { wantedFields } from '../../../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { Checkbox, type FieldContext, isWrong, TypedFields } from '../ui/fields.tsx';

export const CorrectForm: FC<FieldContext & { letter: Letter; wording: string }> = ({
  letter,
  wording,
  texts,
  state,
}) => {
  const { accepts } = letter.settings;
  const kind = state.values.get('kind');
  return (
    <form method="post" class="operation" novalidate={true}>
      <h2>{texts.text('manage.correct-title')}</h2>
      <p>{texts.text('manage.correct-text')}</p>
      <input type="hidden" name="action" value="correct" />
      <input type="hidden" name="wording" value={wording} />
      {accepts.length > 1 ? (
        <fieldset>
          <legend>{texts.text('form.kind')}</legend>
          {accepts.map((one) => (
            <label class="choice">
              <input type="radio" name="kind" value={one} checked={one === kind} />
              <span>{texts.text(`form.kind-${one}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <input type="hidden" name="kind" value={accepts[0]} />
      )}
      <TypedFields of="organisation" {...{ accepts, texts, state }} />
      <TypedFields of="signatory" withMailbox={false} {...{ accepts, texts, state }} />
      {accepts.includes('organisation') ? (
        <Checkbox
          name="attestation"
          label="form.attestation"
          only={accepts.length > 1 ? 'organisation' : undefined}
          {...{ texts, state }}
        />
      ) : null}
      <button type="submit">{texts.text('manage.correct-button')}</button>
    </form>
  );
};

export const ConsentForm: FC<FieldContext & { letter: Letter; record: SignatureRecord; wording: string }> = (props) => {
  const { letter, record, wording, texts, state } = props;
  return (
    <form method="post" class="operation">
      <h2>{texts.text('manage.consents-title')}</h2>
      <input type="hidden" name="action" value="consents" />
      <input type="hidden" name="wording" value={wording} />
      <fieldset>
        <legend>{texts.text('form.display')}</legend>
        <p class="hint">{texts.text('form.display-hint')}</p>
        {(['public', 'withheld'] as const).map((display) => (
          <label class="choice">
            <input type="radio" name="display" value={display} checked={wantedFields(record).display === display} />
            <span>{texts.text(`form.display-${display}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.text('form.consents')}</legend>
        <Checkbox name="consents.publication" label="form.publication" {...{ texts, state }} />
        <Checkbox name="consents.updates" label="form.updates" {...{ texts, state }} />
        <Checkbox name="consents.partner" label="form.partner" {...{ texts, state }} />
        {record.consents.followUp || offersFollowUp(letter, record.language) ? (
          <Checkbox name="consents.followUp" label="form.follow-up" {...{ texts, state }} />
        ) : null}
      </fieldset>
      <button type="submit">{texts.text('manage.consents-button')}</button>
    </form>
  );
};

/** Neither can be undone, so each asks once: it opens, says what happens, and has the button. */
export const ErasureForms: FC<FieldContext & { withdrawn: boolean }> = ({ withdrawn, texts, state }) => (
  <>
    {withdrawn ? null : (
      <details class="operation">
        <summary>{texts.text('manage.withdraw-title')}</summary>
        <form method="post">
          <p>{texts.text('manage.withdraw-text')}</p>
          <input type="hidden" name="action" value="withdraw" />
          <button type="submit" class="grave">
            {texts.text('manage.withdraw-button')}
          </button>
        </form>
      </details>
    )}
    <details class="operation" open={withdrawn || isWrong(state, 'sure')}>
      <summary>{texts.text('manage.forget-title')}</summary>
      <form method="post">
        <p>{texts.text('manage.forget-text')}</p>
        <p class="soft">{texts.text('manage.forget-left')}</p>
        <input type="hidden" name="action" value="forget" />
        <Checkbox name="sure" label="manage.forget-sure" {...{ texts, state }} />
        <Checkbox name="noMoreMail" label="manage.forget-no-mail" {...{ texts, state }} />
        <button type="submit" class="grave">
          {texts.text('manage.forget-button')}
        </button>
      </form>
    </details>
  </>
);
