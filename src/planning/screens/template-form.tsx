import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { TEMPLATE_KINDS, type TemplateKind, type TemplateStep, type WorkTemplate } from '../rules/template.ts';
import { withoutStep, withStepAfter } from '../rules/template-steps.ts';
import { templateKinds } from '../words/templates.ts';
import { labels } from './template-labels.ts';
import { TemplateLinks } from './template-links.tsx';
import type { TemplatesAnswer } from './templates-contract.ts';

type FormProps = { readonly template: WorkTemplate | null; readonly answer: TemplatesAnswer; readonly onClose: () => void };
type Typed = TemplateStep & { readonly id: string };

const begin = (step?: TemplateStep): Typed => ({
  name: '',
  days: 5,
  calendar: 'office',
  after: [],
  isMilestone: false,
  gate: null,
  legalMinimum: null,
  ...step,
  id: crypto.randomUUID(),
});

/** A template is a network in small: a step goes by earlier ones, in any of the four ways; a new one simply follows. */
export function TemplateForm({ template, answer, onClose }: FormProps) {
  const words = useLabels(labels);
  const kinds = templateKinds[useLocale()];
  const save = useCommand<unknown, unknown>('planning.set-template');
  const [title, setTitle] = useState(template?.title ?? '');
  const [kind, setKind] = useState<TemplateKind>(template?.kind ?? 'engineering');
  const [steps, setSteps] = useState<readonly Typed[]>(() => template?.steps.map(begin) ?? withStepAfter([begin()], 0, begin()));
  const [reason, setReason] = useState('');
  const send = () => {
    const chain = steps.map(({ id: _, ...it }) => it);
    const base = template === null ? {} : { base: { [`template:${template.key}`]: template.versionNo } };
    return save.mutateAsync({ input: { key: template?.key ?? null, title, kind, steps: chain, reason }, ...base });
  };
  const set = (at: number, change: Partial<Typed>) => setSteps(steps.map((it, i) => (i === at ? { ...it, ...change } : it)));
  return (
    <FormDialog title={template?.title ?? words.add} act={words.save} onClose={onClose} onSend={send}>
      <Field name={words.name}>
        <Input value={title} minLength={2} maxLength={40} required onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <Field name={words.kind}>
        <Select
          className="full"
          value={kind}
          onChange={setKind}
          options={TEMPLATE_KINDS.map((value) => ({ value, label: kinds[value] }))}
        />
      </Field>
      {steps.map((step, i) => (
        <fieldset key={step.id} className="template-step">
          <legend>
            {words.step} {i + 1}
          </legend>
          <StepFields step={step} answer={answer} set={(change) => set(i, change)} />
          {i > 0 && <TemplateLinks steps={steps} at={i} onChange={(after) => set(i, { after })} />}
          <Button disabled={steps.length === 1} onClick={() => setSteps(withoutStep(steps, i))}>
            {words.dropStep}
          </Button>{' '}
          <Button onClick={() => setSteps(withStepAfter(steps, i, begin()))}>{words.addStep}</Button>
        </fieldset>
      ))}
      <Field name={words.reason}>
        <Input value={reason} minLength={2} maxLength={300} required onChange={({ target }) => setReason(target.value)} />
      </Field>
    </FormDialog>
  );
}

type StepProps = { readonly step: Typed; readonly answer: TemplatesAnswer; readonly set: (change: Partial<Typed>) => void };

function StepFields({ step, answer, set }: StepProps) {
  const words = useLabels(labels);
  const { legalMinimum } = step;
  const digits = (text: string) => Number(text.replace(/\D/g, '').slice(0, 4));
  return (
    <>
      <Field name={words.stepName}>
        <Input value={step.name} minLength={2} maxLength={40} required onChange={({ target }) => set({ name: target.value })} />
      </Field>
      <div className="two-fields">
        <Field name={words.days}>
          <Input
            value={String(step.days)}
            inputMode="numeric"
            pattern="[1-9]\d*"
            required
            onChange={({ target }) => set({ days: digits(target.value) })}
          />
        </Field>
        <Field name={words.calendar}>
          <Select
            className="full"
            value={step.calendar}
            onChange={(calendar) => set({ calendar })}
            options={Object.entries(answer.calendars).map(([value, it]) => ({ value, label: it.title }))}
          />
        </Field>
        <Field name={words.legalDays}>
          <Input
            value={legalMinimum === null ? '' : String(legalMinimum.days)}
            inputMode="numeric"
            onChange={({ target }) =>
              set({ legalMinimum: digits(target.value) === 0 ? null : { days: digits(target.value), source: legalMinimum?.source ?? '' } })
            }
          />
        </Field>
        <Field name={words.legalSource}>
          <Input
            value={legalMinimum?.source ?? ''}
            disabled={legalMinimum === null}
            minLength={2}
            maxLength={200}
            required={legalMinimum !== null}
            onChange={({ target }) => legalMinimum && set({ legalMinimum: { ...legalMinimum, source: target.value } })}
          />
        </Field>
        <Field name={words.gate}>
          <Input
            value={step.gate ?? ''}
            maxLength={60}
            onChange={({ target }) => set({ gate: target.value.trim() === '' ? null : target.value })}
          />
        </Field>
        <Checkbox checked={step.isMilestone} onChange={({ target }) => set({ isMilestone: target.checked })}>
          {words.milestone}
        </Checkbox>
      </div>
    </>
  );
}
