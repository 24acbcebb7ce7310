import { App, Radio, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { number } from '#/kernel/format.ts';
import { csvOf } from '#/ui/csv.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable, type Paged } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { DUE_WHEN, type DuePerson, type DueWhen } from '../../rules/people/due.ts';
import type { Doses, DosesTable, Lists, Places } from './contract.ts';
import { dosesLabels } from './doses-labels.ts';
import './people.css';

const A_PAGE = 50;
const STATES = ['none', 'partial', 'complete', 'overdue', 'unclear', 'ineligible', 'undecided'] as const;

/** 剂次状态 and the work list of who is due. */
export default function DosesScreen() {
  const words = useLabels(dosesLabels);
  const { kindId } = useParams();
  const lists = useRead<Lists>('/records/lists').data;
  const [rosterId, setRoster] = useState<string | null>(null);
  const [when, setWhen] = useState<DueWhen>('now');
  const [offset, setOffset] = useState(0);
  const asked = new URLSearchParams({ serviceKindId: kindId!, when, ...(rosterId !== null && { rosterId }) }).toString();
  const view = useRead<Doses>(`/records/doses?${asked}&offset=${offset}`);
  const choose = (it: string | null) => {
    setRoster(it);
    setOffset(0);
  };
  return (
    <Page title={`${words.title}${view.data ? ` · ${view.data.kindName}` : ''}`} lead={words.lead}>
      <Field name={words.roster}>
        <Select
          className="full"
          allowClear
          aria-label={words.roster}
          value={rosterId ?? view.data?.rosterId ?? null}
          onChange={(it) => choose(it ?? null)}
          options={(lists?.rosters ?? []).map((it) => ({ value: it.id, label: it.name }))}
        />
      </Field>
      <Whole of={view}>
        {({ counts, dueCounts, due, count, rosterId: against }) => (
          <>
            <dl className="records-numbers section">
              {STATES.map((it) => (
                <div key={it}>
                  <dt>{words.states[it]}</dt>
                  <dd>{number(counts[it])}</dd>
                </div>
              ))}
            </dl>
            <Section title={words.due}>
              <Radio.Group
                aria-label={words.when}
                value={when}
                onChange={({ target }) => {
                  setWhen(target.value);
                  setOffset(0);
                }}
                options={DUE_WHEN.map((it) => ({ value: it, label: `${words.whens[it]} ${number(dueCounts[it])}` }))}
              />
              {against === null && <p>{words.noRoster}</p>}
              {count > 0 && <p>{words.whole}</p>}
              <DueTable due={due} asked={asked} page={{ count, offset, size: A_PAGE, onOffset: setOffset }} />
            </Section>
          </>
        )}
      </Whole>
    </Page>
  );
}

type DueTableProps = { readonly due: Doses['due']; readonly asked: string; readonly page: Omit<Paged, 'onSave'> };

function DueTable({ due, asked, page }: DueTableProps) {
  const words = useLabels(dosesLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const places = useRead<Places>('/records/places').data ?? [];
  const columns = [
    { title: words.place, text: (it: DuePerson) => places.find((one) => one.id === it.areaId)?.name ?? null },
    { title: words.next, text: (it: DuePerson) => (it.nextDose === null ? null : words.dose(it.nextDose)) },
    { title: words.from, text: (it: DuePerson) => it.standing.nextFrom ?? (it.nextDose === null ? null : words.now) },
    { title: words.by, text: (it: DuePerson) => it.standing.nextBy },
    {
      title: words.state,
      text: ({ standing: { state, faults } }: DuePerson) =>
        [words.states[state], ...faults.map((fault) => words.faults[fault.kind](fault.doseNo, fault.on))].join('；'),
    },
  ];
  const save = async () => {
    const { rows } = await api.get<DosesTable>(`/records/doses-table?${asked}`);
    const heads = [words.name, ...columns.map(({ title }) => title), words.when];
    const lines = rows.map((it) => [it.name, ...columns.map(({ text }) => text(it)), words.whens[it.when]]);
    saveFile(`${words.due}.csv`, new Blob([csvOf([heads, ...lines])], { type: 'text/csv' }));
  };
  return (
    <DataTable
      rows={due}
      keyOf={(it) => String(it.personNo)}
      fileName={words.due}
      paged={{ ...page, onSave: () => void save().catch((problem: unknown) => message.error(sentenceOf(problem, locale))) }}
      empty={words.nobodyDue}
      columns={[{ title: words.name, text: (it) => it.name }, { title: words.phone, text: (it) => it.phone }, ...columns]}
    />
  );
}
