import { Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { type Asked, askedOfKind, askedOfRoster } from '../../rules/people/list-change.ts';
import { slotTwice } from '../../rules/people/roster.ts';
import { fieldNames } from '../../words/people/list-change.ts';
import { wordsOf } from '../../words/refusals.ts';
import type { Lists, ShownKind, ShownRoster } from './contract.ts';
import { labels } from './labels.ts';

type DialogProps = { readonly lists: Lists; readonly onClose: () => void };

/** What every list has: a name, the unit that keeps it, and whether it is told of health, assistance or minors. */
type Common = { readonly name: string; readonly unitId: string | null; readonly isSensitive: boolean };

type ListDialogProps<It extends Common> = DialogProps & {
  readonly title: string;
  readonly it: It;
  readonly set: (change: Partial<Common>) => void;
  /** What else is not filled in, or not right. */
  readonly lacks: readonly string[];
  readonly why?: string | null;
  /** What changes of a list in use; null for a new one. */
  readonly asked: Asked | null;
  readonly onSend: (reason: string | null) => Promise<unknown>;
  readonly children: ReactNode;
  /** The tick of its own that stands before the common one. */
  readonly tick: ReactNode;
};

function ListDialog<It extends Common>(props: ListDialogProps<It>) {
  const { title, lists, it, set, lacks, why, asked, tick, onSend, onClose, children } = props;
  const words = useLabels(labels);
  const locale = useLocale();
  const isOffice = useMay('records.define');
  const [reason, setReason] = useState('');
  const asks = asked !== null && asked.fields.length > 0;
  const missing = [
    ...(it.name.trim().length < 2 ? [words.name] : []),
    ...(it.unitId === null ? [words.unit] : []),
    ...lacks,
    ...(asks && reason.trim().length < 2 ? [words.reason] : []),
  ];
  const barred = asks && asked.byOffice && !isOffice ? wordsOf({ kind: 'change-by-office', ...asked }, locale) : null;
  return (
    <FormDialog
      title={title}
      act={words.save}
      why={barred ?? (missing.length > 0 ? words.missing(missing) : (why ?? null))}
      onClose={onClose}
      onSend={() => onSend(asks ? reason : null)}
    >
      <Field name={words.name}>
        <Input aria-label={words.name} value={it.name} onChange={({ target }) => set({ name: target.value })} />
      </Field>
      <Field name={words.unit}>
        <Select
          className="full"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={words.unit}
          value={it.unitId}
          onChange={(unitId) => set({ unitId })}
          options={lists.units.filter((one) => one.isOffered || one.id === it.unitId).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      {children}
      <p>
        {tick}
        <br />
        <Checkbox checked={it.isSensitive} onChange={({ target }) => set({ isSensitive: target.checked })}>
          {words.sensitive}
        </Checkbox>
      </p>
      {asks && barred === null && (
        <Field name={words.reason} hint={words.changeHint(fieldNames(asked.fields, locale))}>
          <Input aria-label={words.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}

/** The unit that keeps a list: of a new one, that of the person. */
function useUnit(before: { readonly unitId: string } | undefined): string | null {
  const own = useWorkplace().post?.unitId ?? null;
  return before?.unitId ?? own;
}

/** A new roster, or one that is corrected. */
export function RosterDialog({ lists, roster, onClose }: DialogProps & { readonly roster?: ShownRoster }) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const keep = useCommand<unknown, unknown>('records.keep-roster');
  const [it, setIt] = useState({
    rosterId: roster?.id ?? newId(),
    name: roster?.name ?? '',
    unitId: useUnit(roster),
    asOf: roster?.asOf ?? (today as CivilDate),
    source: roster?.source ?? '',
    statedCount: roster?.statedCount ?? null,
    isEstimate: roster?.isEstimate ?? false,
    isSensitive: roster?.isSensitive ?? false,
  });
  return (
    <ListDialog
      title={roster === undefined ? words.addRoster : words.correct(roster.name)}
      {...{ lists, onClose, it }}
      set={(change) => setIt({ ...it, ...change })}
      lacks={it.source.trim().length < 2 ? [words.from] : []}
      asked={roster === undefined ? null : askedOfRoster(roster, it, roster.use)}
      onSend={(reason) => keep.mutateAsync({ input: { ...it, reason } })}
      tick={
        <Checkbox checked={it.isEstimate} onChange={({ target }) => setIt({ ...it, isEstimate: target.checked })}>
          {words.isEstimate}
        </Checkbox>
      }
    >
      <Field name={words.asOf}>
        <DayField value={it.asOf} max={today} onChange={(asOf) => asOf && setIt({ ...it, asOf })} />
      </Field>
      <Field name={words.from}>
        <Input aria-label={words.from} value={it.source} onChange={({ target }) => setIt({ ...it, source: target.value })} />
      </Field>
      <Field name={words.statedCount}>
        <InputNumber className="full" min={1} value={it.statedCount} onChange={(statedCount) => setIt({ ...it, statedCount })} />
      </Field>
    </ListDialog>
  );
}

const FRESH = {
  name: '',
  isSensitive: false,
  needsEvidence: true,
  doses: 1,
  doseDaysLeast: null as number | null,
  doseDaysMost: null as number | null,
};

/** A new kind of service, or one that is corrected. */
export function KindDialog({ lists, kind, onClose }: DialogProps & { readonly kind?: ShownKind }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const keep = useCommand<unknown, unknown>('records.keep-service-kind');
  const { name, isSensitive, needsEvidence, doses, doseDaysLeast, doseDaysMost } = kind ?? FRESH;
  const basic = { name, isSensitive, needsEvidence, doses, doseDaysLeast, doseDaysMost };
  const [it, setIt] = useState({ ...basic, serviceKindId: kind?.id ?? newId(), unitId: useUnit(kind) });
  const [slots, setSlots] = useState(kind?.slots.join('、') ?? '');
  const input = { ...it, slots: slots.split(/[、,，\s]+/).filter((one) => one !== '') };
  const twice = slotTwice(input.slots);
  const lacks = [
    ...(it.doses > 1 && it.doseDaysLeast === null ? [words.doseLeast] : []),
    ...(it.doses > 1 && it.doseDaysMost === null ? [words.doseMost] : []),
  ];
  return (
    <ListDialog
      title={kind === undefined ? words.addKind : words.correct(kind.name)}
      {...{ lists, onClose, it, lacks }}
      set={(change) => setIt({ ...it, ...change })}
      why={twice === null ? null : wordsOf({ kind: 'slot-twice', slot: twice }, locale)}
      asked={kind === undefined ? null : askedOfKind(kind, input, kind.use)}
      onSend={(reason) => keep.mutateAsync({ input: { ...input, reason } })}
      tick={
        <Checkbox checked={it.needsEvidence} onChange={({ target }) => setIt({ ...it, needsEvidence: target.checked })}>
          {words.needsEvidence}
        </Checkbox>
      }
    >
      <Field name={words.slots}>
        <Input aria-label={words.slots} value={slots} onChange={({ target }) => setSlots(target.value)} />
      </Field>
      <SeriesFields it={it} set={(change) => setIt({ ...it, ...change })} />
    </ListDialog>
  );
}

type SeriesDraft = { readonly doses: number; readonly doseDaysLeast: number | null; readonly doseDaysMost: number | null };

/** One dose, or a series with its intervals. */
function SeriesFields({ it, set }: { readonly it: SeriesDraft; readonly set: (change: Partial<SeriesDraft>) => void }) {
  const words = useLabels(labels);
  return (
    <>
      <Field name={words.doses}>
        <InputNumber
          aria-label={words.doses}
          className="full"
          min={1}
          max={9}
          value={it.doses}
          onChange={(doses) => set({ doses: doses ?? 1, ...((doses ?? 1) === 1 && { doseDaysLeast: null, doseDaysMost: null }) })}
        />
      </Field>
      {it.doses > 1 && (
        <>
          <Field name={words.doseLeast}>
            <InputNumber
              aria-label={words.doseLeast}
              className="full"
              min={1}
              max={1000}
              value={it.doseDaysLeast}
              onChange={(doseDaysLeast) => set({ doseDaysLeast })}
            />
          </Field>
          <Field name={words.doseMost}>
            <InputNumber
              aria-label={words.doseMost}
              className="full"
              min={1}
              max={2000}
              value={it.doseDaysMost}
              onChange={(doseDaysMost) => set({ doseDaysMost })}
            />
          </Field>
        </>
      )}
    </>
  );
}
