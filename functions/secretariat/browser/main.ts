/** What makes the console more comfortable where scripts run. Every page works without it. */
import { startKeys } from './keys.ts';
import { startProgress } from './progress.ts';

startKeys();
startProgress();
