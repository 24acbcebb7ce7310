import { nameKey } from '#/organisation/rules/name.ts';
import type { SheetRow } from '#/planning/rules/sheet.ts';
import { sameEventKey } from './counting.ts';
import { type Entry, EntryInput, type EntrySource, isCurrent } from './entry.ts';
import { cellsOf } from './import-cells.ts';
import type { EntryContext, EntryRemark, Said } from './import-fault.ts';
import { ENTRY_FIELDS, type EntryField } from './import-heads.ts';
import { asTyped, settleEntry, withSignIns } from './settle.ts';

export type PlannedEntry = { readonly entry: EntryInput; readonly corrects: Entry | null; readonly source: EntrySource };
export type EntryPlan = { readonly added: readonly PlannedEntry[]; readonly corrected: readonly PlannedEntry[]; readonly same: number };

type Read = {
  readonly entry: EntryInput;
  readonly own: Entry | null;
  readonly row: number;
  readonly sheet: string | null;
  readonly say: Said;
};

/**
 * What the rows would do. A line is known again by what it is of (an event by day, place and host; works by day, place and kind; money by day,
 * kind, payees and period): the same file does nothing, a corrected one supersedes.
 */
export function planEntries(
  rows: readonly SheetRow<EntryField>[],
  context: EntryContext,
): { readonly plan: EntryPlan; readonly remarks: readonly EntryRemark[] } {
  const remarks: EntryRemark[] = [];
  const known = new Map(context.entries.filter(isCurrent).map((it) => [identityOf(it), it]));
  const read = readRows(rows, context, { known, remarks });
  const movedFrom = findMoved(read, context);
  const planned: PlannedEntry[] = [];
  let same = 0;
  for (const it of read) {
    const { own, row, sheet, say } = it;
    const corrects = own ?? movedFrom(it);
    const counted = withSignIns(it.entry, corrects);
    if (!counted.ok) {
      say('attended', { kind: 'refused', refusal: counted.refusal });
      continue;
    }
    const entry = counted.value;
    if (own !== null && isSame(own, entry)) same += 1;
    else
      planned.push({
        entry: kept(asTyped(entry, corrects), corrects),
        corrects,
        source: { fileDigest: context.file.digest, fileName: context.file.name, sheet, row },
      });
    if (own !== null && !isSame(own, entry)) say('title', { kind: 'will-correct' }, false);
    if (corrects === null && entry.evidence.length === 0 && !(entry.kind === 'event' && entry.state === 'planned'))
      say('title', { kind: 'without-evidence' }, false);
  }
  const corrected = planned.filter(({ corrects }) => corrects !== null);
  return { plan: { added: planned.filter(({ corrects }) => corrects === null), corrected, same }, remarks };
}

type Known = { readonly known: ReadonlyMap<string, Entry>; readonly remarks: EntryRemark[] };

function readRows(rows: readonly SheetRow<EntryField>[], context: EntryContext, { known, remarks }: Known): readonly Read[] {
  const seen = new Map<string, number>();
  return rows.flatMap((words) => {
    const { row, sheet } = words;
    const say: Said = (field, fault, isError = true) => remarks.push({ row, sheet, field, isError, ...fault });
    const entry = readRow(words, context, say);
    if (entry === null) return [];
    const key = identityOf(entry);
    const twice = seen.get(key);
    if (twice !== undefined) {
      say('title', { kind: 'row-twice', otherRow: twice });
      return [];
    }
    seen.set(key, row);
    return [{ entry, own: known.get(key) ?? null, row, sheet, say }];
  });
}

/**
 * 改了日期的: of a table that was taken before (another of its rows is on record from a file of the same name) the same row, all but the day the same.
 * A fair of the same name in the next month looks alike, so that anything less is said and not decided.
 */
function findMoved(read: readonly Read[], { entries, file }: EntryContext): (it: Read) => Entry | null {
  const matched = new Set(read.map(({ own }) => own?.id));
  const free = Map.groupBy(
    entries.filter((it) => isCurrent(it) && !matched.has(it.id)),
    undatedKey,
  );
  const isTakenBefore = read.some(({ own }) => own?.source?.fileName === file.name);
  return ({ entry, own, row, sheet, say }) => {
    const alike = own === null ? (free.get(undatedKey(entry)) ?? []) : [];
    const [one] = alike;
    if (one === undefined) return null;
    const isThatRow = one.source?.fileName === file.name && one.source.row === row && one.source.sheet === sheet;
    if (alike.length === 1 && isTakenBefore && isThatRow) {
      say('on', { kind: 'day-changed', was: one.on }, false);
      return one;
    }
    say('on', { kind: 'like-other-day', days: alike.map(({ on }) => on) }, false);
    return null;
  };
}

const undatedKey = (it: Identified): string => `${identityOf({ ...it, on: '1900-01-01' })} ${nameKey(it.title)}`;

/** A table carries no pictures: those of the line that it corrects stay with it. */
function kept(entry: EntryInput, own: Entry | null): EntryInput {
  if (own === null) return entry;
  return entry.kind === 'work' && own.kind === 'work'
    ? { ...entry, evidence: own.evidence, before: own.before }
    : { ...entry, evidence: own.evidence };
}

function readRow(words: SheetRow<EntryField>, context: EntryContext, say: Said): EntryInput | null {
  if (/^(合计|总计|小计|共计)/.test(words.title) || /^(合计|总计|小计|共计)/.test(words.on)) {
    say('title', { kind: 'totals-row' });
    return null;
  }
  if (isHint(words)) {
    say('title', { kind: 'hint-row' }, false);
    return null;
  }
  const cells = cellsOf(words, context, say);
  if (cells === null) return null;
  const parsed = EntryInput.safeParse(cells);
  if (!parsed.success) {
    say(fieldAt(parsed.error.issues[0]?.path[0]), { kind: 'unfit' });
    return null;
  }
  const settled = settleEntry(parsed.data, context.today);
  if (settled.ok) return settled.value;
  say('on', { kind: 'refused', refusal: settled.refusal });
  return null;
}

/** ▲ 提示 and the like in the one cell that is filled. */
function isHint(words: SheetRow<EntryField>): boolean {
  const filled = ENTRY_FIELDS.map((it) => words[it]).filter((it) => it !== '');
  return filled.length === 1 && /^[▲*※（(]*\s*(提示|说明|填写说明|填表说明|注意|注|备注)/.test(filled[0]!);
}

/** The column of what does not fit: longer than a line may be, or larger than any such number. */
function fieldAt(part: PropertyKey | undefined): EntryField {
  if (part === 'amountFen') return 'amount';
  return ENTRY_FIELDS.find((it) => it === part) ?? 'title';
}

type Identified = Entry | EntryInput;

function identityOf(it: Identified): string {
  if (it.kind === 'event') return `event ${sameEventKey(it)}`;
  if (it.kind === 'work') return ['work', it.on, nameKey(it.place), nameKey(it.workKind), it.measureUnit].join(' ');
  return ['money', it.on, it.moneyKind, it.payeeClass, it.periodFrom, it.periodTo, nameKey(it.title)].join(' ');
}

/** Pictures aside, which no table carries. */
function isSame(own: Entry, entry: EntryInput): boolean {
  const { evidence: _, ...facts } = entry;
  return Object.entries(facts).every(
    ([field, value]) => field === 'before' || JSON.stringify(own[field as keyof Entry] ?? null) === JSON.stringify(value ?? null),
  );
}
