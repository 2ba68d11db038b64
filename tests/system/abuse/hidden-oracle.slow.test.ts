/** Every way to be hidden besides those of `hidden-oracle.test.ts`. */
import { describe } from 'vitest';
import { expectNothingShows, hiders } from './hidden-walk.ts';

const others = Object.keys(hiders).filter((name) => name !== 'withheld' && name !== 'held');

describe.each(others)('somebody whose signature is %s', expectNothingShows);
