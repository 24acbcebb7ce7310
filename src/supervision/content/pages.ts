import { getPeriod } from '#/collection/door.ts';
import { listWaiting, loadBoard } from '#/delivery/door.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Sheet } from '#/kernel/sheet.ts';
import { getDistrict, getPost, getUnit, listHoldersOn } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import type { Reader } from '#/platform/db.ts';
import { listAdjustments, listOverseeing, type StoredProgramme } from '#/programme/door.ts';
import { overseerOn } from '#/programme/rules/overseeing.ts';
import { askedOf } from '../rules/asked.ts';
import type { DocumentKey } from '../rules/document.ts';
import { type AudienceFigures, figuresFor } from '../rules/figures-for.ts';
import { asOfFor, firstOfMonth, monthPeriod } from '../rules/month.ts';
import { type Fitted, fitOnePage } from '../rules/one-page.ts';
import { type BulletinSettings, defaultSettings } from '../rules/settings.ts';
import { findBulletin } from '../store/bulletins.ts';
import { listCauses } from '../store/causes.ts';
import { type DecisionSentence, findDecision } from '../store/documents.ts';
import { listLeftOutNow } from '../store/left-out.ts';
import { onePageFileName, unitPageFileName } from '../words/file-names.ts';
import { decisionText, type OnePageFacts, onePageSheet } from '../words/one-page.ts';
import { unitPageSheet } from '../words/unit-page.ts';

/** What the pages of a month have in common: the board of its day, who oversees what, how the office signs. */
export type PageGround = {
  readonly programme: StoredProgramme;
  readonly month: number;
  readonly board: Board;
  readonly overseers: Readonly<Record<string, string | null>>;
  readonly settings: BulletinSettings;
  readonly band: string | null;
};

export async function loadGround(reader: Reader, programme: StoredProgramme, month: number): Promise<PageGround> {
  const which = { year: programme.year, month };
  const district = await getDistrict(reader);
  const { board } = await loadBoard(reader, programme, asOfFor(which, reader.today));
  const history = await listOverseeing(reader, programme.id);
  const overseers = board.projects.map(({ project }) => [project.id, overseerOn(history, project.id, board.asOf)?.postId ?? null] as const);
  const stored = await findBulletin(reader, programme.id, which);
  return {
    programme,
    month,
    board,
    overseers: Object.fromEntries(overseers),
    settings: stored?.settings ?? defaultSettings(district.officeName),
    band: district.demoToday === null ? null : demoWords['zh-CN'][demoKind(district.district)],
  };
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
  const { programme, month, board, overseers, settings, band } = ground;
  const post = await getPost(reader, postId);
  if (post.kind !== 'leader') throw new Problem(404, 'unknown-post', { id: postId });
  const key = onePageKey(programme, month, postId);
  const decision = await findDecision(reader, key);
  const holder = (await listHoldersOn(reader, [postId], board.asOf)).get(postId)?.personName ?? null;
  const figures = figuresFor({ kind: 'leader', postId }, board, {
    overseers,
    adjustments: await listAdjustments(reader, programme.id),
    aheadGapPoints: settings.aheadGapPoints,
    causes: await listCauses(reader, programme.id),
    leftOut: await listLeftOutNow(reader, key),
  });
  const { kind, year } = programme;
  const facts: OnePageFacts = {
    ...{ figures, kind, year, holder, band },
    post: post.title,
    decision: decision?.text ?? null,
    answerDays: settings.objectionDays,
    issuer: settings.issuer,
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
  const { programme, month, board, overseers, settings, band } = ground;
  const { name } = await getUnit(reader, unitId);
  const { kind, year } = programme;
  const figures = figuresFor({ kind: 'unit', unitId }, board, {
    overseers,
    adjustments: await listAdjustments(reader, programme.id),
    aheadGapPoints: settings.aheadGapPoints,
    causes: await listCauses(reader, programme.id),
  });
  const waiting = new Set((await listWaiting(reader, programme.id)).map((it) => it.promiseId));
  const asked = askedOf({
    lines: figures.lines,
    month: { from: firstOfMonth({ year, month }), dueOn: (await getPeriod(reader, monthPeriod({ year, month }))).dueOn },
    waiting,
    from: board.asOf,
    answerDays: settings.objectionDays,
  });
  const contact = settings.objectionPhone;
  const sheet = unitPageSheet({ figures, asked, kind, year, unit: name, issuer: settings.issuer, contact, band });
  return { sheet, fileName: unitPageFileName(name, year, month), issuer: settings.issuer, figures };
}
