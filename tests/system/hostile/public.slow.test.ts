import { expectNoErrors } from './everywhere.ts';

expectNoErrors('public');
