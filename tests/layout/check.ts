/**
 * `npm run layout`: measures how well the folders are cut, and fails when one of the rules in `docs/architecture.md` is
 * broken. Part of `npm run check`.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { folderCycles, importsOf, nounImports, sourceFiles, usedByOne } from './imports.ts';

/** The public API's description is assembled from those of each noun. */
const frame = ['ui', 'api-docs'];
const maxUsedByOne = 14;
/** Why files of `shared` stay there although one function alone uses them; by file, or by folder. */
const reasonsToShare: Readonly<Record<string, string>> = {
  'shared/jobs/bulk/decide.ts': 'changes the job that housekeeping goes on with; its states are one set of rules',
  'shared/jobs/import/decide.ts': 'changes the job that housekeeping goes on with; its states are one set of rules',
  'shared/mailbox/block.ts': 'writes the row that the mailer obeys',
  'shared/platform/': 'knows nothing of who uses it',
  'shared/delivery/': 'console, housekeeping and document work on one record; its rules stay together',
  'shared/handover/': 'console, public page and mailer act on one delivery; its rules stay together',
  'shared/document/': 'the data that one function prepares and another prints',
};

const files = sourceFiles();
const imports = importsOf(files);
const broken: string[] = [];
const say = (line: string) => process.stdout.write(`${line}\n`);

const cycles = folderCycles(imports);
say(`folders of shared that import each other: ${cycles.length === 0 ? 'none' : ''}`);
for (const cycle of cycles) broken.push(`these folders import each other: ${cycle.join(', ')}`);

const single = usedByOne(files, imports);
say(
  `files of shared that one function alone uses: ${single.length} of ${files.filter((file) => file.startsWith('shared/')).length}`,
);
for (const { file, user } of single) {
  const [, reason] = Object.entries(reasonsToShare).find(([path]) => file.startsWith(path)) ?? [];
  say(`  ${file} (${user}): ${reason ?? 'no reason'}`);
  if (reason === undefined) broken.push(`${file} is used by ${user} alone: move it there, or say here why not`);
}
if (single.length > maxUsedByOne)
  broken.push(`more than ${maxUsedByOne} files of shared are used by one function alone`);

for (const folder of ['functions/secretariat', 'functions/public-api']) {
  const { leaving, staying } = nounImports(folder, imports, frame);
  say(`imports of ${folder} that stay with their noun: ${Math.round((100 * staying) / (staying + leaving.length))} %`);
  for (const { from, to } of leaving.filter(({ to }) => /(^|-)page\.tsx$/.test(basename(to)))) {
    broken.push(`${from} imports a page of another noun: ${to}`);
  }
}

for (const file of files.filter(
  (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(d|test|config|slow|scale|browsers))*\.tsx?$/.test(basename(path)),
)) {
  if (!/^shared\/text\/languages\//.test(file)) broken.push(`${file} is not named in kebab-case`);
}

const openers = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:^|\s)(?:\/\*\*?|\/\/)\s*\*?\s*(What|Who|How)\b(?![^.]*\?)/g)].map(
    () => file,
  ),
);
say(`comments that open with What, Who or How: ${openers.length}`);

for (const rule of broken) process.stderr.write(`${rule}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
