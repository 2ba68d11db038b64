/** `npm run reset`: deletes everything that the local stack has stored. */
import { emptyDataDir } from './data-dir.ts';
import { readOptions } from './options.ts';
import { exitWith } from './refusal.ts';

try {
  const { dataDir } = readOptions(process.env);
  await emptyDataDir(dataDir);
  console.log(`Emptied ${dataDir}. "npm start" starts with an empty stack.`);
} catch (error) {
  exitWith(error);
}
