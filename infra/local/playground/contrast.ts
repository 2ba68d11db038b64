/** Checks that chosen colours are readable (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
import { contrast } from '../../../shared/letter/tints.ts';
import { type Choice, colours } from './choice.ts';

/** Pairs of foreground and background. */
const pairs = [
  ['ink', 'paper'],
  ['soft', 'paper'],
  ['accent', 'paper'],
  ['alert', 'paper'],
  ['on-accent', 'accent'],
  ['ink', 'field'],
  ['alert', 'alert-soft'],
] as const;
const least = 4.5;

/** @returns one sentence for each hard-to-read pair with at least one chosen colour */
export function contrastWarnings({ colours: chosen, scheme }: Choice): string[] {
  const known = new Map(colours.map((colour) => [colour.name, colour]));
  const seen = scheme === '' ? (['light', 'dark'] as const) : ([scheme] as const);
  return pairs.flatMap(([front, back]) => {
    const [above, below] = [known.get(front), known.get(back)];
    if (!above || !below || !(chosen.has(front) || chosen.has(back))) return [];
    return seen.flatMap((look) => {
      const ratio = contrast(chosen.get(front) ?? above[look], chosen.get(back) ?? below[look]);
      // Rounded down, so that a shown ratio never looks sufficient when it is not.
      const shown = Math.floor(ratio * 10) / 10;
      const what = `In ${look}, “${above.label}” on “${below.label}”`;
      return ratio >= least ? [] : [`${what}: ${shown} : 1, and readers need ${least} : 1.`];
    });
  });
}
