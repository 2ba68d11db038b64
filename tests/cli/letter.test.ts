import { expect, it } from 'vitest';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { freshStore } from '../fixtures/store.ts';
import { openTestLetter } from '../fixtures/world.ts';

it('marks a letter as delivered once it is closed', async () => {
  const store = await freshStore();
  await openTestLetter(store);
  const letter = (...args: string[]) => sayingOf('letter', args, environmentOf(store));
  expect(await letter('deliver', 'clean-air')).toMatch(/^refused: The letter can still be signed/);
  await letter('close', 'clean-air');
  expect(await letter('deliver', 'clean-air', '--on', 'today')).toMatch(/^refused: "today" is not a date/);
  expect(await letter('deliver', 'clean-air', '--on', '2026-03-05')).toBe(
    'Delivered on 2026-03-05: https://sign.example.org/clean-air\n',
  );
  expect(await letter('show', 'clean-air')).toMatch(/state +delivered on 2026-03-05/);
}, 60_000);
