/** Imports point one way: functions → shared; infra knows of functions only their environments. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-imports-only-shared',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|infra|cli|embed|tests)/' },
    },
    {
      name: 'ids-and-time-import-nothing',
      severity: 'error',
      from: { path: '^shared/(ids|time)\\.ts$' },
      to: { path: '^(cli|embed|functions|infra|shared|tests)/' },
    },
    {
      name: 'platform-imports-no-domain',
      severity: 'error',
      from: { path: '^shared/platform/' },
      to: { path: '^shared/', pathNot: '^shared/(platform/|(ids|time)\\.ts$)' },
    },
    {
      name: 'functions-import-only-shared',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|cli|embed|tests)/' },
    },
    {
      name: 'one-way-to-moderate',
      comment: 'Console, API, command line, bulk jobs and imports decide about a signature by moderate().',
      severity: 'error',
      from: { pathNot: '^(shared/signature/moderation/moderate\\.ts$|tests/)' },
      to: { path: '^shared/signature/moderation/transitions\\.ts$' },
    },
    {
      name: 'a-function-imports-no-other',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'infra-imports-only-environments-and-the-table',
      comment: 'infra/local runs the functions; the rest only deploys them',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: {
        path: '^(functions|cli|tests|shared)/',
        pathNot:
          '^shared/(platform/config/(env|metric)|platform/store/table|text/catalogue|mail/receives|document/font-files)\\.ts$',
      },
    },
    {
      name: 'embed-imports-only-texts-and-types',
      comment: 'What runs on partner sites holds nothing that only a server needs',
      severity: 'error',
      from: { path: '^embed/' },
      to: {
        path: '^(cli|functions|infra|shared|tests|node_modules)/',
        pathNot: [
          '^shared/text/',
          '^shared/organisation/(country|find-country|website-address)\\.ts$',
          '^shared/signature/(form-fields|public-name|lists/signatory-line)\\.ts$',
          '^node_modules/altcha-lib/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(cli|embed|functions|infra|shared)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      // Types only, no package to resolve.
      to: { couldNotResolve: true, pathNot: '^(aws-lambda|geojson)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
