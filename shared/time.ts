/** Timestamps, and how long things are kept. This file imports none of ours. */
import * as z from 'zod';

/** A moment, ISO 8601 in UTC. */
export const isoTimestamp = z.iso.datetime();

/** How long an unconfirmed signature is kept, in milliseconds. */
export const pendingKeptFor = 30 * 24 * 3600 * 1000;

/** How long a withdrawn signature is kept after its owner was told, in milliseconds. */
export const withdrawnKeptFor = 30 * 24 * 3600 * 1000;
