/**
 * 个人信息关口: finds what must not leave the house in a public text (domain.md 6.7; PIPL Art. 28; 政府信息公开条例 Art. 15). Pure, below the
 * stages, so that every public page, edition and document can be held against it. It looks for what slips in by accident; it is no
 * defence against somebody who disguises a number on purpose.
 */
export type PersonalDataKind = 'id-number' | 'mobile' | 'bank-card' | 'plate' | 'room-address';

/** 发现: one place of a text, in UTF-16 units, end exclusive. `masked` may be shown and stored; the text itself may not. */
export type Finding = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number; readonly masked: string };

/** An ID number is never published; the other kinds may be, by a named reviewer with a reason (an office's room, a duty mobile). */
export function isOverridable(kind: PersonalDataKind): boolean {
  return kind !== 'id-number';
}

export function findPersonalData(text: string): readonly Finding[] {
  const plain = plainForm(text);
  const runs = digitRuns(plain);
  const found = [
    ...runs.flatMap((run) => windows(run, [18], isIdNumber)).map((span) => finding('id-number', text, span)),
    ...runs.flatMap((run) => windows(run, [16, 17, 18, 19], isBankCard)).map((span) => finding('bank-card', text, span)),
    ...runs.flatMap((run) => windows(run, [11], (it) => isMobile(it, plain))).map((span) => finding('mobile', text, span)),
    ...spansOf(plain, PLATE, isPlate).map((span) => finding('plate', text, span)),
    ...ROOMS.flatMap((room) => spansOf(plain, room.pattern, room.accepts)).map((span) => finding('room-address', text, span)),
  ];
  return withoutOverlaps(found);
}

type Span = { readonly start: number; readonly end: number };

/** Full-width signs become ASCII, letters capitals; identifiers of our own (UUID, digests) are blanked. The length never changes. */
function plainForm(text: string): string {
  return text
    .replace(/[\uff01-\uff0b\uff0d-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[\u00a0\u2002-\u200a\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<![0-9A-Z])[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}(?![0-9A-Z])/g, blank)
    .replace(/(?<![0-9A-Z])[0-9A-F]{32,}(?![0-9A-Z])/g, blank);
}

function blank(token: string): string {
  return '_'.repeat(token.length);
}

/** Digits that stand together, single separators between them allowed: `1402 0219…`, `138-1234-5678`. */
type Run = { readonly digits: string; readonly at: readonly number[]; readonly groups: ReadonlySet<number>; readonly plain: string };

/** Digits `from` to `to` of a run that begin and end where a group of digits begins and ends. */
type Candidate = Span & { readonly digits: string; readonly shape: () => string };

function digitRuns(plain: string): readonly Run[] {
  return [...plain.matchAll(/\d(?:[ .·-]?\d)*(?:[ -]?X(?![0-9A-Z]))?/g)].map((match) => {
    const at = [...match[0]].flatMap((sign, i) => (/[\dX]/.test(sign) ? [match.index + i] : []));
    const groups = new Set([0, at.length]);
    for (let i = 1; i < at.length; i++) if (at[i]! - at[i - 1]! > 1) groups.add(i);
    return { digits: at.map((i) => plain[i]).join(''), at, groups, plain };
  });
}

function windows(run: Run, lengths: readonly number[], accepts: (it: Candidate) => boolean): readonly Span[] {
  const spans: Span[] = [];
  for (const from of run.groups) {
    const length = lengths.find((it) => run.groups.has(from + it) && accepts(candidate(run, from, from + it)));
    if (length !== undefined) spans.push(candidate(run, from, from + length));
  }
  return spans;
}

function candidate(run: Run, from: number, to: number): Candidate {
  const { digits, at, plain } = run;
  const [start, end] = [at[from]!, at[to - 1]! + 1];
  // Part of something else: letters behind it (91350100M000100Y43), or decimals (0.110105…, 622202.1234…).
  const cutOff =
    /[0-9A-Z]/.test(plain[end] ?? '') ||
    /\d\.$/.test(plain.slice(Math.max(0, start - 2), start)) ||
    /^[^.]*\.[^.]*$/.test(plain.slice(start, end));
  return { digits: cutOff ? '' : digits.slice(from, to), shape: () => shapeOf(run, from, to), start, end };
}

/** How the digits are grouped: `4-4-4-4`, `11`. */
function shapeOf({ groups }: Run, from: number, to: number): string {
  const cuts = Array.from({ length: to - from }, (_, i) => from + 1 + i).filter((it) => groups.has(it));
  return cuts.map((cut, i) => cut - (cuts[i - 1] ?? from)).join('-');
}

const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: province, a real day of birth, the check digit of ISO 7064 MOD 11-2. Also residence permits (81–83) and permanent residents (9). */
function isIdNumber({ digits, shape }: Candidate): boolean {
  if (!/^\d{17}[\dX]$/.test(digits) || !PROVINCES.test(digits) || !isShape(shape, /^\d{1,2}(?:-\d{1,2}){0,5}$|^1(?:-1){17}$/)) return false;
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)];
  const born = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = Number(year) >= 1900 && Number(year) < 2100 && born.toISOString().startsWith(`${year}-${month}-${day}`);
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return isDay && '10X98765432'[sum % 11] === digits[17];
}

