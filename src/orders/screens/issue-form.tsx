import { App, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { OrderDraftInput } from '../rules/draft.ts';
import { numberText, SOURCE_KINDS, type SourceKind } from '../rules/order.ts';
import { labels } from '../words/labels.ts';
import type { Choices } from './contract.ts';
import { formLabels } from './form-labels.ts';

type Typed = Omit<OrderDraftInput, 'unitId' | 'overCap'> & {
  readonly unitIds: readonly string[];
  readonly approvedBy: string;
  readonly overCapReason: string;
};

type IssueFormProps = {
  readonly choices: Choices;
  readonly onClose: () => void;
  /** Where the orders follow from an instruction, the source stands already. */
  readonly command?: { readonly name: string; readonly input: Readonly<Record<string, unknown>>; readonly matter: string };
};

/** 交办: one matter to one unit or to several; each gets an order of its own. */
export function IssueForm({ choices, onClose, command }: IssueFormProps) {
  const words = useLabels(formLabels);
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>(() => ({
    ...{ kind: choices.kinds[0]!.code, matter: command?.matter ?? '', requirement: '', unitIds: [], postId: null, dueOn: null },
    ...{ sourceKind: 'other', sourceText: '', subjectProjectId: null, isUrgent: false, approvedBy: '', overCapReason: '' },
  }));
  const issue = useCommand<unknown, readonly { year: number; number: number }[]>(command?.name ?? 'orders.issue');
  const kind = choices.kinds.find(({ code }) => code === typed.kind);
  const why =
    typed.matter.trim().length < 2
      ? words.matterMissing
      : typed.unitIds.length === 0
        ? words.unitMissing
        : kind?.settle === null && !typed.dueOn
          ? words.needsDay
          : null;
  const send = async () => {
    const issued = await issue.mutateAsync({ input: { ...command?.input, drafts: draftsOf(typed) } });
    message.success(words.sent(issued.map(numberText).join('、')), 6);
  };
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  return (
    <FormDialog title={words.send} act={words.send} why={why} onClose={onClose} onSend={send}>
      <Field name={words.matter} hint={words.matterHint}>
        <GrowText rows={2} maxLength={200} value={typed.matter} onText={(matter) => set({ matter })} />
      </Field>
      <Field name={words.requirement}>
        <GrowText rows={2} maxLength={2000} value={typed.requirement ?? ''} onText={(requirement) => set({ requirement })} />
      </Field>
      <Receivers typed={typed} set={set} choices={choices} />
      <Times typed={typed} set={set} choices={choices} />
      {command === undefined && <Sources typed={typed} set={set} choices={choices} />}
      <OverCap typed={typed} set={set} choices={choices} />
    </FormDialog>
  );
}

function draftsOf({ unitIds, approvedBy, overCapReason, ...draft }: Typed): readonly OrderDraftInput[] {
  const overCap = approvedBy.trim() === '' ? null : { approvedBy, reason: overCapReason };
  return unitIds.map((unitId) => ({ ...draft, unitId, overCap, postId: unitIds.length === 1 ? draft.postId : null }));
}

type PartProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void; readonly choices: Choices };

function Receivers({ typed, set, choices }: PartProps) {
  const words = useLabels(formLabels);
  const [only] = typed.unitIds;
  const posts = choices.posts.filter(({ unitId }) => unitId === only);
  return (
    <>
      <Field name={words.unit} hint={words.units}>
        <Select
          mode="multiple"
          showSearch
          optionFilterProp="label"
          className="full"
          aria-label={words.unit}
          value={[...typed.unitIds]}
          onChange={(unitIds: string[]) => set({ unitIds, postId: null })}
          options={choices.units.map((it) => ({ value: it.id, label: words.unitCount(it.name, it.countInMonth) }))}
        />
      </Field>
      {typed.unitIds.length === 1 && (
        <Field name={words.post}>
          <Select
            className="full"
            aria-label={words.post}
            value={typed.postId ?? ''}
            onChange={(postId) => set({ postId: postId || null })}
            options={[
              { value: '', label: words.anyPost },
              ...posts.map((it) => ({
                value: it.id,
                label: it.holder === null ? words.vacantPost(it.title) : `${it.title} ${it.holder}`,
                disabled: it.holder === null,
              })),
            ]}
          />
        </Field>
      )}
    </>
  );
}

function Times({ typed, set, choices }: PartProps) {
  const words = useLabels(formLabels);
  const { today } = useWorkplace();
  const kind = choices.kinds.find(({ code }) => code === typed.kind);
  return (
    <div className="two-fields">
      <Field name={words.kind}>
        <Select
          className="full"
          aria-label={words.kind}
          value={typed.kind}
          onChange={(it) => set({ kind: it })}
          options={choices.kinds.map((it) => ({ value: it.code, label: it.name }))}
        />
      </Field>
      <Field name={words.dueOn} hint={kind?.settle === null ? words.needsDay : words.byKind}>
        <DayField value={typed.dueOn ?? null} min={today} onChange={(dueOn) => set({ dueOn })} label={words.dueOn} />
      </Field>
    </div>
  );
}

function Sources({ typed, set, choices }: PartProps) {
  const words = useLabels(formLabels);
  const named = useLabels(labels);
  return (
    <>
      <div className="two-fields">
        <Field name={words.source}>
          <Select
            className="full"
            aria-label={words.source}
            value={typed.sourceKind}
            onChange={(sourceKind: SourceKind) => set({ sourceKind })}
            options={SOURCE_KINDS.filter((it) => it !== 'instruction').map((it) => ({ value: it, label: named.sources[it] }))}
          />
        </Field>
        <Field name={words.sourceText}>
          <Input maxLength={200} value={typed.sourceText} onChange={({ target }) => set({ sourceText: target.value })} />
        </Field>
      </div>
      <Field name={words.project}>
        <Select
          className="full"
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={words.project}
          placeholder={words.noProject}
          value={typed.subjectProjectId ?? undefined}
          onChange={(it?: string) => set({ subjectProjectId: it ?? null })}
          options={choices.projects.map((it) => ({ value: it.id, label: `${it.no} ${it.name}` }))}
        />
      </Field>
    </>
  );
}

function OverCap({ typed, set, choices }: PartProps) {
  const words = useLabels(formLabels);
  const isFull = choices.cap !== null && choices.units.some((it) => typed.unitIds.includes(it.id) && it.countInMonth >= choices.cap!);
  return (
    <>
      <Checkbox checked={typed.isUrgent ?? false} onChange={({ target }) => set({ isUrgent: target.checked })}>
        {words.urgent}
      </Checkbox>
      {isFull && (
        <div className="two-fields">
          <Field name={words.overCap}>
            <Input maxLength={40} value={typed.approvedBy} onChange={({ target }) => set({ approvedBy: target.value })} />
          </Field>
          <Field name={words.overCapReason}>
            <Input maxLength={200} value={typed.overCapReason} onChange={({ target }) => set({ overCapReason: target.value })} />
          </Field>
        </div>
      )}
    </>
  );
}
