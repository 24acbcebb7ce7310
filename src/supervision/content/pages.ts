import { getPeriod } from '#/collection/door.ts';
import { listWaiting, loadBoard } from '#/delivery/door.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Sheet } from '#/kernel/sheet.ts';
import { getDistrict, getPost, getUnit, listHoldersOn } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import type { Reader } from '#/platform/db.ts';
import { listAdjustments, listOverseeing, type StoredProgramme } from '#/programme/door.ts';
import { overseerOn } from '#/programme/rules/overseeing.ts';
import { type Asked, askedOf, stillAsked } from '../rules/asked.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';
import { changesSince, type FigureChange } from '../rules/changes-since.ts';
import type { DocumentKey } from '../rules/document.ts';
import type { PrintedCorrection } from '../rules/extra.ts';
import { type Around, type AudienceFigures, figuresFor, itemsOf } from '../rules/figures-for.ts';
import { firstOfMonth, monthPeriod } from '../rules/month.ts';
import { type Fitted, fitOnePage } from '../rules/one-page.ts';
import { type BulletinSettings, defaultSettings } from '../rules/settings.ts';
import { findBulletin } from '../store/bulletins.ts';
import { listCauses } from '../store/causes.ts';
import { listCorrections } from '../store/corrections.ts';
import { type DecisionSentence, findDecision } from '../store/documents.ts';
import { listLeftOutNow } from '../store/left-out.ts';
import { onePageFileName, unitPageFileName } from '../words/file-names.ts';
import { decisionText, type OnePageFacts, onePageSheet } from '../words/one-page.ts';
import { unitPageSheet } from '../words/unit-page.ts';
import { figuresOfPages, type PageFigures } from './month-figures.ts';

/** What the pages of a month have in common: the figures of its bulletin, who oversees what, how the office signs. */
export type PageGround = PageFigures & {
  readonly programme: StoredProgramme;
  readonly month: number;
  readonly overseers: Readonly<Record<string, string | null>>;
  readonly corrections: readonly PrintedCorrection[];
  readonly settings: BulletinSettings;
  readonly band: string | null;
};

export async function loadGround(reader: Reader, programme: StoredProgramme, month: number): Promise<PageGround> {
  const district = await getDistrict(reader);
  const figures = await figuresOfPages(reader, programme, month);
  const { projects, asOf } = figures.board;
  const history = await listOverseeing(reader, programme.id);
  // Where nobody had been named by then, the page is read by whoever was named first afterwards.
  const overseer = (id: string) => overseerOn(history, id, asOf) ?? history.find(({ projectId }) => projectId === id);
  const overseers = projects.map(({ project }) => [project.id, overseer(project.id)?.postId ?? null] as const);
  const stored = await findBulletin(reader, programme.id, { year: programme.year, month });
  const issued = stored?.state === 'issued' ? stored : null;
  const corrections = issued === null ? [] : await listCorrections(reader, issued.id);
  return {
    ...figures,
    programme,
    month,
    overseers: Object.fromEntries(overseers),
    corrections: corrections.map((it) => ({ ...it, month, issue: issued?.issue ?? null })),
    settings: stored?.settings ?? defaultSettings(district.officeName),
    band: district.demoToday === null ? null : demoWords['zh-CN'][demoKind(district.district)],
  };
}

/** Of what the month's bulletin has corrected, the lines that this reader reads. */
function standOf({ month, frozenOn, corrections }: PageGround, lines: readonly BulletinItem[]) {
  const mine = (promiseId: string) => lines.some((it) => it.promiseId === promiseId);
  const own = corrections.map((it) => ({ ...it, lines: it.lines.filter(({ promiseId }) => mine(promiseId)) }));
  return { month, frozenOn, corrections: own.filter((it) => it.lines.length > 0) };
}

/** 固定后变动: what of a frozen month reads otherwise now; nothing while the month still moves. */
export async function laterChanges(reader: Reader, ground: PageGround, lines: readonly BulletinItem[]): Promise<readonly FigureChange[]> {
  if (ground.frozenOn === null) return [];
  const { board, adjustments } = await figuresNow(reader, ground);
  return changesSince(lines, itemsOf(board, { adjustments }));
}

