import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { number } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { ScorePart } from '../rules/parts.ts';
import type { LineScore, UnitScore } from '../rules/unit-score.ts';
import { partText, pointsText, totalText } from '../words/score-words.ts';
import { AppealForm } from './appeal-form.tsx';
import type { QuarterView } from './contract.ts';
import { labels } from './labels.ts';

type OfUnit = { readonly view: QuarterView; readonly score: UnitScore };

/** 逐行得分: each line of a unit with the facts under it; the unit itself agrees or appeals here. */
export function UnitLines({ view, score }: OfUnit) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const mayAppeal = useMay('assessment.appeal');
  const confirm = useCommand<unknown, unknown>('assessment.confirm-draft');
  const [appealing, setAppealing] = useState<LineScore | null>(null);
  const { round } = view;
  const isMine = score.unitId === view.ownUnitId;
  const isDraft = round?.state === 'draft';
  const agree = () =>
    confirm
      .mutateAsync({ input: { roundId: round!.id, unitId: score.unitId } })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <section className="unit-lines">
      <h2>
        {score.unit} · {totalText(score)} {score.grade !== null && `· ${score.grade}`}{' '}
        {score.rank !== null && (view.scores.length > 1 || round?.published) && `· ${words.rank} ${score.rank}`}
      </h2>
      {isMine && isDraft && mayAppeal && (
        <p className="acts no-print">
          {view.silent.includes(score.unitId) ? (
            <Button type="primary" loading={confirm.isPending} onClick={agree}>
              {words.confirm}
            </Button>
          ) : (
            <span className="soft">{view.appeals.some(({ unitId }) => unitId === score.unitId) ? words.appealed : words.confirmed}</span>
          )}
        </p>
      )}
      {score.lines.map((line) => (
        <Line key={line.key} line={line} onAppeal={isMine && isDraft && mayAppeal ? () => setAppealing(line) : null} />
      ))}
      {appealing && <AppealForm roundId={round!.id} line={appealing} onClose={() => setAppealing(null)} />}
    </section>
  );
}

function Line({ line, onAppeal }: { readonly line: LineScore; readonly onAppeal: (() => void) | null }) {
  const words = useLabels(labels);
  const { title, kind, most, points, parts, byAppeal } = line;
  return (
    <details className="record score-line" open={kind === 'line' && parts.length > 0 && parts.length < 4}>
      <summary>
        <span>{title}</span>
        <b className="points">{pointsText(line)}</b>
        <span className="soft">
          {kind === 'line' && most !== null && words.most(most)}
          {points === null && ` · ${words.noPoints}`}
          {byAppeal && ` · ${words.byAppeal}`}
        </span>
      </summary>
      {parts.length === 0 ? (
        <p className="soft">{words.noParts}</p>
      ) : (
        <ul className="score-parts">
          {parts.map((part) => (
            <Part key={part.key} part={part} />
          ))}
        </ul>
      )}
      {onAppeal && (
        <p className="acts no-print">
          <Button size="small" onClick={onAppeal}>
            {words.appeal}
          </Button>
        </p>
      )}
    </details>
  );
}

function Part({ part }: { readonly part: ScorePart }) {
  const locale = useLocale();
  const { district } = useWorkplace();
  const { title, promiseId, weight, of } = part;
  return (
    <li>
      {promiseId === null ? title : <Link to={`/${district}/promises/${promiseId}`}>{title}</Link>}{' '}
      <span className="soft">
        {partText(part, locale)}
        {of === 'workload' && ` × ${number(weight)}`}
      </span>
    </li>
  );
}
