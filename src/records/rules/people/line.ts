import { type CivilDate, isCivilDate } from '#/kernel/day-number.ts';
import type { RawRow } from '#/kernel/raw-row.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import type { Field, Heads } from './heads.ts';
import { type Identity, type IdentityFault, readIdentity } from './identity.ts';
import { endsOf, masked, maskedSheet } from './masked.ts';
import { nameOf, phoneOf, plain } from './spelled.ts';

/** 名册行: one person on one line, read and sound. */
export type Line = {
  readonly rowNo: number;
  readonly sheet: string | null;
  readonly name: string;
  readonly identity: Identity | null;
  readonly phone: string;
  readonly onDay: CivilDate;
  readonly slot: string;
  readonly doseNo: number;
  readonly quantity: number;
  readonly areaId: string;
  readonly hasEvidence: boolean;
  readonly evidence: string | null;
  readonly consent: boolean | null;
  readonly sex: 'f' | 'm' | null;
  readonly birthOn: CivilDate | null;
  readonly isLocal: boolean | null;
  readonly livesAlone: boolean | null;
  readonly isAssisted: boolean | null;
  readonly couple: string | null;
};

export type LineFaultKind =
  | IdentityFault
  | 'missing'
  | 'identity-missing'
  | 'date-unreadable'
  | 'date-in-future'
  | 'date-before-birth'
  | 'area-unknown'
  | 'number-unreadable'
  | 'answer-unreadable'
  | 'birth-differs'
  | 'birth-odd'
  | 'sex-differs'
  | 'row-twice'
  | 'totals-row'
  | 'slot-unknown'
  | 'dose-unknown'
  | 'sheet-without-heading'
  | 'columns-missing';

