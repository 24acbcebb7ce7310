import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { TaskDifference, TaskRemark } from '../rules/task-import.ts';
import { TABLE_HEADS } from '../rules/task-table.ts';
import { sentenceOfTaskRemark } from '../words/task-import.ts';
import { labels } from './breakdown-labels.ts';

type Summary = { readonly added: number; readonly changed: number; readonly same: number };
type Report = {
  readonly rows: number;
  readonly summary: Summary;
  readonly remarks: readonly TaskRemark[];
  readonly differences: readonly TaskDifference[];
  readonly stand: number;
};
type Checked = { readonly digest: string; readonly report: Report };
type FilesProps = { readonly programmeId: string; readonly mayFill: boolean };

/** 三张清单和分解表: to print, and to be filled in and read back. */
export function BreakdownFiles({ programmeId, mayFill }: FilesProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const [said, setSaid] = useState<string | null>(null);
  const get = (path: string) =>
    api
      .download(path)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => setSaid(sentenceOf(problem, locale)));
  const files = [
    ['task-table', words.breakdownTable],
    ['three-lists', words.threeLists],
  ] as const;
  return (
    <div className="no-print">
      <Section title={words.downloads}>
        <p>{words.downloadsLead}</p>
        <p className="task-acts">
          {files.flatMap(([path, name]) =>
            (['docx', 'xlsx'] as const).map((as) => (
              <Button key={`${path} ${as}`} onClick={() => get(`/planning/${path}?programmeId=${programmeId}&as=${as}`)}>
                {name} {as === 'docx' ? words.asWord : words.asExcel}
              </Button>
            )),
          )}
        </p>
        {said && <p className="notice bad">{said}</p>}
      </Section>
      {mayFill && (
        <Section title={words.readBack}>
          <p>{words.readBackLead}</p>
          <ReadBack programmeId={programmeId} />
        </Section>
      )}
    </div>
  );
}

function ReadBack({ programmeId }: { readonly programmeId: string }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const apply = useCommand<unknown, Summary>('planning.import-tasks');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const tell = (problem: unknown) => setSaid(sentenceOf(problem, locale));
  const check = (digest: string) =>
    api
      .get<Report>(`/planning/task-import/check?${new URLSearchParams({ digest, programmeId })}`)
      .then((report) => setChecked({ digest, report }));
  const take = async (file: File) => {
    setBusy(true);
    setSaid(null);
    setChecked(null);
    await api
      .upload(file, file.name)
      .then(({ digest }) => check(digest))
      .catch(tell);
    setBusy(false);
  };
  const write = ({ digest, report }: Checked) =>
    apply
      .mutateAsync({ input: { digest, programmeId }, base: { [`breakdown:${programmeId}`]: report.stand } })
      .then(() => {
        setChecked(null);
        setSaid(words.written);
      })
      .catch((problem: unknown) => {
        tell(problem);
        return check(digest).catch(tell);
      });
  return (
    <>
      <FileDrop accept=".xlsx,.csv" title={busy ? words.checking : words.drop} busy={busy} onFile={take} />
      {said && (
        <p className="notice" role="status">
          {said}
        </p>
      )}
      {checked && <CheckedTable report={checked.report} busy={apply.isPending} onWrite={() => write(checked)} />}
    </>
  );
}

type CheckedProps = { readonly report: Report; readonly busy: boolean; readonly onWrite: () => void };

function CheckedTable({ report, busy, onWrite }: CheckedProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { added, changed, same } = report.summary;
  const errors = report.remarks.filter((it) => it.isError).length;
  const lines = report.differences.flatMap((it) =>
    it.changes.map((change) => ({ ...change, row: it.row, task: it.task, isNew: it.isNew })),
  );
  return (
    <>
      <p className={errors > 0 ? 'notice bad' : 'notice'}>
        {words.rows(report.rows, added, changed, same)}
        {errors > 0 && `。${words.errors(errors)}`}
      </p>
      {report.remarks.length > 0 && (
        <DataTable
          rows={report.remarks}
          keyOf={(it) => `${it.row} ${it.field} ${it.kind}`}
          fileName={words.said}
          columns={[
            { title: words.row, text: ({ row }) => row, width: 80 },
            { title: words.field, text: ({ field }) => TABLE_HEADS[field], width: 150 },
            { title: words.said, text: (it) => `${it.isError ? '■' : '▲'} ${sentenceOfTaskRemark(it, locale)}` },
          ]}
        />
      )}
      {lines.length > 0 && (
        <>
          <h3>{words.differences}</h3>
          <DataTable
            rows={lines}
            keyOf={(it) => `${it.row} ${it.field}`}
            fileName={words.differences}
            columns={[
              { title: words.row, text: ({ row }) => row, width: 80 },
              { title: words.name, text: ({ task, isNew }) => (isNew ? `${task}（${words.newTask}）` : task) },
              { title: words.field, text: ({ field }) => TABLE_HEADS[field], width: 130 },
              { title: words.before, text: ({ from }) => from, onlyWide: true },
              { title: words.after, text: ({ to }) => to || '—' },
            ]}
          />
        </>
      )}
      {errors === 0 && added + changed === 0 && <p>{words.nothingNew}</p>}
      {errors === 0 && added + changed > 0 && (
        <p>
          <Button type="primary" loading={busy} onClick={onWrite}>
            {words.confirm}
          </Button>
        </p>
      )}
    </>
  );
}
