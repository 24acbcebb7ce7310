/**
 * SQL as the house writes it. Statements are found as strings and templates by their look, and as calls of the query builder: a heuristic,
 * which reads what is written and not what is put together at run time. Row-level security and the tests of the catalogue stand behind it.
 */
import ts from 'typescript';
import { STAGES } from '../src/stages.ts';
import { type HouseFile, isTest, readFiles } from './house/files.ts';
import { migrationFindings } from './house/migrations.ts';
import { type Finding, report } from './house/report.ts';
import { literalsOf, parse } from './house/syntax.ts';

/** Who may write without the helpers of `db.ts`: what they write is no fact of a stage, and the journal is not kept in the journal. */
const RAW_WRITERS: Readonly<Record<string, string>> = {
  'src/platform/db.ts': 'the helpers themselves',
  'src/platform/add-unread.ts': 'one more helper: a row that does not come back',
  'src/platform/journal.ts': 'the chain of the journal',
  'src/platform/outcome.ts': 'outcomes of commands',
  'src/platform/audit.ts': 'the audit, in a transaction of its own',
  'src/platform/migrate.ts': 'which migrations have run',
  'src/platform/backup/restore.ts': 'a whole database as it was, its journal too',
  'src/platform/session/': 'accounts and log-ins, in the schema of the account library',
};

const WRITES = [
  /\binsert\s+into\s+[\w"$]/i,
  /\bupdate\s+[\w."${}]+(?:\s+(?:as\s+)?\w+)?\s+set\b/i,
  /\bdelete\s+from\s+[\w"$]/i,
  /\btruncate\s+(?:table\s+)?[a-z_]+\.[a-z_]/i,
  /\bmerge\s+into\s+[\w"$][\s\S]*\busing\b/i,
  /\bcopy\s+[\w."${}]+\s*(?:\([^)]*\)\s*)?from\b/i,
];
const IS_SQL = /\bselect\b[\s\S]*\bfrom\b|\bwith\b[\s\S]*\bselect\b/i;
const TABLE = /\b(?:from|join|into|update|table)\s+(?:only\s+)?([a-z_]+)\.([a-z_]+)/gi;
const BUILDER_WRITES = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const BUILDER_READS = new Set(['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin']);
const HELPERS = new Set(['save', 'saveMany', 'add', 'addMany', 'remove', 'removeMany', 'erase']);

const MEND = {
  raw: 'Write through save, add, remove, their set-wise forms, or erase of src/platform/db.ts, so that the journal knows of it.',
  foreign: 'A stage writes only its own schema: call the command or the door of the stage that owns the table.',
  later: 'A stage reads its own schema and those of earlier stages; the platform reads none of them.',
  district: 'Name the district in every statement on a table of a stage: `where district = …`.',
  store: 'Every SQL statement of a stage stands in its store.',
} as const;

export function sqlFindings(file: HouseFile): readonly Finding[] {
  const source = parse(file);
  const owner = /^src\/([^/]+)\//.exec(file.path)?.[1] ?? '';
  const found: Finding[] = [];
  const say = (line: number, what: string, mend: string) => void found.push({ file: file.path, line, what, mend });
  for (const { text, line } of literalsOf(source)) {
    const isWrite = WRITES.some((it) => it.test(text));
    if (isWrite && !mayWriteRaw(file.path)) say(line, firstWords(text), MEND.raw);
    if (!isWrite && !IS_SQL.test(text)) continue;
    const schemas = [...text.matchAll(TABLE)].map((it) => it[1]!.toLowerCase()).filter(isStage);
    for (const schema of new Set(schemas)) if (!mayRead(owner, schema)) say(line, `${owner || file.path} names ${schema}`, MEND.later);
    if (schemas.length > 0 && !/\bdistrict\b/i.test(text)) say(line, firstWords(text), MEND.district);
    if (schemas.length > 0 && isStage(owner) && !isStore(file.path)) say(line, firstWords(text), MEND.store);
  }
  visitCalls(source, (name, call) => {
    const line = source.getLineAndCharacterOfPosition(call.getStart(source)).line + 1;
    if (BUILDER_WRITES.has(name)) say(line, `.${name}(…)`, MEND.raw);
    const table = call.arguments.find((it, i) => i < 2 && ts.isStringLiteralLike(it)) as ts.StringLiteralLike | undefined;
    const schema = /^([a-z]+)\.[a-z_]+/.exec(table?.text ?? '')?.[1];
    if (schema === undefined) return;
    if (HELPERS.has(name) && (isStage(owner) ? schema !== owner : isStage(schema))) say(line, `${name}(…, '${table!.text}')`, MEND.foreign);
    if (!BUILDER_READS.has(name) || !isStage(schema)) return;
    if (!mayRead(owner, schema)) say(line, `${owner || file.path} names ${schema}`, MEND.later);
    if (name === 'selectFrom' && !/\bdistrict\b/.test(whole(call).getText(source)))
      say(line, `.selectFrom('${table!.text}')`, MEND.district);
    if (isStage(owner) && !isStore(file.path)) say(line, `.selectFrom('${table!.text}')`, MEND.store);
  });
  return found;
}

const isStage = (name: string) => (STAGES as readonly string[]).includes(name);
const isStore = (file: string) => /^src\/[^/]+\/store(\/|\.ts$)/.test(file);
const mayWriteRaw = (file: string) => Object.keys(RAW_WRITERS).some((it) => (it.endsWith('/') ? file.startsWith(it) : file === it));
const firstWords = (text: string) => `${text.trim().replace(/\s+/g, ' ').slice(0, 90)}…`;

function mayRead(owner: string, schema: string): boolean {
  if (owner === 'platform') return false;
  return !isStage(owner) || STAGES.indexOf(schema as never) <= STAGES.indexOf(owner as never);
}

function visitCalls(node: ts.Node, seen: (name: string, call: ts.CallExpression) => void): void {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    if (ts.isPropertyAccessExpression(expression)) seen(expression.name.text, node);
    else if (ts.isIdentifier(expression)) seen(expression.text, node);
  }
  ts.forEachChild(node, (child) => visitCalls(child, seen));
}

/** The function around a call: the condition may be added to the query in a later line. */
function whole(node: ts.Node): ts.Node {
  for (let at = node; ; at = at.parent) if (ts.isFunctionLike(at) || ts.isSourceFile(at)) return at;
}

if (import.meta.main) {
  const code = readFiles(['src'], /\.tsx?$/).filter((it) => !isTest(it.path));
  const migrations = readFiles(['src'], /\.sql$/);
  const exempt = readFiles(['src'], /\/(module|migrate)\.ts$/).flatMap((it) =>
    [...it.text.matchAll(/'([a-z_]+\.[a-z_]+)': *'/g)].map((found) => found[1]!),
  );
  const findings = [...code.flatMap(sqlFindings), ...migrationFindings(migrations, new Set(exempt))];
  report('sql', findings, `${code.length} files of code, ${migrations.length} migrations`);
}
