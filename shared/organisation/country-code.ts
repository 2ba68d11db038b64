/** The schema of a country. */
import * as z from 'zod';
import { countryCodes } from './country.ts';

export const country = z.enum(countryCodes, 'not a country code of ISO 3166-1, such as KZ');
