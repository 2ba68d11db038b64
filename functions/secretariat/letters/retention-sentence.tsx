/** The sentence about deletion in the privacy notice, made from the number of days, so that both always match. */
import type { FC } from 'hono/jsx';
import { en } from '../../../shared/text/languages/en.ts';

/** @param days as typed; `browser/retention.ts` updates the number during typing */
export const RetentionSentence: FC<{ days: string | undefined }> = ({ days }) => (
  <p class="hint" data-days="keepDays">
    <span hidden={!days}>
      The privacy notice says: “{en['privacy.after-closing']}: <output>{days}</output> days.”
    </span>
    <span hidden={Boolean(days)}>The privacy notice says: “{en['privacy.retention-text']}”</span>
  </p>
);
