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
import type { StepRemark } from '../rules/step-import.ts';
import { sentenceOfStepRemark } from '../words/steps.ts';
import { labels } from './step-labels.ts';

type Summary = { readonly added: number; readonly same: number };
type Checked = {
  readonly digest: string;
  readonly report: { readonly rows: number; readonly remarks: readonly StepRemark[]; readonly summary: Summary };
};

/** The file that was dropped, what the check says of it, and what came of it. */
function useStepFile(projectId: string) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const apply = useCommand<unknown, Summary>('planning.import-steps');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const tell = (problem: unknown) => setSaid(sentenceOf(problem, locale));
  const get = () =>
    api
      .download(`/planning/step-sheet?projectId=${projectId}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch(tell);
  const take = async (file: File) => {
    setBusy(true);
    setSaid(null);
    setChecked(null);
    await api
      .upload(file, file.name)
      .then(async ({ digest }) => {
        const query = new URLSearchParams({ digest, projectId });
        setChecked({ digest, report: await api.get<Checked['report']>(`/planning/step-import/check?${query}`) });
      })
      .catch(tell);
    setBusy(false);
  };
  const write = (digest: string) =>
    apply
      .mutateAsync({ input: { digest, projectId } })
      .then(() => {
        setChecked(null);
        setSaid(words.saved);
      })
      .catch(tell);
  return { get, take, write, checked, said, busy, isWriting: apply.isPending };
}

/** Steps by table: what was done at all sites in one file, checked cell by cell. */
export function StepImport({ projectId }: { readonly projectId: string }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { get, take, write, checked, said, busy, isWriting } = useStepFile(projectId);
  const remarks = checked?.report.remarks ?? [];
  const summary = checked?.report.summary;
  return (
    <Section title={words.import}>
      <p>{words.importLead}</p>
      <p>
        <Button onClick={get}>{words.table}</Button>
      </p>
      <FileDrop accept=".xlsx,.csv" title={busy ? words.checking : words.drop} busy={busy} onFile={take} />
      {said && (
        <p className="notice" role="status">
          {said}
        </p>
      )}
      {checked && summary && (
        <p className={remarks.length > 0 ? 'notice bad' : 'notice'}>
          {words.summary(checked.report.rows, summary.added, summary.same)}
          {remarks.length > 0 && `。${words.errors(remarks.length)}`}
        </p>
      )}
      {remarks.length > 0 && (
        <DataTable
          rows={remarks}
          keyOf={(it) => `${it.row} ${it.step} ${it.kind}`}
          fileName={words.said}
          columns={[
            { title: words.row, text: ({ row }) => row, width: 80 },
            { title: words.steps, text: ({ step }) => step, width: 140 },
            { title: words.said, text: (it) => `■ ${sentenceOfStepRemark(it, locale)}` },
          ]}
        />
      )}
      {checked && remarks.length === 0 && summary?.added === 0 && <p>{words.nothingNew}</p>}
      {checked && remarks.length === 0 && (summary?.added ?? 0) > 0 && (
        <p>
          <Button type="primary" loading={isWriting} onClick={() => write(checked.digest)}>
            {words.take}
          </Button>
        </p>
      )}
    </Section>
  );
}