async function figuresNow(reader: Reader, { programme, board: { asOf } }: PageGround) {
  const { board } = await loadBoard(reader, programme, asOf);
  return { board, causes: await listCauses(reader, programme.id), adjustments: await listAdjustments(reader, programme.id) };
}

export function onePageKey({ id, year }: Pick<StoredProgramme, 'id' | 'year'>, month: number, postId: string): DocumentKey {
  return { programmeId: id, kind: 'one-pager', reader: postId, year, month };
}

export type OnePage = {
  readonly figures: AudienceFigures;
  readonly fitted: Fitted;
  readonly decision: DecisionSentence | null;
  /** The standing sentence, for going back to it. */
  readonly standing: string;
  readonly fileName: string;
  readonly issuer: string;
};

export async function loadOnePage(reader: Reader, ground: PageGround, postId: string): Promise<OnePage> {
  const { programme, month, board, causes, adjustments, overseers, settings, band } = ground;
  const post = await getPost(reader, postId);
  if (post.kind !== 'leader') throw new Problem(404, 'unknown-post', { id: postId });
  const key = onePageKey(programme, month, postId);
  const decision = await findDecision(reader, key);
  const holder = (await listHoldersOn(reader, [postId], board.asOf)).get(postId)?.personName ?? null;
  const figures = figuresFor({ kind: 'leader', postId }, board, {
    ...{ overseers, adjustments, causes },
    aheadGapPoints: settings.aheadGapPoints,
    leftOut: await listLeftOutNow(reader, key),
  });
  const { kind, year } = programme;
  const facts: OnePageFacts = {
    ...{ figures, kind, year, holder, band },
    post: post.title,
    decision: decision?.text ?? null,
    answerDays: settings.objectionDays,
    issuer: settings.issuer,
    stand: standOf(ground, figures.lines),
  };
  return {
    figures,
    fitted: fitOnePage((shortening) => onePageSheet(facts, shortening)),
    decision,
    standing: decisionText({ ...facts, decision: null }),
    fileName: onePageFileName(board.districtName, year, month, post.title),
    issuer: settings.issuer,
  };
}

export type UnitPage = { readonly sheet: Sheet; readonly fileName: string; readonly issuer: string; readonly figures: AudienceFigures };

export async function loadUnitPage(reader: Reader, ground: PageGround, unitId: string): Promise<UnitPage> {
  const { programme, month, settings, band } = ground;
  const { name } = await getUnit(reader, unitId);
  const { kind, year } = programme;
  const figures = figuresOfUnit(ground, unitId, ground);
  const asked = await askedNow(reader, ground, { unitId, lines: figures.lines });
  const contact = settings.objectionPhone;
  const stand = standOf(ground, figures.lines);
  const sheet = unitPageSheet({ figures, asked, kind, year, unit: name, issuer: settings.issuer, contact, band, stand });
  return { sheet, fileName: unitPageFileName(name, year, month), issuer: settings.issuer, figures };
}

type Moving = Pick<PageFigures, 'board' | 'causes' | 'adjustments'>;

function figuresOfUnit({ overseers, settings }: PageGround, unitId: string, { board, ...known }: Moving): AudienceFigures {
  const { adjustments, causes } = known;
  const around: Around = { overseers, adjustments, causes, aheadGapPoints: settings.aheadGapPoints };
  return figuresFor({ kind: 'unit', unitId }, board, around);
}

type OfUnit = { readonly unitId: string; readonly lines: readonly BulletinItem[] };

/** What the page asks for and is still owed: figures are frozen, debts are not. */
async function askedNow(reader: Reader, ground: PageGround, { unitId, lines }: OfUnit): Promise<readonly Asked[]> {
  const { programme, month, settings, board, frozenOn } = ground;
  const which = { year: programme.year, month };
  const waiting = new Set((await listWaiting(reader, programme.id)).map((it) => it.promiseId));
  const dueOn: CivilDate = (await getPeriod(reader, monthPeriod(which))).dueOn;
  const facts = { month: { from: firstOfMonth(which), dueOn }, waiting, from: board.asOf, answerDays: settings.objectionDays };
  const asked = askedOf({ lines, ...facts });
  if (frozenOn === null) return asked;
  const now = figuresOfUnit(ground, unitId, await figuresNow(reader, ground));
  return stillAsked(asked, askedOf({ lines: now.lines, ...facts }));
}
