import { comparisonText, offerSentence } from '#/kernel/comparison/words.ts';
import { bigNumber, type Locale, longDate, number, percent } from '#/kernel/format.ts';
import type { Discrepancy, DiscrepancyFacts, Place } from '../rules/discrepancies/discrepancy.ts';
import { words } from './labels.ts';

export type DiscrepancyWords = { readonly sentence: string; readonly settle: string };

/** 说了什么对不上，问谁、问什么才能对上. */
export function discrepancyWords({ facts, place }: Discrepancy, locale: Locale = 'zh-CN'): DiscrepancyWords {
  const who = place?.leadUnit ?? words[locale].noLeadUnit;
  return locale === 'zh-CN' ? zh(facts, place, place?.leadUnit ?? '牵头单位（清单未列）') : en(facts, place, who);
}

function row(place: Place | null): string {
  return place === null ? '' : `第${place.no}件`;
}

function times(value: number, by: number): string {
  return percent(value / by);
}

function list(items: readonly string[], mark: string): string {
  return items.join(mark);
}

function zh(facts: DiscrepancyFacts, place: Place | null, who: string): DiscrepancyWords {
  switch (facts.code) {
    case 'all-on-plan-but-behind':
      return {
        sentence: `“${facts.quote}”（${facts.source}，${longDate(facts.publishedOn)}）与进度不符：${behindZh(facts)}（第${list(facts.rowNos, '、')}件）。`,
        settle: '请各牵头单位出示在开始之前批准的进度计划；没有的，这句话不能用。',
      };
    case 'percent-of-what':
      return {
        sentence: `${row(place)}报“完成${number(facts.percent)}%”，没有说是什么的${number(facts.percent)}%${facts.target === null ? '' : `：承诺的是${number(facts.target)}${facts.measureUnit}${facts.promised ?? ''}`}。`,
        settle: `请${who}说明分子和分母：按${facts.target === null ? '数量' : `${facts.measureUnit}数`}、长度、投资还是工序；按承诺的口径补报已完成数。`,
      };
    case 'other-measure':
      return {
        sentence: `${row(place)}报的是“${facts.reported}”（${bigNumber(facts.quantity)}${facts.measureUnit}），承诺的是“${facts.promised}”${facts.target === null ? '' : `${number(facts.target)}${facts.promisedUnit}`}：报的不是承诺的那件事。`,
        settle: `请${who}补报“${facts.promised}”已完成多少、截至哪一天。`,
      };
    case 'persons-or-couples':
      return {
        sentence: `${row(place)}登记${number(facts.persons)}人、完成${number(facts.couples)}对：${number(facts.persons)}若是对数，占${times(facts.couples, facts.persons)}；若是人数，占${times(facts.couples * 2, facts.persons)}。两种读法相差一倍。`,
        settle: `请${who}说明${number(facts.persons)}是人数还是对数，以后按同一单位报。`,
      };
    case 'units-differ':
      return {
        sentence: `${row(place)}承诺以“${facts.promisedUnit}”计，报的是${number(facts.quantity)}${facts.reportedUnit}。${facts.accepted === null ? '两个单位能否一比一，没有说明。' : `现按一${facts.reportedUnit}算一${facts.promisedUnit}计入，记录的理由：${facts.accepted}。`}`,
        settle:
          facts.accepted === null
            ? `请${who}说明一${facts.reportedUnit}是否就是一${facts.promisedUnit}。`
            : `请${who}确认这一理由，以后按“${facts.promisedUnit}”报。`,
      };
    case 'all-finished-unproven':
      return {
        sentence: `“${facts.quote}”（${facts.source}，${longDate(facts.publishedOn)}）：${facts.promises}项承诺中有验收记录的${facts.finished}项，另有${facts.grey}项无数据或无目标值，无从核对。`,
        settle: '请各牵头单位补目标值、完成数和验收材料。',
      };
    case 'zero-behind-stage':
      return {
        sentence: `${row(place)}${place?.promise ?? ''}只报“${facts.stage}”，没有报数。按阶段推得已完成0，目标${facts.approx ? '约' : ''}${number(facts.target)}${facts.measureUnit}。`,
        settle: `请${who}直接报已完成数；是0就报0，并说明何时开始。`,
      };
    case 'on-plan-without-plan':
      return {
        sentence: `“${facts.quote}”（${facts.source}）：有目标值的${facts.withTarget}项承诺中，${facts.withoutPlan}项没有批准的计划，“按计划”无从说起。`,
        settle: '请各牵头单位报进度计划，批准后自启用日起算。',
      };
    case 'one-hides-another':
      return {
        sentence: `${row(place)}一行里有几项承诺：“${facts.shown}”进展好，“${list(facts.hidden, '”“')}”被它盖住。`,
        settle: `请${who}逐项报，不合并说。`,
      };
    case 'unequal-periods':
    case 'share-without-base':
      return compared(facts, 'zh-CN');
    case 'target-missing':
      return {
        sentence:
          facts.promises.length === 0
            ? `${row(place)}没有可以核对的承诺。`
            : `${row(place)}没有目标值或批准的节点：${list(facts.promises, '、')}。`,
        settle: `请${who}定目标值，或报节点。`,
      };
  }
}

