/** Lets bundles use the modules of Node without reading all their exports. */
import { builtinModules } from 'node:module';
import type { Plugin } from 'rolldown';

/** Mark the modules as ours, so that nothing else resolves them. An import on demand may use all exports. */
const [imported, required, onDemand] = ['\0imported:', '\0required:', '\0on-demand:'];
const isBuiltin = new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`);

/**
 * An ES import of a module of Node reads every one of its exports, whatever it names, and some exports load others when
 * they are read: `node:http` loads the client of `fetch`, HTTP/2 and worker threads, and `node:util` its parser of
 * arguments. `process.getBuiltinModule` returns the module as it is, and only the exports that are used are read.
 * https://nodejs.org/api/process.html#processgetbuiltinmoduleid
 */
export function builtinModulesAsTheyAre(): Plugin {
  return {
    name: 'builtin-modules',
    resolveId: {
      filter: { id: isBuiltin },
      handler: (id, _importer, { kind }) => ({ id: prefixFor(kind) + id, moduleSideEffects: false }),
    },
    load: {
      filter: { id: new RegExp(`^(?:${imported}|${required}|${onDemand})`) },
      handler: (id) => {
        const name = id.slice(id.indexOf(':') + 1);
        return id.startsWith(required) ? `module.exports = ${moduleOfNode(name)};` : asEsModule(name);
      },
    },
  };
}

function prefixFor(kind: string): string {
  if (kind === 'require-call') return required;
  return kind === 'dynamic-import' ? onDemand : imported;
}

const moduleOfNode = (id: string) => `process.getBuiltinModule(${JSON.stringify(id)})`;

/** Each export is marked as pure, so that those that nothing uses are left out. */
function asEsModule(id: string): string {
  const names = Object.keys(process.getBuiltinModule(id) ?? {}).filter((name) => /^[\w$]+$/.test(name));
  const exported = names.map((name, at) => `const _${at} = /* @__PURE__ */ (() => all.${name})();`);
  const list = names.map((name, at) => `_${at} as ${name}`);
  return [
    `const all = ${moduleOfNode(id)};`,
    ...exported,
    `export { ${list.join(', ')} };`,
    'export default all;',
  ].join('\n');
}
