import { Button } from 'antd';
import { useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import { inOrderOfVotes, type Round } from '../rules/round.ts';
import { nameIn, sentenceOfCountFault, sentenceOfLine, sentenceOfPapers } from '../words/outcome.ts';
import { labels } from './labels.ts';
import { useAct, useDocument } from './room.tsx';

/** Only the last vote of a session that still sits may be undone. */
type VotesTableProps = { readonly round: Round; readonly isLast: boolean };

/** 计票结果 with the arithmetic beside it. */
export function VotesTable({ round, isLast }: VotesTableProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const save = useDocument();
  const may = useMay('ballot.settle');
  const undo = useAct('ballot.undo-count');
  const [isAsking, setAsking] = useState(false);
  const { sheet, outcome } = round;
  if (sheet === null || outcome === null) return null;
  return (
    <>
      {outcome.reasons.map((it) => (
        <p key={it.code} className="notice bad">
          {sentenceOfCountFault(it, nameIn(sheet), locale)}
        </p>
      ))}
      <p>{sentenceOfPapers(round, locale)}</p>
      <Votes round={round} />
      <h3>{words.sums}</h3>
      <ul>
        {outcome.arithmetic
          .filter((it) => it.what !== 'candidate')
          .map((it) => (
            <li key={it.what}>{sentenceOfLine(it, sheet, locale)}</li>
          ))}
      </ul>
      <p className="acts no-print">
        <Button onClick={() => save(`/ballot/record-sheet.docx?roundId=${round.id}`)}>{words.recordSheet}</Button>
        {may && isLast && outcome.valid && <Button onClick={() => setAsking(true)}>{words.undoCount}</Button>}
      </p>
      <ReasonDialog
        open={isAsking}
        danger
        title={words.undoCount}
        act={words.undoCount}
        hint={words.undoHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => undo.send({ roundId: round.id, reason }).then(() => setAsking(false))}
      />
    </>
  );
}

/** The candidates in order of votes: number, word and weight say who is chosen, not a colour. */
export function Votes({ round: { sheet, outcome } }: { readonly round: Round }) {
  const words = useLabels(labels);
  if (sheet === null || outcome === null) return null;
  const { form } = sheet.rule;
  const parts =
    form === 'approve' ? (['for', 'against', 'abstain'] as const) : form === 'rank' ? (['points'] as const) : (['for'] as const);
  const ids = inOrderOfVotes(sheet);
  return (
    <table className="counts-table">
      <thead>
        <tr>
          <th>{words.place}</th>
          <th>{words.candidate}</th>
          {parts.map((part) => (
            <th key={part} className="number">
              {words.votes[part]}
            </th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {ids.map((id, i) => {
          const isChosen = outcome.elected.includes(id);
          return (
            <tr key={id} className={isChosen ? 'chosen' : undefined}>
              <td>{i + 1}</td>
              <td>{nameIn(sheet)(id)}</td>
              {parts.map((part) => (
                <td key={part} className="number">
                  {sheet.votes[id]?.[part] ?? 0}
                </td>
              ))}
              <td>{isChosen ? `◆ ${words.chosen}` : outcome.tiedAtCut.includes(id) ? `▲ ${words.tied}` : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
