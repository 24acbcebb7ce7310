import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import { isUsername } from './account.ts';
import { type CreditCodeWarning, creditCodeWarning } from './credit-code.ts';
import { dayFrom, type ImportField, type RawRow } from './import-table.ts';
import { nameKey } from './name.ts';
import { phoneDigits } from './person.ts';
import type { PostKind } from './post.ts';
import type { UnitKind } from './unit.ts';

/** What a row says, once it is understood. */
export type ImportRow = {
  readonly row: number;
  readonly unit: string;
  readonly unitKind: UnitKind | null;
  readonly creditCode: string | null;
  readonly aliases: readonly string[];
  readonly order: number | null;
  readonly post: { readonly kind: EverydayKind; readonly title: string } | null;
  readonly person: { readonly name: string; readonly phone: string } | null;
  readonly fromOn: CivilDate | null;
  readonly wantsAccount: boolean;
  readonly username: string | null;
};

type EverydayKind = Extract<PostKind, 'head' | 'deputy-head' | 'liaison'>;

/** 逐行报告: one remark on one field of one row. An error keeps the whole file out, a warning does not. */
export type ImportRemark = { readonly row: number; readonly field: ImportField; readonly isError: boolean } & (
  | {
      readonly kind:
        | 'missing'
        | 'not-a-day'
        | 'not-a-number'
        | 'not-a-phone'
        | 'not-a-username'
        | 'post-without-kind'
        | 'person-without-post'
        | 'account-without-person';
    }
  | { readonly kind: 'unknown-word'; readonly text: string; readonly known: readonly string[] }
  | { readonly kind: 'looks-like'; readonly names: readonly string[] }
  | { readonly kind: 'post-twice'; readonly otherRow: number }
  | { readonly kind: 'username-twice'; readonly otherRow: number }
  | { readonly kind: 'username-taken'; readonly username: string }
  | { readonly kind: 'alias-taken'; readonly alias: string; readonly by: string }
  | { readonly kind: 'replaces'; readonly name: string; readonly fromOn: CivilDate }
  | { readonly kind: 'starts-before-holder'; readonly name: string; readonly fromOn: CivilDate }
  | { readonly kind: 'administrator-post'; readonly title: string }
  | { readonly kind: 'far-from-today'; readonly day: CivilDate }
  | CreditCodeWarning
);

export type Checked = { readonly rows: readonly ImportRow[]; readonly remarks: readonly ImportRemark[] };

export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, readonly [string, ...string[]]>> = {
  leadership: ['区领导', '县领导', '领导'],
  department: ['政府部门', '部门', '党委部门', '机关'],
  subdistrict: ['街道', '街道办'],
  township: ['乡镇', '乡', '镇'],
  institution: ['事业单位', '事业'],
  utility: ['专营单位', '国有企业', '企业'],
  other: ['其他'],
};
export const POST_KIND_WORDS: Readonly<Record<EverydayKind, readonly [string, ...string[]]>> = {
  head: ['主要负责人', '负责人', '一把手'],
  'deputy-head': ['分管负责人', '分管领导', '副职'],
  liaison: ['联络员', '联系人'],
};
const YES = ['是', '开通', '要', 'y', 'yes', '1', '√'];
const NO = ['', '否', '不', '无', 'n', 'no', '0'];
/** A day further away than an official's career is a slip of the pen. */
const FARTHEST_DAYS = 50 * 366;

export function checkRows(raw: readonly RawRow[], today: CivilDate): Checked {
  const remarks: ImportRemark[] = [];
  const rows = raw.map((one) => checkRow(one, today, (remark) => remarks.push({ row: one.row, ...remark } as ImportRemark)));
  remarks.push(...repeated(rows));
  return { rows, remarks: remarks.sort((a, b) => a.row - b.row) };
}

type Without<It> = It extends unknown ? Omit<It, 'row'> : never;
type Say = (remark: Without<ImportRemark>) => void;

