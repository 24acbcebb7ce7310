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
  const seen = new Map<string, number>();
  const planned: PlannedEntry[] = [];
  let same = 0;
  for (const words of rows) {
    const { row, sheet } = words;
    const say: Said = (field, fault, isError = true) => remarks.push({ row, sheet, field, isError, ...fault });
    const read = readRow(words, context, say);
    if (read === null) continue;
    const key = identityOf(read);
    const twice = seen.get(key);
    if (twice !== undefined) {
      say('title', { kind: 'row-twice', otherRow: twice });
      continue;
    }
    seen.set(key, row);
    const own = known.get(key) ?? null;
    const counted = withSignIns(read, own);
    if (!counted.ok) {
      say('attended', { kind: 'refused', refusal: counted.refusal });
      continue;
    }
    const entry = counted.value;
    if (own !== null && isSame(own, entry)) same += 1;
    else
      planned.push({
        entry: kept(asTyped(entry, own), own),
        corrects: own,
        source: { fileDigest: context.file.digest, fileName: context.file.name, sheet, row },
      });
    if (own !== null && !isSame(own, entry)) say('title', { kind: 'will-correct' }, false);
    if (own === null && entry.evidence.length === 0 && !(entry.kind === 'event' && entry.state === 'planned'))
      say('title', { kind: 'without-evidence' }, false);
  }
  const corrected = planned.filter(({ corrects }) => corrects !== null);
  return { plan: { added: planned.filter(({ corrects }) => corrects === null), corrected, same }, remarks };
}

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
