import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField } from '#/ui/parts.tsx';
import type { DraftPromise } from '../rules/draft.ts';
import { evenSteps } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import './promise-card.css';
import { nameOfPromise, targetOf } from './promise-sentence.ts';
import { StepsForm } from './steps-form.tsx';

type CardProps = {
  readonly promise: DraftPromise;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (change: Partial<DraftPromise>) => void;
  readonly onRemove: () => void;
};

/** One promise beside its sentence: a line to read, a small form to correct. */
export function PromiseCard({ promise, isOpen, onToggle, onChange, onRemove }: CardProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <div className={isOpen ? 'promise-card open' : 'promise-card'} id={`promise-${promise.id}`}>
      <div className="line">
        <button type="button" className="read" onClick={onToggle} aria-expanded={isOpen}>
          <span className="what">{nameOfPromise(promise)}</span>
          <span className="much">{targetOf(promise, locale)}</span>
          {promise.measure !== 'milestone-set' && <span className="how">{words.measureShort[promise.measure]}</span>}
        </button>
        <Button size="small" type="text" onClick={onToggle}>
          {isOpen ? words.done : words.edit}
        </Button>
        <Button size="small" type="text" onClick={onRemove} aria-label={`${words.remove} ${nameOfPromise(promise)}`}>
          ×
        </Button>
      </div>
      {promise.target === 1 && promise.measure === 'cumulative' && (
        <p className="hint-line">
          {words.singleWorks}
          <Button
            size="small"
            type="link"
            onClick={() => onChange({ measure: 'milestone-set', steps: evenSteps(words.templates.building.steps) })}
          >
            {words.makeSteps}
          </Button>
        </p>
      )}
      {isOpen && <PromiseForm promise={promise} onChange={onChange} />}
    </div>
  );
}

function PromiseForm({ promise, onChange }: Pick<CardProps, 'promise' | 'onChange'>) {
  const words = useLabels(labels);
  const isSteps = promise.measure === 'milestone-set';
  const choose = (measure: DraftPromise['measure']) =>
    onChange({
      measure,
      ...(measure === 'milestone-set' && promise.steps.length === 0 && { steps: evenSteps(words.templates.building.steps) }),
    });
  return (
    <div className="promise-form">
      <Box name={words.verb} width={84}>
        <Input value={promise.verb} onChange={({ target }) => onChange({ verb: target.value })} />
      </Box>
      <Box name={words.object} grow>
        <Input
          value={promise.object}
          onChange={({ target }) => onChange({ object: target.value })}
          status={promise.object.trim() ? undefined : 'error'}
        />
      </Box>
      <Box name={words.measure} width={186}>
        <Select value={promise.measure} onChange={choose} options={optionsOf(words.measures)} />
      </Box>
      {isSteps ? (
        <StepsForm steps={promise.steps} onChange={(steps) => onChange({ steps })} />
      ) : (
        <NumberBoxes promise={promise} onChange={onChange} />
      )}
      <div className="checks">
        {!isSteps && (
          <Checkbox checked={promise.approx} onChange={({ target }) => onChange({ approx: target.checked })}>
            {words.approx}
          </Checkbox>
        )}
        <Checkbox
          checked={promise.settledLater}
          disabled={isSteps ? promise.steps.length > 0 : promise.target !== null}
          onChange={({ target }) => onChange({ settledLater: target.checked })}
        >
          {isSteps ? words.stepsLater : words.targetLater}
        </Checkbox>
      </div>
    </div>
  );
}

function NumberBoxes({ promise, onChange }: Pick<CardProps, 'promise' | 'onChange'>) {
  const words = useLabels(labels);
  return (
    <>
      <Box name={words.bound} width={96}>
        <Select
          value={promise.bound}
          onChange={(bound) => onChange({ bound, direction: bound === 'at_most' ? 'lower' : promise.direction })}
          options={optionsOf(words.bounds)}
        />
      </Box>
      <Box name={words.quantity} width={120}>
        <InputNumber
          value={promise.target}
          min={0}
          onChange={(target) => onChange({ target, settledLater: false })}
          status={promise.target === null && !promise.settledLater ? 'error' : undefined}
        />
      </Box>
      <Box name={words.measureUnit} width={76}>
        <Input
          value={promise.measureUnit}
          onChange={({ target }) => onChange({ measureUnit: target.value })}
          status={promise.measureUnit.trim() ? undefined : 'error'}
        />
      </Box>
      <Box name={words.direction} width={112}>
        <Select value={promise.direction} onChange={(direction) => onChange({ direction })} options={optionsOf(words.directions)} />
      </Box>
      <Box name={words.dueOn} width={150}>
        <DayField value={promise.dueOn} onChange={(dueOn) => onChange({ dueOn })} label={words.dueOn} />
      </Box>
    </>
  );
}

function Box({
  name,
  width,
  grow,
  children,
}: {
  readonly name: string;
  readonly width?: number;
  readonly grow?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="box" style={{ width, flex: grow ? '1 1 160px' : undefined }}>
      <span>{name}</span>
      {children}
    </label>
  );
}

export function optionsOf<Key extends string>(names: Readonly<Record<Key, string>>): { value: Key; label: string }[] {
  return (Object.keys(names) as Key[]).map((value) => ({ value, label: names[value] }));
}
