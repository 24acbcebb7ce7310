import { Checkbox, Input, InputNumber, Radio } from 'antd';
import { number, shortDate } from '#/kernel/format.ts';
import { STAGES_OF_WORK } from '#/programme/rules/parse/stage-words.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Finding } from '../rules/sending.ts';
import { findingSentence } from '../words/refusals.ts';
import type { PromiseDetail } from './contract.ts';
import { labels } from './labels.ts';
import type { Typed } from './sending.ts';
import { promiseName, targetText } from './standing.tsx';

export type PartProps = { readonly detail: PromiseDetail; readonly typed: Typed; readonly set: (part: Partial<Typed>) => void };

export function Value({ detail, typed, set }: PartProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { promise, done, doneOn } = detail.standing;
  const isRatio = promise.measure === 'ratio';
  const total =
    typed.value === null || typed.valueKind === null ? null : typed.valueKind === 'this-period' ? typed.value + (done ?? 0) : typed.value;
  return (
    <div className="value-part">
      <Field
        name={words.howMany}
        hint={done !== null && doneOn ? words.lastValue(`${number(done)} ${promise.measureUnit}`, shortDate(doneOn, locale)) : words.noLast}
      >
        <InputNumber
          className="big"
          inputMode="decimal"
          min={0}
          value={typed.value}
          onChange={(value) => set({ value })}
          suffix={promise.measureUnit}
          autoFocus
        />
      </Field>
      {isRatio ? (
        <Field name={words.denominator}>
          <InputNumber
            className="big"
            inputMode="decimal"
            min={0}
            value={typed.denominator}
            onChange={(denominator) => set({ denominator })}
          />
        </Field>
      ) : (
        <fieldset className="kind">
          <legend>{words.kindAsked}</legend>
          <Radio.Group value={typed.valueKind} onChange={({ target }) => set({ valueKind: target.value })}>
            <Radio.Button value="cumulative">
              {words.cumulative} <small>{words.cumulativeHint}</small>
            </Radio.Button>
            <Radio.Button value="this-period">
              {words.thisPeriod} <small>{words.thisPeriodHint}</small>
            </Radio.Button>
          </Radio.Group>
          {total !== null && <p className="hint">{words.becomes(`${number(total)} ${promise.measureUnit}`)}</p>}
        </fieldset>
      )}
      <Checkbox checked={!typed.inMeasure} onChange={({ target }) => set({ inMeasure: !target.checked })}>
        {words.otherMeasure}
      </Checkbox>
    </div>
  );
}

export function StepsDone({ detail, typed, set }: PartProps) {
  const words = useLabels(labels);
  const toggle = (id: string, isDone: boolean) =>
    set({ stepsDone: isDone ? [...typed.stepsDone, id] : typed.stepsDone.filter((it) => it !== id) });
  if (detail.steps.length === 0) return null;
  return (
    <fieldset className="kind">
      <legend>{words.stepsDone}</legend>
      {detail.steps.map(({ id, title, dueOn }) => (
        <p key={id}>
          <Checkbox checked={typed.stepsDone.includes(id)} onChange={({ target }) => toggle(id, target.checked)}>
            {title} {dueOn && <small className="soft">{dueOn}</small>}
          </Checkbox>
        </p>
      ))}
    </fieldset>
  );
}

export function Findings({
  findings,
  typed,
  set,
}: {
  readonly findings: readonly Finding[];
  readonly typed: Typed;
  readonly set: PartProps['set'];
}) {
  const words = useLabels(labels);
  const locale = useLocale();
  if (findings.length === 0) return null;
  return (
    <div className="notice warn" role="alert">
      <b>{words.findings}</b>
      {findings.map((finding) => (
        <div key={finding.check} className="finding">
          <span>{findingSentence(finding, locale)}</span>
          <Input
            aria-label={words.findingReason}
            placeholder={words.findingReason}
            value={typed.overrides[finding.check] ?? ''}
            onChange={({ target }) => set({ overrides: { ...typed.overrides, [finding.check]: target.value } })}
          />
        </div>
      ))}
    </div>
  );
}

/** What is reported on. */
export function About({ detail }: { readonly detail: PromiseDetail }) {
  const locale = useLocale();
  const { promise } = detail.standing;
  return (
    <p className="about">
      <span className="no">{detail.project.no}</span>
      <span>
        <b>{promiseName(promise)}</b>
        <small>
          {detail.project.name} · {targetText(promise, locale)}
        </small>
      </span>
    </p>
  );
}

export function DayAndStage({ typed, set }: Omit<PartProps, 'detail'>) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  return (
    <div className="two">
      <Field name={words.day}>
        <DayField value={typed.asOf} max={today} onChange={(asOf) => asOf && set({ asOf })} label={words.day} />
      </Field>
      <Field name={words.stage}>
        <Input list="stages" value={typed.stage} onChange={({ target }) => set({ stage: target.value })} />
      </Field>
      <datalist id="stages">
        {STAGES_OF_WORK.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
