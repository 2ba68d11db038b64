/** The owner's page: the stored data, the state, and a plain form for each action. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { currentVersion, type Letter } from '../../../shared/letter/letter.ts';
import { LetterBody } from '../../../shared/letter/letter-view.tsx';
import { textsOf, wordingOf } from '../../../shared/letter/own-texts.ts';
import type { StoredText } from '../../../shared/letter/storage.ts';
import type { FieldError } from '../../../shared/platform/http/problem.ts';
import { mayHaveLogo } from '../../../shared/signature/logo.ts';
import { wantedFields } from '../../../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { isChangeDeclined } from '../../../shared/signature/states.ts';
import { typedValues } from '../../../shared/signature/typed-fields.ts';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import type { FormState } from '../ui/fields.tsx';
import { ErrorSummary, formErrors } from '../ui/form-errors.tsx';
import { showPage } from '../ui/layout.tsx';
import { heldFacts, NamedFacts, nameFacts, technicalFacts } from '../ui/named-facts.tsx';
import { statusSentences } from '../ui/status-sentences.ts';
import type { TooManyCorrections } from './correction-limits.ts';
import { DomainAlert, DomainForm } from './domain-form.tsx';
import type { DomainProof } from './domain-proof.ts';
import { ConsentForm, CorrectForm, ErasureForms } from './forms.tsx';
import { LogoForm } from './logo-form.tsx';
import type { DomainRefusal } from './verify-domain.ts';

export interface ManageView {
  readonly record: SignatureRecord;
  readonly letter: Letter;
  readonly title: string;
  /** The text to which the signature can be carried over, if the letter has a newer one. */
  readonly newText: StoredText | undefined;
  /** The place of this duplicate has become free. */
  readonly placeIsFree: boolean;
  readonly errors: readonly FieldError[];
  /** Typed values with errors, by field name. */
  readonly typed: ReadonlyMap<string, string>;
  /** Instructions to prove control of the organisation's domain, if it has one. */
  readonly domainProof: DomainProof | undefined;
  /** The letter was delivered, so the requested action is no longer possible. */
  readonly isTooLate?: boolean | undefined;
  /** Why it cannot be corrected now. */
  readonly refused?: TooManyCorrections | undefined;
  /** The last logo, until the secretariat has accepted it. */
  readonly logoUpload: Upload | undefined;
  /** Why a logo was not taken. */
  readonly logoFault?: MessageKey | undefined;
  /** Why a check of the domain failed. */
  readonly domainRefusal: Exclude<DomainRefusal, 'gone'> | undefined;
}

