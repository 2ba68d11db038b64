/** What makes the console more comfortable where scripts run. Every page works without it. */
import { startCopy } from './copy.ts';
import { startKeys } from './keys.ts';
import { startPreview } from './preview.ts';
import { startProgress } from './progress.ts';

startCopy();
startKeys();
startPreview();
startProgress();
