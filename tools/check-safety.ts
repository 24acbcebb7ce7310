/** What must not stand in the repository: code from strings, markup that nobody escaped, swallowed faults, traces of a machine. */
import ts from 'typescript';
import { STAGES } from '../src/stages.ts';
import { type Exceptions, staleExceptions } from './house/exceptions.ts';
import { CODE, type HouseFile, isTest, lineAt, readFiles } from './house/files.ts';
import { type Finding, report } from './house/report.ts';
import { literalsOf, parse } from './house/syntax.ts';

/** A pattern that must not appear in the files of `within`, but in those excepted by name. */
type Ban = { readonly within: RegExp; readonly pattern: RegExp; readonly mend: string; readonly except?: Exceptions };

const PRODUCT = /^(src|seed)\/(?!.*\.test\.tsx?$)/;
const ANY = /./;

export const BANS: readonly Ban[] = [
  { within: /^(src|seed|tools|bench|e2e)\//, pattern: /\beval\s*\(|\bnew\s+Function\s*\(/g, mend: 'Code is never made from a string.' },
  {
    within: PRODUCT,
    pattern: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|\bdocument\.write/g,
    mend: 'Markup from strings goes through Markup of src/ui/parts.tsx, which is given our own charts only.',
    except: { 'src/ui/parts.tsx': 'Markup: badges and charts made by our own pure functions, with every value escaped' },
  },
  {
    within: PRODUCT,
    pattern: /(?<![\w.])raw\(/g,
    mend: 'Let html`…` escape the value; raw is for markup and style sheets that we made ourselves.',
    except: {
      'src/kernel/html.ts': 'defines it',
      'src/ballot/documents/papers.ts': 'the style sheets of papers and covers, constants',
      'src/organisation/slips.ts': 'the style sheet of the slips, a constant',
      'src/publication/pages/cards.ts': 'codes made by the library of codes, from an address that is checked',
      'src/publication/pages/places.ts': 'the map made by planning’s map function',
      'src/publication/pages/project-chart.ts': 'charts made by delivery’s chart functions',
      'src/publication/pages/promise.ts': 'badges and bars made by delivery’s chart functions',
    },
  },
  {
    within: /^src\/(?!.*\.test\.tsx?$)/,
    pattern: /\bconsole\.(?:log|info|debug|warn|table|dir)\b/g,
    mend: 'Logs go through the logger, answers through the reply, lines of the command line through its own writer.',
  },
  {
    within: ANY,
    pattern: /\b(?:TODO(?!\([a-z]+\):)|FIXME)\b/g,
    mend: 'A task has a person, `TODO(name): …`, or it is done now.',
    except: { 'tools/check-safety.ts': 'the pattern itself', 'CONTRIBUTING.md': 'states this rule' },
  },
  {
    within: ANY,
    pattern: /(?<![\w.])\/(?:work|root|Users|home\/[a-z]+)\/[\w.-]/g,
    mend: 'A path of one machine means nothing on another: say it from the root of the project.',
  },
  {
    within: ANY,
    pattern: /\b(?:registry\.[a-z]+js\.org|npmmirror\.com|registry\.npm\.|cnpmjs\.org|npm\.taobao)/g,
    mend: 'Packages come from wherever npm is told to fetch them: name no registry.',
  },
  {
    within: /^(src|seed|tools|bench|e2e)\/(?!.*\.test\.tsx?$)/,
    pattern: /http:\/\/(?!localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|www\.w3\.org\/|schemas\.|purl\.o|\$\{)/g,
    mend: 'The product speaks to nobody outside; an address that it names is https.',
  },
  { within: PRODUCT, pattern: /\bMath\.random\b/g, mend: 'Ids come from newId() of the kernel, secrets from node:crypto.' },
  {
    within: /package-lock\.json$/,
    pattern: /"resolved": "https?:/g,
    mend: 'The lockfile names packages and digests, and no registry: strike the `resolved` lines.',
  },
];

/** Where a stage catches on purpose. */
const CATCHES: Exceptions = {
  'src/publication/pages/pages.ts': 'a public page that is not there is a page of its own; every other fault goes on',
  'src/ballot/rules/belenios/verify.ts': 'an archive of a stranger that stops the verifier is an archive that does not hold',
};
const SERVER_ROOM = new RegExp(`^src/(?:${STAGES.join('|')})/(?!screens/)`);

const MEND = {
  handler: 'The content policy stops handlers and scripts inside markup: link, or a form.',
  catch: 'A stage catches nothing: what is expected is a refusal, everything else is a fault that the platform answers.',
  swallow: 'A catch that does nothing says why in a comment, or it is not there.',
} as const;

export function safetyFindings(file: HouseFile, bans: readonly Ban[] = BANS): readonly Finding[] {
  const banned = bans
    .filter((it) => it.within.test(file.path) && !(file.path in (it.except ?? {})))
    .flatMap(({ pattern, mend }) =>
      [...file.text.matchAll(pattern)].map((it) => ({ file: file.path, line: lineAt(file.text, it.index), what: it[0], mend })),
    );
  if (!CODE.test(file.path) || !PRODUCT.test(file.path)) return banned;
  const source = parse(file);
  return [...banned, ...handlers(file, source), ...catches(file, source)];
}

function handlers(file: HouseFile, source: ts.SourceFile): readonly Finding[] {
  return literalsOf(source)
    .filter(
      ({ text }) => text.includes('<') && (/<[^>]*\son[a-z]+\s*=/i.test(text) || /<script(?![^>]*\bsrc=)[\s>]|javascript:/i.test(text)),
    )
    .map(({ line }) => ({ file: file.path, line, what: 'handler or script inside markup', mend: MEND.handler }));
}

function catches(file: HouseFile, source: ts.SourceFile): readonly Finding[] {
  const found: Finding[] = [];
  const say = (node: ts.Node, what: string, mend: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ file: file.path, line, what, mend });
  };
  const isStage = SERVER_ROOM.test(file.path) && !isTest(file.path) && !(file.path in CATCHES);
  const visit = (node: ts.Node) => {
    if (ts.isCatchClause(node)) {
      if (isStage) say(node, 'catch', MEND.catch);
      if (node.block.statements.length === 0 && !/\/[/*]/.test(node.block.getText(source))) say(node, 'catch {}', MEND.swallow);
    }
    if (isStage && ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'catch')
      say(node.expression.name, '.catch(…)', MEND.catch);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

if (import.meta.main) {
  const places = [
    'src',
    'seed',
    'tools',
    'bench',
    'e2e',
    'docs',
    '.ci',
    'package.json',
    'package-lock.json',
    'biome.json',
    'vite.config.ts',
  ];
  const texts = [
    'README.md',
    'README.zh-CN.md',
    'GLOSSARY.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'SECURITY.md',
    '.dependency-cruiser.mjs',
  ];
  const files = readFiles([...places, ...texts, 'playwright.config.ts'], /(\.(tsx?|mjs|json|md|sql|css|html|ya?ml|sh|service)|\/run)$/);
  const stale = [...BANS.map((it) => it.except ?? {}), CATCHES].flatMap((it) => staleExceptions(it, 'tools/check-safety.ts'));
  report('safety', [...stale, ...files.flatMap((it) => safetyFindings(it))], `${files.length} files`);
}
