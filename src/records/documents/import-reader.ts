import { flushCompileCache } from 'node:module';
import type { RawRow } from '#/kernel/raw-row.ts';
import { streamRows } from '#/platform/documents/rows/stream-rows.ts';
import { type Keys, lookupDigest } from '#/platform/secrets.ts';
import { besideOf } from '../rules/people/beside.ts';
import { type CountedLine, columnsOf, encodeColumns } from '../rules/people/columns.ts';
import {
  type Field,
  type Heads,
  isHeading,
  isPersonsRow,
  joinRows,
  missingIn,
  personsIn,
  readHeads,
  underGroups,
} from '../rules/people/heads.ts';
import { CHUNK_ROWS, placedRow, type ReadyPerson, rowInSheet } from '../rules/people/importing.ts';
import { type Line, type LineFault, readLine } from '../rules/people/line.ts';
import { maskedSheet, titlesShown } from '../rules/people/masked.ts';
import { detailsText, PLACES } from '../rules/people/sealed-persons.ts';
import type { FromReader, ReaderJob, ToReader } from './import-messages.ts';
import { bitsOf, makeSeen, spread } from './seen.ts';

// It ends by a signal, which would leave nothing for the next one.
flushCompileCache();
// Without the server that started it the process has nothing to do.
process.on('disconnect', () => process.exit());
const { job, bytes } = await received();
const derived = new Map(Object.entries(job.keys.derived).map(([purpose, key]) => [purpose, Buffer.from(key)]));
const keys: Keys = { current: job.keys.current, hash: job.keys.hash, derive: (purpose) => derived.get(purpose)! };
const say = (it: FromReader) => process.send!(it);

function received(): Promise<{ readonly job: ReaderJob; readonly bytes: Buffer }> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    const hear = (it: ToReader) => {
      if (it.kind === 'piece') {
        if (bytes.length === 0) bytes = Buffer.alloc(it.of);
        bytes.set(it.bytes, it.at);
      }
      if (it.kind !== 'job') return;
      process.off('message', hear);
      resolve({ job: it.job, bytes });
    };
    process.on('message', hear);
    process.send!({ kind: 'ready' } satisfies FromReader);
  });
}

/** Two batches may wait at the other end; then the reading pauses. */
const MOST_WAITING = 2;
let waiting = 0;
let wake: (() => void) | null = null;
function sleep(resolve: () => void): void {
  wake = resolve;
}
process.on('message', (it: ToReader) => {
  if (it.kind !== 'taken') return;
  waiting -= 1;
  wake?.();
});

/** Two seeds, so that the two halves of a key are spread apart. */
const HIGH_SEED = 0x811c9dc5;
const LOW_SEED = 0x9747b28c;

/** The person gets a number where the batch is taken in. */
type Ready = CountedLine & { readonly sheet: string | null; readonly evidence: string | null };

let heads: readonly [Heads, ...Heads[]] | null = null;
let sheetOfHeads: string | null = null;
let upper: readonly string[] = [];
let ready: Ready[] = [];
let persons: ReadyPerson[] = [];
let faults: LineFault[] = [];
let rows = 0;
let sheets = 0;
let rowsOfSheet = 0;
/** Rows of the sheet before its heading was found, and what is said of sheets that were not read. */
let above = 0;
const unread: LineFault[] = [];
/** What the columns of the sheet are called, in which row, and which of them are missing. */
let titles: readonly string[] = [];
let titlesAt = 0;
let lacks: readonly Field[] = [];
let headings = 0;
let chunkNo = 0;
const full: Extract<FromReader, { kind: 'chunk' }>[] = [];
const servicesSeen = makeSeen();

/** Above the heading stand titles; a sheet without one is named at the end. */
function onRow(row: RawRow): void {
  if (sheetOfHeads !== row.sheet) {
    endSheet();
    [heads, sheetOfHeads, upper] = [null, row.sheet, []];
    sheets += 1;
    rowsOfSheet = 0;
  }
  if (heads === null) {
    const own = personsIn(underGroups(upper, row.cells));
    const joined = personsIn(joinRows(upper, row.cells));
    const isLower = Object.keys(own[0]).length >= 2 && isHeading(joined[0]);
    const isJoined = Object.keys(joined[0]).length > Object.keys(own[0]).length;
    if (isHeading(own[0]) || isLower) setHeads(isJoined ? joined : own, isJoined ? joinRows(upper, row.cells) : row.cells, row);
    upper = row.cells;
    above += 1;
    return;
  }
  if (isHeadingAgain(row, heads[0])) return;
  if (isSecondHeading(row, heads[0])) {
    const joined = personsIn(joinRows(upper, row.cells));
    if (lackingIn(joined).length < lacks.length) setHeads(joined, joinRows(upper, row.cells), row);
    return;
  }
  if (lacks.length > 0) {
    rowsOfSheet += 1;
    return;
  }
  take({ ...row, rowNo: placedRow(Math.max(0, sheets - 1), row.rowNo) }, heads);
  rows += 1;
  rowsOfSheet += 1;
  if (rows % CHUNK_ROWS === 0) cut();
}

function setHeads(persons: readonly [Heads, ...Heads[]], cells: readonly string[], { rowNo }: RawRow): void {
  [heads, titles, titlesAt, lacks] = [persons, cells, rowNo, lackingIn(persons)];
  headings += 1;
}

const lackingIn = (persons: readonly Heads[]) => [...new Set(persons.flatMap((it) => missingIn(it, job.context)))];

