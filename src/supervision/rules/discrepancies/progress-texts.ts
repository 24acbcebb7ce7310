import type { ProjectStanding, PromiseStanding } from '#/delivery/rules/standing.ts';
import { canonical } from '#/programme/rules/parse/canonical.ts';
import { familyOf, type MeasureFamily } from '#/programme/rules/parse/measure-words.ts';
import { parseProgress } from '#/programme/rules/parse/progress.ts';
import { promiseName } from '../promise-name.ts';
import { type Amount, amountsOf } from './amounts.ts';
import type { Discrepancy, Place } from './discrepancy.ts';

/**
 * What the units wrote, held against what was promised: the texts of the reports, and the row's own progress text where the list printed one
 * (it may say what no report could hold). Of one kind a row is named once.
 */
export function textsAgainst(project: ProjectStanding, rowText: string | null): readonly Discrepancy[] {
  const found = textsOf(project, rowText).flatMap((text) => [
    ...percentOfWhat(project, text),
    ...otherMeasure(project, text),
    ...personsOrCouples(project, text),
    ...unitsDiffer(project, text),
  ]);
  return found.filter(({ facts }, i) => found.findIndex((it) => it.facts.code === facts.code) === i);
}

function textsOf({ promises }: ProjectStanding, rowText: string | null): readonly string[] {
  return [...new Set([...promises.map((it) => it.progressText), rowText].flatMap((it) => (it === null ? [] : [canonical(it)])))];
}

export function placeOf({ project, leadUnit }: ProjectStanding, standing: PromiseStanding | null = null): Place {
  const promise = standing === null ? null : nameOf(standing);
  return { projectId: project.id, no: project.no, project: project.name, promiseId: standing?.promise.id ?? null, promise, leadUnit };
}

export function nameOf({ promise }: PromiseStanding): string {
  return promiseName(promise);
}

/** A share without its base: of villages, of length, of money, of steps? A ratio that was promised as such is none. */
function percentOfWhat(project: ProjectStanding, text: string): readonly Discrepancy[] {
  const { percent } = parseProgress(text);
  const own = reportedIn(project, text);
  if (percent === null || own.some((it) => it.promise.measure === 'ratio')) return [];
  const standing = own.find((it) => it.promise.target !== null) ?? own[0] ?? null;
  const { target = null, measureUnit = '', object = null } = standing?.promise ?? {};
  const facts = { code: 'percent-of-what', percent, promised: object, target, measureUnit } as const;
  return [{ severity: 'high', place: placeOf(project, standing), facts }];
}

/** 准备动作: things that are counted before anybody is served; none of them is what a livelihood list promises. */
const PREPARATION = /账号|建档|名册|名单|摸底|报名|协议|职责|编制|方案|培训教师|问卷|台账|二维码|宣传单/;

/** 给卫生院增加职责: the number counts the body that receives a duty or a post, not the duties; only 6项职责 counts them. */
const GIVEN = /职责|编制/;

function isCounted(text: string, { end }: Amount, word: string): boolean {
  return !GIVEN.test(word) || new RegExp(`^[^，。；、增加新设赋予承担核定]{0,6}${word}`).test(text.slice(end));
}

function otherMeasure(project: ProjectStanding, text: string): readonly Discrepancy[] {
  const own = reportedIn(project, text);
  const found = amountsOf(text).flatMap((amount) => {
    const word = PREPARATION.exec(amount.clause)?.[0];
    if (word === undefined || amount.unit === '%' || !isCounted(text, amount, word)) return [];
    const standing = nearest(own, amount.clause) ?? (own.length === 1 ? own[0]! : null);
    const isOpen = standing === null ? own.length > 0 : nameOf(standing).includes(word);
    return isOpen ? [] : [{ amount, word, standing }];
  });
  const last = found.at(-1);
  if (last === undefined) return [];
  const { amount, word, standing } = last;
  const facts = {
    code: 'other-measure',
    quantity: amount.value,
    measureUnit: amount.unit,
    reported: reportedAs(text, amount, word),
    promised: standing === null ? project.project.name : nameOf(standing),
    target: standing?.promise.target ?? null,
    promisedUnit: standing?.promise.measureUnit ?? '',
  } as const;
  return [{ severity: 'high', place: placeOf(project, standing), facts }];
}

