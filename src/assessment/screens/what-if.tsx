import { Button, InputNumber } from 'antd';
import { useMemo, useState } from 'react';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { QuarterFacts } from '../rules/facts.ts';
import { movesBetween, type RankMove } from '../rules/rank.ts';
import { scoreUnits } from '../rules/score.ts';
import { FULL, weightSum } from '../rules/sheet.ts';
import { totalText } from '../words/score-words.ts';
import type { QuarterView } from './contract.ts';
import { labels } from './labels.ts';

/** 换一份评分表看看: the same rule over the same facts in the browser; nothing is sent and nothing is kept. */
export function WhatIf({ view, facts }: { readonly view: QuarterView; readonly facts: QuarterFacts }) {
  const words = useLabels(labels);
  const [sheet, setSheet] = useState(view.sheet);
  const sum = weightSum(sheet);
  const moves = useMemo(
    () => (sum === FULL ? movesBetween(scoreUnits(view.sheet, facts), scoreUnits(sheet, facts)) : []),
    [view.sheet, sheet, facts, sum],
  );
  const setWeight = (key: string, weight: number) =>
    setSheet({ ...sheet, lines: sheet.lines.map((it) => (it.key === key ? { ...it, weight } : it)) });
  const setEach = (key: string, each: number) =>
    setSheet({ ...sheet, deductions: sheet.deductions.map((it) => (it.key === key ? { ...it, each } : it)) });
  return (
    <details className="record no-print">
      <summary>{words.whatIf}</summary>
      <p className="soft">{words.whatIfLead}</p>
      <div className="settings weights">
        {sheet.lines.map(({ key, title, weight }) => (
          <Field key={key} name={title}>
            <InputNumber min={0} max={100} value={weight} onChange={(it) => setWeight(key, it ?? 0)} />
          </Field>
        ))}
        {sheet.deductions.map(({ key, title, each }) => (
          <Field key={key} name={`${title}（${words.deduction}）`}>
            <InputNumber min={0} max={100} value={each} onChange={(it) => setEach(key, it ?? 0)} />
          </Field>
        ))}
      </div>
      <p className={sum === FULL ? 'soft' : 'notice bad'}>
        {sum === FULL ? words.sum(sum) : words.sumMust(sum)}{' '}
        <Button size="small" onClick={() => setSheet(view.sheet)}>
          {words.reset}
        </Button>
      </p>
      {sum === FULL && (moves.length === 0 ? <p className="soft">{words.nobodyMoves}</p> : <Moves moves={moves} />)}
    </details>
  );
}

function Moves({ moves }: { readonly moves: readonly RankMove[] }) {
  const words = useLabels(labels);
  const seen = ({ rank, total, grade }: RankMove['was']) => `${rank ?? '—'} · ${totalText({ total })} · ${grade ?? '—'}`;
  return (
    <table className="moves">
      <thead>
        <tr>
          <th>{words.unit}</th>
          <th>{words.was}</th>
          <th>{words.now}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ unitId, unit, was, now }) => (
          <tr key={unitId}>
            <td>{unit}</td>
            <td>{seen(was)}</td>
            <td>{seen(now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
