/**
 * Sessions of members: an id and a secret in a cookie, of which only a hash is stored. The secret changes every hour;
 * the previous one works for another minute, as requests may overtake each other. Twelve hours without a request end
 * the session.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { auditPut } from '../../../shared/audit/audit.ts';
import { base32, type MemberId, memberId, toBase32 } from '../../../shared/ids.ts';
import type { Member } from '../../../shared/member/member.ts';
import { readMember } from '../../../shared/member/storage.ts';
import { changeIf } from '../../../shared/platform/store/change.ts';
import { DeleteCommand } from '../../../shared/platform/store/commands.ts';
import { sessionKey } from '../../../shared/platform/store/keys.ts';
import { readItem } from '../../../shared/platform/store/read.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { transactOrThrow } from '../../../shared/platform/store/transaction.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { sameHash } from '../../../shared/platform/token/token.ts';
import { isoTimestamp } from '../../../shared/time.ts';

const hour = 3600 * 1000;
const idleFor = 12 * hour;
/** However much it is used, it ends after a week. */
const longest = 7 * 24 * hour;
const rotateAfter = hour;
const overlap = 60 * 1000;
/** Precision of the time of last use; otherwise each request would write. In milliseconds. */
const touchAfter = 5 * 60 * 1000;

const idLength = 20;
const secretLength = 26; // 130 bits
const cookieShape = new RegExp(`^([${base32}]{${idLength}})([${base32}]{${secretLength}})$`);

const session = z.object({
  id: z.string(),
  member: memberId,
  hash: z.string(),
  /** The previous secret, and until when it works, in milliseconds since 1970. */
  before: z.object({ hash: z.string(), until: z.number() }).optional(),
  startedAt: isoTimestamp,
  rotatedAt: isoTimestamp,
  usedAt: isoTimestamp,
});
export type Session = z.infer<typeof session>;

const fresh = (length: number) => toBase32(randomBytes(length));
const hashOf = (secret: string) => createHash('sha256').update(`session:${secret}`).digest('base64url');

/** @returns the value of the cookie; each sign-in starts its own session */
export async function startSession(
  store: Store,
  of: MemberId,
  audit: ReturnType<typeof auditPut>,
  now: Date,
): Promise<string> {
  const [id, secret, at] = [fresh(idLength), fresh(secretLength), now.toISOString()];
  const started: Session = { id, member: of, hash: hashOf(secret), startedAt: at, rotatedAt: at, usedAt: at };
  const ttl = Math.ceil((now.getTime() + longest) / 1000);
  const Put = { TableName: store.table, Item: { ...sessionKey(id), ...started, ttl } };
  await transactOrThrow(store, [{ Put }, audit]);
  return id + secret;
}

export interface Found {
  readonly session: Session;
  readonly member: Member;
  /** The new value of the cookie, when it changed. */
  readonly cookie?: string;
}

/**
 * @returns the session with its member, if it is valid, has not ended and is not revoked. Two reads; now and then one
 * write.
 */
export async function findSession(store: Store, cookie: string, now: Date): Promise<Found | undefined> {
  const [, id, secret] = cookieShape.exec(cookie) ?? [];
  const item = id === undefined ? undefined : await readItem(store, sessionKey(id));
  if (!item || secret === undefined) return undefined;
  const found = session.parse(item);
  if (!isSecret(found, secret, now) || isOver(found, now)) return undefined;
  const member = await readMember(store, found.member);
  if (!member || member.revokedAt || (member.sessionsFrom ?? '') >= found.startedAt) return undefined;
  const rotated = await keepAlive(store, found, now);
  return { session: found, member, ...(rotated === undefined ? {} : { cookie: found.id + rotated }) };
}

function isSecret({ hash, before }: Session, secret: string, now: Date): boolean {
  const given = hashOf(secret);
  const isNow = sameHash(given, hash);
  const was = sameHash(given, before?.hash ?? hashOf(''));
  return isNow || (was && before !== undefined && before.until > now.getTime());
}

function isOver({ startedAt, usedAt }: Session, now: Date): boolean {
  return now.getTime() - Date.parse(usedAt) >= idleFor || now.getTime() - Date.parse(startedAt) >= longest;
}

/** @returns the new secret, when this request changed it */
async function keepAlive(
  store: Store,
  { id, hash, rotatedAt, usedAt }: Session,
  now: Date,
): Promise<string | undefined> {
  const at = now.toISOString();
  if (now.getTime() - Date.parse(rotatedAt) >= rotateAfter) {
    const secret = fresh(secretLength);
    const changed = await changeIf(store, {
      Key: sessionKey(id),
      UpdateExpression: 'SET #hash = :hash, #before = :before, rotatedAt = :at, usedAt = :at',
      // A write whose answer was lost is sent again, and finds its own secret.
      ConditionExpression: '#hash = :seen OR #hash = :hash',
      ExpressionAttributeNames: { '#hash': 'hash', '#before': 'before' },
      ExpressionAttributeValues: {
        ':hash': hashOf(secret),
        ':before': { hash, until: now.getTime() + overlap },
        ':at': at,
        ':seen': hash,
      },
    });
    return changed ? secret : undefined;
  }
  if (now.getTime() - Date.parse(usedAt) < touchAfter) return undefined;
  await changeIf(store, {
    Key: sessionKey(id),
    UpdateExpression: 'SET usedAt = :at',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':at': at },
  });
  return undefined;
}

/** Signs out: the cookie stops working. */
export async function endSession(store: Store, { id }: Session): Promise<void> {
  await store.client.send(new DeleteCommand({ TableName: store.table, Key: sessionKey(id) }));
}

/** @returns the token in each form of the session, so that no other site can send one in the member's name */
export function csrfToken(keys: Keys, { id }: Session): string {
  return keys.hash('csrf', id);
}
