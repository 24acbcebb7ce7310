/**
 * Words: Chinese and English say the same things, every refusal has its sentence, and sentences stand with the words. What a refusal is
 * called is read from `refuse({ kind: '…' })`: a heuristic beside the compiler, which demands a sentence for each member of a union.
 */
import path from 'node:path';
import ts from 'typescript';
import { STAGES } from '../src/stages.ts';
import { type Exceptions, staleExceptions } from './house/exceptions.ts';
import { type HouseFile, isTest, lineAt, ROOT, readFiles } from './house/files.ts';
import { type Finding, report } from './house/report.ts';
import { literalsOf, parse } from './house/syntax.ts';

const IS_WORDS = /\/(words\/[^/]+|[^/]*words|screens\/labels)\.ts$/;
const SERVER_ROOM = new RegExp(`^src/(?:${STAGES.join('|')})/(?:(?:routes|reads|store|actions|jobs|content|door|module)(?:/|\\.ts$))`);
const HAN = /\p{Script=Han}/u;
/** What documents the interface for developers, not what a person reads on a screen. */
const DESCRIBES = new Set(['summary', 'description', 'comment']);

/** Chinese in a server room that is no sentence: `file:text` → why. */
const CHINESE_DATA: Exceptions = {
  'src/organisation/actions/districts.ts:初始设置': 'the name that the first account is given, stored as data',
  'src/organisation/routes.ts:账号条.html': 'the name of a download',
  'src/organisation/routes.ts:单位岗位人员导入模板.xlsx': 'the name of a download',
  'src/orders/actions/timers.ts:系统': 'who signs what the calendar sends, stored as data',
  'src/orders/store/facts.ts:号': 'the number of an order as people type it, looked for by the database',
  'src/programme/actions.ts:粘贴': 'what a pasted list is called where a file has its name, stored as data',
};

const MEND = {
  locales: 'Both languages have the same words: add what is missing.',
  refusal: 'Word the refusal in the words of its stage, in both languages.',
  shell: 'Hand the words of the stage to the staff shell, in STAGE_WORDS of src/shells/staff/words.ts.',
  sentence: 'Store facts; the sentence belongs to words.ts.',
} as const;

/** Where two languages differ in shape: paths of what one has and the other lacks, or has as something else. */
export function unlike(zh: unknown, en: unknown, at = ''): readonly string[] {
  if (typeof zh !== typeof en) return [`${at || 'all'}: ${typeof zh} in Chinese, ${typeof en} in English`];
  if (typeof zh !== 'object' || zh === null || en === null) return [];
  if (Array.isArray(zh)) return [];
  const keys = new Set([...Object.keys(zh), ...Object.keys(en as object)]);
  return [...keys].flatMap((key) => unlike((zh as never)[key], (en as never)[key], at === '' ? key : `${at}.${key}`));
}

async function localeFindings(files: readonly HouseFile[]): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const file of files) {
    const exported = Object.entries((await import(path.join(ROOT, file.path))) as Record<string, unknown>);
    for (const [name, value] of exported) {
      if (typeof value !== 'object' || value === null || !('zh-CN' in value || 'en' in value)) continue;
      const line = lineAt(file.text, file.text.indexOf(` ${name}`));
      const { 'zh-CN': zh, en } = value as Record<string, unknown>;
      for (const what of unlike(zh, en)) found.push({ file: file.path, line, what: `${name}.${what}`, mend: MEND.locales });
    }
  }
  return found;
}

/** Kinds that a file refuses with. */
export function refusalsOf(file: HouseFile): readonly { readonly kind: string; readonly line: number }[] {
  const source = parse(file);
  const found: { kind: string; line: number }[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'refuse') {
      const [facts] = node.arguments;
      const kind =
        facts && ts.isObjectLiteralExpression(facts) ? facts.properties.find((it) => it.name?.getText(source) === 'kind') : undefined;
      if (kind && ts.isPropertyAssignment(kind) && ts.isStringLiteral(kind.initializer)) {
        found.push({ kind: kind.initializer.text, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function wordlessRefusals(stage: string, files: readonly HouseFile[], staffWords: string): readonly Finding[] {
  const worded = files
    .filter((it) => /\/(words\/|[^/]*words\.ts)/.test(it.path))
    .map((it) => it.text)
    .join('\n');
  const refusals = files.flatMap((file) => refusalsOf(file).map((it) => ({ ...it, file: file.path })));
  const wordless = refusals
    .filter(({ kind }) => kind !== 'changed-since' && !new RegExp(`(?<![\\w-])${kind}(?![\\w-])`).test(worded))
    .map(({ file, line, kind }) => ({ file, line, what: `'${kind}' has no sentence`, mend: MEND.refusal }));
  const isHandedOver = refusals.length === 0 || new RegExp(`\\b${stage}:`).test(staffWords);
  return isHandedOver
    ? wordless
    : [...wordless, { file: 'src/shells/staff/words.ts', line: 1, what: `${stage} refuses, and is not there`, mend: MEND.shell }];
}

export function chineseInCode(file: HouseFile): readonly Finding[] {
  return literalsOf(parse(file))
    .filter(
      ({ text }) =>
        !Object.keys(CHINESE_DATA).some((it) => it.startsWith(`${file.path}:`) && text.includes(it.slice(file.path.length + 1))),
    )
    .filter(({ text, node }) => HAN.test(text) && !(ts.isPropertyAssignment(node.parent) && DESCRIBES.has(node.parent.name.getText())))
    .map(({ text, line }) => ({ file: file.path, line, what: text.trim().slice(0, 60), mend: MEND.sentence }));
}

if (import.meta.main) {
  const code = readFiles(['src'], /\.tsx?$/).filter((it) => !isTest(it.path));
  const words = code.filter((it) => IS_WORDS.test(it.path));
  const staffWords = code.find((it) => it.path === 'src/shells/staff/words.ts')?.text ?? '';
  const findings = [
    ...staleExceptions(CHINESE_DATA, 'tools/check-words.ts'),
    ...(await localeFindings(words)),
    ...STAGES.flatMap((stage) =>
      wordlessRefusals(
        stage,
        code.filter((it) => it.path.startsWith(`src/${stage}/`)),
        staffWords,
      ),
    ),
    ...code.filter((it) => SERVER_ROOM.test(it.path)).flatMap(chineseInCode),
  ];
  report('words', findings, `${words.length} files of words`);
}