function checkRow(raw: RawRow, today: CivilDate, say: Say): ImportRow {
  if (nameKey(raw.unit).length < 2) say({ field: 'unit', isError: true, kind: 'missing' });
  const code = raw.creditCode.toUpperCase();
  const warning = code === '' ? null : creditCodeWarning(code);
  if (warning !== null) say({ field: 'creditCode', isError: false, ...warning });
  const post = postFrom(raw, say);
  const person = personFrom(raw, say);
  if (person !== null && post === null && raw.postKind === '') say({ field: 'postKind', isError: true, kind: 'person-without-post' });
  const wantsAccount = yesOrNo(raw.account, say);
  if (wantsAccount && person === null) say({ field: 'account', isError: true, kind: 'account-without-person' });
  return {
    row: raw.row,
    unit: raw.unit,
    unitKind: wordIn(UNIT_KIND_WORDS, raw.unitKind, 'unitKind', say),
    creditCode: code || null,
    aliases: raw.aliases
      .split(/[、,;/\n]/)
      .map((it) => it.trim())
      .filter((it) => it.length >= 2),
    order: orderFrom(raw.order, say),
    post,
    person,
    fromOn: dayOf(raw.fromOn, today, say),
    wantsAccount,
    username: usernameFrom(raw.username, say),
  };
}

function postFrom(raw: RawRow, say: Say): ImportRow['post'] {
  const kind = wordIn(POST_KIND_WORDS, raw.postKind, 'postKind', say);
  if (kind === null && raw.postKind === '' && raw.title !== '') say({ field: 'postKind', isError: true, kind: 'post-without-kind' });
  return kind === null ? null : { kind, title: raw.title || POST_KIND_WORDS[kind][0] };
}

function personFrom(raw: RawRow, say: Say): ImportRow['person'] {
  const name = raw.person.replace(/\s/g, '').replace(/[•‧・∙⋅]/g, '·');
  const phone = phoneDigits(raw.phone);
  if (phone === null) say({ field: 'phone', isError: true, kind: 'not-a-phone' });
  if (name === '') {
    if (raw.phone !== '') say({ field: 'person', isError: true, kind: 'missing' });
    return null;
  }
  return { name, phone: phone ?? '' };
}

function wordIn<Kind extends string>(
  words: Readonly<Record<Kind, readonly string[]>>,
  text: string,
  field: ImportField,
  say: Say,
): Kind | null {
  if (text === '') return null;
  const kinds = Object.keys(words) as Kind[];
  const found = kinds.find((kind) => words[kind].includes(text));
  if (found === undefined) say({ field, isError: true, kind: 'unknown-word', text, known: kinds.map((kind) => words[kind][0]!) });
  return found ?? null;
}

function yesOrNo(text: string, say: Say): boolean {
  const word = text.toLowerCase();
  if (!YES.includes(word) && !NO.includes(word)) say({ field: 'account', isError: true, kind: 'unknown-word', text, known: ['是', '否'] });
  return YES.includes(word);
}

function orderFrom(text: string, say: Say): number | null {
  if (text === '') return null;
  const order = Number(text);
  if (Number.isInteger(order) && order >= 0 && order <= 9999) return order;
  say({ field: 'order', isError: true, kind: 'not-a-number' });
  return null;
}

function dayOf(text: string, today: CivilDate, say: Say): CivilDate | null {
  if (text === '') return null;
  const day = dayFrom(text);
  if (day === null) say({ field: 'fromOn', isError: true, kind: 'not-a-day' });
  else if (Math.abs(daysBetween(day, today)) > FARTHEST_DAYS) say({ field: 'fromOn', isError: true, kind: 'far-from-today', day });
  return day;
}

function usernameFrom(text: string, say: Say): string | null {
  if (text === '') return null;
  if (!isUsername(text)) say({ field: 'username', isError: true, kind: 'not-a-username' });
  return text.toLowerCase();
}

/** The same post, or the same log-in name for two people, stands in the file only once. */
function repeated(rows: readonly ImportRow[]): readonly ImportRemark[] {
  const posts = new Map<string, number>();
  const names = new Map<string, ImportRow>();
  return rows.flatMap((it): readonly ImportRemark[] => {
    const found: ImportRemark[] = [];
    const key = it.post === null ? null : `${nameKey(it.unit)}|${it.post.kind}|${it.post.title}`;
    const otherRow = key === null ? undefined : posts.get(key);
    if (otherRow !== undefined) found.push({ row: it.row, field: 'title', isError: true, kind: 'post-twice', otherRow });
    if (key !== null && otherRow === undefined) posts.set(key, it.row);
    const other = it.username === null ? undefined : names.get(it.username);
    if (other !== undefined && other.person?.name !== it.person?.name)
      found.push({ row: it.row, field: 'username', isError: true, kind: 'username-twice', otherRow: other.row });
    if (it.username !== null && other === undefined) names.set(it.username, it);
    return found;
  });
}
