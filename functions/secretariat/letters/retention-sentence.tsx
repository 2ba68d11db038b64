/** The sentence about deletion in the privacy notice, made from the number of days, so that both always match. */
import type { FC } from 'hono/jsx';
import type { Texts } from '../../../shared/text/catalogue.ts';

interface RetentionProps {
  /** As typed; `browser/retention.ts` updates the number during typing. */
  readonly days: string | undefined;
  /** The strings of the privacy notice. */
  readonly texts: Texts;
}

export const RetentionSentence: FC<RetentionProps> = ({ days, texts }) => (
  <p class="hint" data-days="keepDays">
    <span hidden={!days}>
      The privacy notice says: “{texts.label('privacy.after-closing')}
      <output>{days}</output> days.”
    </span>
    <span hidden={Boolean(days)}>The privacy notice says: “{texts.text('privacy.retention-text')}”</span>
  </p>
);
