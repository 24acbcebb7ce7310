import { LIGHT_SHAPES } from '#/delivery/rules/charts.ts';
import type { Light } from '#/delivery/rules/standing.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { type Locale, number, percent } from '#/kernel/format.ts';
import type { ScorePart } from '../rules/parts.ts';
import type { LineScore, UnitScore } from '../rules/unit-score.ts';

/** What a fact says, in one line under its title. */
export function partText({ of, facts, share }: ScorePart, locale: Locale): string {
  const zh = locale === 'zh-CN';
  const text = (name: string) => (facts[name] === null || facts[name] === undefined ? '—' : String(facts[name]));
  const amount = (name: string) =>
    facts[name] === null || facts[name] === undefined ? '—' : `${number(Number(facts[name]))}${text('measureUnit').replace('—', '')}`;
  const light = () => `${LIGHT_SHAPES[facts.light as Light]} ${lightWords[locale][facts.light as Light]}`;
  const weight =
    Number(facts.difficulty ?? 1) === 1
      ? ''
      : zh
        ? `，难度${number(Number(facts.difficulty))}`
        : `, difficulty ${number(Number(facts.difficulty))}`;
  const counts = share === null ? (zh ? '不计分' : 'not counted') : percent(share);
  switch (of) {
    case 'promise':
      return zh
        ? `${light()}，已完成${amount('done')}，按计划应完成${amount('expected')}${weight}：${counts}`
        : `${light()}, done ${amount('done')}, planned ${amount('expected')}${weight}: ${counts}`;
    case 'workload':
      return `${light()}${weight}：${counts}`;
    case 'month-light':
      return `${text('month')} ${light()}${facts.caughtUp === 1 ? (zh ? '（补上）' : ' (caught up)') : ''}${weight}：${counts}`;
    case 'milestone':
    case 'mismatch':
    case 'order': {
      const done = text(of === 'milestone' ? 'finishedOn' : of === 'mismatch' ? 'correctedOn' : 'settledOn');
      return zh ? `限${text('dueOn')}，办结${done}：${counts}` : `due ${text('dueOn')}, done ${done}: ${counts}`;
    }
    case 'reporting':
      return zh ? `应报${text('due')}项，按时${text('onTime')}项：${counts}` : `due ${text('due')}, in time ${text('onTime')}: ${counts}`;
    case 'entry':
      return zh
        ? `${number(Number(facts.points))}分，${text('enteredBy')} ${text('enteredOn')}，材料${text('evidence')}份`
        : `${number(Number(facts.points))} points, ${text('enteredBy')}, ${text('enteredOn')}, ${text('evidence')} files`;
  }
}

/** `—` where there was nothing to judge by. */
export function pointsText({ kind, points }: Pick<LineScore, 'kind' | 'points'>): string {
  if (points === null) return '—';
  const shown = number(points);
  if (kind === 'line' || shown === '0') return shown;
  return kind === 'bonus' ? `+${shown}` : `−${shown}`;
}

export function totalText({ total }: Pick<UnitScore, 'total'>): string {
  return total === null ? '—' : total.toFixed(2);
}
