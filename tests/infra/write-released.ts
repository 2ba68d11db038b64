/**
 * Writes the templates of a release, with which the next version is compared: `node --import tsx
 * tests/infra/write-released.ts` on the commit of the release, and no other.
 */
import { writeFileSync } from 'node:fs';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { releasedFile, releasedKinds, templateNow } from './released.ts';

await bundleFunctions();
for (const kind of releasedKinds) {
  writeFileSync(releasedFile(kind), `${JSON.stringify(templateNow(kind), null, 1)}\n`);
}
