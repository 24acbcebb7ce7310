import { Button, Input, InputNumber } from 'antd';
import { newId } from '#/kernel/id.ts';
import { useLabels } from '#/ui/locale.tsx';
import { DayField } from '#/ui/parts.tsx';
import type { DraftStep } from '../rules/draft.ts';
import { evenSteps } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';

/** 分步骤: dated steps with weights; each is done or not, on evidence. */
export function StepsForm({
  steps,
  onChange,
}: {
  readonly steps: readonly DraftStep[];
  readonly onChange: (steps: readonly DraftStep[]) => void;
}) {
  const words = useLabels(labels);
  const sum = steps.reduce((total, { weight }) => total + weight, 0);
  const set = (id: string, change: Partial<DraftStep>) => onChange(steps.map((step) => (step.id === id ? { ...step, ...change } : step)));
  const even = () => {
    const shares = evenSteps(steps.map(({ title }) => title));
    onChange(steps.map((step, index) => ({ ...step, weight: shares[index]!.weight })));
  };
  return (
    <div className="steps-form">
      {steps.map((step, index) => (
        <div className="step-row" key={step.id}>
          <span className="soft">{index + 1}</span>
          <Input
            aria-label={words.stepTitle}
            placeholder={words.stepTitle}
            value={step.title}
            onChange={({ target }) => set(step.id, { title: target.value })}
            status={step.title.trim() ? undefined : 'error'}
          />
          <DayField label={words.stepDue} value={step.dueOn} onChange={(dueOn) => set(step.id, { dueOn })} />
          <InputNumber
            aria-label={words.stepWeight}
            value={step.weight}
            min={0}
            max={100}
            precision={0}
            suffix="%"
            onChange={(weight) => set(step.id, { weight: weight ?? 0 })}
          />
          <Button
            size="small"
            type="text"
            aria-label={`${words.remove} ${step.title}`}
            onClick={() => onChange(steps.filter(({ id }) => id !== step.id))}
          >
            ×
          </Button>
        </div>
      ))}
      <div className="step-tools">
        <Button size="small" onClick={() => onChange([...steps, { id: newId(), title: '', dueOn: null, weight: 0 }])}>
          {words.addStep}
        </Button>
        <Button size="small" onClick={even}>
          {words.evenWeights}
        </Button>
        {Object.entries(words.templates).map(([key, { name, steps: titles }]) => (
          <Button size="small" type="text" key={key} onClick={() => onChange(evenSteps(titles))}>
            {words.template}：{name}
          </Button>
        ))}
      </div>
      {steps.length > 0 && sum !== 100 && (
        <p role="alert" className="fault">
          {words.weightSum(sum)}
        </p>
      )}
    </div>
  );
}
