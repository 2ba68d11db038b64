/**
 * `npm run bench`: cost of requests, beside baselines measured in the same run. No result depends on absolute times.
 * `npm run bench -- costs growth` runs only these.
 */
import { startEngine } from './bench-store.ts';
import { consolePages } from './console.ts';
import { costs } from './costs.ts';
import { documents } from './document.ts';
import { embed } from './embed.ts';
import { exporting } from './export.ts';
import { flood } from './flood/flood.ts';
import { growth } from './growth.ts';
import { handlers } from './handlers.ts';
import { load } from './load/load.ts';
import { wholeStack } from './load/whole-stack.ts';
import { oracle } from './oracle.ts';
import { pages } from './pages.ts';
import { price } from './price.ts';
import { signature } from './signature/signature.ts';
import { starts } from './starts.ts';

// Metrics are lines on stdout, where they would appear between the tables.
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';

const sections = {
  costs,
  handlers,
  starts,
  signature,
  stack: wholeStack,
  growth,
  oracle,
  embed,
  price,
  export: exporting,
  document: documents,
  console: consolePages,
  pages,
  flood,
  load,
};
/** These take minutes, so they run only on request. */
const onlyWhenAsked = new Set(['console', 'flood', 'load', 'pages']);

const asked = process.argv.slice(2);
const names = Object.keys(sections);
const unknown = asked.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`There is no section "${unknown}": name some of ${names.join(', ')}.`);
  process.exit(1);
}

const startedAt = Date.now();
const engine = await startEngine();
try {
  for (const [name, section] of Object.entries(sections)) {
    if (asked.length === 0 ? !onlyWhenAsked.has(name) : asked.includes(name)) await section(engine);
  }
} finally {
  await engine.stop();
}
console.log(`\nDone in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
process.exit();