export async function managePage(c: Context, status: 200 | 422, view: ManageView): Promise<Response> {
  const { record, letter, title, newText, placeIsFree, errors, typed, domainProof, domainRefusal, isTooLate, refused } =
    view;
  const texts = await textsOf(letter, record.language);
  const wording = wordingOf(letter, record.language);
  const state: FormState = {
    values: new Map([...valuesOf(record), ...typed]),
    errors: formErrors(errors, texts),
  };
  const gone = record.withdrawnAt !== undefined;
  const failed = errors.length > 0 || domainRefusal !== undefined || refused !== undefined;
  return showPage(c, status, {
    title: failed ? `${texts.label('code.error')}${texts.text('manage.title')}` : texts.text('manage.title'),
    texts,
    look: letter,
    hidden: true,
    body: (
      <div class="card">
        <h1>{texts.text('manage.title')}</h1>
        <ErrorSummary {...{ texts, state }} />
        {isTooLate ? (
          <p class="alert" role="alert">
            {texts.text('letter.delivered', { date: letter.deliveredOn ? texts.date(letter.deliveredOn) : '' })}
          </p>
        ) : null}
        {refused ? (
          <p class="alert" role="alert">
            {texts.text(`manage.too-many-${refused.tooMany}`, {
              moment: texts.time(refused.until.toISOString(), letter.settings.timeZone ?? 'UTC'),
            })}
          </p>
        ) : null}
        {domainRefusal ? <DomainAlert refusal={domainRefusal} proof={domainProof} texts={texts} /> : null}
        <p>
          <a href={`/${letter.slug}`}>{title}</a>
        </p>
        {placeIsFree ? null : (
          <div class="note">
            {statusSentences(record, letter).map(({ key, values }) => (
              <p>{texts.text(key, values)}</p>
            ))}
          </div>
        )}
        <ChangeNote record={record} texts={texts} />
        {placeIsFree && !gone ? <TakePlace texts={texts} /> : null}
        {newText && !gone ? <CarryOver texts={texts} letter={letter} newText={newText} /> : null}
        <h2>{texts.text('manage.held')}</h2>
        <NamedFacts facts={heldFacts(record, texts)} />
        {gone ? null : (
          <>
            <CorrectForm {...{ letter, wording, texts, state }} />
            <ConsentForm {...{ letter, record, wording, texts, state }} />
            {mayHaveLogo(record) ? (
              <LogoForm
                {...{ record, texts }}
                upload={view.logoUpload}
                fault={view.logoFault}
                page={c.req.path.replace(/\/logo$/, '')}
              />
            ) : null}
          </>
        )}
        <ErasureForms withdrawn={gone} {...{ texts, state }} />
        <details class="operation" open={domainRefusal !== undefined}>
          <summary>{texts.text('manage.more')}</summary>
          {domainProof ? <DomainForm record={record} proof={domainProof} texts={texts} /> : null}
          <NamedFacts facts={technicalFacts(record, texts)} />
          <p>
            <a href={`${c.req.path}/data`} download>
              {texts.text('manage.download')}
            </a>
          </p>
        </details>
      </div>
    ),
  });
}

/** A change that awaits review, or has been declined. */
const ChangeNote: FC<{ record: SignatureRecord; texts: Texts }> = ({ record, texts }) => {
  if (record.proposal) {
    const wanted = wantedFields(record);
    return (
      <div class="note">
        <p>{texts.text('manage.change-awaits')}</p>
        <NamedFacts facts={nameFacts(wanted, texts)} />
        {wanted.display === record.display ? null : <p>{texts.text(`form.display-${wanted.display}`)}</p>}
      </div>
    );
  }
  return isChangeDeclined(record) ? <p class="note">{texts.text('manage.change-declined')}</p> : null;
};

const TakePlace: FC<{ texts: Texts }> = ({ texts }) => (
  <form method="post">
    <input type="hidden" name="action" value="take-place" />
    <p>{texts.text('manage.place-text')}</p>
    <button type="submit">{texts.text('manage.place-button')}</button>
  </form>
);

const CarryOver: FC<{ texts: Texts; letter: Letter; newText: StoredText }> = ({ texts, letter, newText }) => (
  <form method="post" class="operation">
    <h2>{texts.text('manage.carry-title')}</h2>
    <p>{texts.text('manage.carry-text')}</p>
    <details class="letter">
      <summary>{texts.text('manage.carry-read')}</summary>
      <LetterBody stored={newText} />
    </details>
    <input type="hidden" name="action" value="carry-over" />
    <input type="hidden" name="letterVersion" value={currentVersion(letter).id} />
    <button type="submit">{texts.text('manage.carry-button')}</button>
  </form>
);

/** Stored or requested values, by the names of the form's fields. */
function valuesOf(record: SignatureRecord): ReadonlyMap<string, string> {
  const { consents } = record;
  const wanted = wantedFields(record);
  const values: [string, string | undefined][] = [
    ['kind', wanted.kind],
    ...typedValues({ ...wanted, email: record.email }),
    ['attestation', record.attestation ? 'true' : undefined],
    ['display', wanted.display],
    ['consents.publication', consents.publication ? 'true' : undefined],
    ['consents.updates', consents.updates ? 'true' : undefined],
    ['consents.partner', consents.partner ? 'true' : undefined],
    ['consents.followUp', consents.followUp ? 'true' : undefined],
  ];
  return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
