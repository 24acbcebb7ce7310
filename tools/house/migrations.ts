import { type HouseFile, lineAt } from './files.ts';
import type { Finding } from './report.ts';

/** The account library and its state; accounts are of no district. */
const OTHER_SCHEMAS = /^auth\./;

/** Functions that stay, by name, each with the decision that says why. They touch rows of one district only, so that a cluster can run them. */
const FUNCTIONS: Readonly<Record<string, string>> = { 'platform.await_head': 'docs/decisions/0007' };

const MEND = {
  district:
    'A table leads with its district: `district char(6) not null`, and `primary key (district, …`; or it is exempt by name, with a reason, in its module.',
  named: 'Name the constraint, so that a fault says which rule was missing: `constraint table_rule check (…)`.',
  never: 'No triggers, no functions in the database, and nothing that PostgreSQL 15 lacks.',
  unique: 'A unique index leads with the district.',
  file: 'Migrations are numbered from 0001 inside their stage, forward only, and tell the operator in one line: `-- Operator: …`.',
} as const;

/** What is wrong in migrations; `exempt` are the tables that belong to no district. */
export function migrationFindings(files: readonly HouseFile[], exempt: ReadonlySet<string>): readonly Finding[] {
  return [...numbering(files), ...files.flatMap((it) => findingsOf(it, exempt))];
}

function findingsOf(file: HouseFile, exempt: ReadonlySet<string>): readonly Finding[] {
  // Comments become blanks of the same length, so that positions stay.
  const sql = file.text.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const found: Finding[] = [];
  const say = (position: number, what: string, mend: string) =>
    void found.push({ file: file.path, line: lineAt(file.text, position), what, mend });
  if (!/^-- (?:Operator|For the operator): \S/m.test(file.text)) say(0, 'no line for the operator', MEND.file);
  for (const it of sql.matchAll(/\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?(?:trigger|function|procedure|rule)\b|\buuidv7\s*\(/gi))
    if (!isKnownFunction(sql.slice(it.index + it[0].length))) say(it.index, it[0], MEND.never);
  for (const it of sql.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([\w."]+)\s*\(/gi)) {
    const table = it[1]!;
    if (OTHER_SCHEMAS.test(table)) continue;
    const body = bodyAt(sql, it.index + it[0].length);
    const leads = /^\s*district\s+char\(6\)\s+not\s+null\b/i.test(body) && /primary\s+key\s*\(\s*district\b/i.test(body);
    if (!leads && !exempt.has(table)) say(it.index, table, MEND.district);
    for (const rule of body.matchAll(/(constraint\s+\w+\s+)?\b(check\s*\(|foreign\s+key\b|unique\b)/gi)) {
      if (rule[1] === undefined) say(it.index + it[0].length + rule.index, `${table}: ${rule[2]!.trim()}`, MEND.named);
    }
  }
  for (const it of sql.matchAll(/\bcreate\s+unique\s+index\s+\w+\s+on\s+([\w."]+)\s*(?:using\s+\w+\s*)?\(\s*([\w"]+)/gi)) {
    if (it[2] !== 'district' && !OTHER_SCHEMAS.test(it[1]!) && !exempt.has(it[1]!)) say(it.index, it[0].replace(/\s+/g, ' '), MEND.unique);
  }
  return found;
}

function isKnownFunction(rest: string): boolean {
  return Object.keys(FUNCTIONS).some((name) => rest.trimStart().startsWith(`${name}(`));
}

/** What stands up to the bracket that closes the one before `from`. */
function bodyAt(sql: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; at < sql.length && depth > 0; at++) depth += sql[at] === '(' ? 1 : sql[at] === ')' ? -1 : 0;
  return sql.slice(from, at - 1);
}

function numbering(files: readonly HouseFile[]): readonly Finding[] {
  const folders = Map.groupBy(files, (it) => it.path.slice(0, it.path.lastIndexOf('/')));
  return [...folders.values()].flatMap((of) =>
    of
      .map((it) => it.path)
      .sort()
      .map((file, i) => ({ file, expected: `${String(i + 1).padStart(4, '0')}-` }))
      .filter(({ file, expected }) => !file.slice(file.lastIndexOf('/') + 1).startsWith(expected))
      .map(({ file, expected }) => ({ file, line: 1, what: `expected ${expected}….sql`, mend: MEND.file })),
  );
}
