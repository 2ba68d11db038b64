import { expectNoErrors } from './everywhere.ts';

expectNoErrors('api');
