/** Does what the secretariat asks for, whatever it is, and keeps who asked. */

import type { Also } from './commit.ts';
import { approved, featured, held, merged, rejected, split } from './decisions.ts';
import { hasRoom } from './featured.ts';
import type { SignatureId } from './id.ts';
import { changeFor, type Moderated, type Moderating } from './moderating.ts';
import type { Moderation, ModerationRefusal } from './moderation.ts';
import { holdsClaim, isShown, type SignatureRecord } from './record.ts';
import { readSignature } from './storage.ts';
import { verified, withdrawn } from './transitions.ts';

/** Does it; again changes nothing more. @throws what DynamoDB throws when it stays unavailable; nothing is half done then */
export async function moderate(moderating: Moderating, id: SignatureId, wanted: Moderation): Promise<Moderated> {
  const { store, letter } = moderating;
  const record = await readSignature(store, id);
  if (record?.letter !== letter.slug) return { outcome: 'gone' };
  if (wanted.do === 'forget') {
    const { forgetFor } = await import('./moderate-mail.ts');
    return forgetFor(moderating, record);
  }
  if (wanted.do === 'resend' || wanted.do === 'release') {
    const { resendFor, releaseFor } = await import('./moderate-mail.ts');
    return (wanted.do === 'resend' ? resendFor : releaseFor)(moderating, record);
  }
  const why = await refusalOf(moderating, record, wanted);
  if (why) return { outcome: 'refused', why };
  return changeFor(moderating, id, wanted.do, await stepOf(moderating, record, wanted), checksOf(moderating, wanted));
}

type Decided = Exclude<Moderation, { do: 'forget' | 'resend' | 'release' }>;

async function refusalOf(
  { store, letter }: Moderating,
  record: SignatureRecord,
  wanted: Decided,
): Promise<ModerationRefusal | undefined> {
  if (!record.confirmedAt) return 'not-confirmed';
  if (record.withdrawnAt) return wanted.do === 'withdraw' ? undefined : 'is-withdrawn';
  switch (wanted.do) {
    case 'feature': {
      if (wanted.rank === undefined) return undefined;
      if (!isShown(record)) return 'not-shown';
      return (await hasRoom(store, letter.slug, record.id)) ? undefined : 'featured-full';
    }
    case 'merge': {
      const into = wanted.into === record.id ? undefined : await readSignature(store, wanted.into);
      const fits = into && into.letter === letter.slug && into.kind === record.kind && holdsClaim(into);
      return fits ? undefined : 'merge-unfit';
    }
    case 'split':
      return record.kind === 'organisation' ? undefined : 'no-organisation';
    case 'correct': {
      const isNamed = record.kind === 'individual' || (wanted.organisationName && wanted.country);
      if (!isNamed) return 'name-missing';
      return record.kind === 'individual' && record.email === '' ? 'mailbox-erased' : undefined;
    }
    default:
      return undefined;
  }
}

async function stepOf(moderating: Moderating, record: SignatureRecord, wanted: Decided) {
  const { letter, now } = moderating;
  const { publishedFrom } = letter.settings;
  const step = await (async (): Promise<(found: SignatureRecord) => SignatureRecord> => {
    switch (wanted.do) {
      case 'approve':
        return (found) => approved(found, now);
      case 'hold':
        return (found) => held(found, now);
      case 'reject':
        return (found) => rejected(found, wanted.why, now);
      case 'vouch': {
        const evidence = { level: 'vouched', method: 'secretariat', at: now.toISOString(), note: wanted.note } as const;
        return (found) => verified(found, evidence, { publishedFrom, now });
      }
      case 'withdraw':
        return (found) => withdrawn(found, now);
      case 'feature':
        return (found) => featured(found, wanted.rank);
      case 'merge':
        return (found) => merged(found, wanted.into, now);
      case 'split':
        return (found) => split(found, wanted.chapter, now);
      case 'correct': {
        const { correctionStep } = await import('./moderate-names.ts');
        return correctionStep(moderating, record, wanted);
      }
    }
  })();
  // Withdrawn in this very moment: then that counts.
  return (found: SignatureRecord) => (found.withdrawnAt ? found : step(found));
}

/** What has to be so in the moment when it is written. */
function checksOf({ store }: Moderating, wanted: Decided): Also {
  if (wanted.do !== 'merge') return () => [];
  return () => [
    {
      ConditionCheck: {
        TableName: store.table,
        Key: { pk: `SIGNATURE#${wanted.into}`, sk: 'SIGNATURE' },
        ConditionExpression:
          'attribute_exists(confirmedAt) AND attribute_not_exists(withdrawnAt) AND attribute_not_exists(duplicateOf) AND moderation <> :rejected',
        ExpressionAttributeValues: { ':rejected': 'rejected' },
      },
    },
  ];
}
