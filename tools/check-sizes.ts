/** Sizes of files and functions. What is larger on purpose stands in `size-exceptions.json` with its reason: that list is the debt. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { type Exceptions, staleExceptions } from './house/exceptions.ts';
import { type HouseFile, ROOT, readFiles } from './house/files.ts';
import { type Finding, report } from './house/report.ts';
import { parse } from './house/syntax.ts';

const PLACES = ['src', 'seed', 'tools', 'bench', 'e2e'];
const SOFT_FILE_LINES = 250;
const HARD_FILE_LINES = 400;
const HARD_FUNCTION_LINES = 70;
const EXCEPTIONS = 'tools/size-exceptions.json';

const SPLIT_FILE = `A file has at most ${HARD_FILE_LINES} lines: make a folder of the room, with a noun for each file; or name it in ${EXCEPTIONS} with a reason.`;
const SPLIT_FUNCTION = `A function has at most ${HARD_FUNCTION_LINES} lines: name its steps; or name it in ${EXCEPTIONS} as file:function with a reason.`;

const linesOf = (text: string) => text.trimEnd().split('\n').length;

export function sizeFindings(files: readonly HouseFile[], exceptions: Exceptions): readonly Finding[] {
  const long = files
    .map(({ path: file, text }) => ({ file, lines: linesOf(text) }))
    .filter(({ file, lines }) => lines > HARD_FILE_LINES && !(file in exceptions))
    .map(({ file, lines }) => ({ file, line: 1, what: `${lines} lines`, mend: SPLIT_FILE }));
  const functions = files
    .filter((it) => /\.tsx?$/.test(it.path))
    .flatMap((it) => functionsOf(it))
    .filter(({ file, name, lines }) => lines > HARD_FUNCTION_LINES && !(`${file}:${name}` in exceptions))
    .map(({ file, line, name, lines }) => ({ file, line, what: `${name} has ${lines} lines`, mend: SPLIT_FUNCTION }));
  return [...long, ...functions];
}

export type Measured = { readonly file: string; readonly line: number; readonly name: string; readonly lines: number };

export function functionsOf(file: HouseFile): readonly Measured[] {
  const source = parse(file);
  const found: Measured[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const to = source.getLineAndCharacterOfPosition(node.end).line;
      found.push({ file: file.path, line: from + 1, name: nameOf(node), lines: to - from + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string {
  const { parent } = node;
  const named = node.name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined);
  if (named !== undefined) return named.getText();
  const [first] = ts.isCallExpression(parent) ? parent.arguments : [];
  return first !== undefined && ts.isStringLiteral(first) ? `“${first.text}”` : 'a function without a name';
}

if (import.meta.main) {
  const exceptions = JSON.parse(fs.readFileSync(path.join(ROOT, EXCEPTIONS), 'utf8')) as Exceptions;
  const files = readFiles(PLACES, /\.(ts|tsx|css|sql)$/);
  const large = files.map((it) => ({ file: it.path, lines: linesOf(it.text) })).filter((it) => it.lines > SOFT_FILE_LINES);
  for (const { file, lines } of large.sort((a, b) => b.lines - a.lines)) {
    console.log(`over ${SOFT_FILE_LINES}: ${file} ${lines}${file in exceptions ? ` (${exceptions[file]})` : ''}`);
  }
  const findings = [...staleExceptions(exceptions, EXCEPTIONS), ...sizeFindings(files, exceptions)];
  report('sizes', findings, `${files.length} files, ${Object.keys(exceptions).length} exceptions`);
}