/** None of the rows of a sheet is lost without a word. */
function endSheet(): void {
  const sheet = sheetOfHeads && maskedSheet(sheetOfHeads, '');
  const at = (rowNo: number) => ({ rowNo: placedRow(Math.max(0, sheets - 1), rowNo), sheet });
  if (heads === null && above > 0) unread.push({ ...at(FIRST_ROW), field: 'name', kind: 'sheet-without-heading', facts: { rows: above } });
  const [missing] = lacks;
  if (heads !== null && missing !== undefined && rowsOfSheet > 0) {
    const facts = { fields: lacks.join(' '), found: titlesShown(titles), rows: rowsOfSheet };
    unread.push({ ...at(titlesAt), field: missing, kind: 'columns-missing', facts });
  }
  above = 0;
}
const FIRST_ROW = 1;

/** A heading that is printed anew on each page. Only a row that looks like one where people stand is read as one. */
function isHeadingAgain({ cells }: RawRow, heads: Heads): boolean {
  const { name, identity } = heads;
  const looksAlike = [name, identity].some((at) => at !== undefined && HEADING_SIGNS.test(cells[at] ?? ''));
  return looksAlike && isHeading(personsIn(cells)[0]) && !isPersonsRow(cells, heads);
}
const HEADING_SIGNS = /[姓证号名]|对象|[者检]人/;

/** The lower row of a merged heading. */
function isSecondHeading({ cells }: RawRow, heads: Heads): boolean {
  return rowsOfSheet === 0 && Object.keys(readHeads(cells)).length >= 2 && !isPersonsRow(cells, heads);
}

/** What both of a couple have wrong in a column that they share is said once. */
function take(row: RawRow, persons: readonly Heads[]): void {
  const said = new Set<string>();
  for (const columns of persons) {
    const read = readLine(row, columns, job.context);
    if ('faults' in read) faults.push(...read.faults.filter((it) => isNew(said, `${columns[it.field]} ${it.kind}`)));
    else keep(read.line);
  }
}

function isNew(said: Set<string>, it: string): boolean {
  return said.size !== said.add(it).size;
}

function keep(line: Line): void {
  const details = detailsText([line.name, line.birthOn, line.phone]);
  const identity = line.identity === null ? null : line.identity.number;
  const detailsDigest = lookupDigest(keys, PLACES.details, details);
  const identityDigest = identity === null ? null : lookupDigest(keys, PLACES.identity, identity);
  const [high, low] = bitsOf(identityDigest ?? detailsDigest);
  const service = `${line.onDay} ${line.slot} ${line.doseNo}`;
  const earlier = servicesSeen.note(high ^ spread(service, HIGH_SEED), low ^ spread(service, LOW_SEED), line.rowNo);
  if (earlier !== 0) {
    const sheet = maskedSheet(line.sheet, line.name);
    faults.push({ rowNo: line.rowNo, sheet, field: 'identity', kind: 'row-twice', facts: { otherRow: rowInSheet(earlier) } });
    return;
  }
  persons.push([identityDigest, detailsDigest, line.phone !== '', [identity, details]]);
  ready.push(readyOf(line));
}

function readyOf(line: Line): Ready {
  const { rowNo, sheet, onDay, slot, doseNo, quantity, areaId, hasEvidence, evidence, couple } = line;
  const { consent, sex, birthOn, isLocal, livesAlone, isAssisted } = line;
  return {
    ...{ row_no: rowNo, sheet, evidence, person_no: 0, on_day: onDay, slot, dose_no: doseNo, quantity, area_id: areaId },
    ...{ has_evidence: hasEvidence, consent, sex, birth_on: birthOn, is_local: isLocal, lives_alone: livesAlone, is_assisted: isAssisted },
    couple_no: couple === null ? null : coupleNoOf(couple),
  };
}

/** The number of the import does not travel with the columns. */
const NOT_SAID = 0;

/** The same number in every file that names the couple; 52 bits of a keyed digest, which a number of JSON carries. */
function coupleNoOf(couple: string): number {
  return Number.parseInt(lookupDigest(keys, PLACES.couple, couple.replace(/\s/g, '').toUpperCase()).slice(0, 13), 16);
}

function cut(): void {
  if (chunkNo >= job.chunksTaken)
    full.push({
      kind: 'chunk',
      chunkNo,
      lines: ready.length,
      persons: JSON.stringify(persons),
      columns: encodeColumns(columnsOf({ importNo: NOT_SAID, chunkNo }, ready)),
      beside: JSON.stringify(besideOf(ready)),
      faults,
      share: 0,
    });
  [ready, persons, faults] = [[], [], []];
  chunkNo += 1;
}

async function pass(share: number): Promise<void> {
  for (let it = full.shift(); it !== undefined; it = full.shift()) {
    while (waiting >= MOST_WAITING) await new Promise<void>(sleep);
    waiting += 1;
    say({ ...it, share });
  }
}

/** A text that is called a workbook. With a heading it is read as what it is; without one its name is what is wrong. */
function isRenamed(): boolean {
  return /\.(xlsx|xlsm|xls|et)$/i.test(job.fileName) && bytes.toString('latin1', 0, 2) !== 'PK';
}

function withoutHeading(): string {
  if (isEmpty) return 'empty';
  return isRenamed() ? 'not-a-workbook' : 'no-heading';
}

const hidden: string[] = [];
const refusal = await streamRows(bytes, job.fileName, {
  row: onRow,
  hiddenSheet: (name) => void hidden.push(maskedSheet(name, '')!),
  breathe: pass,
});
const isEmpty = sheets === 0 && above === 0 && hidden.length === 0;
endSheet();
if (headings > 0) faults.push(...unread);
if (ready.length > 0 || faults.length > 0) cut();
if (refusal === null) await pass(1);
say({
  kind: 'end',
  refusal: refusal ?? (headings === 0 ? { kind: withoutHeading() } : null),
  hidden,
  rows,
});
