/** The elements on other people's pages: real Chromium, the real local stack, pages on another origin. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { around } from './around.ts';
import { builders } from './builders.ts';
import { frameworks } from './frameworks.ts';
import { guides } from './guides.ts';
import { hostile } from './hostile.ts';
import { losses, refusals } from './losses.ts';
import { people } from './people.ts';
import { playground } from './playground.ts';
import { screenshots } from './screenshots.ts';
import { states } from './states.ts';
import { type Embedding, openEmbedding } from './world.ts';

let opened: Embedding | undefined;
beforeAll(async () => {
  opened = await openEmbedding();
});
afterAll(() => opened?.site.close());

const world = (): Embedding => opened ?? expect.unreachable('no world');

describe.concurrent('the form on a page', () => hostile(world));
describe.concurrent('each state of the form', () => states(world));
describe.concurrent('without a network', () => losses(world));
describe.concurrent('the form is refused to', () => refusals(world));
describe.concurrent('people and pages', () => people(world));
describe.concurrent('around the form', () => around(world));
describe.concurrent('the guide', () => guides(world));
describe.concurrent('the snippet for', () => builders(world));
describe.concurrent('in an app of', () => frameworks(world));
describe.concurrent('the playground', () => playground(world));
// For manual review, so made only on request.
if (process.env['SCREENSHOTS']) describe('pictures', () => screenshots(world));
