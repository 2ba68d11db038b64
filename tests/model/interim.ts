/** What the code does not yet find by itself: whether a mailbox is on the domain of the organisation. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { signatureKey } from '../../shared/store/keys.ts';
import { signatureOf } from './expected.ts';
import { type Game, signatureNumber } from './game.ts';
import { provesDomain } from './people.ts';

/** A corrected organisation is not looked up. */
export const correctionProves = false;

/** What the first mail is to find. */
export async function findDomains(game: Game): Promise<void> {
  for (const record of game.snapshot.records.values()) {
    if (record.confirmedAt || !record.organisationKey || record.mailboxDomain) continue;
    const { wish } = signatureOf(game.model, signatureNumber(game, record.id));
    await game.observer.store.client.send(
      new UpdateCommand({
        TableName: game.observer.store.table,
        Key: signatureKey(record.id),
        UpdateExpression: 'SET mailboxDomain = :found',
        ExpressionAttributeValues: { ':found': provesDomain(wish) ? 'organisation' : 'other' },
      }),
    );
  }
}
