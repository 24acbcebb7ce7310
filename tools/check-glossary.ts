/** One word, one thing: the terms of GLOSSARY.md and the domain types of the stages say the same. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { STAGES } from '../src/stages.ts';
import { type HouseFile, isTest, lineAt, ROOT, readFiles } from './house/files.ts';
import { type Finding, report } from './house/report.ts';
import { parse } from './house/syntax.ts';

const GLOSSARY = 'GLOSSARY.md';

/** 词条: a row of the glossary; terms and codes stand in pairs where there are as many of both. */
export type Row = { readonly line: number; readonly terms: readonly string[]; readonly codes: readonly string[] };

const MEND = {
  missing: `A domain type begins its comment with its Chinese term, and the term stands in ${GLOSSARY}: add the row, or use the term that is there.`,
  name: `One term, one code name: name the type after the code word of ${GLOSSARY}, or mend the row.`,
  nowhere: `${GLOSSARY} names only what exists: strike the code word, or use it.`,
  trap: `${GLOSSARY} keeps the two traps: 小区 is not 社区, 单元 is not 单位.`,
} as const;

/** Rows of the tables: `| 中文 | code | English | … |`; what stands in brackets explains and is not part of the term. */
export function rowsOf(markdown: string): readonly Row[] {
  return markdown.split('\n').flatMap((text, i) => {
    const cells = text.split('|').map((it) => it.trim());
    const codes = [...(cells[2] ?? '').matchAll(/`([A-Za-z]+)`/g)].map((it) => it[1]!);
    if (cells.length < 5 || codes.length === 0) return [];
    const terms = cells[1]!
      .replace(/（[^）]*）/g, '')
      .split('·')
      .map((it) => it.trim());
    return [{ line: i + 1, terms, codes }];
  });
}

export type Term = { readonly file: string; readonly line: number; readonly term: string; readonly type: string };

/** Exported types whose comment begins with a Chinese term. */
export function termsOf(file: HouseFile): readonly Term[] {
  const source = parse(file);
  return source.statements.flatMap((node) => {
    if (!ts.isTypeAliasDeclaration(node) && !ts.isInterfaceDeclaration(node)) return [];
    if (!node.modifiers?.some((it) => it.kind === ts.SyntaxKind.ExportKeyword)) return [];
    const comment = ts.getJSDocCommentsAndTags(node)[0]?.comment;
    const term = /^\p{Script=Han}+/u.exec(ts.getTextOfJSDocComment(comment) ?? '')?.[0];
    return term === undefined ? [] : [{ file: file.path, line: lineAt(file.text, node.getStart(source)), term, type: node.name.text }];
  });
}

export function glossaryFindings(glossary: string, files: readonly HouseFile[], everywhere: readonly HouseFile[]): readonly Finding[] {
  const rows = rowsOf(glossary);
  const known = knownWords(everywhere);
  const terms = files.flatMap(termsOf);
  const nowhere = rows.flatMap(({ codes, line }) =>
    codes
      .filter((code) => !known.has(kebab(code)) && !known.has(`${kebab(code)}s`))
      .map((code) => ({ file: GLOSSARY, line, what: code, mend: MEND.nowhere })),
  );
  const strange = terms.flatMap(({ file, line, term, type }): readonly Finding[] => {
    const codes = rows.flatMap((row) => codesOf(row, term));
    if (codes.length === 0) return [{ file, line, what: `${term} (${type})`, mend: MEND.missing }];
    const isNamed = codes.some((code) => `-${kebab(type)}-`.includes(`-${kebab(code)}-`));
    return isNamed ? [] : [{ file, line, what: `${term} is ${codes.join(' or ')}, the type is ${type}`, mend: MEND.name }];
  });
  const traps = [/小区[^\n]*社区/, /单元[^\n]*单位/].filter((it) => !it.test(glossary));
  return [...nowhere, ...strange, ...traps.map((it) => ({ file: GLOSSARY, line: 1, what: String(it), mend: MEND.trap }))];
}

function codesOf({ terms, codes }: Row, term: string): readonly string[] {
  if (!terms.includes(term)) return [];
  return terms.length === codes.length ? [codes[terms.indexOf(term)]!] : codes;
}

const kebab = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

/** Every run of words inside the names of the code: `leadUnitId` knows lead, lead-unit, unit, unit-id … */
function knownWords(files: readonly HouseFile[]): ReadonlySet<string> {
  const names = new Set(files.flatMap((it) => it.text.match(/[A-Za-z][\w-]*/g) ?? []));
  const known = new Set<string>();
  for (const name of names) {
    const words = kebab(name).split('-');
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= words.length; to++) known.add(words.slice(from, to).join('-'));
  }
  return known;
}

if (import.meta.main) {
  const files = readFiles(
    STAGES.map((it) => `src/${it}`),
    /\.tsx?$/,
  ).filter((it) => !isTest(it.path));
  const glossary = fs.readFileSync(path.join(ROOT, GLOSSARY), 'utf8');
  const findings = glossaryFindings(glossary, files, readFiles(['src'], /\.(ts|tsx|sql)$/));
  report('glossary', findings, `${rowsOf(glossary).length} rows, ${files.flatMap(termsOf).length} domain types`);
}
