/**
 * Every example in the documents is checked: commands by the options that the command line takes, requests by sending
 * them, snippets by parsing them and looking up what they name. A block that no check knows makes the test fail.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Script } from 'node:vm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readLetterFiles } from '../../cli/letter-files.ts';
import { readConfig, settingNames } from '../../infra/config.ts';
import { everything } from '../../shared/ids.ts';
import { readLetterFile } from '../../shared/letter/file.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { permissions } from '../../shared/member/role.ts';
import { keyFor, setScene } from '../console/route-fixtures.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, type World } from '../fixtures/world.ts';
import { type Block, blocks } from './blocks.ts';
import { type Command, commandsIn } from './shell.ts';

const all = blocks();
const exampleLetter = 'docs/examples/keep-the-river-open.md';
const isCell = (text: string) => text.includes('…');

let world: World;
let key: string;
/** Id of the last job that a request made: `ID` in the examples. */
let lastId = '';

beforeAll(async () => {
  const scene = await setScene(makeWorld(await freshStore()));
  ({ world } = scene);
  const { file, translations } = await readLetterFiles(exampleLetter);
  const plan = await importLetter(world.store, file, translations, { now: new Date(world.clock.now), open: true });
  expect(plan.outcome).not.toBe('refused');
  key = await keyFor(scene, permissions, everything);
});

const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;

/** Blocks that this test leaves to another one, or to nobody. */
const elsewhere: readonly {
  readonly language: string;
  readonly why: string;
  readonly isFor: (block: Block) => boolean;
}[] = [
  {
    language: 'mermaid',
    why: 'a drawing',
    isFor: ({ text }) => /^(sequenceDiagram|flowchart LR)\n/.test(text),
  },
  ...['text', 'jsx', 'js', 'vue'].map((language) => ({
    language,
    why: 'tests/embed reads it by its heading and tries it in a browser',
    isFor: ({ heading }: Block) => isReadByEmbedTests(heading, language),
  })),
];

const embedTests = ['builders', 'frameworks', 'guides'].map((name) => readFileSync(`tests/embed/${name}.ts`, 'utf8'));
const isReadByEmbedTests = (heading: string, language: string) =>
  embedTests.some((code) => code.includes(`read('${heading}', '${language}')`));

const checks: Readonly<Record<string, (block: Block) => void | Promise<void>>> = {
  async sh({ text }) {
    for (const command of commandsIn(text)) await checkCommand(command);
  },
  json({ text }) {
    const config = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    expect(Object.keys(config).filter((name) => !settingNames.includes(name))).toEqual([]);
    readConfig((name) => config[name]);
  },
  yaml({ text }) {
    const letter = readLetterFile(readFileSync(exampleLetter, 'utf8').replace('---\n', `---\n${text}`));
    expect(letter).toMatchObject({ ok: true });
  },
  html: checkHtml,
};

describe.each(all.map((block) => [`${block.file}:${block.line}`, block] as const))('%s', (_, block) => {
  it(`is checked as ${block.language || 'a block without a language'}`, async () => {
    const check = checks[block.language];
    if (check) await check(block);
    else expect(elsewhere.some((one) => one.language === block.language && one.isFor(block))).toBe(true);
  });
});

it('finds the blocks', () => {
  expect(all.length).toBeGreaterThan(30);
  expect(new Set(all.map(({ language }) => language)).size).toBeGreaterThan(5);
});

/** Programs that are not ours: their options are theirs to check. */
const others = new Set(['aws', 'cp', 'echo', 'git', 'grep', 'jq', 'sleep', 'tail']);

async function checkCommand([name = '', ...args]: Command): Promise<void> {
  const assignment = /^[a-z]+=/.test(name);
  if (assignment && args.length === 0) return;
  if (name === 'npm') return checkNpm(args);
  if (name === 'npx') return checkCdk(args);
  if (name === 'curl') return checkCurl(args);
  expect(others, `${name} ${args.join(' ')}`).toContain(name);
  if (name === 'cp') expect(existsSync(args[0] ?? '')).toBe(true);
}

