export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly name: string; readonly isClosing: boolean; readonly attribute: (name: string) => string | undefined };

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  deg: '°',
  sup2: '²',
  sup3: '³',
};

/** Cuts HTML into tags and text, in one pass and without regular expressions over the whole, so that no input makes it slow. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next === -1 || next > at) yield { kind: 'text', text: sourceText(html.slice(at, next === -1 ? undefined : next)) };
    if (next === -1) return;
    const end = endOfMarkup(html, next);
    if (end === null) {
      yield { kind: 'text', text: '<' };
      at = next + 1;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][\w:-]*)/.exec(html.slice(next, Math.min(end, next + 60)));
    if (tag !== null)
      yield { kind: 'tag', name: tag[2]!.toLowerCase(), isClosing: tag[1] === '/', attribute: attributeReader(html.slice(next, end)) };
    at = end;
  }
}

/** Where the markup that starts at `from` ends, or null when `<` is only a sign of the text. */
function endOfMarkup(html: string, from: number): number | null {
  const next = html[from + 1] ?? '';
  if (html.startsWith('<!--', from)) return after(html, '-->', from + 4);
  if (next === '!' || next === '?') return after(html, '>', from + 1);
  if (!/[a-zA-Z/]/.test(next)) return null;
  let quote = '';
  for (let at = from + 1; at < html.length; at += 1) {
    const sign = html[at]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if ((sign === '"' || sign === "'") && html[at - 1] === '=') quote = sign;
    else if (sign === '<') return at;
  }
  return html.length;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function attributeReader(tag: string): (name: string) => string | undefined {
  return (name) => {
    const found = new RegExp(`\\s${name}\\s*=\\s*["']?([^"'\\s>]{1,12})`, 'i').exec(tag);
    return found?.[1];
  };
}

// Line breaks in the source of a page are spaces of its text.
function sourceText(source: string): string {
  return source
    .replace(/\s*\n\s*/g, (gap) => (gap.includes(' ') ? ' ' : ''))
    .replace(/&(#x?[0-9a-fA-F]{1,6}|\w{2,8});/g, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
    });
}
