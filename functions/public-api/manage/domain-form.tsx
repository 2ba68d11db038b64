/** The part of the owner's page where an organisation proves that its domain is its own. */
import type { FC } from 'hono/jsx';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import type { DomainProof } from './domain-proof.ts';
import type { DomainRefusal } from './verify-domain.ts';

export const DomainForm: FC<{ record: SignatureRecord; proof: DomainProof; texts: Texts }> = ({
  record: { evidence },
  proof: { domain, line, record, file },
  texts,
}) => {
  const shown = evidence.find(({ level }) => level === 'domain');
  return (
    <form method="post" class="operation">
      <h2>{texts.text('domain.title')}</h2>
      {shown ? (
        <p>{texts.text('domain.shown', { domain, date: texts.date(shown.at) })}</p>
      ) : (
        <>
          <p>{texts.text('domain.text', { domain })}</p>
          <p class="note">
            <code dir="ltr">{line}</code>
          </p>
          <dl class="facts">
            <dt>{texts.text('domain.record')}</dt>
            <dd>
              <code dir="ltr">{record}</code>
            </dd>
            <dt>{texts.text('domain.file')}</dt>
            <dd>
              <code dir="ltr">{file}</code>
            </dd>
          </dl>
          <input type="hidden" name="action" value="verify-domain" />
          <button type="submit">{texts.text('domain.button')}</button>
        </>
      )}
    </form>
  );
};

/** Keeps the order of an address in a sentence that runs from right to left (UAX 9). */
const isolated = (address = '') => `\u2066${address}\u2069`;

export const DomainAlert: FC<{
  refusal: Exclude<DomainRefusal, 'gone'>;
  proof: DomainProof | undefined;
  texts: Texts;
}> = ({ refusal, proof, texts }) => (
  <div class="alert" role="alert">
    <h2>{texts.text('domain.failed')}</h2>
    <p>{texts.text(`domain.${refusal}`, { record: isolated(proof?.record), file: isolated(proof?.file) })}</p>
  </div>
);
