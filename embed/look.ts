/** The letter's own colour and logo. A page that sets colours of its own keeps them. */
import type { LetterBody } from '../functions/public-api/answer-schemas.ts';
import { serverUrl } from './api.ts';
import { h } from './dom.ts';

/** @returns the colours, for `baseStyles` */
export function lookStyles({ look }: LetterBody): string {
  if (!look?.light || !look.dark) return '';
  const { light, dark } = look;
  return `.root{--l:${light.accent};--lo:${light.on};--d:${dark.accent};--do:${dark.on}}`;
}

/** @returns the logo, on sites of others; our own pages show it themselves */
export function logo({ look, convener }: LetterBody): HTMLElement | undefined {
  if (!look?.logo || serverUrl.startsWith(`${location.origin}/`)) return undefined;
  const { url, width, height } = look.logo;
  const scale = Math.min(1, 240 / width, 96 / height);
  return h('img', {
    part: 'logo',
    src: url,
    alt: convener.organisation,
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    loading: 'lazy',
  });
}
