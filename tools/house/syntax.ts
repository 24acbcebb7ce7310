import ts from 'typescript';
import type { HouseFile } from './files.ts';

/** The syntax tree of a file, with links to parents. */
export function parse({ path, text }: HouseFile): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

export type Literal = { readonly text: string; readonly position: number; readonly line: number; readonly node: ts.Node };

/** Strings and templates of a file; a template's values stand as `${}`. */
export function literalsOf(source: ts.SourceFile): readonly Literal[] {
  const found: Literal[] = [];
  const push = (node: ts.Node, text: string) => {
    const position = node.getStart(source);
    found.push({ text, position, line: source.getLineAndCharacterOfPosition(position).line + 1, node });
  };
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) push(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      push(node, node.head.text + node.templateSpans.map((it) => `\${${it.expression.getText(source)}}${it.literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
