import { Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { number } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { type Labels, useLabels } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import type { Doses, Lists, Places } from './contract.ts';
import './people.css';

const zh = {
  title: '应种名单',
  lead: '谁该打下一剂、从哪天起、最晚哪天。剂次不按顺序或间隔不足的，列出来，不计入。',
  roster: '对照哪份名册（算出还没有打的）',
  states: { none: '未种', partial: '种了一部分', complete: '全程完成', overdue: '逾期' } as Readonly<Record<string, string>>,
  due: '要通知的人',
  name: '姓名',
  place: '地方',
  phone: '电话',
  given: '已种剂数',
  from: '可种起日',
  by: '最晚',
  state: '情况',
  faults: {
    'before-first': (dose: number, on: string) => `第 ${dose} 剂（${on}）早于前一剂，或没有前一剂`,
    'too-early': (dose: number, on: string) => `第 ${dose} 剂（${on}）间隔不足`,
  },
};
const labels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    title: 'Who is due',
    lead: 'Who is due for the next dose, from when, and by when. Doses out of order or too early are listed and not counted.',
    roster: 'Against which roster (to see who has none)',
    states: { none: 'none', partial: 'partial', complete: 'complete', overdue: 'overdue' },
    due: 'To be told',
    name: 'Name',
    place: 'Place',
    phone: 'Telephone',
    given: 'Doses',
    from: 'From',
    by: 'By',
    state: 'State',
    faults: {
      'before-first': (dose, on) => `dose ${dose} (${on}) before the one before it`,
      'too-early': (dose, on) => `dose ${dose} (${on}) too early`,
    },
  },
};

/** 剂次状态 and the work list of who is due. */
export default function DosesScreen() {
  const words = useLabels(labels);
  const { kindId } = useParams();
  const lists = useRead<Lists>('/records/lists').data;
  const places = useRead<Places>('/records/places').data ?? [];
  const [rosterId, setRoster] = useState<string | null>(null);
  const view = useRead<Doses>(`/records/doses?serviceKindId=${kindId}${rosterId === null ? '' : `&rosterId=${rosterId}`}`);
  return (
    <Page title={`${words.title}${view.data ? ` · ${view.data.kindName}` : ''}`} lead={words.lead}>
      <Select
        className="full"
        allowClear
        placeholder={words.roster}
        aria-label={words.roster}
        value={rosterId}
        onChange={(it) => setRoster(it ?? null)}
        options={(lists?.rosters ?? []).map((it) => ({ value: it.id, label: it.name }))}
      />
      <Whole of={view}>
        {({ counts, due }) => (
          <>
            <dl className="records-numbers section">
              {(['none', 'partial', 'complete', 'overdue'] as const).map((it) => (
                <div key={it}>
                  <dt>{words.states[it]}</dt>
                  <dd>{number(counts[it])}</dd>
                </div>
              ))}
            </dl>
            <Section title={words.due}>
              <DataTable
                rows={due}
                keyOf={(it) => String(it.personNo)}
                fileName={words.due}
                columns={[
                  { title: words.name, text: (it) => it.name },
                  { title: words.place, text: (it) => places.find((one) => one.id === it.areaId)?.name ?? null, onlyWide: true },
                  { title: words.phone, text: (it) => it.phone },
                  { title: words.from, text: (it) => it.standing.nextFrom, onlyWide: true },
                  { title: words.by, text: (it) => it.standing.nextBy },
                  {
                    title: words.state,
                    text: (it) =>
                      [
                        words.states[it.standing.state],
                        ...it.standing.faults.map((fault) => words.faults[fault.kind](fault.doseNo, fault.on)),
                      ].join('；'),
                  },
                ]}
              />
            </Section>
          </>
        )}
      </Whole>
    </Page>
  );
}
