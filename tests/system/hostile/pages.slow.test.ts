import { expectNoErrors } from './everywhere.ts';

expectNoErrors('pages');
