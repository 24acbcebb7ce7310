import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(import.meta.dirname, '..');
export const REFUSALS_FILE = path.join(ROOT, 'src', 'refusals.json');

/** Command → kind of refusal → names of its facts. */
export type Refusals = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What each command may refuse, as the compiler knows it: the `kind`s of the refusals in the type of what its `run` answers. */
export function refusalsNow(): Refusals {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => fs.readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram([path.join(ROOT, 'src', 'life.ts')], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const found: Record<string, Record<string, readonly string[]>> = {};
  for (const file of program.getSourceFiles()) {
    if (file.fileName.includes('node_modules') || file.fileName.endsWith('/platform/command.ts')) continue;
    for (const call of callsIn(file)) {
      const named = checker.getTypeAtLocation(call);
      const refusal = named.aliasTypeArguments?.[2];
      const name = nameOf(call);
      if (refusal !== undefined && name !== null) found[name] = kindsOf(refusal, checker, call);
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

function callsIn(node: ts.Node): readonly ts.CallExpression[] {
  const inside: ts.CallExpression[] = [];
  const walk = (it: ts.Node) => {
    if (ts.isCallExpression(it) && ts.isIdentifier(it.expression) && /^(command|anonymousCommand)$/.test(it.expression.text))
      inside.push(it);
    ts.forEachChild(it, walk);
  };
  walk(node);
  return inside;
}

function nameOf({ arguments: [input] }: ts.CallExpression): string | null {
  if (input === undefined || !ts.isObjectLiteralExpression(input)) return null;
  const name = input.properties.find((it) => it.name?.getText() === 'name');
  const value = name !== undefined && ts.isPropertyAssignment(name) ? name.initializer : null;
  return value !== null && ts.isStringLiteralLike(value) ? value.text : null;
}

function kindsOf(refusal: ts.Type, checker: ts.TypeChecker, at: ts.Node): Record<string, readonly string[]> {
  const members = refusal.isUnion() ? refusal.types : [refusal];
  const kinds = members.flatMap((member) => {
    const kind = member.getProperty('kind');
    if (kind === undefined) return [];
    const facts = member
      .getProperties()
      .map((it) => it.name)
      .filter((it) => it !== 'kind')
      .toSorted();
    const type = checker.getTypeOfSymbolAtLocation(kind, at);
    return (type.isUnion() ? type.types : [type]).flatMap((it) => (it.isStringLiteral() ? [[it.value, facts] as const] : []));
  });
  return Object.fromEntries(kinds.toSorted(([a], [b]) => a.localeCompare(b, 'en')));
}

if (import.meta.main) {
  fs.writeFileSync(REFUSALS_FILE, JSON.stringify(refusalsNow()));
  spawnSync(path.join(ROOT, 'node_modules', '.bin', 'biome'), ['format', '--write', REFUSALS_FILE], { stdio: 'inherit' });
}
