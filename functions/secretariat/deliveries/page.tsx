/** The page of a delivery: its state, its files, how it was handed over, and what can be done next. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { Delivery } from '../../../shared/delivery/delivery.ts';
import { wasHandedOver } from '../../../shared/handover/handover.ts';
import type { SignatureId } from '../../../shared/ids.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import type { PageVisit } from '../guard.ts';
import { Alert, Facts } from '../ui/components.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';
import { documentLanguages, type LetterAndDelivery } from './delivery-in-path.ts';
import { CopyTable, Records } from './handed-over.tsx';
import { failureWords, fileWords, kindWords, languageName, names, sizeWords, stateWords } from './words.ts';

export interface ShownDelivery extends LetterAndDelivery {
  readonly visit: PageVisit;
  /** The frozen text in the official language. */
  readonly text: LetterText | undefined;
  /** Mailboxes of the mails, for those who may see them. */
  readonly mailboxes: ReadonlyMap<SignatureId, string>;
  /** Uploaded files of the letter. */
  readonly uploads: readonly Upload[];
  readonly publicUrl: string;
  /** Why something was not done. */
  readonly wrong: string | undefined;
}

export function deliveryPage(c: Context, shown: ShownDelivery): Promise<Response> {
  const { visit, letter, delivery, wrong } = shown;
  return showPage(c, wrong === undefined ? 200 : 422, {
    title: `Delivery no. ${delivery.number}`,
    visit,
    letter,
    body: (
      <>
        {wrong === undefined ? null : (
          <Alert title="Nothing was changed">
            <p>{wrong}</p>
          </Alert>
        )}
        <Progress {...shown} />
        {delivery.cancelledAt ? null : <NextSteps {...shown} />}
        <CopyTable {...shown} />
        <Records {...shown} />
        <Frozen {...shown} />
      </>
    ),
  });
}

/** Says what is going on, and what to do when it failed. */
const Progress: FC<ShownDelivery> = ({ visit, letter, delivery, handover, publicUrl }) => {
  const { progress, left, frozen, kind } = delivery;
  const base = `/console/letters/${letter.slug}/deliveries/${delivery.id}`;
  if (delivery.cancelledAt) {
    return (
      <div class="note">
        <p>
          This delivery was cancelled before it was sent. Nothing of it is public.
          {kind === 'final' ? ' The letter stays closed, and another final delivery can be started.' : null}
        </p>
      </div>
    );
  }
  if (progress.state === 'failed') {
    return (
      <Alert title="The document was not made">
        <p>{failureWords[progress.why]}</p>
        {visit.may('letter.state') ? (
          <form method="post" action={`${base}/retry`} class="actions">
            <Csrf token={visit.csrf} />
            <button type="submit">Try again</button>
            <CancelLink {...{ visit, handover, base }} />
          </form>
        ) : null}
      </Alert>
    );
  }
  if (progress.state !== 'ready') {
    return (
      <div class="note" role="status">
        <p>
          {frozen ? 'The list is frozen, and the document is being made.' : 'The list is being frozen.'} This takes a
          minute or two. You can close this page.
        </p>
        <p class="actions">
          <a class="button quiet" href={base}>
            Refresh
          </a>
          <CancelLink {...{ visit, handover, base }} />
        </p>
      </div>
    );
  }
  return (
    <div class="note" role="status">
      <p>{`${stateWords(delivery, handover)}. ${left > 0 ? `${names(left)} left the list since it was frozen.` : ''}`}</p>
      <p>
        <a href={`${publicUrl}/${letter.slug}/deliveries/${delivery.id}`}>The public page of this delivery</a>
        {wasHandedOver(handover) ? null : '. The letter’s page links to it once it is handed over.'}
      </p>
    </div>
  );
};

const NextSteps: FC<ShownDelivery> = ({ visit, letter, delivery, handover }) => {
  if (!visit.may('letter.state') || !delivery.frozen) return null;
  const base = `/console/letters/${letter.slug}/deliveries/${delivery.id}`;
  return (
    <section class="card">
      <h2>Hand it over</h2>
      <p class="actions">
        {delivery.progress.state === 'ready' ? (
          <a class="button" href={`${base}/send`}>
            Send it by email
          </a>
        ) : null}
        <a class="button quiet" href={`${base}/by-hand`}>
          Record a handover in person or by post
        </a>
        {delivery.progress.state === 'ready' ? <CancelLink {...{ visit, handover, base }} /> : null}
      </p>
    </section>
  );
};

