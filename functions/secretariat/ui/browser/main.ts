/** Enhancements of the console for browsers with scripts. Every page works without them. */
import { startCopy } from './copy.ts';
import { startKeys } from './keys.ts';
import { startPreview } from './preview.ts';
import { startProgress } from './progress.ts';

startCopy();
startKeys();
startPreview();
startProgress();
