const DIGITS = '零一二三四五六七八九';
const VALUES: ReadonlyMap<string, number> = new Map([...Array.from(DIGITS, (sign, value) => [sign, value] as const), ['〇', 0], ['两', 2]]);
const STEPS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

export function isChineseNumeral(sign: string): boolean {
  return VALUES.has(sign) || STEPS.has(sign) || sign === '万' || sign === '亿';
}

/** 九千九百九十九万亿 and its like; what is longer is no number that anybody writes. */
const LONGEST = 40;

/** 小写数字: reads a whole number written in Chinese (`三千零二十` → 3020). Anything that is not one well-formed number reads as null. */
export function readChineseNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  for (const [sign, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(sign);
    if (at < 0) continue;
    const high = readChineseNumber(text.slice(0, at));
    const low = at === text.length - 1 ? 0 : readChineseNumber(text.slice(at + 1));
    return high === null || low === null || high === 0 || low >= size ? null : high * size + low;
  }
  return readBelowTenThousand(text);
}

function readBelowTenThousand(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let digit: number | null = null;
  let floor = 10_000;
  let sawZero = false;
  for (const [index, sign] of Array.from(text).entries()) {
    const value = VALUES.get(sign);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      if (value === 0 && text.length > 1 && sawZero && digit === 0) return null;
      sawZero = value === 0;
      digit = value;
      continue;
    }
    const step = STEPS.get(sign);
    if (step === undefined || step >= floor) return null;
    // 十 may open a number (`十五`); 百 and 千 need their digit.
    if (digit === null && !(step === 10 && index === 0)) return null;
    if (digit === 0) return null;
    total += (digit ?? 1) * step;
    digit = null;
    floor = step;
  }
  return total + (digit ?? 0);
}

/** Writes a whole number from 0 below 10^12 in Chinese, as it is read aloud (`10500` → `一万零五百`). */
export function writeChineseNumber(value: number): string {
  if (value < 10_000) return writeBelowTenThousand(value);
  const [size, sign] = value >= 1e8 ? ([1e8, '亿'] as const) : ([1e4, '万'] as const);
  const rest = value % size;
  const gap = rest > 0 && rest < size / 10 ? '零' : '';
  return writeChineseNumber(Math.floor(value / size)) + sign + (rest > 0 ? gap + inside(rest) : '');
}

function writeBelowTenThousand(value: number): string {
  if (value < 10) return DIGITS[value]!;
  const [step, sign] = value >= 1000 ? ([1000, '千'] as const) : value >= 100 ? ([100, '百'] as const) : ([10, '十'] as const);
  const rest = value % step;
  const head = step === 10 && value < 20 ? '' : DIGITS[Math.floor(value / step)]!;
  if (rest === 0) return head + sign;
  return head + sign + (rest < step / 10 ? '零' : '') + inside(rest);
}

/** Inside a longer number 十 keeps its digit: 一百一十五, 一万零一十, 三亿零一十万. */
function inside(rest: number): string {
  const text = writeChineseNumber(rest);
  return text.startsWith('十') ? `一${text}` : text;
}