/** 逐行报告中的一条: what is wrong, in which row and field; facts never hold a whole number of a document, nor a whole name (see `masked`). */
export type LineFault = {
  readonly rowNo: number;
  readonly sheet: string | null;
  readonly field: Field;
  readonly kind: LineFaultKind;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** What is said of a whole sheet, of which no row was read. */
export const isOfSheet = ({ kind }: Pick<LineFault, 'kind'>): boolean => kind === 'sheet-without-heading' || kind === 'columns-missing';

/** What a line is read against. */
export type LineContext = {
  readonly target: 'roster' | 'service';
  readonly today: CivilDate;
  /** The day a roster speaks of; its lines have no day of their own. */
  readonly asOf: CivilDate;
  /** By `nameKey`; null where the name stands for several. */
  readonly areas: ReadonlyMap<string, string | null>;
  readonly slots: readonly string[];
  /** Of how many doses the series is; null for a roster, which tells of none. */
  readonly doses: number | null;
};

const TOTALS = /^(合计|小计|总计|共计|填表人|制表人|审核人|备注|说明|注)/;

/** A row below the persons: sums and signatures are told, and counted as nobody. */
function isTotals(cells: readonly string[]): boolean {
  const first = cells.find((it) => it.trim() !== '');
  return first !== undefined && TOTALS.test(first.normalize('NFKC').replace(/\s/g, ''));
}

export function readLine(
  row: RawRow,
  heads: Heads,
  context: LineContext,
): { readonly line: Line } | { readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = [];
  const text = (field: Field) => (heads[field] === undefined ? '' : plain(row.cells[heads[field]] ?? ''));
  const fault: Tools['fault'] = (field, kind, { text: written, ...facts } = {}) => {
    const shown: LineFault['facts'] = written === undefined ? {} : { text: masked(field, String(written), text('name')) };
    faults.push({ rowNo: row.rowNo, sheet: maskedSheet(row.sheet, text('name')), field, kind, facts: { ...facts, ...shown } });
    return null;
  };
  if (isTotals(row.cells)) {
    fault('name', 'totals-row');
    return { faults };
  }
  const name = nameOf(text('name'));
  if (name === '') fault('name', 'missing');
  const identity = identityIn(row, heads, { text, fault });
  const phone = phoneOf(text('guardianPhone'));
  const birthOn = birthIn(context, identity, { text, fault });
  const sex = sexIn(identity, { text, fault });
  if (text('identity') === '' && (text('birthOn') === '' || phone === '')) fault('identity', 'identity-missing');
  const onDay = dayIn(context, birthOn, { text, fault });
  const areaId = areaIn(context, { text, fault });
  const doseNo = doseIn(context, { text, fault });
  const quantity = countIn('quantity', { text, fault });
  const slot = slotIn(context, { text, fault });
  const couple = coupleIn(identity, { text, fault });
  const told = {
    consent: answerIn('consent', { text, fault }),
    isLocal: answerIn('local', { text, fault }),
    livesAlone: answerIn('alone', { text, fault }),
    isAssisted: assisted(text('assisted')),
  };
  if (faults.length > 0 || onDay === null || areaId === null || doseNo === null || quantity === null || slot === null) return { faults };
  const evidence = text('evidence') || null;
  const line = { rowNo: row.rowNo, sheet: row.sheet, name, identity, phone, onDay, slot, doseNo, quantity, areaId, evidence, sex, birthOn };
  return { line: { ...line, ...told, hasEvidence: evidence !== null, couple } };
}

type Tools = {
  readonly text: (field: Field) => string;
  readonly fault: (field: Field, kind: LineFaultKind, facts?: LineFault['facts']) => null;
};

function identityIn(row: RawRow, heads: Heads, { text, fault }: Tools): Identity | null {
  const written = text('identity');
  if (written === '') return null;
  const read = readIdentity(written, { isNumber: row.numbers?.has(heads.identity!) ?? false, document: text('document') });
  return read.ok ? read.value : fault('identity', read.refusal, { ends: endsOf(written), length: written.length });
}

/** The registration of the couple, or the papers of both, in whichever row they stand first; null where neither is told. */
function coupleIn(identity: Identity | null, { text, fault }: Tools): string | null {
  const registration = text('couple');
  if (/\d.*\d.*\d/.test(registration)) return registration;
  const written = text('spouse');
  if (written === '' || identity === null) return null;
  const bare = written.replace(/[\s'`-]/g, '').toUpperCase();
  const read = readIdentity(written, { isNumber: false, document: /^\d{15,}[\dX]?$/.test(bare) ? '' : '其他' });
  if (!read.ok) return fault('spouse', read.refusal, { ends: endsOf(bare), length: bare.length });
  const papers = [identity, read.value].map(({ number }) => number.slice(number.indexOf(':') + 1)).sort();
  return papers[0] === papers[1] ? null : papers.join('+');
}

/** Nobody is older, in the rules of who is eligible either. 来源: 自定. */
const MOST_YEARS = 120;

function birthIn({ target, today, asOf }: LineContext, identity: Identity | null, tools: Tools): CivilDate | null {
  const day = toldBirth(identity, tools);
  const last = target === 'roster' ? asOf : today;
  if (day === null || (day <= last && Number(last.slice(0, 4)) - Number(day.slice(0, 4)) <= MOST_YEARS)) return day;
  return tools.fault('birthOn', 'birth-odd', { year: day.slice(0, 4), on: last });
}

function toldBirth(identity: Identity | null, { text, fault }: Tools): CivilDate | null {
  const written = text('birthOn');
  if (written === '') return identity?.birthOn ?? null;
  const day = readDay(written);
  if (day === null) return fault('birthOn', 'date-unreadable', { text: written });
  if (identity?.birthOn && identity.birthOn !== day) return fault('birthOn', 'birth-differs', { year: day.slice(0, 4) });
  return day;
}

function sexIn(identity: Identity | null, { text, fault }: Tools): 'f' | 'm' | null {
  const written = text('sex');
  const sex = /^(女|F)/i.test(written) ? 'f' : /^(男|M)/i.test(written) ? 'm' : null;
  if (sex !== null && identity?.sex && identity.sex !== sex) return fault('sex', 'sex-differs', { text: written.slice(0, 1) });
  return sex ?? identity?.sex ?? null;
}

function dayIn({ target, today, asOf }: LineContext, birthOn: CivilDate | null, { text, fault }: Tools): CivilDate | null {
  if (target === 'roster') return asOf;
  const written = text('onDay');
  if (written === '') return fault('onDay', 'missing');
  const day = readDay(written);
  if (day === null) return fault('onDay', 'date-unreadable', { text: written });
  if (day > today) return fault('onDay', 'date-in-future', { day, today });
  return birthOn !== null && day < birthOn ? fault('onDay', 'date-before-birth', { day }) : day;
}

function areaIn({ areas }: LineContext, { text, fault }: Tools): string | null {
  const written = text('area');
  if (written === '') return fault('area', 'missing');
  return areas.get(nameKey(written)) ?? fault('area', 'area-unknown', { text: written });
}

function slotIn({ target, slots }: LineContext, { text, fault }: Tools): string | null {
  if (target === 'roster' || slots.length === 0) return '';
  const written = text('slot');
  return slots.includes(written) ? written : fault('slot', 'slot-unknown', { text: written, known: slots.join('、') });
}

function doseIn({ doses }: LineContext, { text, fault }: Tools): number | null {
  const dose = countIn('dose', { text, fault });
  if (doses === null || dose === null || dose <= doses) return dose;
  return fault('dose', 'dose-unknown', { dose, doses });
}

const CHINESE = '一二三四五六七八九';

/** 第二剂, 2, ２, 第2针: a small whole number; 1 where nothing stands. */
function countIn(field: 'dose' | 'quantity', { text, fault }: Tools): number | null {
  const written = text(field);
  if (written === '') return 1;
  const bare = written.replace(/[第剂针次份]/g, '').replace(/^两$/, '二');
  const number = CHINESE.includes(bare) && bare.length === 1 ? CHINESE.indexOf(bare) + 1 : Number(bare);
  return Number.isInteger(number) && number >= 1 && number <= 99 ? number : fault(field, 'number-unreadable', { text: written });
}

const NOT_KNOWN = /^(不详|不明|不清楚?|未知|待.{0,3}|[-—/?？]+)$/;
const SAID_NO =
  /^(否|无|没有|未|未签字?|未同意|不是?|不同意|拒绝|非独居|同住|外[村乡镇地来](人|户籍?)?|非本[村乡镇地](人|户籍?)?|[×xn0]|no|false)$/i;
const SAID_YES = /^(是|有|同意|已同意|已?签字|已签署?|独居|本[村乡镇地](人|户籍?)?|[√✓y1]|yes|true)$/i;

/**
 * 是, 同意, 已签字, 本村, √ … and 否, 未签, 外地, × …, with a remark in brackets after it; 不详 says that it is not known, as an empty cell does. Undefined
 * where it is none of these, for a consent is never guessed.
 */
function answerOf(text: string): boolean | null | undefined {
  const said = text.replace(/\s*[（(][^（()）]*[)）]$/, '');
  if (said === '' || NOT_KNOWN.test(said)) return null;
  if (SAID_NO.test(said)) return false;
  return SAID_YES.test(said) ? true : undefined;
}

function answerIn(field: 'consent' | 'local' | 'alone', { text, fault }: Tools): boolean | null {
  const answer = answerOf(text(field));
  return answer === undefined ? fault(field, 'answer-unreadable', { text: text(field) }) : answer;
}

const HAS_LEFT = /^(已经?|现已)?(退出|清退|停保|停发|取消|注销|终止)|^(原|曾)/;
/** Left at some time, or not granted yet: what it was on the day of the service nobody says. */
const UNDECIDED = /退出|清退|停保|停发|取消|注销|终止|申请|审核|审批|待|拟/;

/** 低保, 特困 … name a kind of assistance; 无, 未纳入, 不属于, 已退出 … say that there is none. */
function assisted(text: string): boolean | null {
  if (text === '' || NOT_KNOWN.test(text)) return null;
  if (/^(否|无|没|未|不|非|[×xn0]$|no$|false$)/i.test(text) || HAS_LEFT.test(text)) return false;
  return UNDECIDED.test(text) ? null : true;
}

/** 2026-06-18, 2026/6/18, 2026.6.18, 2026年6月18日, 20260618, and the serial number of a date that lost its format. */
export function readDay(text: string): CivilDate | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (parts !== null) {
    const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
    return isCivilDate(day) ? day : null;
  }
  if (!/^[34]\d{4}$/.test(text)) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
  return isCivilDate(day) ? day : null;
}
