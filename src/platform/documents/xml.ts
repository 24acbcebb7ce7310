import { SaxesParser } from 'saxes';
import { LIMITS, stop } from './refusal.ts';

/** An element of an office part, by local names: programs differ in their prefixes and in strict or transitional namespaces. */
export type Node = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: (Node | string)[] };

export type XmlHandler = {
  readonly open?: (name: string, attributes: Record<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Walks an XML part. A document type declaration is refused, so that entities can neither expand nor reach outside. */
export function walkXml(bytes: Buffer, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  let nodes = 0;
  parser.on('error', () => stop({ kind: 'damaged', part }));
  parser.on('doctype', () => stop({ kind: 'external-entities', part }));
  parser.on('opentag', (tag) => {
    depth += 1;
    nodes += 1;
    if (depth > LIMITS.nesting) stop({ kind: 'bomb', limit: 'nesting' });
    if (nodes > LIMITS.nodes) stop({ kind: 'bomb', limit: 'nodes' });
    handler.open?.(local(tag.name), localAttributes(tag.attributes));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(local(tag.name));
  });
  parser.write(decodeXml(bytes, part)).close();
}

export function parseXml(bytes: Buffer, part: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const open: Node[] = [root];
  walkXml(bytes, part, {
    open: (name, attributes) => {
      const node: Node = { name, attributes, children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    text: (text) => void open.at(-1)?.children.push(text),
    close: () => void open.pop(),
  });
  return root;
}

export function elements(node: Node): Node[] {
  return node.children.filter((child) => typeof child !== 'string');
}

export function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((it): it is Node => typeof it !== 'string' && it.name === name);
}

export function descendants(node: Node, name: string): Node[] {
  return elements(node).flatMap((it) => (it.name === name ? [it, ...descendants(it, name)] : descendants(it, name)));
}

/** The `val` of a child (`w:ilvl w:val="1"`), where office formats keep most values. */
export function childValue(node: Node | undefined, name: string): string | undefined {
  return child(node, name)?.attributes.val;
}

/** An on/off element: present means on, unless its value says otherwise. */
export function isOn(node: Node | undefined, name: string): boolean {
  const found = child(node, name);
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes.val ?? '1');
}

export function textOf(node: Node): string {
  return node.children.map((it) => (typeof it === 'string' ? it : textOf(it))).join('');
}

function localAttributes(attributes: Record<string, string>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) result[local(name)] = value;
  return result;
}

function decodeXml(bytes: Buffer, part: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return stop({ kind: 'damaged', part });
  }
}
