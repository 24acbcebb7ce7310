import type { Locale } from '#/kernel/format.ts';
import type { PeopleSpec } from '../rules/people/spec.ts';
import type { DefinitionSaid } from '../rules/said.ts';
import type { CountSpec } from '../rules/spec.ts';
import { countWords } from './count-words.ts';
import { entryLabels } from './entry-labels.ts';

type Service = NonNullable<DefinitionSaid['service']>;

type SaidWords = {
  readonly what: (of: string, what: string, measureUnit: string) => string;
  readonly anyEvent: string;
  readonly couples: string;
  readonly dose: (doseNo: number, doses: number) => string;
  readonly anyDose: (doses: number) => string;
  readonly rule: (of: Pick<Service, 'rule' | 'asksConsent' | 'needsEvidence'>) => string;
  readonly roster: (roster: NonNullable<Service['roster']>) => string;
  readonly days: (from: string, to: string) => string;
  readonly version: (no: number, from: string) => string;
  readonly join: (parts: readonly string[]) => string;
};

const zh: SaidWords = {
  what: (of, what, measureUnit) => `数的是“${of}”的${what}，单位：${measureUnit}`,
  anyEvent: '各类活动',
  couples: '对数（两人都有记录、都计入才算一对，一对只计一次）',
  dose: (doseNo, doses) => `共 ${doses} 剂，只数第 ${doseNo} 剂`,
  anyDose: (doses) => `共 ${doses} 剂，各剂都数`,
  rule: ({ rule, asksConsent, needsEvidence }) =>
    [
      rule === null ? '没有定资格规则' : `符合条件按服务当天有效的资格规则判断，现行第 ${rule.versionNo} 版`,
      ...(asksConsent ? ['，不满 14 周岁的要有监护人同意'] : []),
      ...(rule === null ? [asksConsent ? '，其他人都算符合' : '，人人都算符合'] : []),
      needsEvidence ? '；没有佐证的不计' : '；不要求佐证',
    ].join(''),
  roster: ({ name, asOf, isEstimate }) => `分母是名册“${name}”（截至 ${asOf}${isEstimate ? '，约数' : ''}）`,
  days: (from, to) => `计 ${from} 至 ${to}`,
  version: (no, from) => `口径第 ${no} 版，自 ${from} 起`,
  join: (parts) => `${parts.join('；')}。`,
};

const en: SaidWords = {
  what: (of, what, measureUnit) => `Counted: ${what} of “${of}”, in ${measureUnit}`,
  anyEvent: 'any event',
  couples: 'couples, once each, both partners on record and counted',
  dose: (doseNo, doses) => `dose ${doseNo} of ${doses} only`,
  anyDose: (doses) => `every one of ${doses} doses`,
  rule: ({ rule, asksConsent, needsEvidence }) =>
    [
      rule === null
        ? `no eligibility rule: everybody ${asksConsent ? 'else ' : ''}counts as eligible`
        : `eligible by the rule in force on the day of service, now version ${rule.versionNo}`,
      ...(asksConsent ? ['children under 14 with their guardians’ consent only'] : []),
      needsEvidence ? 'nothing without evidence' : 'evidence is not asked for',
    ].join('; '),
  roster: ({ name, asOf, isEstimate }) => `out of the roster “${name}” (${asOf}${isEstimate ? ', estimated' : ''})`,
  days: (from, to) => `from ${from} to ${to}`,
  version: (no, from) => `definition ${no}, since ${from}`,
  join: (parts) => `${parts.join('; ')}.`,
};

const saidWords: Readonly<Record<Locale, SaidWords>> = { 'zh-CN': zh, en };

/** 口径说明: what a definition counts, in one sentence. */
export function saidOf({ spec, versionNo, from, period, service }: DefinitionSaid, measureUnit: string, locale: Locale): string {
  const words = saidWords[locale];
  const isCouples = spec.kind === 'people' && spec.of === 'couples' && (spec.counts === 'persons' || spec.counts === 'eligible');
  const what = isCouples ? words.couples : countWords[locale].counts[`${spec.kind}:${spec.counts}`]!;
  return words.join([
    words.what(subjectOf(spec, service, locale), what, spec.kind === 'works' ? spec.measureUnit : measureUnit),
    ...(spec.kind === 'people' && service !== null ? ofService(spec, service, words) : []),
    words.days(period.from, period.to),
    words.version(versionNo, from),
  ]);
}

/** Of what kind of records. */
function subjectOf(spec: CountSpec, service: DefinitionSaid['service'], locale: Locale): string {
  const { eventKinds, moneyKinds } = entryLabels[locale];
  switch (spec.kind) {
    case 'people':
      return service?.name ?? '';
    case 'events':
      return spec.eventKind === null ? saidWords[locale].anyEvent : eventKinds[spec.eventKind];
    case 'works':
      return spec.workKind;
    case 'money':
      return moneyKinds[spec.moneyKind];
    case 'visits':
      return countWords[locale].kinds.visits;
  }
}

function ofService({ doseNo, counts }: PeopleSpec, service: Service, words: SaidWords): readonly string[] {
  const { doses, roster } = service;
  return [
    ...(doses === 1 ? [] : [doseNo === null ? words.anyDose(doses) : words.dose(doseNo, doses)]),
    ...(counts === 'eligible' ? [words.rule(service)] : []),
    ...(roster === null ? [] : [words.roster(roster)]),
  ];
}
