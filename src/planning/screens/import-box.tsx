import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { fieldOfRemark, type Remark, sentenceOfRemark } from '../words/import.ts';
import { labels } from './labels.ts';

type Summary = { readonly added: number; readonly changed: number; readonly same: number };
type Report = { readonly rows: number; readonly remarks: readonly Remark[]; readonly summary: Summary };
type Checked = { readonly digest: string; readonly report: Report };
type ImportProps = {
  readonly of: 'areas' | 'sites';
  readonly checkPath: string;
  readonly command: string;
  /** What goes with the file, or null while it is not settled. */
  readonly around: Readonly<Record<string, string>> | null;
  readonly children?: ReactNode;
};

/** 整表导入: checked row by row, then all of it or nothing. */
export function ImportBox({ of, checkPath, command, around, children }: ImportProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const apply = useCommand<unknown, Summary>(command);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const tell = (problem: unknown) => setSaid(sentenceOf(problem, locale));
  const take = async (file: File) => {
    setBusy(true);
    setSaid(null);
    setChecked(null);
    await api
      .upload(file, file.name)
      .then(async ({ digest }) => {
        const query = new URLSearchParams({ digest, ...around });
        setChecked({ digest, report: await api.get<Report>(`${checkPath}?${query}`) });
      })
      .catch(tell);
    setBusy(false);
  };
  const send = (digest: string) =>
    apply
      .mutateAsync({ input: { digest, ...around } })
      .then(({ added, changed, same }) => {
        setChecked(null);
        setSaid(`${words.taken}: ${words.summary(added, changed, same)}`);
      })
      .catch(tell);
  const template = () =>
    api
      .download(`/planning/import/template?of=${of}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch(tell);
  return (
    <>
      {children}
      <p>
        <Button onClick={template}>{words.template}</Button>
      </p>
      {around && <FileDrop accept=".xlsx,.csv,.json,.geojson" title={busy ? words.checking : words.drop} busy={busy} onFile={take} />}
      {said && (
        <p className="notice" role="status">
          {said}
        </p>
      )}
      {checked && <CheckedRows checked={checked} busy={apply.isPending} onTake={send} />}
    </>
  );
}

type RowsProps = { readonly checked: Checked; readonly busy: boolean; readonly onTake: (digest: string) => void };

function CheckedRows({ checked: { digest, report }, busy, onTake }: RowsProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const errors = report.remarks.filter(({ isError }) => isError).length;
  const { added, changed, same } = report.summary;
  return (
    <>
      <p className={errors > 0 ? 'notice bad' : 'notice'}>
        {words.rows(report.rows)} · {errors > 0 ? words.errors(errors) : words.summary(added, changed, same)}
      </p>
      {report.remarks.length > 0 && (
        <DataTable
          rows={report.remarks}
          keyOf={(it) => `${it.sheet} ${it.row} ${it.field} ${it.kind}`}
          fileName={words.import}
          columns={[
            { title: words.row, text: ({ row, sheet }) => (sheet === null ? row : `${sheet} ${row}`), width: 110 },
            { title: words.field, text: fieldOfRemark, width: 120 },
            { title: words.note, text: ({ isError }) => (isError ? `■ ${words.mustFix}` : `▲ ${words.note}`), width: 90 },
            { title: words.said, text: (it) => sentenceOfRemark(it, locale) },
          ]}
        />
      )}
      {errors === 0 && added + changed > 0 && (
        <p>
          <Button type="primary" loading={busy} onClick={() => onTake(digest)}>
            {words.take}
          </Button>
        </p>
      )}
    </>
  );
}