/** A delivery that was handed over cannot be cancelled. */
const CancelLink: FC<Pick<ShownDelivery, 'visit' | 'handover'> & { base: string }> = ({ visit, handover, base }) =>
  visit.may('letter.state') && !wasHandedOver(handover) ? (
    <a class="button grave" href={`${base}/cancel`}>
      Cancel this delivery
    </a>
  ) : null;

const Frozen: FC<ShownDelivery> = (shown) => {
  const { letter, delivery } = shown;
  const { frozen, kind, options } = delivery;
  if (!frozen) return null;
  const timeZone = zoneOf(letter);
  const { counts } = frozen;
  const languages = documentLanguages(shown);
  return (
    <section class="card">
      <h2>Document</h2>
      <Facts
        facts={[
          ['Kind', kindWords[kind]],
          ['List frozen', formatInZone(frozen.at, timeZone)],
          ['On the list', names(frozen.number)],
          ['Not named', counts.withheld > 0 ? `${formatNumber(counts.withheld)} asked not to be named` : undefined],
          ['On paper', counts.offline > 0 ? formatNumber(counts.offline) : undefined],
          ['Order', options.order === 'name' ? 'A–Z' : 'By country'],
          ['Official language', languageName(letter.language)],
          ['Hash of the list', <code>{frozen.hash}</code>],
        ]}
      />
      {languages.map((language) => (
        <Files {...{ letter, delivery, language, publicUrl: shown.publicUrl }} isOnly={languages.length === 1} />
      ))}
      <Missing delivery={delivery} />
    </section>
  );
};

/** The order in which people look for them. */
const fileOrder = ['pdf', 'word', 'archive', 'list-csv', 'list-json', 'commitments'] as const;

/** With links, as they are printed and handed over before the public page is known to anybody. */
const Files: FC<
  Pick<ShownDelivery, 'letter' | 'delivery' | 'publicUrl'> & { readonly language: string; readonly isOnly: boolean }
> = ({ letter, delivery, publicUrl, language, isOnly }) => {
  const { progress } = delivery;
  const files = progress.state === 'ready' ? progress.files : [];
  const own = fileOrder.flatMap(
    (kind) => files.find(({ file, language: of }) => file === kind && (of ?? letter.language) === language) ?? [],
  );
  const base = `${publicUrl}/${letter.slug}/document/${delivery.id}`;
  if (own.length === 0) return null;
  return (
    <>
      {isOnly ? null : (
        <h3>{`${languageName(language)}${language === letter.language ? ', the official language' : ''}`}</h3>
      )}
      <ul>
        {own.map(({ file, bytes }) => (
          <li>
            {delivery.cancelledAt ? (
              fileWords[file]
            ) : (
              <a href={`${base}${file === 'pdf' ? '.pdf' : `/${file}`}?lang=${language}`}>{fileWords[file]}</a>
            )}
            {`, ${sizeWords(bytes)}`}
          </li>
        ))}
      </ul>
    </>
  );
};

const Missing: FC<{ delivery: Delivery }> = ({ delivery: { progress } }) =>
  progress.state === 'ready' && progress.missing.length > 0 ? (
    <div class="note">
      <p>
        {`No font of ours has these characters, so they show as boxes in the document: ${progress.missing.join(' ')}`}
      </p>
    </div>
  ) : null;

/** Asks once before a delivery is cancelled. */
export function confirmCancelPage(c: Context, visit: PageVisit, { letter, delivery }: LetterAndDelivery) {
  const base = `/console/letters/${letter.slug}/deliveries/${delivery.id}`;
  return showPage(c, 200, {
    title: `Cancel delivery no. ${delivery.number}?`,
    visit,
    letter,
    narrow: true,
    body: (
      <form method="post" action={`${base}/cancel`} class="card">
        <Csrf token={visit.csrf} />
        <p>
          {delivery.frozen ? `The document with ${names(delivery.frozen.number)} will not be sent. ` : ''}This cannot be
          undone. You can start another delivery afterwards.
        </p>
        {delivery.kind === 'final' ? (
          <p>The letter stays closed: nobody can sign or confirm. The next delivery is a final one, too.</p>
        ) : null}
        <p class="actions">
          <button type="submit" class="grave">
            Cancel the delivery
          </button>
          <a class="button quiet" href={base}>
            Keep it
          </a>
        </p>
      </form>
    ),
  });
}
