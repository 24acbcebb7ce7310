import { child, childValue, elements, isOn, type Node } from './xml.ts';

/** What styles.xml says about text: which styles hide it, which number it. */
export type Styles = {
  readonly hides: (styleId: string | undefined) => boolean;
  readonly numPr: (styleId: string | undefined) => Node | undefined;
};

export function readStyles(root: Node | null): Styles {
  const list = elements(child(root ?? undefined, 'styles') ?? { name: '', attributes: {}, children: [] });
  const byId = new Map(list.filter((it) => it.name === 'style').map((it) => [it.attributes.styleId ?? '', it]));
  const chain = (id: string | undefined): Node[] => {
    const found: Node[] = [];
    let style = byId.get(id ?? '');
    while (style !== undefined && !found.includes(style)) {
      found.push(style);
      style = byId.get(childValue(style, 'basedOn') ?? '');
    }
    return found;
  };
  return {
    hides: (id) => chain(id).some((style) => isOn(child(style, 'rPr'), 'vanish')),
    numPr: (id) =>
      chain(id)
        .map((style) => child(child(style, 'pPr'), 'numPr'))
        .find((it) => it !== undefined),
  };
}

/** Parts of a paragraph that are not its text: deleted or moved-away text, properties, field codes, phonetic guides, pictures. */
const SILENT = new Set([
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'instrText',
  'pPr',
  'rPr',
  'rt',
  'sdtPr',
  'sdtEndPr',
  'tblPr',
  'trPr',
  'tcPr',
  'drawing',
  'pict',
  'object',
  'footnoteReference',
  'endnoteReference',
  'commentReference',
  'annotationRef',
]);

const SIGNS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** The text of a paragraph as a reader sees it, tracked changes accepted. */
export function paragraphText(paragraph: Node, styles: Styles): string {
  const style = childValue(child(paragraph, 'pPr'), 'pStyle');
  return styles.hides(style) ? '' : read(paragraph, styles);
}

function read(node: Node, styles: Styles): string {
  let text = '';
  for (const it of elements(node)) {
    if (SILENT.has(it.name)) continue;
    if (it.name === 't') text += it.children.filter((part) => typeof part === 'string').join('');
    else if (it.name === 'sym') text += symbol(it);
    else if (it.name === 'AlternateContent') text += read(branchOf(it), styles);
    else if (it.name === 'r' && isHidden(it, styles)) continue;
    else text += SIGNS[it.name] ?? read(it, styles);
  }
  return text;
}

function isHidden(run: Node, styles: Styles): boolean {
  const looks = child(run, 'rPr');
  return isOn(looks, 'vanish') || (child(looks, 'vanish') === undefined && styles.hides(childValue(looks, 'rStyle')));
}

// Symbol fonts sit in the private use area and have no meaning as text.
function symbol(node: Node): string {
  const code = Number.parseInt(node.attributes.char ?? '', 16);
  return Number.isInteger(code) && code > 0x20 && code < 0xd800 ? String.fromCodePoint(code) : '';
}

/** One branch of mc:AlternateContent, never both: they say the same thing for newer and older programs. */
export function branchOf(alternate: Node): Node {
  return child(alternate, 'Choice') ?? child(alternate, 'Fallback') ?? { name: '', attributes: {}, children: [] };
}

/** Whether the paragraph's own mark was deleted in tracked changes: then it and the next one are one paragraph. */
export function runsOn(paragraph: Node): boolean {
  const mark = child(child(paragraph, 'pPr'), 'rPr');
  return child(mark, 'del') !== undefined || child(mark, 'moveFrom') !== undefined;
}
