/**
 * The sign-on form: plain HTML that works without JavaScript, and keeps typed values when there are errors. With
 * JavaScript the element for partner sites replaces it. That sends a proof of work, so a whole university can sign.
 */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { offersFollowUp, wordingOf } from '../../../shared/letter/own-texts.ts';
import { olderVersionIn, versionShownIn } from '../../../shared/letter/shown-version.ts';
import { utmNames } from '../../../shared/signature/submission.ts';
import type { MessageKey } from '../../../shared/text/catalogue.ts';
import { PrivacyBrief } from '../letter/privacy.tsx';
import { Deadline } from '../ui/deadline.tsx';
import { Checkbox, type FieldContext, Honeypot, isWrong, shownTo, TypedFields } from '../ui/fields.tsx';
import { ErrorSummary } from '../ui/form-errors.tsx';

/** Hidden fields: the values that a partner's site passes along. */
const carriedNames = ['partner', 'redirect', 'source.page', ...utmNames.map((name) => `source.utm.${name}`)];

interface Props extends FieldContext {
  readonly letter: Letter;
  /** In the language of the text; shown when the page shows nothing else. */
  readonly title?: string | undefined;
  readonly language: string;
  readonly textLanguage: string;
  /** Whether the page shows nothing else. */
  readonly alone: boolean;
  readonly hasElement: boolean;
}

export const SignForm: FC<Props> = ({ alone, hasElement, ...props }) => {
  const { letter, title = letter.title, language, textLanguage, texts, state } = props;
  const plain = <PlainForm {...props} />;
  return (
    <div class="card" id="sign">
      <div class="heading">
        {alone ? <h1>{texts.text('letter.sign')}</h1> : <h2>{texts.text('letter.sign')}</h2>}
        {alone ? (
          <p lang={textLanguage} dir="auto">
            {title}
          </p>
        ) : null}
      </div>
      {hasElement ? (
        <sign-on-form letter={letter.slug} lang={language} partner={state.values.get('partner')}>
          {/* In place of the element's own heading. */}
          <span slot="title"></span>
          {plain}
        </sign-on-form>
      ) : (
        plain
      )}
      {hasElement ? <script type="module" src="/embed/v1.js"></script> : null}
    </div>
  );
};

interface PlainProps extends Omit<Props, 'alone' | 'hasElement'> {
  /** For a form that is sent to another page than that of the letter's submissions: a letter that follows, a draft. */
  readonly elsewhere?: {
    readonly action: string;
    /** The button. */
    readonly button: MessageKey;
    /** Set for a prefilled form: its idempotency key, and a hint below the address. */
    readonly filledIn?: { readonly press: string; readonly emailHint: MessageKey };
  };
}

export const PlainForm: FC<PlainProps> = ({ letter, language, textLanguage, texts, state, elsewhere }) => {
  const { accepts, closes, timeZone = 'UTC' } = letter.settings;
  const { filledIn } = elsewhere ?? {};
  const [only, another] = accepts;
  const value = (name: string) => state.values.get(name);
  // People cannot correct hidden fields, so one with an error is left out.
  const carried = carriedNames.filter((name) => value(name) !== undefined && !isWrong(state, name));
  const older = olderVersionIn(letter, textLanguage);
  return (
    <form
      lang={texts.language}
      method="post"
      action={elsewhere?.action ?? `/v1/letters/${letter.slug}/signatures`}
      accept-charset="utf-8"
      novalidate={true}
    >
      {filledIn ? (
        <input type="hidden" name="press" value={filledIn.press} />
      ) : (
        <p class="step">{texts.text('form.step')}</p>
      )}
      {closes ? (
        <p class="soft">
          <Deadline {...{ closes, timeZone, texts }} />
        </p>
      ) : null}
      {older ? <p class="soft">{texts.text('letter.signs-older', { date: texts.date(older.at) })}</p> : null}
      <ErrorSummary texts={texts} state={state} />
      <input
        type="hidden"
        name="letterVersion"
        value={value('letterVersion') ?? versionShownIn(letter, textLanguage).id}
      />
      <input type="hidden" name="wording" value={wordingOf(letter, language)} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="textLanguage" value={textLanguage} />
      {carried.map((name) => (
        <input type="hidden" name={name} value={value(name)} />
      ))}
      {another === undefined ? (
        <input type="hidden" name="kind" value={only} />
      ) : (
        <fieldset>
          <legend>{texts.text('form.kind')}</legend>
          {accepts.map((kind) => (
            <label class="choice">
              <input type="radio" name="kind" value={kind} checked={(value('kind') ?? only) === kind} />
              <span>{texts.text(`form.kind-${kind}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{texts.text('form.organisation')}</legend>
        {accepts.includes('individual') ? (
          <p class={another === undefined ? 'hint' : `hint ${shownTo('individual')}`}>
            {texts.text('form.organisation-hint')}
          </p>
        ) : null}
        <TypedFields of="organisation" {...{ accepts, texts, state }} />
      </fieldset>
      <fieldset>
        <legend>{texts.text('form.person')}</legend>
        <TypedFields of="signatory" emailHint={filledIn?.emailHint} {...{ accepts, texts, state }} />
      </fieldset>
      <fieldset>
        <legend>{texts.text('form.display')}</legend>
        <p class="hint">{texts.text('form.display-hint')}</p>
        {(['public', 'withheld'] as const).map((display) => (
          <label class="choice">
            <input type="radio" name="display" value={display} checked={(value('display') ?? 'public') === display} />
            <span>{texts.text(`form.display-${display}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.text('form.consents')}</legend>
        {accepts.includes('organisation') ? (
          <Checkbox
            name="attestation"
            label="form.attestation"
            only={another && 'organisation'}
            {...{ texts, state }}
          />
        ) : null}
        <Checkbox name="consents.publication" label="form.publication" {...{ texts, state }} />
        <Checkbox name="consents.updates" label="form.updates" {...{ texts, state }} />
        {offersFollowUp(letter, language) ? (
          <Checkbox name="consents.followUp" label="form.follow-up" {...{ texts, state }} />
        ) : null}
        {value('partner') && <Checkbox name="consents.partner" label="form.partner" {...{ texts, state }} />}
      </fieldset>
      <Honeypot texts={texts} />
      <button type="submit" class="huge">
        {texts.text(elsewhere?.button ?? 'form.submit')}
      </button>
      <PrivacyBrief letter={letter} texts={texts} target={value('partner') ? '_blank' : undefined} />
    </form>
  );
};
