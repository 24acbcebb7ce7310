import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { fullName } from '#/planning/rules/area.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { disruptionKinds } from '../disruption-words.ts';
import { DISRUPTION_KINDS, type DisruptionKind } from '../rules/disruptions.ts';
import type { DisruptionView } from './contract.ts';
import { disruptionLabels } from './disruption-labels.ts';

/** 停水、封路等通知: what is announced, and the form for one more. */
export function Disruptions() {
  const words = useLabels(disruptionLabels);
  const view = useRead<DisruptionView>('/publication/disruptions');
  const may = useMay('publication.prepare');
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title={words.title}>
      <p className="soft">{words.lead}</p>
      <Whole of={view}>
        {(it) => (
          <>
            {it.disruptions.length === 0 && <p className="soft">{words.none}</p>}
            <ul className="paper-lines">
              {it.disruptions.map((line) => (
                <Line key={line.disruption.id} line={line} areas={it.areas} may={may} />
              ))}
            </ul>
            {may && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
            {isAdding && <AnnounceForm areas={it.areas} onClose={() => setAdding(false)} />}
          </>
        )}
      </Whole>
    </Section>
  );
}

type LineProps = { readonly line: DisruptionView['disruptions'][number]; readonly areas: DisruptionView['areas']; readonly may: boolean };

function Line({ line: { disruption, withdrawn, reason }, areas, may }: LineProps) {
  const words = useLabels(disruptionLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const take = useCommand<unknown, unknown>('publication.withdraw-disruption');
  const [isAsking, setAsking] = useState(false);
  const { id, kind, what, fromOn, fromTime, untilOn, untilTime, areaIds, office, phone } = disruption;
  const isOver = untilOn < today;
  return (
    <li className={isOver || withdrawn ? 'soft' : ''}>
      <b>{disruptionKinds[locale][kind]}</b> {fromOn} {fromTime} — {untilOn} {untilTime} ·{' '}
      {areaIds.length === 0 ? words.whole : areaIds.map((it) => fullName(areas, it)).join('、')}
      <br />
      {what} · {office} {phone} {isOver && !withdrawn && `（${words.over}）`}
      {withdrawn && <span>（{words.withdrawn(withdrawn.name, withdrawn.on, reason ?? '')}）</span>}
      {may && !withdrawn && !isOver && (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      )}
      <ReasonDialog
        open={isAsking}
        title={words.withdraw}
        act={words.withdraw}
        onCancel={() => setAsking(false)}
        onConfirm={(why) => take.mutateAsync({ input: { disruptionId: id, reason: why } }).then(() => setAsking(false))}
      />
    </li>
  );
}

const EMPTY = {
  kind: 'water' as DisruptionKind,
  what: '',
  fromTime: '',
  untilTime: '',
  areaIds: [] as readonly string[],
  office: '',
  phone: '',
};
const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/;

function AnnounceForm({ areas, onClose }: { readonly areas: DisruptionView['areas']; readonly onClose: () => void }) {
  const words = useLabels(disruptionLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const announce = useCommand<unknown, unknown>('publication.announce-disruption');
  const [disruptionId] = useState(newId);
  const [typed, setTyped] = useState(EMPTY);
  const [days, setDays] = useState<{ readonly fromOn: CivilDate; readonly untilOn: CivilDate }>({ fromOn: today, untilOn: today });
  const isWhole = [typed.what, typed.office, typed.phone].every((it) => it.trim().length > 1);
  const isTimed = [typed.fromTime, typed.untilTime].every((it) => TIME.test(it.trim()));
  const send = () =>
    announce.mutateAsync({
      input: { disruptionId, ...typed, ...days, fromTime: typed.fromTime.trim() || null, untilTime: typed.untilTime.trim() || null },
    });
  const text = (name: 'what' | 'office' | 'phone' | 'fromTime' | 'untilTime', label: string, most: number) => (
    <Field name={label}>
      <Input value={typed[name]} maxLength={most} onChange={({ target }) => setTyped({ ...typed, [name]: target.value })} />
    </Field>
  );
  return (
    <FormDialog
      title={words.add}
      act={words.add}
      why={isWhole ? (isTimed ? null : words.badTime) : words.incomplete}
      onClose={onClose}
      onSend={send}
    >
      <Field name={words.kind}>
        <Select
          className="full"
          value={typed.kind}
          onChange={(kind) => setTyped({ ...typed, kind })}
          options={DISRUPTION_KINDS.map((value) => ({ value, label: disruptionKinds[locale][value] }))}
        />
      </Field>
      {text('what', words.what, 160)}
      <Field name={words.from}>
        <DayField value={days.fromOn} onChange={(fromOn) => fromOn && setDays({ ...days, fromOn })} />
      </Field>
      {text('fromTime', words.time, 5)}
      <Field name={words.until}>
        <DayField value={days.untilOn} onChange={(untilOn) => untilOn && setDays({ ...days, untilOn })} />
      </Field>
      {text('untilTime', words.time, 5)}
      <Field name={words.areas}>
        <Select
          className="full"
          mode="multiple"
          value={[...typed.areaIds]}
          optionFilterProp="label"
          onChange={(areaIds: string[]) => setTyped({ ...typed, areaIds })}
          options={areas.map((it) => ({ value: it.id, label: fullName(areas, it.id) }))}
        />
      </Field>
      {text('office', words.office, 40)}
      {text('phone', words.phone, 40)}
    </FormDialog>
  );
}
