import { Input, InputNumber, Select } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { EVENT_KINDS, MONEY_KINDS } from '../../rules/entries/entry.ts';
import type { EventsSpec, MoneySpec, WorksSpec } from '../../rules/entries/spec.ts';
import { PEOPLE_COUNTS, type PeopleSpec } from '../../rules/people/spec.ts';
import type { RecordKind } from '../../rules/spec.ts';
import type { VisitsSpec } from '../../rules/visits/spec.ts';
import { countWords } from '../../words/count-words.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import type { Lists, Promises } from './contract.ts';
import { labels } from './labels.ts';

type PeopleDraft = Omit<PeopleSpec, 'serviceKindId'> & { readonly serviceKindId: string | null };
/** A definition as it is being typed: of people, the service may still be open. */
export type SpecDraft = PeopleDraft | EventsSpec | WorksSpec | MoneySpec | VisitsSpec;

type Promise = Promises['promises'][number]['promise'];

/** What a definition of a kind begins with. */
export function freshSpec(kind: RecordKind, { lists, promise }: { readonly lists: Lists; readonly promise: Promise }): SpecDraft {
  switch (kind) {
    case 'people':
      return {
        kind,
        serviceKindId: lists.kinds[0]?.id ?? null,
        counts: 'eligible',
        doseNo: null,
        of: promise.measureUnit.includes('对') ? undefined : 'persons',
        rosterId: null,
      };
    case 'events':
      return { kind, eventKind: null, counts: 'held' };
    case 'works':
      return { kind, workKind: promise.object.slice(0, 30), measureUnit: promise.measureUnit, counts: 'done' };
    case 'money':
      return { kind, moneyKind: 'subsidy', counts: 'amount', fenPerUnit: promise.measureUnit.startsWith('万') ? 1_000_000 : 100 };
    case 'visits':
      return { kind, counts: 'visits' };
  }
}

/** What is still missing before a definition can be sent. */
export function specLacks(spec: SpecDraft, { measureUnit }: Promise): 'service' | 'work' | 'of' | null {
  if (spec.kind === 'people' && spec.serviceKindId === null) return 'service';
  if (spec.kind === 'people' && spec.of === undefined && measureUnit.includes('对')) return 'of';
  return spec.kind === 'works' && (spec.workKind.trim() === '' || spec.measureUnit.trim() === '') ? 'work' : null;
}

const COUNTS = {
  people: PEOPLE_COUNTS,
  events: ['held', 'attended', 'certified'],
  works: ['done', 'accepted'],
  money: ['amount', 'payees'],
  visits: ['visits', 'families', 'settled'],
} as const satisfies Record<RecordKind, readonly string[]>;

export type SpecFieldsProps = {
  readonly promise: Promise;
  readonly lists: Lists;
  readonly spec: SpecDraft;
  readonly setSpec: (it: SpecDraft) => void;
};

export function SpecFields({ promise, lists, spec, setSpec }: SpecFieldsProps) {
  const words = useLabels(labels);
  const { kinds, counts } = countWords[useLocale()];
  return (
    <>
      <Field name={words.kindOfRecords}>
        <Select
          className="full"
          aria-label={words.kindOfRecords}
          value={spec.kind}
          onChange={(kind) => setSpec(freshSpec(kind, { lists, promise }))}
          options={Object.entries(kinds).map(([value, label]) => ({ value: value as RecordKind, label }))}
        />
      </Field>
      {spec.kind === 'people' && <PeopleFields promise={promise} lists={lists} spec={spec} setSpec={setSpec} />}
      {(spec.kind === 'events' || spec.kind === 'works' || spec.kind === 'money') && <EntryFields spec={spec} setSpec={setSpec} />}
      <Field name={words.definition}>
        <Select
          className="full"
          aria-label={words.definition}
          value={spec.counts}
          onChange={(it) => setSpec({ ...spec, counts: it } as SpecDraft)}
          options={COUNTS[spec.kind].map((it) => ({ value: it, label: counts[`${spec.kind}:${it}`] }))}
        />
      </Field>
    </>
  );
}

type PeopleProps = Omit<SpecFieldsProps, 'spec'> & { readonly spec: PeopleDraft };

function PeopleFields({ promise, lists, spec, setSpec }: PeopleProps) {
  const words = useLabels(labels);
  return (
    <>
      <Field name={words.kinds}>
        <Select
          className="full"
          aria-label={words.kinds}
          value={spec.serviceKindId}
          onChange={(serviceKindId) => setSpec({ ...spec, serviceKindId })}
          options={lists.kinds.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Field>
      <Field name={words.onlyDose}>
        <InputNumber className="full" min={1} max={9} value={spec.doseNo} onChange={(doseNo) => setSpec({ ...spec, doseNo })} />
      </Field>
      <Field name={words.ofWhat}>
        <Select
          className="full"
          aria-label={words.ofWhat}
          value={spec.of ?? null}
          onChange={(it) => setSpec({ ...spec, of: it ?? 'persons' })}
          options={[
            { value: 'persons', label: words.of.persons },
            { value: 'couples', label: words.of.couples },
          ]}
        />
      </Field>
      <Field name={words.rosters} hint={promise.measure === 'ratio' ? '' : words.rosterHint}>
        <Select
          className="full"
          allowClear
          value={spec.rosterId}
          onChange={(rosterId) => setSpec({ ...spec, rosterId: rosterId ?? null })}
          options={lists.rosters.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Field>
    </>
  );
}

type EntryProps = { readonly spec: EventsSpec | WorksSpec | MoneySpec; readonly setSpec: (it: SpecDraft) => void };

function EntryFields({ spec, setSpec }: EntryProps) {
  const words = useLabels(labels);
  const { fields, eventKinds, moneyKinds } = entryLabels[useLocale()];
  if (spec.kind === 'events')
    return (
      <Field name={fields.eventKind} hint={words.anyKind}>
        <Select
          className="full"
          allowClear
          aria-label={fields.eventKind}
          value={spec.eventKind}
          onChange={(eventKind) => setSpec({ ...spec, eventKind: eventKind ?? null })}
          options={EVENT_KINDS.map((value) => ({ value, label: eventKinds[value] }))}
        />
      </Field>
    );
  if (spec.kind === 'money')
    return (
      <Field name={fields.moneyKind}>
        <Select
          className="full"
          value={spec.moneyKind}
          onChange={(moneyKind) => setSpec({ ...spec, moneyKind })}
          options={MONEY_KINDS.map((value) => ({ value, label: moneyKinds[value] }))}
        />
      </Field>
    );
  return (
    <div className="two-fields">
      <Field name={fields.workKind}>
        <Input value={spec.workKind} maxLength={30} onChange={({ target }) => setSpec({ ...spec, workKind: target.value })} />
      </Field>
      <Field name={fields.measureUnit}>
        <Input value={spec.measureUnit} maxLength={12} onChange={({ target }) => setSpec({ ...spec, measureUnit: target.value })} />
      </Field>
    </div>
  );
}
