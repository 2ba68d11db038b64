/**
 * Shades of a letter's colour. It is used as it is on light pages, and lighter on dark ones, so that it is readable on
 * both (https://www.w3.org/TR/WCAG22/#contrast-minimum).
 */

/** Backgrounds on which the colour stands as text: those of `functions/public-api/ui/styles.ts`. */
const light = ['#fffefb', '#f1efe9', '#ffffff'];
const dark = ['#1d2023', '#141618'];
/** Text on the colour: one of them always has a contrast of 4.58 : 1. */
const onColour = ['#ffffff', '#000000'] as const;
const least = 4.5;

/** @returns why a colour is refused, in words that follow its name; undefined when it can be read on a light page */
export function colourFault(text: string): string | undefined {
  if (isReadable(text, light)) return undefined;
  const ratio = Math.floor(Math.min(...light.map((one) => contrast(text, one))) * 10) / 10;
  return `is too light to read on a light page: ${ratio} : 1, and readers need ${least} : 1. Try ${darker(text)}`;
}

export interface Tint {
  readonly accent: string;
  /** For text on it. */
  readonly on: string;
}

/** @returns the colour and that of text on it, for light and for dark pages */
export function tintsOf(chosen: string): { readonly light: Tint; readonly dark: Tint } {
  return { light: tint(chosen), dark: tint(mixed(chosen, '#ffffff', (one) => isReadable(one, dark))) };
}

function tint(accent: string): Tint {
  const [white, black] = onColour;
  return { accent, on: contrast(accent, white) >= contrast(accent, black) ? white : black };
}

/** @returns the nearest darker shade that can be read */
const darker = (text: string) => mixed(text, '#000000', (one) => isReadable(one, light));

function isReadable(text: string, backgrounds: readonly string[]): boolean {
  return backgrounds.every((background) => contrast(text, background) >= least);
}

/** @returns the colour with as little of the other one as is needed */
function mixed(from: string, to: string, isEnough: (colour: string) => boolean): string {
  const [one, other] = [partsOf(from), partsOf(to)];
  for (let part = 0; part <= 1; part += 0.02) {
    const shade = `#${one.map((value, index) => hex(value + ((other[index] ?? 0) - value) * part)).join('')}`;
    if (isEnough(shade)) return shade;
  }
  return to;
}

const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0');
const partsOf = (text: string) => [1, 3, 5].map((start) => Number.parseInt(text.slice(start, start + 2), 16));

/** @returns the contrast ratio of two colours, from 1 to 21 */
export function contrast(one: string, other: string): number {
  const [darkest = 0, lightest = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lightest + 0.05) / (darkest + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(text: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(text).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
