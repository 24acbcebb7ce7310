import { SaxesParser } from 'saxes';

/** An element as it is written, prefixes and all, so that a part of an office file can be changed in places and written back. */
export type XmlElement = { readonly name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Null where the part is not well-formed, or declares entities. */
export function readXmlTree(bytes: Buffer): XmlElement | null {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let isSound = true;
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('doctype', () => {
    isSound = false;
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, attributes: { ...tag.attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text));
  parser.on('closetag', () => void open.pop());
  parser.write(bytes.toString('utf8').replace(/^\uFEFF/, '')).close();
  const top = root.children.find((it): it is XmlElement => typeof it !== 'string');
  return isSound && top !== undefined ? top : null;
}

export function writeXmlTree(root: XmlElement): Buffer {
  const parts: string[] = [DECLARATION];
  writeElement(root, parts);
  return Buffer.from(parts.join(''), 'utf8');
}

function writeElement({ name, attributes, children }: XmlElement, parts: string[]): void {
  parts.push('<', name);
  for (const [key, value] of Object.entries(attributes)) parts.push(' ', key, '="', escaped(value).replaceAll('"', '&quot;'), '"');
  if (children.length === 0) return void parts.push('/>');
  parts.push('>');
  for (const it of children) {
    if (typeof it === 'string') parts.push(escaped(it));
    else writeElement(it, parts);
  }
  parts.push('</', name, '>');
}

/** Control characters have no place in XML 1.0; line ends in attributes must be written as characters to survive. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
/** The prefix that an element of the same kind must carry: `w:` or `x:` or none. */
export const prefixOf = ({ name }: XmlElement) => name.slice(0, name.indexOf(':') + 1);
export const is = (it: XmlElement, local: string) => localName(it.name) === local;

export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((it) => typeof it !== 'string');
}

export function childOf(parent: XmlElement | undefined, local: string): XmlElement | undefined {
  return parent?.children.find((it): it is XmlElement => typeof it !== 'string' && is(it, local));
}

export function childrenOf(parent: XmlElement | undefined, local: string): XmlElement[] {
  return parent === undefined ? [] : elementsOf(parent).filter((it) => is(it, local));
}

export function everyOf(root: XmlElement, local: string): XmlElement[] {
  return elementsOf(root).flatMap((it) => (is(it, local) ? [it, ...everyOf(it, local)] : everyOf(it, local)));
}

export function textIn({ children }: XmlElement): string {
  return children.map((it) => (typeof it === 'string' ? it : textIn(it))).join('');
}

export function copyOf({ name, attributes, children }: XmlElement): XmlElement {
  return { name, attributes: { ...attributes }, children: children.map((it) => (typeof it === 'string' ? it : copyOf(it))) };
}
