import { accept } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { fullName } from '#/planning/rules/area.ts';
import type { SheetRow } from '#/planning/rules/sheet.ts';
import { quantityOf, readAmount, wholeOf } from './amount.ts';
import { dayFrom } from './day-from.ts';
import type { EntryContext, Said } from './import-fault.ts';
import { type EntryField, NEEDED_OF } from './import-heads.ts';
import { ENTRY_WORDS, type EntryWordField } from './import-words.ts';

type Cells = Readonly<Record<string, unknown>>;

/** The words of a row as the facts of an entry; null where one of them cannot be read, after all of them were looked at. */
export function cellsOf(words: SheetRow<EntryField>, context: EntryContext, say: Said): Cells | null {
  let isSound = true;
  const fault: Said = (field, it) => {
    isSound = false;
    say(field, it);
  };
  const { kind, promiseId, today } = context;
  for (const field of NEEDED_OF[kind]) if (words[field] === '') fault(field, { kind: 'missing' });
  const read = readers(words, fault);
  const on = read.day('on');
  const common = {
    kind,
    promiseId,
    on,
    title: words.title,
    place: words.place,
    areaId: areaOf(words.area, context, fault),
    evidence: [],
  };
  const own =
    kind === 'event' ? eventCells(words, read, on !== null && on > today) : kind === 'work' ? workCells(words, read) : moneyCells(read);
  return isSound ? { ...common, ...own } : null;
}

type Readers = ReturnType<typeof readers>;

function readers(words: SheetRow<EntryField>, fault: Said) {
  const take = <Value>(
    field: EntryField,
    kind: 'not-a-day' | 'not-a-time' | 'not-a-number' | 'not-whole',
    of: (text: string) => Value | null,
  ) => {
    const text = words[field];
    if (text === '') return null;
    const value = of(text);
    if (value === null) fault(field, { kind, text });
    return value;
  };
  return {
    day: (field: EntryField) => take(field, 'not-a-day', dayFrom),
    time: (field: EntryField) =>
      take(field, 'not-a-time', (text) => (/^([01]?\d|2[0-3])[:：][0-5]\d$/.test(text) ? text.replace('：', ':').padStart(5, '0') : null)),
    whole: (field: EntryField) => take(field, 'not-whole', wholeOf),
    quantity: (field: EntryField) => take(field, 'not-a-number', quantityOf),
    fen: (field: EntryField) => {
      const read = words[field] === '' ? accept(null) : readAmount(words[field]);
      if (read.ok) return read.value;
      fault(field, read.refusal);
      return null;
    },
    word: (field: EntryWordField) => {
      const text = words[field];
      if (text === '') return null;
      const known = Object.entries(ENTRY_WORDS[field]);
      const found = known.find(([key, names]) => key === text || names.includes(text));
      if (found === undefined) fault(field, { kind: 'unknown-word', text, known: known.map(([, names]) => names[0]!) });
      return found?.[0] ?? null;
    },
  };
}

function eventCells(words: SheetRow<EntryField>, read: Readers, isAhead: boolean): Cells {
  const state = read.word('state') ?? (isAhead ? 'planned' : 'held');
  const people = { attended: read.whole('attended'), certified: read.whole('certified') };
  return { state, eventKind: read.word('eventKind'), from: read.time('from'), to: read.time('to'), host: words.host, ...people };
}

function workCells(words: SheetRow<EntryField>, read: Readers): Cells {
  const { workKind, measureUnit, team, acceptedBy } = words;
  const accepted = { acceptedBy: acceptedBy === '' ? null : acceptedBy, acceptedOn: read.day('acceptedOn') };
  return { workKind, measureUnit, quantity: read.quantity('quantity'), team: team === '' ? null : team, before: [], ...accepted };
}

function moneyCells(read: Readers): Cells {
  const period = { periodFrom: read.day('periodFrom'), periodTo: read.day('periodTo') };
  const paid = { payeeClass: read.word('payeeClass'), payees: read.whole('payees') };
  return { moneyKind: read.word('moneyKind'), amountFen: read.fen('amount'), ...period, ...paid };
}

/** By name, or by 上级·名称 where two areas share one. */
function areaOf(text: string, { areas }: EntryContext, fault: Said): string | null {
  if (text === '') return null;
  const key = nameKey(text).replace(/[·/>]/g, '·');
  const found = areas.filter((it) => nameKey(it.name) === key || nameKey(fullName(areas, it.id)) === key);
  if (found.length === 1) return found[0]!.id;
  fault('area', { kind: found.length === 0 ? 'area-unknown' : 'area-ambiguous', text });
  return null;
}
