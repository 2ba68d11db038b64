/** One update: the preview while it is written, and how far it is once it is being sent. */
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { languagesOf } from '../../../shared/letter/letter.ts';
import type { Sending } from '../../../shared/update/sending.ts';
import { isEditable, isPublic } from '../../../shared/update/update.ts';
import type { PageVisit } from '../guard.ts';
import { Facts } from '../ui/components.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';
import { Timestamp } from '../ui/timestamp.tsx';
import { Preview } from './preview.tsx';
import type { LetterAndUpdate } from './update-in-path.ts';
import { languageName, pausedWords, updateStateNames } from './words.ts';

interface Shown extends LetterAndUpdate {
  readonly visit: PageVisit;
  readonly sending: Sending;
  /** The language of the preview. */
  readonly language: string;
  readonly note?: Child;
}

export async function updatePage(c: Context, shown: Shown): Promise<Response> {
  const { visit, letter, update, language, note } = shown;
  const base = `/console/letters/${letter.slug}/updates/${update.id}`;
  const canSend = visit.may('update.send');
  const languages = languagesOf(letter);
  return showPage(c, 200, {
    title: 'Update',
    visit,
    letter,
    body: (
      <>
        {note ? <div class="note">{note}</div> : null}
        {isEditable(update) ? null : <Progress {...shown} />}
        {update.state === 'scheduled' && update.sendAt ? (
          <p class="note">{`It will be sent on ${formatInZone(update.sendAt, zoneOf(letter))}.`}</p>
        ) : null}
        {canSend ? <Actions {...shown} base={base} /> : null}
        {languages.length > 1 ? (
          <p>
            Preview in:{' '}
            {languages.map((one, place) => (
              <>
                {place > 0 ? ' · ' : null}
                <a href={`${base}?lang=${one}`} aria-current={one === language ? 'true' : undefined}>
                  {languageName(one)}
                </a>
              </>
            ))}
          </p>
        ) : null}
        {await Preview({ letter, update, language })}
      </>
    ),
  });
}

function Progress({ letter, update, sending }: Shown) {
  const { chosen, sent, dropped, refused, bounced, complained } = sending;
  const count = (number: number) => (number > 0 ? formatNumber(number) : undefined);
  return (
    <section class="card">
      <Facts
        facts={[
          ['State', updateStateNames[update.state]],
          ['Why', update.pausedBecause && pausedWords[update.pausedBecause]],
          ['Started', update.startedAt && <Timestamp at={update.startedAt} zone={zoneOf(letter)} />],
          ['Finished', update.endedAt && <Timestamp at={update.endedAt} zone={zoneOf(letter)} />],
          ['Recipients so far', formatNumber(chosen)],
          ['Emails sent', formatNumber(sent)],
          ['No longer wanted', count(dropped)],
          ['Refused by Amazon SES', count(refused)],
          ['Bounced', count(bounced)],
          ['Marked as spam', count(complained)],
          [
            'Under the letter',
            isPublic(update) ? <a href={`/${letter.slug}/news/${update.id}`}>Open the page</a> : undefined,
          ],
        ]}
      />
      {update.state === 'sending' ? <p class="hint">Reload the page to see how far it is.</p> : null}
    </section>
  );
}

function Actions({ visit, update, base, language }: Shown & { base: string }) {
  const { state } = update;
  const press = (action: string, label: string, look: string) => (
    <form method="post" action={`${base}/${action}`}>
      <Csrf token={visit.csrf} />
      <input type="hidden" name="revision" value={String(update.revision)} />
      <input type="hidden" name="language" value={language} />
      <button type="submit" class={look}>
        {label}
      </button>
    </form>
  );
  return (
    <div class="actions">
      {isEditable(update) ? (
        <>
          <a class="button" href={`${base}/send`}>
            {state === 'scheduled' ? 'Change the time' : 'Send it'}
          </a>
          <a class="button quiet" href={`${base}/edit`}>
            Edit
          </a>
          {press('test', 'Send a test to me', 'quiet')}
        </>
      ) : null}
      {state === 'sending' ? press('pause', 'Pause', 'quiet') : null}
      {state === 'paused' ? press('resume', 'Resume', '') : null}
      {state === 'sending' || state === 'paused' ? press('cancel', 'Stop sending', 'grave') : null}
      {state === 'scheduled' ? press('cancel', 'Do not send it', 'grave') : null}
      {state === 'draft' ? press('remove', 'Remove', 'grave') : null}
    </div>
  );
}
