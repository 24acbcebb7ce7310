import { StringDecoder } from 'node:string_decoder';
import { stop } from '../refusal.ts';

/** An attribute of the tag that was just opened; undefined where it has none of that name. */
export type Attribute = (name: string) => string | undefined;

export type XmlHandlers = {
  /** Names come without their prefix. */
  readonly open: (name: string, attribute: Attribute) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** What begins here and can be taken in one piece, elements with all that is in them: where it ends, or -1 where it has to be read tag by tag. */
  readonly whole?: (all: string, at: number) => number;
};

export type XmlStream = { readonly write: (piece: Buffer) => void; readonly end: () => void };

const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const LONGEST_TAG = 64 * 1024;

const damaged = (): never => stop({ kind: 'damaged', part: null });

/**
 * Reads the XML of a sheet as it streams by, tag by tag, with nothing kept: a sheet of a roll has some twenty tags a row, and a general parser
 * makes an object of each (see decision 0039). Tags must match and entities must be XML's own; a document type is refused.
 */
export function makeXmlStream({ open, text, close, whole }: XmlHandlers): XmlStream {
  const decoder = new StringDecoder('utf8');
  const stack: string[] = [];
  let rest = '';
  let source = '';
  const attribute: Attribute = (name) => attributeOf(source, name);

  const opened = (tag: string) => {
    const isEmpty = tag.charCodeAt(tag.length - 1) === SLASH;
    source = isEmpty ? tag.slice(0, -1) : tag;
    const name = nameOf(source);
    open(name, attribute);
    if (isEmpty) close(name);
    else stack.push(name);
  };
  const closed = (tag: string) => {
    const name = nameOf(tag.slice(1));
    if (stack.pop() !== name) damaged();
    close(name);
  };
  const said = (content: string) => {
    if (stack.length > 0) text(content.includes('&') ? withoutEntities(content) : content);
    else if (content.trim() !== '' && content.trim() !== '\ufeff') damaged();
  };
  /** Where the mark-up that begins at `at` ends; -1 where it is not there yet. */
  const take = (all: string, at: number): number => {
    const sign = all.charCodeAt(at + 1);
    if (sign === BANG) return special(all, at, (content) => (stack.length > 0 ? text(content) : damaged()));
    if (sign === QUESTION) return ended(all, '?>', at);
    const end = tagEnd(all, at);
    if (end < 0) return -1;
    const tag = all.slice(at + 1, end);
    if (sign === SLASH) closed(tag);
    else opened(tag);
    return end + 1;
  };
  const read = (all: string) => {
    let from = 0;
    for (;;) {
      const at = all.indexOf('<', from);
      if (at < 0) break;
      if (at > from) said(all.slice(from, at));
      from = at;
      const inOne = whole !== undefined && stack.length > 0 ? whole(all, at) : -1;
      const next = inOne < 0 ? take(all, at) : inOne;
      if (next < 0) break;
      from = next;
    }
    rest = all.slice(from);
    if (rest.length > LONGEST_TAG && rest.startsWith('<')) damaged();
  };
  return {
    write: (piece) => read(rest + decoder.write(piece)),
    end() {
      read(rest + decoder.end());
      if (stack.length > 0 || rest.trim() !== '') damaged();
    },
  };
}

function nameOf(tag: string): string {
  let end = 0;
  let start = 0;
  for (; end < tag.length; end++) {
    const code = tag.charCodeAt(end);
    if (code <= 32) break;
    if (code === 58) start = end + 1;
  }
  return end === start ? damaged() : tag.slice(start, end);
}

const DOUBLE = 34;
const SINGLE = 39;

/** A closing angle bracket may stand inside the quotes of an attribute. */
function tagEnd(all: string, at: number): number {
  let quote = 0;
  let from = at + 1;
  for (let end = all.indexOf('>', at); end >= 0; end = all.indexOf('>', end + 1)) {
    for (; from < end; from++) {
      const sign = all.charCodeAt(from);
      if (quote === 0 ? sign === DOUBLE || sign === SINGLE : sign === quote) quote = quote === 0 ? sign : 0;
    }
    if (quote === 0) return end;
  }
  return -1;
}

function ended(all: string, mark: string, at: number): number {
  const end = all.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
}

const CDATA = '<![CDATA[';

/** Comments are passed over, and what stands in a CDATA section is text. */
function special(all: string, at: number, say: (content: string) => void): number {
  const begun = all.slice(at, at + CDATA.length);
  if (begun.length < CDATA.length && (CDATA.startsWith(begun) || '<!--'.startsWith(begun))) return -1;
  if (begun.startsWith('<!--')) return ended(all, '-->', at + 4);
  if (begun !== CDATA) return stop({ kind: 'external-entities', part: '' });
  const end = all.indexOf(']]>', at);
  if (end < 0) return -1;
  say(all.slice(at + CDATA.length, end));
  return end + 3;
}

const isBlank = (code: number) => code <= 32;

function attributeOf(source: string, name: string): string | undefined {
  for (let at = source.indexOf('='); at > 0; ) {
    let open = at + 1;
    while (isBlank(source.charCodeAt(open))) open += 1;
    const quote = source[open];
    const end = quote === '"' || quote === "'" ? source.indexOf(quote, open + 1) : -1;
    if (end < 0) return damaged();
    while (isBlank(source.charCodeAt(at - 1))) at -= 1;
    const start = at - name.length;
    if (source.startsWith(name, start) && isBlank(source.charCodeAt(start - 1))) {
      const value = source.slice(open + 1, end);
      return value.includes('&') ? withoutEntities(value) : value;
    }
    at = source.indexOf('=', end);
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const point = code === null ? Number.NaN : Number.parseInt(code[1] ?? code[2]!, code[1] === undefined ? 10 : 16);
    return whole.endsWith(';') && point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : damaged();
  });
}
