/** The elements on other people's pages: real Chromium, the real local stack, pages on another origin. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { hostile } from './hostile.ts';
import { states } from './states.ts';
import { type Embedding, openEmbedding } from './world.ts';

let opened: Embedding | undefined;
beforeAll(async () => {
  opened = await openEmbedding();
}, 60_000);
afterAll(() => opened?.close());

const world = (): Embedding => opened ?? expect.unreachable('no world');

describe('the form on a page', () => hostile(world));
describe('each state of the form', () => states(world));
