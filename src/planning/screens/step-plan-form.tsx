import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { SiteStep } from '../rules/step.ts';
import { labels } from './step-labels.ts';
import type { StepsAnswer } from './steps-contract.ts';

const empty = (): SiteStep => ({ id: crypto.randomUUID(), name: '', weight: 10, needs: [] });

/** 排定步骤: which steps each site takes, what each weighs, and which one comes before. */
export function StepPlanForm({ of, onClose }: { readonly of: StepsAnswer; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const save = useCommand<unknown, unknown>('planning.set-site-steps');
  const [steps, setSteps] = useState<readonly SiteStep[]>(() => (of.steps.length > 0 ? of.steps : [empty(), empty(), empty()]));
  const [reason, setReason] = useState('');
  const set = (at: number, change: Partial<SiteStep>) => setSteps(steps.map((it, i) => (i === at ? { ...it, ...change } : it)));
  const drop = (id: string) =>
    setSteps(steps.filter((it) => it.id !== id).map((it) => ({ ...it, needs: it.needs.filter((one) => one !== id) })));
  const send = () =>
    save.mutateAsync({
      input: { programmeId: of.project.programmeId, projectId: of.project.id, steps, reason: reason.trim() || null },
      base: { [`steps:${of.project.id}`]: of.plan?.planNo ?? 0 },
    });
  return (
    <FormDialog title={of.plan === null ? words.setSteps : words.changeSteps} act={words.save} onClose={onClose} onSend={send}>
      {steps.map((step, i) => (
        <div key={step.id} className="step-row">
          <Field name={`${i + 1}. ${words.name}`}>
            <Input value={step.name} minLength={2} maxLength={40} required onChange={({ target }) => set(i, { name: target.value })} />
          </Field>
          <Field name={words.weight}>
            <Input
              value={String(step.weight)}
              inputMode="numeric"
              pattern="[1-9]\d{0,2}|1000"
              required
              onChange={({ target }) => set(i, { weight: Number(target.value.replace(/\D/g, '')) })}
            />
          </Field>
          <Field name={words.before}>
            <Select
              className="full"
              mode="multiple"
              value={[...step.needs]}
              onChange={(needs) => set(i, { needs })}
              options={steps.slice(0, i).map((it, at) => ({ value: it.id, label: it.name || String(at + 1) }))}
            />
          </Field>
          <Button disabled={steps.length === 1} aria-label={`${words.removeStep} ${i + 1}`} onClick={() => drop(step.id)}>
            {words.removeStep}
          </Button>
        </div>
      ))}
      <p>
        <Button onClick={() => setSteps([...steps, empty()])}>{words.addStep}</Button>
      </p>
      {of.plan !== null && (
        <Field name={words.why} hint={words.whyHint}>
          <Input value={reason} minLength={2} maxLength={300} required onChange={({ target }) => setReason(target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}
