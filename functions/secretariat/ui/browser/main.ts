/** Enhancements of the console for browsers with scripts. Every page works without them. */
import { startAddress } from './address.ts';
import { startCopy } from './copy.ts';
import { startFindWords } from './find-words.ts';
import { startKeys } from './keys.ts';
import { startPreview } from './preview.ts';
import { startProgress } from './progress.ts';
import { startRetention } from './retention.ts';
import { startTimeZone } from './time-zone.ts';

startAddress();
startCopy();
startFindWords();
startKeys();
startPreview();
startProgress();
startRetention();
startTimeZone();