/** ISO/IEC 7812: issuers of cards in use in China, 16 to 19 digits, Luhn. A valid credit code (GB 32100) of digits alone is no card. */
function isBankCard({ digits, shape }: Candidate): boolean {
  if (!/^(?:3[567]|4|5|6|955)\d+$/.test(digits) || !isShape(shape, /^\d\d$|^4-4-4-4(?:-[1-3])?$|^6-\d{2}$/)) return false;
  return isLuhn(digits) && !isCreditCode(digits);
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isCreditCode(digits: string): boolean {
  if (digits.length !== 18) return false;
  let [sum, weight] = [0, 1];
  for (const digit of digits.slice(0, 17)) {
    sum += Number(digit) * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === Number(digits[17]);
}

/** 11 digits from 13 to 19 in a grouping people write; a measured amount of eleven digits is a quantity, and `+86` may stand before it. */
function isMobile({ digits, shape, start, end }: Candidate, plain: string): boolean {
  if (!/^1[3-9]\d{9}$/.test(digits) || !isShape(shape, /^11$|^3-4-4$|^4-4-3$|^3-3-5$|^1(?:-1){10}$/)) return false;
  if (/^ ?(?:元|万|亿|平方|立方|平米|千瓦|公里|吨|亩|克|升|人次|\.\d|,\d{3}|%)/.test(plain.slice(end))) return false;
  const before = plain.slice(Math.max(0, start - 6), start);
  return !/\d[-,]$/.test(before) || shape() === '11' || /(?<!\d)(?:\+?86|0086)-$/.test(before);
}

function isShape(shape: () => string, allowed: RegExp): boolean {
  return allowed.test(shape());
}

const REGIONS = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
/** GA 36-2018: five places, or four with 学警港澳挂领; new energy six (GA 36-2018 5.8: D–K small cars in front, large ones behind). */
const PLATE = new RegExp(
  `[${REGIONS}][A-HJ-Z][ ·•・.-]?(?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK]|[A-HJ-NP-Z0-9]{4}[学警港澳挂领]|[A-HJ-NP-Z0-9]{5})(?![0-9A-Z])`,
  'g',
);

/** At most two letters stand among the places after the region; 最新GB18030 names a standard. */
function isPlate(match: string): boolean {
  return !match.startsWith('新GB') && (match.slice(2).match(/\d/g) ?? []).length >= 3;
}

const N = '(?:\\d{1,4}|[A-Z]\\d{0,2}|[一二三四五六七八九十]{1,3})';
const BUILDING = `${N}(?:号楼|号院|栋|幢|座|#楼?|号|楼)`;
const ENTRANCE = '(?<!\\d)(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:单元|号门|门)';
const FLOOR = '(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:层|楼) ?)?';
const ROOM = '(?:\\d{3,4}|[一二三四五六七八九]〇[一二三四五六七八九])';
/** After a bare number these say that it is an amount: 3栋 120户 are three buildings with 120 households. */
const NO_AMOUNT =
  '(?![\\d%]|[.,-]\\d| ?(?:余|多)?(?:户|人|个|平|米|套|名|间|处|台|盏|元|万|亿|吨|家|条|次|场|座|栋|幢|单元|年|月|号楼|千|百|部|株|辆))';

/** The ways people write an address down to the room (GB/T 23705-2009 order: building, entrance, floor, room). */
const ROOMS: readonly { readonly pattern: RegExp; readonly accepts: (match: string) => boolean }[] = [
  {
    pattern: new RegExp(`(?<![\\dA-Z])${BUILDING}[ -]?${ENTRANCE}[ -]?${FLOOR}${ROOM}(?:室|房|号)?${NO_AMOUNT}`, 'g'),
    accepts: () => true,
  },
  { pattern: new RegExp(`${ENTRANCE}[ -]?${FLOOR}${ROOM}(?:室|房|号)`, 'g'), accepts: () => true },
  { pattern: new RegExp(`(?<![\\dA-Z])${BUILDING}[ -]?${FLOOR}${ROOM}(?:室|房(?!间|屋|子|源|型)|号(?!楼|院))`, 'g'), accepts: () => true },
  { pattern: new RegExp(`(?<![\\dA-Z])${N}(?:号楼|栋|幢|#楼?)${ROOM}${NO_AMOUNT}`, 'g'), accepts: endsInDoor },
  { pattern: new RegExp(`(?:${BUILDING}[ -]?)?${ENTRANCE}[ -]?${FLOOR}[东西中南北左右](?:户(?!型)|门|室)`, 'g'), accepts: () => true },
  {
    pattern: new RegExp(`(?<![\\dA-Z./-])[1-9]\\d{0,2}(?:#|号楼|栋|幢)?-[1-9]\\d?-[1-9]\\d{2,3}室?(?![\\dA-Z/]|[.-]\\d)${NO_AMOUNT}`, 'g'),
    accepts: isDashedRoom,
  },
  { pattern: /(?<![\dA-Z./-])[1-9]\d{0,2}(?:#|号楼|栋|幢)?-[1-9]\d{2,3}室/g, accepts: () => true },
];

/** `3-2-501`: the last part reads as floor and door, and the whole is no day written backwards. */
function isDashedRoom(match: string): boolean {
  const [building, entrance, room] = match.match(/\d+/g)!.map(Number) as [number, number, number];
  const isDay = !/[#号栋幢室]/.test(match) && room >= 1900 && room < 2100 && building <= 31 && entrance <= 12;
  return endsInDoor(match) && !isDay;
}

/** Floor and door: `501`, `1203`; at most 29 doors on a floor, fewer than 60 floors. */
function endsInDoor(match: string): boolean {
  const room = Number(match.match(/\d+(?=\D*$)/)?.[0] ?? 101);
  return room % 100 >= 1 && room % 100 <= 29 && room < 6000;
}

function spansOf(plain: string, pattern: RegExp, accepts: (match: string) => boolean): readonly Span[] {
  return [...plain.matchAll(pattern)]
    .filter(([match]) => accepts(match))
    .map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

function finding(kind: PersonalDataKind, text: string, { start, end }: Span): Finding {
  return { kind, start, end, masked: MASKS[kind](text.slice(start, end)) };
}

/** 脱敏 (domain.md 6.7): 138****1234, 1402**********1234. */
const MASKS: Readonly<Record<PersonalDataKind, (found: string) => string>> = {
  'id-number': (found) => maskPlaces(found, 4, 4),
  'bank-card': (found) => maskPlaces(found, 4, 4),
  mobile: (found) => maskPlaces(found, 3, 4),
  plate: (found) => maskPlaces(found, 2, 1),
  'room-address': (found) =>
    found.replace(/(?:[\d０-９]{3,4}|[一二三四五六七八九]〇[一二三四五六七八九])(?=\D*$)|[东西中南北左右](?=[户门室]$)/, '***'),
};

function maskPlaces(found: string, first: number, last: number): string {
  const places = [...found].filter((sign) => !/[ \u00a0\u2002-\u200a\u3000\t.·•・\-\u2010-\u2015－]/.test(sign));
  return `${places.slice(0, first).join('')}${'*'.repeat(places.length - first - last)}${places.slice(-last).join('')}`;
}

/** The graver kind wins where two overlap; the list is in the order of the text. */
function withoutOverlaps(found: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const it of found) if (!kept.some((other) => it.start < other.end && other.start < it.end)) kept.push(it);
  return kept.sort((a, b) => a.start - b.start);
}
