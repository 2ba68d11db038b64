/** The handover of a delivery: its mails with their states, and the records of handovers in person or by post. */
import type { FC } from 'hono/jsx';
import { type ByHand, hasFailed, type SentCopy, stateOfCopy } from '../../../shared/handover/handover.ts';
import { type SignatureId, signatureId } from '../../../shared/ids.ts';
import { writeDate } from '../../../shared/text/texts.ts';
import { FileList } from '../ui/file-list.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { Table } from '../ui/table.tsx';
import type { ShownDelivery } from './page.tsx';
import { copyWords, whyNotSent } from './words.ts';

type Mail = readonly [id: SignatureId, copy: SentCopy];

export const CopyTable: FC<ShownDelivery> = ({ letter, handover, mailboxes }) => {
  const mails: Mail[] = Object.entries(handover.mails)
    .map(([id, copy]): Mail => [signatureId.parse(id), copy])
    .sort(([, a], [, b]) => a.queuedAt.localeCompare(b.queuedAt) || Number(a.isCopy) - Number(b.isCopy));
  if (mails.length === 0) return null;
  const timeZone = zoneOf(letter);
  const bounced = mails.filter(([, copy]) => hasFailed(copy));
  return (
    <>
      {bounced.length > 0 ? (
        <div class="note">
          <p>
            {bounced.length === 1 ? 'One mail did not arrive. ' : `${bounced.length} mails did not arrive. `}Find
            another address and send it there, or hand the document over in person or by post.
          </p>
        </div>
      ) : null}
      <div class="card">
        <Table label="Sent by email" caption="Sent by email" columns={['To', 'State', 'Sent']} plain stacks>
          {mails.map(([id, copy]) => (
            <tr>
              <th scope="row">
                <bdi>{copy.isCopy ? 'Your copy' : copy.name}</bdi>
                {mailboxes.has(id) ? (
                  <span class="hint">
                    <bdi>{mailboxes.get(id)}</bdi>
                  </span>
                ) : null}
              </th>
              <td>
                <CopyMark copy={copy} />
                {whyNotSent(copy) ? <span class="hint">{`Because ${whyNotSent(copy)}.`}</span> : null}
                {copy.arrivedAt ? <span class="hint">{formatInZone(copy.arrivedAt, timeZone)}</span> : null}
              </td>
              <td data-label="Sent">{copy.sentAt ? formatInZone(copy.sentAt, timeZone) : ''}</td>
            </tr>
          ))}
        </Table>
        <p class="hint">
          We do not record whether anyone opens the email or a link in it. “Receipt confirmed” means that a person
          pressed the button.
        </p>
      </div>
    </>
  );
};

const CopyMark: FC<{ copy: SentCopy }> = ({ copy }) => {
  const state = stateOfCopy(copy);
  const tone = state === 'arrived' ? ' good' : hasFailed(copy) || state === 'complained' ? ' bad' : '';
  return <span class={`mark${tone}`}>{copyWords[state]}</span>;
};

export const Records: FC<ShownDelivery> = (shown) => {
  const records = Object.entries(shown.handover.byHand).sort(([, a], [, b]) => a.on.localeCompare(b.on));
  return records.length === 0 ? null : (
    <section class="card">
      <h2>In person and by post</h2>
      <ul class="plain-list">
        {records.map(([id, record]) => (
          <li>
            <Record text={shown.text} record={record} />
            <FileList
              {...{ visit: shown.visit, letter: shown.letter, uploads: shown.uploads }}
              target={{ kind: 'scan', delivery: shown.delivery.id, record: id }}
              label="Add a scan or photo"
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

const howWords = { 'in-person': 'Handed over in person', posted: 'Posted' } as const;

const Record: FC<Pick<ShownDelivery, 'text'> & { record: ByHand }> = ({ text, record }) => {
  const { how, on, place, recipient, addressee } = record;
  const name = addressee === undefined ? undefined : text?.addressees[addressee]?.name;
  return (
    <p>
      <strong>{`${howWords[how]} on ${writeDate(on, 'en')}`}</strong>
      {[name && `to ${name}`, place, recipient && `taken by ${recipient} (not public)`].flatMap((part) =>
        part ? [', ', <bdi>{part}</bdi>] : [],
      )}
    </p>
  );
};
