import { Button, Checkbox, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { AgendaItem } from '../rules/agenda.ts';
import type { Decision } from '../rules/decision.ts';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';

type FormProps = {
  readonly of: MeetingAnswer;
  /** What it is decided on; null for what belongs to no item. */
  readonly item: AgendaItem | null;
  readonly decision: Decision | null;
  readonly onDone: () => void;
};

/** A decision, typed while it is spoken: what, which unit, which post, by when. The unit of the item is filled in. */
export function DecisionForm({ of, item, decision, onDone }: FormProps) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const [id, setId] = useState(() => decision?.id ?? newId());
  const first = { text: '', unitId: item?.unitId ?? null, postId: null, dueOn: addDays(of.today, 7) as CivilDate | null, isUrgent: false };
  const [said, setSaid] = useState<Pick<Decision, 'text' | 'unitId' | 'postId' | 'dueOn' | 'isUrgent'>>(decision ?? first);
  const [fault, setFault] = useState<string | null>(null);
  const write = useCommand<unknown, unknown>('rhythm.write-decision');
  const send = (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    const { text, unitId, postId, dueOn, isUrgent } = said;
    const place = { meetingId: of.meeting.id, decisionId: id, itemKey: decision?.itemKey ?? item?.key ?? null };
    const projectId = decision?.projectId ?? item?.projectId ?? null;
    const content = { text, projectId, unitId, postId: unitId === null ? null : postId, dueOn: unitId === null ? null : dueOn, isUrgent };
    const base = decision === null ? {} : { base: { [`decision:${id}`]: decision.version } };
    return write
      .mutateAsync({ input: { ...place, ...content }, ...base })
      .then(() => {
        setSaid(first);
        setId(newId());
        onDone();
      })
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  };
  return (
    <form className="decision-form no-print" onSubmit={send}>
      <Field name={words.decision}>
        <GrowText
          value={said.text}
          rows={2}
          maxLength={200}
          onText={(text) => setSaid({ ...said, text })}
          autoFocus
          aria-label={words.decision}
        />
      </Field>
      <ForWhom of={of} said={said} onChange={(change) => setSaid({ ...said, ...change })} />
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={write.isPending} disabled={said.text.trim().length < 2}>
        {words.decide}
      </Button>
    </form>
  );
}

type Said = Pick<Decision, 'unitId' | 'postId' | 'dueOn' | 'isUrgent'>;
type ForWhomProps = { readonly of: MeetingAnswer; readonly said: Said; readonly onChange: (change: Partial<Said>) => void };

function ForWhom({ of, said, onChange }: ForWhomProps) {
  const words = useLabels(meetingLabels);
  const posts = of.posts.filter(({ unitId, holder }) => unitId === said.unitId && holder !== null);
  return (
    <div className="for-whom">
      <Field name={words.unit}>
        <Select
          className="full"
          aria-label={words.unit}
          allowClear
          showSearch
          optionFilterProp="label"
          value={said.unitId}
          onChange={(id: string | undefined) => onChange({ unitId: id ?? null, postId: null })}
          options={of.units.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      {said.unitId !== null && (
        <>
          <Field name={words.post}>
            <Select
              className="full"
              aria-label={words.post}
              allowClear
              value={said.postId}
              onChange={(id: string | undefined) => onChange({ postId: id ?? null })}
              options={posts.map(({ id, title, holder }) => ({ value: id, label: `${title}（${holder}）` }))}
            />
          </Field>
          <Field name={words.due}>
            <DayField value={said.dueOn} onChange={(dueOn) => onChange({ dueOn })} min={of.today} />
          </Field>
          <Checkbox checked={said.isUrgent} onChange={({ target }) => onChange({ isUrgent: target.checked })}>
            {words.urgent}
          </Checkbox>
        </>
      )}
    </div>
  );
}
