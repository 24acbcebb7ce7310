import { Checkbox, Input, Radio } from 'antd';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { NumberText } from '../entries/entry-fields.tsx';
import { FromPromise } from './from-promise.tsx';
import { faultText, labels } from './labels.ts';
import { faultsOf, type TypedFigure } from './typed.ts';

type FieldsProps = { readonly title: string; readonly typed: TypedFigure; readonly onChange: (typed: TypedFigure) => void };

export function FigureFields({ title, typed, onChange }: FieldsProps) {
  const words = useLabels(labels);
  // A figure that somebody types over is no longer the counted one: its months go with it.
  const set = (change: Partial<TypedFigure>) => onChange({ ...typed, months: null, ...change });
  // What was counted was counted over the period that stood there.
  const setPeriod = (change: Pick<TypedFigure, 'from'> | Pick<TypedFigure, 'to'>) =>
    set({ ...change, ...(typed.method === words.records && { count: '', base: '', method: '' }) });
  const text = (field: 'indicator' | 'measureUnit' | 'scope' | 'definition' | 'method', hint?: string) => (
    <Field name={words[field === 'measureUnit' ? 'unit' : field]} hint={hint}>
      <Input value={typed[field]} maxLength={80} onChange={({ target }) => set({ [field]: target.value })} />
    </Field>
  );
  return (
    <fieldset className="compare-side">
      <legend>{title}</legend>
      <FromPromise typed={typed} onFound={onChange} />
      {text('indicator')}
      <Field name={words.kind}>
        <Radio.Group value={typed.kind} onChange={({ target }) => set({ kind: target.value })} optionType="button">
          <Radio.Button value="count">{words.kinds.count}</Radio.Button>
          <Radio.Button value="share">{words.kinds.share}</Radio.Button>
        </Radio.Group>
      </Field>
      <div className="two-fields">
        <Field name={words.from}>
          <DayField value={typed.from} onChange={(from) => setPeriod({ from })} />
        </Field>
        <Field name={words.to} fault={faultText(faultsOf(typed).to, words)}>
          <DayField value={typed.to} onChange={(to) => setPeriod({ to })} />
        </Field>
      </div>
      <Numbers typed={typed} set={set} />
      <div className="two-fields">
        {text('measureUnit')}
        {text('scope')}
      </div>
      <div className="two-fields">
        {text('definition', words.unsaid)}
        {text('method', words.unsaid)}
      </div>
      <Checkbox checked={typed.isClosed} onChange={({ target }) => set({ isClosed: target.checked })}>
        {words.closed}
      </Checkbox>
    </fieldset>
  );
}

type NumbersProps = { readonly typed: TypedFigure; readonly set: (change: Partial<TypedFigure>) => void };

function Numbers({ typed, set }: NumbersProps) {
  const words = useLabels(labels);
  const isShare = typed.kind === 'share';
  const faults = faultsOf(typed);
  const field = (name: 'count' | 'base' | 'exposed' | 'printed', label: string) => (
    <Field name={label} fault={faultText(faults[name], words)}>
      <NumberText value={typed[name]} onText={(text) => set({ [name]: text })} />
    </Field>
  );
  return (
    <>
      <div className="two-fields">
        {field('count', isShare ? words.numerator : words.count)}
        {isShare ? field('base', words.base) : field('exposed', words.exposed)}
      </div>
      {isShare && field('printed', words.printed)}
    </>
  );
}