/** `4万余名学生完成心理健康测评账号创建` → `心理健康测评账号`: what was counted, up to the word of preparation. */
function reportedAs(text: string, { end }: Amount, word: string): string {
  const at = text.indexOf(word, end);
  if (at < 0) return word;
  return text.slice(end, at + word.length).replace(/^.*(?:完成|建立|建好|建成|签订|制定)了?/, '');
}

/** 931 persons and 150 couples in one breath: half or all of a couple? The two readings give shares of which one is twice the other. */
function personsOrCouples(project: ProjectStanding, text: string): readonly Discrepancy[] {
  const amounts = amountsOf(text);
  const persons = amounts.find((it) => (it.unit === '人' || it.unit === '名') && COUPLED.test(it.clause));
  const couples = amounts.find((it) => it.unit === '对');
  if (persons === undefined || couples === undefined) return [];
  const facts = { code: 'persons-or-couples', persons: persons.value, couples: couples.value } as const;
  return [{ severity: 'medium', place: placeOf(project, nearest(reportedIn(project, text), couples.clause)), facts }];
}

const COUPLED = /夫妇|夫妻|结婚|婚前|新人/;

/** Families in which two words may count differently: a 期 of a course and a 场, a person and a person-time. */
const TOUCHY: readonly MeasureFamily[] = ['event', 'lesson', 'people'];
const SAME = [['人', '名', '位']];

function unitsDiffer(project: ProjectStanding, text: string): readonly Discrepancy[] {
  return amountsOf(text).flatMap((amount) => {
    const standing = nearest(reportedIn(project, text), amount.clause);
    if (standing === null || standing.promise.target === null) return [];
    const { measureUnit, countingRule } = standing.promise;
    if (!areTouchy(amount.unit, measureUnit)) return [];
    const accepted = countingRule?.accepts.find((it) => it.measureUnit === amount.unit)?.reason ?? null;
    const facts = {
      code: 'units-differ',
      quantity: amount.value,
      reportedUnit: amount.unit,
      promisedUnit: measureUnit,
      accepted,
    } as const;
    return [{ severity: accepted === null ? 'medium' : 'low', place: placeOf(project, standing), facts }];
  });
}

function areTouchy(reported: string, promised: string): boolean {
  if (reported === promised || SAME.some((group) => group.includes(reported) && group.includes(promised))) return false;
  const family = familyOf(promised);
  return family !== null && TOUCHY.includes(family) && familyOf(reported) === family;
}

/** The promises that a text was written for; the progress text of a row is for all of them. */
function reportedIn({ promises }: ProjectStanding, text: string): readonly PromiseStanding[] {
  const own = promises.filter((it) => it.progressText !== null && canonical(it.progressText) === text);
  return own.length > 0 ? own : promises;
}

/** The promise whose words a clause shares most of; null where it shares none that mean anything. */
function nearest(promises: readonly PromiseStanding[], clause: string): PromiseStanding | null {
  const words = pairs(clause);
  const scored = promises.map((it) => ({ it, score: [...pairs(nameOf(it))].filter((word) => words.has(word)).length }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { it: promises[0]!, score: 0 });
  return best.score > 0 ? best.it : null;
}

const EMPTY_WORDS = /免费|提供|完成|开展|实施|组织|工作|项目|建设|全区|为全|名|人/g;

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const part of text.replace(EMPTY_WORDS, ' ').split(/[^\p{Script=Han}A-Za-z]+/u)) {
    for (let i = 0; i + 2 <= part.length; i++) found.add(part.slice(i, i + 2));
  }
  return found;
}
