/** Choices on the playground, as its address holds them. */
import * as z from 'zod';
import { baseStyles } from '../../../embed/styles.ts';
import { letterSlug, partnerId } from '../../../shared/ids.ts';
import { pageLanguages } from '../../../shared/text/catalogue.ts';

export const views = {
  form: 'The form',
  count: 'The count',
  list: 'Who signed',
  letter: 'The letter',
} as const;

const labels: Readonly<Record<string, string>> = {
  accent: 'Buttons and links',
  'on-accent': 'Text on buttons',
  ink: 'Text',
  soft: 'Hints',
  paper: 'Background',
  line: 'Lines',
  field: 'Fields',
  'field-line': 'Frames of fields',
  alert: 'Mistakes',
  'alert-soft': 'Behind mistakes',
};

export interface Colour {
  /** Name of the custom property, without `--signon-`. */
  readonly name: string;
  readonly label: string;
  /** Default colour, `#rrggbb`, where the page sets none. */
  readonly light: string;
  readonly dark: string;
}

const long = (hex: string) => (hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex);

/** Colours that a page may set, with the defaults of the elements; a letter may have colours of its own in between. */
export const colours: readonly Colour[] = [
  ...baseStyles.matchAll(
    /--signon-([a-z-]+),light-dark\((?:var\(--\w+,)?(#[0-9a-f]+)\)?,(?:var\(--\w+,)?(#[0-9a-f]+)/g,
  ),
].map(([, name = '', light = '', dark = '']) => ({
  name,
  label: labels[name] ?? name,
  light: long(light),
  dark: long(dark),
}));

export const schemes = { '': 'Automatic', light: 'Light', dark: 'Dark' } as const;
export const corners = { '': 'Soft', '0': 'Square', '16px': 'Round' } as const;

const keys = <Key extends string>(of: Readonly<Record<Key, string>>) =>
  z.custom<Key>((value) => typeof value === 'string' && Object.hasOwn(of, value));
const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** Missing or unknown parameters take their defaults. */
const query = z.object({
  view: keys(views).catch('form'),
  letter: letterSlug.optional().catch(undefined),
  partner: partnerId.optional().catch(undefined),
  lang: z.enum(pageLanguages).optional().catch(undefined),
  scheme: keys(schemes).catch(''),
  /** The colour scheme whose colours were in the form, changed or not. */
  shown: z.enum(['light', 'dark']).catch('light'),
  radius: keys(corners).catch(''),
  pin: z.literal('1').optional().catch(undefined),
});

export interface Choice extends Omit<z.infer<typeof query>, 'pin' | 'shown'> {
  /** Pins today's file by its hash. */
  readonly pin: boolean;
  /** Colours that differ from the defaults, by name. */
  readonly colours: ReadonlyMap<string, string>;
}

export function readChoice(asked: Readonly<Record<string, string>>): Choice {
  const { pin, shown, ...choice } = query.parse(asked);
  const changed = colours.flatMap(({ name, [shown]: usual }) => {
    const set = colour.safeParse(asked[name]);
    return set.success && set.data !== usual ? [[name, set.data] as const] : [];
  });
  return { ...choice, pin: pin !== undefined, colours: new Map(changed) };
}

/** @returns the scheme in which colours are shown; light where both may be used */
export const shownFor = ({ scheme }: Pick<Choice, 'scheme'>) => (scheme === 'dark' ? 'dark' : 'light');

/** @returns the custom properties that are set, by name */
export function propertiesOf({ scheme, radius, colours: set }: Choice): ReadonlyMap<string, string> {
  return new Map([
    ...[...set].map(([name, value]) => [`--signon-${name}`, value] as const),
    ...(radius ? [['--signon-radius', radius] as const] : []),
    ...(scheme ? [['--signon-color-scheme', scheme] as const] : []),
  ]);
}
