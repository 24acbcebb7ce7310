/**
 * The law of imports, read from `src/stages.ts`. `node tools/law.ts` applies it; `tools/check-the-checker.ts` plants one breach of each rule
 * and expects to see it named. The comment of a rule says how a breach is mended.
 */
import { STAGES } from './src/stages.ts';

const STAGE = `(?:${STAGES.join('|')})`;
const TEST = '\\.test\\.tsx?$';
/** What only tests use: `test-list.ts`, `fixtures.ts`. */
const SUPPORT = '(?:^|/)(?:test-[^/]+|fixtures)\\.tsx?$';
const NOT_TESTS = [TEST, SUPPORT];
const NODE = ['core'];
const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const RULES = '(?:rules/|rules\\.ts$)';
const WORDS = '(?:words/|[^/]*words\\.ts$)';
const STORE = '(?:store/|store\\.ts$)';
const ACTIONS = '(?:actions/|actions\\.ts$)';
/** Rooms that answer: by HTTP, as a page, by the calendar. */
const OUTER = '(?:(?:routes|reads|pages|jobs)(?:/|\\.ts$))';
const SCREENS = 'screens/';
const ENDS = '(?:door|module)\\.ts$';

/** Pure files of the platform that browsers share, until they move below it. */
const SHARED_PLATFORM = '^src/platform/(?:documents/(?:words|refusal)|session/(?:words|rules))\\.ts$';

