/** Timestamps and retention times. This file imports no other file of the project. */
import * as z from 'zod';

/** A timestamp, ISO 8601 in UTC. */
export const isoTimestamp = z.iso.datetime();

/** Retention of an unconfirmed signature, in milliseconds. */
export const pendingKeptFor = 30 * 24 * 3600 * 1000;

/** Retention of a withdrawn signature after its owner was told, in milliseconds. */
export const withdrawnKeptFor = 30 * 24 * 3600 * 1000;
