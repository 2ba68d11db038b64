/** Arrows of links. Where text runs from right to left, the way back points to the right. */
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';

export function backArrow({ language }: Texts): string {
  return direction(language) === 'rtl' ? '→' : '←';
}

export function onwardArrow({ language }: Texts): string {
  return direction(language) === 'rtl' ? '←' : '→';
}
