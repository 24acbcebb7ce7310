export type FoundUnits = { readonly lead: string | null; readonly supporting: readonly string[] };

const UNIT_END =
  /(局|委|办|办公室|中心|街道|(?<!城)乡|镇|公司|集团|政府|部|院|处|所|站|队|会|社|校|医院|银行|管委会|区|县|市|等|单位|部门|厅|署|支队|大队|企业)[）)]?$/;
const LEAD_WORD = /^(?:牵头|责任|主办|主责|承办|主管|实施)(?:责任)?(?:单位|部门)?\s*[:：]\s*/;
const SUPPORT_WORD = /^(?:配合|协办|参与|协助|协同|会办)(?:责任)?(?:单位|部门)?\s*[:：]\s*/;

/**
 * 责任单位 of a cell. The first name leads (湖州 2020: 列第一位者为工作牵头单位); `牵头单位：甲；配合单位：乙` inside one cell and marks such as
 * `甲（牵头）` or `乙配合` say it themselves.
 */
export function readUnits(cell: string): FoundUnits {
  const named: { readonly name: string; readonly part: Part | null }[] = [];
  let opened: Part | null = null;
  for (const piece of splitNames(cell)) {
    const { name, opens, is } = readPiece(piece);
    opened = opens ?? opened;
    if (name !== '') named.push({ name, part: is ?? opened });
  }
  const inOrder = (['lead', null, 'support'] as const).flatMap((part) => named.filter((it) => it.part === part));
  const names = [...new Set(inOrder.map(({ name }) => name))];
  return inOrder[0]?.part === 'support' ? { lead: null, supporting: names } : { lead: names[0] ?? null, supporting: names.slice(1) };
}

type Part = 'lead' | 'support';
/** `opens`: 牵头单位： says it of all names that follow; `is`: （牵头） says it of this name. */
type Piece = { readonly name: string; readonly opens: Part | null; readonly is: Part | null };

function readPiece(piece: string): Piece {
  if (LEAD_WORD.test(piece)) return { name: piece.replace(LEAD_WORD, ''), opens: 'lead', is: null };
  if (SUPPORT_WORD.test(piece)) return { name: piece.replace(SUPPORT_WORD, ''), opens: 'support', is: null };
  const marked = /^(.+?)[（(]?(?:为主|负责)?(牵头|配合|协办|参与)(?:单位|负责|实施)?[）)]?$/.exec(piece);
  if (marked === null) return { name: piece, opens: null, is: null };
  return { name: marked[1]!, opens: null, is: marked[2] === '牵头' ? 'lead' : 'support' };
}

/** Names are parted by 、，； or a break; brackets stay whole, and a break inside a name (区住房和城乡⏎建设局) does not part it. */
export function splitNames(cell: string): string[] {
  const pieces: string[] = [''];
  let depth = 0;
  for (const sign of joinWrapped(cell)) {
    if ('（('.includes(sign)) depth += 1;
    if ('）)'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;/／\n]/.test(sign)) pieces.push('');
    else pieces[pieces.length - 1] += sign;
  }
  return pieces
    .flatMap(splitSpaces)
    .map((it) => it.replace(/[。.]$/, '').trim())
    .filter((it) => it !== '');
}

/** Line by line, so that a cell of many thousand signs is read as fast as it is long. */
function joinWrapped(cell: string): string {
  const lines = cell.split('\n').map((it) => it.trim());
  return lines.map((line, i) => `${line}${isGoingOn(line, lines[i + 1]) ? '' : '\n'}`).join('');
}

/** A few signs below a line that names no unit yet are the rest of its name. */
function isGoingOn(line: string, next: string | undefined): boolean {
  if (line === '' || next === undefined || !/^.{1,8}(?:$|[、，,；;])/.test(next)) return false;
  const name = line.split(/[、，,；;:：]/).at(-1) ?? '';
  return name !== '' && !UNIT_END.test(name);
}

// Spaces part names (财政局 民政局), but also spread one out (财 政 局).
function splitSpaces(piece: string): string[] {
  const parts = piece.trim().split(/[ \t\u3000\u00a0]+/);
  return parts.length > 1 && parts.every((it) => it.length >= 3 && UNIT_END.test(it)) ? parts : [parts.join('')];
}