function checkNpm([verb = '', ...rest]: Command): void {
  if (verb === 'ci') return;
  const [script = '', separator, ...args] = verb === 'run' ? rest : [verb, ...rest];
  expect(Object.keys(scripts)).toContain(script);
  expect([undefined, '--']).toContain(separator);
  const file = /^node (cli\/\S+\.ts)$/.exec(scripts[script] ?? '')?.[1];
  if (file === undefined) {
    expect(args).toEqual([]);
    return;
  }
  const code = readFileSync(file, 'utf8');
  const options = Object.fromEntries(
    [...code.matchAll(/(\w+): \{ type: '(string|boolean)'(, multiple: true)?/g)].map(([, option = '', type, many]) => [
      option,
      { type: type === 'string' ? ('string' as const) : ('boolean' as const), multiple: many !== undefined },
    ]),
  );
  const { positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const actions = [...code.matchAll(/^ {2,4}case '(\w+)':/gm)].map(([, action]) => action);
  if (actions.length > 0) expect(actions).toContain(positionals[0]);
  for (const path of positionals.filter((one) => one.endsWith('.md'))) expect(existsSync(path), path).toBe(true);
}

function checkCdk([program, action, ...rest]: Command): void {
  expect(program).toBe('cdk');
  expect(['bootstrap', 'deploy', 'destroy', 'diff']).toContain(action);
  const settings = rest.filter((one) => one !== '-c' && !isCell(one)).map((one) => one.split('=')[0]);
  expect(settings.filter((name) => !settingNames.includes(name ?? ''))).toEqual([]);
}

/** Sends the request to the function that answers there. */
async function checkCurl(args: Command): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      silent: { type: 'boolean', short: 's' },
      header: { type: 'string', short: 'H', multiple: true },
      data: { type: 'string', short: 'd' },
      request: { type: 'string', short: 'X' },
    },
  });
  const [address = ''] = positionals;
  // The inbox of the local stack, and a link that was read there: tests/system/acceptance follows one.
  if (address === 'http://127.0.0.1:8788/store' || address === '$link') return;
  const path = address.replace('$api', '/v1/admin').replace('http://127.0.0.1:8787', '').replace('/ID/', `/${lastId}/`);
  const headers = Object.fromEntries(
    (values.header ?? []).map((line) =>
      line
        .replace('$key', key)
        .split(/: (.*)/s)
        .slice(0, 2),
    ),
  );
  const method = values.request ?? (values.data === undefined ? 'GET' : 'POST');
  const app = path.startsWith('/v1/admin') ? world.secretariat.app : world.app;
  const response = await app.request(path, { method, headers, ...(values.data ? { body: values.data } : {}) });
  const body = await response.text();
  expect(response.status, `${method} ${path}: ${body}`).toBeLessThan(300);
  const made = z.object({ job: z.object({ id: z.string() }) }).safeParse(isJson(response) ? JSON.parse(body) : {});
  if (made.success) lastId = made.data.job.id;
}

const isJson = ({ headers }: Response) => headers.get('content-type')?.startsWith('application/json') ?? false;

/** Attributes of every element of ours, besides those that all elements of HTML have. */
const ownAttributes = ['letter', 'partner'];
const ownElements = () =>
  [...readFileSync('embed/v1.ts', 'utf8').matchAll(/define\('(\w+)'/g)].map(([, name]) => `sign-on-${name}`);

type Node = DefaultTreeAdapterTypes.ChildNode;

function checkHtml({ text }: Block): void {
  const faults: string[] = [];
  const document = parseFragment<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(text, {
    onParseError: ({ code }) => void faults.push(code),
  });
  expect(faults).toEqual([]);
  document.childNodes.forEach(checkNode);
  for (const [, path = ''] of text.matchAll(/https:\/\/sign\.example\.org(\/[^\s"'`?&;]*)/g)) checkPath(path);
}

function checkNode(node: Node): void {
  if (!('attrs' in node)) return;
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  if (node.tagName.startsWith('sign-on-')) {
    expect(ownElements()).toContain(node.tagName);
    const unknown = [...attributes.keys()].filter((name) => ![...ownAttributes, 'lang', 'style'].includes(name));
    expect(unknown).toEqual([]);
    expect(attributes.has('letter')).toBe(true);
  }
  if (node.tagName === 'script') {
    const code = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    if (attributes.get('type') === 'importmap') JSON.parse(code);
    else expect(() => new Script(code)).not.toThrow();
  }
  if (node.tagName === 'input') expect(formNames).toContain(attributes.get('name'));
  node.childNodes.forEach(checkNode);
}

/** Names of the fields that a plain form may send: docs/embedding.md, "A plain form". */
const formNames = [
  'kind',
  'partner',
  'redirect',
  'source.page',
  'signatory.name',
  'signatory.email',
  'consents.publication',
  'homepage',
];

/** Insists that a route answers there. Names of hashed files are not complete in the documents. */
function checkPath(path: string): void {
  if (isCell(path) || path.includes('${')) return;
  const routes = world.app.routes.filter((route) => route.method !== 'ALL' && !route.path.includes('*'));
  const fits = routes.some((route) => new RegExp(`^${route.path.replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`).test(path));
  expect(fits, path).toBe(true);
}