/** Exceptions, each with its reason. */
const LOADS_THE_DEMO = ['^src/shells/(?:start|demo-once)\\.ts$', '^src/shells/cli/']; // the demo is loaded by the first start and by the command line
const DESCRIBES_TABLES = '^tools/schema/describe\\.ts$'; // writes schema.sql from the database that tests are given
const USUAL_TITLE = '^src/organisation/actions/posts\\.ts$'; // a post without a title of its own is stored with the usual one of its kind

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'kernel-alone',
    comment: 'the kernel knows nothing of ours but itself: move the word that it needs into the kernel, or the file out of it',
    severity: 'error',
    from: { path: '^src/kernel/' },
    to: { path: '^(?:src/(?!kernel/)|seed/|bench/|e2e/|tools/)' },
  },
  {
    name: 'kernel-pure',
    comment: 'the kernel runs in browsers: no node: and no package but zod and @noble/hashes',
    severity: 'error',
    from: { path: '^src/kernel/', pathNot: NOT_TESTS },
    to: { dependencyTypes: [...NODE, ...PACKAGES], pathNot: '^node_modules/(?:zod|@noble/hashes)/' },
  },
  {
    name: 'platform-knows-no-stage',
    comment: 'the platform imports the kernel and itself: what a stage gives, it hands over in module.ts',
    severity: 'error',
    from: { path: '^src/platform/', pathNot: NOT_TESTS },
    to: { path: '^src/(?!kernel/|platform/)' },
  },
  ...STAGES.slice(0, -1).map((stage, i) => ({
    name: `${stage}-before-later-stages`,
    comment: 'the order of src/stages.ts is the law: let the later stage call this one, or declare a slot that the later one fills',
    severity: 'error',
    from: { path: `^src/${stage}/` },
    to: { path: `^src/(?:${STAGES.slice(i + 1).join('|')})/` },
  })),
  {
    name: 'stage-below-the-top',
    comment: 'a stage imports no shell and nothing that puts the stages together',
    severity: 'error',
    from: { path: `^src/${STAGE}/`, pathNot: NOT_TESTS },
    to: { path: '^src/(?:shells/|[^/]+\\.tsx?$)' },
  },
  {
    name: 'earlier-stage-by-rules-words-and-door',
    comment: 'from an earlier stage only rules, words and door.ts: add the function to its door',
    severity: 'error',
    from: { path: `^src/(${STAGE})/`, pathNot: NOT_TESTS },
    to: { path: `^src/${STAGE}/`, pathNot: ['^src/$1/', `^src/${STAGE}/(?:${RULES}|${WORDS}|door\\.ts$)`] },
  },
  {
    name: 'rules-pure',
    comment: 'rules decide by what they are given: only the kernel, rules and zod',
    severity: 'error',
    from: { path: `^src/${STAGE}/${RULES}`, pathNot: NOT_TESTS },
    to: { pathNot: ['^src/kernel/', `^src/${STAGE}/${RULES}`, '^node_modules/zod/'] },
  },
  {
    name: 'words-pure',
    comment: 'words word what rules say: only the kernel, rules and words',
    severity: 'error',
    from: { path: `^src/${STAGE}/${WORDS}`, pathNot: NOT_TESTS },
    to: { pathNot: ['^src/kernel/', `^src/${STAGE}/(?:${RULES}|${WORDS})`, SHARED_PLATFORM] },
  },
  {
    name: 'screens-without-server',
    comment: 'screens import the kernel, ui, rules, words and screens: what they need from the server they ask for over HTTP',
    severity: 'error',
    from: { path: `^src/${STAGE}/${SCREENS}`, pathNot: NOT_TESTS },
    to: {
      path: '^(?:src|seed|tools|bench)/',
      pathNot: ['^src/(?:kernel|ui)/', `^src/${STAGE}/(?:${RULES}|${WORDS}|${SCREENS})`, SHARED_PLATFORM],
    },
  },
  {
    name: 'ui-kernel-only',
    comment: 'ui knows no stage and no server: hand the stage’s part over as a value',
    severity: 'error',
    from: { path: '^src/ui/', pathNot: NOT_TESTS },
    to: { path: '^src/(?!kernel/|ui/)' },
  },
  {
    name: 'staff-shell-without-server',
    comment: 'the staff shell and the booth import the kernel, ui and the stages’ rules, words and screens',
    severity: 'error',
    from: { path: '^src/shells/(?:staff|booth)/', pathNot: NOT_TESTS },
    to: {
      path: '^src/',
      pathNot: ['^src/(?:kernel|ui|shells/staff|shells/booth)/', `^src/${STAGE}/(?:${RULES}|${WORDS}|${SCREENS})`, SHARED_PLATFORM],
    },
  },
  {
    name: 'browser-without-node',
    comment: 'this file runs in browsers: no node:',
    severity: 'error',
    from: { path: ['^src/(?:ui|shells/staff|shells/booth)/', `^src/${STAGE}/(?:${RULES}|${WORDS}|${SCREENS})`], pathNot: NOT_TESTS },
    to: { dependencyTypes: NODE },
  },
  {
    name: 'store-on-rules',
    comment: 'a store turns rows into domain types: of its own stage it imports rules only',
    severity: 'error',
    from: { path: `^src/(${STAGE})/${STORE}`, pathNot: NOT_TESTS },
    to: { path: '^src/$1/', pathNot: [`^src/$1/${RULES}`, `^src/$1/${STORE}`] },
  },
  {
    name: 'actions-on-store-and-rules',
    comment: 'actions load, decide and save: they call neither routes, pages nor jobs, and word nothing',
    severity: 'error',
    from: { path: `^src/(${STAGE})/${ACTIONS}`, pathNot: [...NOT_TESTS, USUAL_TITLE] },
    to: { path: `^src/$1/(?:${OUTER}|${WORDS}|${SCREENS}|${ENDS})` },
  },
  {
    name: 'middle-below-actions',
    comment: 'a room between store and actions (content, documents) calls neither actions nor what lies above them',
    severity: 'error',
    from: {
      path: `^src/(${STAGE})/`,
      pathNot: [...NOT_TESTS, `^src/${STAGE}/(?:${RULES}|${WORDS}|${STORE}|${ACTIONS}|${OUTER}|${SCREENS}|${ENDS})`],
    },
    to: { path: `^src/$1/(?:${ACTIONS}|${OUTER}|${SCREENS}|${ENDS})` },
  },
  {
    name: 'outer-rooms-below-module',
    comment: 'routes, pages and jobs never import door or module of their own stage, nor screens',
    severity: 'error',
    from: { path: `^src/(${STAGE})/${OUTER}`, pathNot: NOT_TESTS },
    to: { path: `^src/$1/(?:${ENDS}|${SCREENS})` },
  },
  {
    name: 'door-without-outer-rooms',
    comment: 'a door hands out commands and readings, not routes, pages or jobs',
    severity: 'error',
    from: { path: `^src/(${STAGE})/door\\.ts$` },
    to: { path: `^src/$1/(?:${OUTER}|${SCREENS}|module\\.ts$)` },
  },
  {
    name: 'module-only-in-life',
    comment: 'a module is listed by src/life.ts and imported by nobody else',
    severity: 'error',
    from: { pathNot: ['^src/life\\.ts$', ...NOT_TESTS] },
    to: { path: `^src/${STAGE}/module\\.ts$` },
  },
  {
    name: 'shells-through-doors',
    comment: 'a shell reaches a stage by its rules, words, pages, screens and door: add the function or command to the door',
    severity: 'error',
    from: { path: '^src/shells/', pathNot: NOT_TESTS },
    to: { path: `^src/${STAGE}/`, pathNot: `^src/${STAGE}/(?:${RULES}|${WORDS}|${SCREENS}|pages/|pages\\.ts$|door\\.ts$)` },
  },
  {
    name: 'public-shell-frames-only',
    comment: 'the public shell frames pages: the kernel, the platform and what a stage’s pages, rules and words say',
    severity: 'error',
    from: { path: '^src/shells/public/', pathNot: NOT_TESTS },
    to: { path: '^src/', pathNot: ['^src/(?:kernel|platform|shells/public)/', `^src/${STAGE}/(?:${RULES}|${WORDS}|pages/|pages\\.ts$)`] },
  },
  {
    name: 'main-on-top',
    comment: 'nothing imports main.ts: it starts, it is not called',
    severity: 'error',
    from: {},
    to: { path: '^src/main\\.ts$' },
  },
  {
    name: 'life-below-shells',
    comment: 'life.ts and compose.ts put modules together and dress them in the public frame; what starts them lies above them',
    severity: 'error',
    from: { path: '^src/(?:life|compose|stages|check-upload)\\.ts$' },
    to: { path: ['^src/(?:shells/(?!public/)|ui/|main\\.ts$|testing\\.ts$)', '^(?:seed|bench|e2e|tools)/'] },
  },
  {
    name: 'testing-only-in-tests',
    comment: 'only *.test.ts and test support (test-*.ts, fixtures.ts) import src/testing.ts',
    severity: 'error',
    from: { pathNot: [...NOT_TESTS, DESCRIBES_TABLES] },
    to: { path: '^src/testing\\.ts$' },
  },
  {
    name: 'test-support-only-in-tests',
    comment: 'test-*.ts and fixtures.ts are for tests: move what the product needs out of them',
    severity: 'error',
    from: { pathNot: [...NOT_TESTS, '^src/testing\\.ts$', '^e2e/'] },
    to: { path: [TEST, SUPPORT] },
  },
  {
    name: 'product-without-tools',
    comment: 'src imports nothing from seed, bench, e2e or tools; only the first start and the command line load the demo',
    severity: 'error',
    from: { path: '^src/', pathNot: LOADS_THE_DEMO },
    to: { path: '^(?:seed|bench|e2e|tools)/' },
  },
  {
    name: 'product-without-test-packages',
    comment: 'npm start installs no package that only tests need: list it under dependencies, or leave it to tests',
    severity: 'error',
    from: { path: '^(?:src|seed)/', pathNot: [...NOT_TESTS, '^src/testing\\.ts$'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-circles',
    comment: 'two files that need each other are one file, or hide a third: move what both need below them',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every-import-resolves',
    comment: 'this import leads nowhere',
    severity: 'error',
    from: { path: '^(?:src|seed|bench|e2e)/' },
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(?:^|/)dist/', '^tools/runtime/'] },
    tsConfig: { fileName: 'tsconfig.browser.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
