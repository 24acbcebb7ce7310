import { App, Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { isBounded } from '../rules/lights.ts';
import { checkShape } from '../rules/planning.ts';
import type { Shape } from '../rules/trajectory.ts';
import { wordsOf } from '../words/refusals.ts';
import type { PromiseDetail } from './contract.ts';
import './delivery.css';
import { labels } from './labels.ts';
import { promiseName, targetText } from './standing.tsx';

/** 报计划: the rhythm that a promise is to be measured by, checked by the same rule as on the server. */
export default function PlanForm() {
  const { promiseId } = useParams();
  const detail = useRead<PromiseDetail>(`/delivery/promise?promiseId=${promiseId}`);
  return <Whole of={detail}>{(it) => <Form detail={it} />}</Whole>;
}

type Row = { readonly id: string; readonly on: CivilDate | null; readonly value: number | null; readonly title: string };

function Form({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const propose = useCommand<unknown, unknown>('delivery.propose-trajectory');
  const { promise } = detail.standing;
  const kinds = kindsFor(detail);
  const [kind, setKind] = useState<Shape['kind']>(kinds[0]!);
  const [season, setSeason] = useState<{ from: CivilDate; to: CivilDate }>({ from: detail.programme.from, to: detail.programme.to });
  const [rows, setRows] = useState<readonly Row[]>(() => firstRows(detail));
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const needsReason = detail.plans.some(({ plan }) => plan.state === 'approved');
  const send = async () => {
    const shape = shapeFrom(kind, season, rows);
    const checked = checkShape(shape, promise, detail.programme);
    if (!checked.ok) return setFault(wordsOf(checked.refusal, locale));
    try {
      await propose.mutateAsync({ input: { promiseId: promise.id, shape, reason: reason.trim() || null } });
      message.success(words.planSent);
      navigate(`/${district}/promises/${promise.id}`);
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
  };
  return (
    <Page title={words.planTitle} lead={words.planLead}>
      <p>
        <b>{promiseName(promise)}</b> {targetText(promise, locale)}
      </p>
      <fieldset className="kind tall">
        <legend>{words.shape}</legend>
        <Radio.Group
          value={kind}
          onChange={({ target }) => setKind(target.value)}
          options={kinds.map((value) => ({ value, label: words.shapes[value] }))}
        />
      </fieldset>
      {kind === 'season' && (
        <div className="two">
          <Field name={words.seasonFrom}>
            <DayField value={season.from} onChange={(from) => from && setSeason({ ...season, from })} />
          </Field>
          <Field name={words.seasonTo}>
            <DayField value={season.to} onChange={(to) => to && setSeason({ ...season, to })} />
          </Field>
        </div>
      )}
      {(kind === 'points' || kind === 'steps' || kind === 'milestones') && (
        <Rows rows={rows} onChange={setRows} isSteps={kind === 'milestones'} unit={promise.measureUnit} />
      )}
      {needsReason && (
        <Field name={words.planReason}>
          <GrowText value={reason} onText={setReason} />
        </Field>
      )}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <Button type="primary" size="large" loading={propose.isPending} onClick={send}>
        {words.sendPlan}
      </Button>
    </Page>
  );
}

function kindsFor({ standing: { promise } }: PromiseDetail): Shape['kind'][] {
  if (promise.measure === 'milestone-set') return ['milestones'];
  return isBounded(promise) ? ['steps'] : ['line', 's-curve', 'season', 'points', 'steps'];
}

/** Quarter targets or the steps of the list are where a plan begins. */
function firstRows({ standing: { promise }, steps, programme }: PromiseDetail): Row[] {
  if (promise.measure === 'milestone-set') return steps.map(({ id, title, dueOn, weight }) => ({ id, on: dueOn, value: weight, title }));
  const ends = ['03-31', '06-30', '09-30', '12-31'].map((day) => `${programme.year}-${day}` as CivilDate);
  const quarters = promise.quarterTargets.flatMap((value, index): Row[] =>
    value === null ? [] : [{ id: newId(), on: ends[index]!, value, title: '' }],
  );
  return quarters.length > 0 ? quarters : [{ id: newId(), on: programme.to, value: promise.target, title: '' }];
}

function shapeFrom(kind: Shape['kind'], season: { from: CivilDate; to: CivilDate }, rows: readonly Row[]): Shape {
  const whole = rows
    .filter((row): row is Row & { on: CivilDate; value: number } => row.on !== null && row.value !== null)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  switch (kind) {
    case 'season':
      return { kind, ...season };
    case 'points':
      return { kind, points: whole.map(({ on, value }) => ({ on, value })) };
    case 'steps':
      return { kind, steps: whole.map(({ on, value }) => ({ on, value })) };
    case 'milestones':
      return { kind, steps: whole.map(({ id, on, value, title }) => ({ id, title, weight: value, dueOn: on })) };
    default:
      return { kind };
  }
}

type RowsProps = {
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly isSteps: boolean;
  readonly unit: string;
};

function Rows({ rows, onChange, isSteps, unit }: RowsProps) {
  const words = useLabels(labels);
  const set = (id: string, part: Partial<Row>) => onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return (
    <div className="plan-rows">
      {rows.map((row) => (
        <div className="plan-row" key={row.id}>
          {isSteps && (
            <Input
              aria-label={words.step}
              placeholder={words.step}
              value={row.title}
              onChange={({ target }) => set(row.id, { title: target.value })}
            />
          )}
          <DayField label={words.date} value={row.on} onChange={(on) => set(row.id, { on })} />
          <InputNumber
            aria-label={isSteps ? words.weight : words.pointValue}
            min={0}
            value={row.value}
            suffix={isSteps ? '%' : unit}
            onChange={(value) => set(row.id, { value })}
          />
          <Button type="text" aria-label="×" onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}>
            ×
          </Button>
        </div>
      ))}
      {isSteps && (
        <p className="soft">{words.weightSum(rows.reduce((sum, { value }) => sum + Math.round((value ?? 0) * 1000), 0) / 1000)}</p>
      )}
      <Button size="small" onClick={() => onChange([...rows, { id: newId(), on: null, value: null, title: '' }])}>
        {isSteps ? words.addStep : words.addPoint}
      </Button>
    </div>
  );
}
