/** Numbers as the console shows them. */
import { remembered } from '../../../shared/text/remembered.ts';

const formatIn = remembered((language) => new Intl.NumberFormat(language));

/** @returns the number with separators: `12,450` */
export const formatNumber = (number: number): string => formatIn('en').format(number);

/** @returns the number with its noun: `1 name`, `1,024 names` */
export function amount(number: number, one: string, several: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : several}`;
}
