import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { QuarterFacts } from '../rules/facts.ts';
import { movesBetween, type RankMove } from '../rules/rank.ts';
import { scoreUnits } from '../rules/score.ts';
import { checkSheet } from '../rules/sheet.ts';
import { wordsOf } from '../words/refusals.ts';
import { totalText } from '../words/score-words.ts';
import type { QuarterView } from './contract.ts';
import { labels } from './labels.ts';
import { SheetEditor } from './sheet-editor.tsx';

/** 换一份评分表看看: the same rule over the same facts in the browser; nothing is sent and nothing is kept. */
export function WhatIf({ view, facts }: { readonly view: QuarterView; readonly facts: QuarterFacts }) {
  const words = useLabels(labels);
  const [sheet, setSheet] = useState(view.sheet);
  const locale = useLocale();
  const checked = checkSheet(sheet);
  const moves = useMemo(
    () => (checkSheet(sheet).ok ? movesBetween(scoreUnits(view.sheet, facts), scoreUnits(sheet, facts)) : []),
    [view.sheet, sheet, facts],
  );
  return (
    <details className="record no-print">
      <summary>{words.whatIf}</summary>
      <p className="soft">{words.whatIfLead}</p>
      <SheetEditor sheet={sheet} onSheet={setSheet} />
      <p className="acts">
        <Button size="small" onClick={() => setSheet(view.sheet)}>
          {words.reset}
        </Button>
      </p>
      <h3>{words.whoMoves}</h3>
      {!checked.ok && <p className="notice bad">{wordsOf(checked.refusal, locale)}</p>}
      {checked.ok && (moves.length === 0 ? <p className="soft">{words.nobodyMoves}</p> : <Moves moves={moves} />)}
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
