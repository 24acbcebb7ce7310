import { App, Button } from 'antd';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { YearListLine } from '#/ui/year-list.tsx';
import type { StoredBulletin } from '../rules/bulletin-state.ts';
import { labels } from './labels.ts';

type IssuedListProps = { readonly list: YearListLine; readonly onChoose: (month: number) => void };

/** 历次月通报: what was drafted and issued for this list, newest first. */
export function IssuedList({ list, onChoose }: IssuedListProps) {
  const words = useLabels(labels);
  const bulletins = useRead<readonly StoredBulletin[]>(`/supervision/bulletins?year=${list.year}&kind=${list.kind}`);
  return (
    <Section title={words.history}>
      <Whole of={bulletins}>
        {(rows) => (rows.length === 0 ? <p className="soft">{words.noHistory}</p> : <Lines rows={rows} list={list} onChoose={onChoose} />)}
      </Whole>
    </Section>
  );
}

function Lines({ rows, list, onChoose }: IssuedListProps & { readonly rows: readonly StoredBulletin[] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const download = (month: number) =>
    api
      .download(`/supervision/bulletin.docx?year=${list.year}&kind=${list.kind}&month=${month}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <DataTable
      rows={rows.toSorted((a, b) => b.month - a.month)}
      keyOf={({ id }) => id}
      fileName={words.history}
      columns={[
        {
          title: words.month,
          text: ({ month }) => month,
          show: ({ month }) => (
            <Button type="link" size="small" onClick={() => onChoose(month)}>
              {words.monthName(month)}
            </Button>
          ),
        },
        { title: words.issueNo, text: ({ issue }) => issue, align: 'right' },
        { title: words.state, text: ({ state }) => words.states[state] },
        { title: words.issuedOn, text: ({ issuedOn }) => issuedOn },
        { title: words.issuedBy, text: ({ issuedBy }) => issuedBy, onlyWide: true },
        { title: words.asOfDay, text: ({ asOf }) => asOf, onlyWide: true },
        {
          title: '',
          text: () => null,
          show: ({ month }) => (
            <Button size="small" onClick={() => download(month)}>
              {words.download}
            </Button>
          ),
        },
      ]}
    />
  );
}