function behindZh(facts: Extract<DiscrepancyFacts, { code: 'all-on-plan-but-behind' }>): string {
  const yellow = facts.yellowPromises === 0 ? '' : `${facts.redPromises === 0 ? '' : '，另有'}${facts.yellowPromises}项滞后`;
  return `${facts.redPromises === 0 ? '' : `${facts.redPromises}项承诺严重滞后，涉及${facts.redRows}件`}${yellow}`;
}

/** What may be said of it is the sentence; what would have to be given is the way to settle it. */
function compared({ quote, source, comparison }: ComparedFacts, locale: Locale): DiscrepancyWords {
  const asks = comparison.offers.filter(({ code }) => code === 'needs-months' || code === 'needs-base');
  const said = { ...comparison, offers: comparison.offers.filter((it) => !asks.includes(it)) };
  const settle = asks.map((it) => offerSentence(it, comparison, locale));
  return locale === 'zh-CN'
    ? { sentence: `“${quote}”（${source}）：${comparisonText(said)}`, settle: `${settle.join('；')}。` }
    : { sentence: `“${quote}” (${source}): ${comparisonText(said, 'en')}`, settle: `${settle.join('; ')}.` };
}

type ComparedFacts = Extract<DiscrepancyFacts, { code: 'unequal-periods' | 'share-without-base' }>;

function en(facts: DiscrepancyFacts, place: Place | null, who: string): DiscrepancyWords {
  const no = place === null ? '' : `No. ${place.no}`;
  switch (facts.code) {
    case 'all-on-plan-but-behind':
      return {
        sentence: `“${facts.quote}” (${facts.source}, ${longDate(facts.publishedOn, 'en')}): ${facts.redPromises} promises in ${facts.redRows} rows are seriously behind and ${facts.yellowPromises} behind (rows ${list(facts.rowNos, ', ')}).`,
        settle: 'Ask each lead unit for a plan approved before the start; without one the sentence cannot be used.',
      };
    case 'percent-of-what':
      return {
        sentence: `${no} says “${number(facts.percent)} % done” without saying of what${facts.target === null ? '' : `; the promise is ${number(facts.target)} ${facts.measureUnit}`}.`,
        settle: `Ask ${who} for numerator and denominator: number, length, money or steps; and for the figure in the promised measure.`,
      };
    case 'other-measure':
      return {
        sentence: `${no} reports ${number(facts.quantity)} ${facts.measureUnit} of “${facts.reported}”; promised was “${facts.promised}”.`,
        settle: `Ask ${who} how much of “${facts.promised}” is done, and as of which day.`,
      };
    case 'persons-or-couples':
      return {
        sentence: `${no}: ${number(facts.persons)} registered, ${number(facts.couples)} couples served. If the first are couples it is ${times(facts.couples, facts.persons)}, if persons ${times(facts.couples * 2, facts.persons)}.`,
        settle: `Ask ${who} whether ${number(facts.persons)} counts persons or couples.`,
      };
    case 'units-differ':
      return {
        sentence: `${no} is promised in ${facts.promisedUnit} and reported as ${number(facts.quantity)} ${facts.reportedUnit}${facts.accepted === null ? '' : `, counted one for one: ${facts.accepted}`}.`,
        settle: `Ask ${who} whether one ${facts.reportedUnit} is one ${facts.promisedUnit}.`,
      };
    case 'all-finished-unproven':
      return {
        sentence: `“${facts.quote}” (${facts.source}): of ${facts.promises} promises ${facts.finished} are accepted, ${facts.grey} have no data or no target.`,
        settle: 'Ask the lead units for targets, figures and the records of acceptance.',
      };
    case 'zero-behind-stage':
      return {
        sentence: `${no} ${place?.promise ?? ''} reports only the stage “${facts.stage}”: done 0 of ${number(facts.target)} ${facts.measureUnit}, inferred from the stage.`,
        settle: `Ask ${who} for the number; 0 where it is 0, and when it begins.`,
      };
    case 'on-plan-without-plan':
      return {
        sentence: `“${facts.quote}” (${facts.source}): ${facts.withoutPlan} of ${facts.withTarget} promises with a target have no approved plan.`,
        settle: 'Ask the lead units for plans; they count from their approval.',
      };
    case 'one-hides-another':
      return {
        sentence: `${no}: “${facts.shown}” goes well and hides “${list(facts.hidden, '”, “')}”.`,
        settle: `Ask ${who} to report each by itself.`,
      };
    case 'unequal-periods':
    case 'share-without-base':
      return compared(facts, 'en');
    case 'target-missing':
      return {
        sentence:
          facts.promises.length === 0
            ? `${no} holds no promise that can be checked.`
            : `${no} has no target and no approved steps: ${list(facts.promises, ', ')}.`,
        settle: `Ask ${who} for a target or for dated steps.`,
      };
  }
}
