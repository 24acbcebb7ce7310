import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { EntryKind } from '../../rules/entries/entry.ts';
import type { EntryRemark } from '../../rules/entries/import-fault.ts';
import { sentenceOfEntryRemark } from '../../words/entry-import.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import { labels } from './labels.ts';

type Summary = { readonly added: number; readonly changed: number; readonly same: number };
type Report = { readonly rows: number; readonly remarks: readonly EntryRemark[]; readonly summary: Summary };
type Checked = { readonly digest: string; readonly report: Report };

/** 整表导入: checked row by row, then all of it or nothing. */
export function EntryImport({ promiseId, kinds }: { readonly promiseId: string; readonly kinds: readonly EntryKind[] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = entryLabels[locale];
  const { api } = useWorkplace();
  const apply = useCommand<unknown, Summary>('records.import-entries');
  const [kind, setKind] = useState<EntryKind>(kinds[0]!);
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
        const query = new URLSearchParams({ digest, promiseId, kind });
        setChecked({ digest, report: await api.get<Report>(`/records/entry-import/check?${query}`) });
      })
      .catch(tell);
    setBusy(false);
  };
  const send = (digest: string) =>
    apply
      .mutateAsync({ input: { digest, promiseId, kind } })
      .then(({ added, changed, same }) => {
        setChecked(null);
        setSaid(words.taken(added, changed, same));
      })
      .catch(tell);
  const template = () =>
    api
      .download(`/records/entry-import/template?kind=${kind}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch(tell);
  return (
    <Section title={words.import}>
      <p className="soft">{words.importLead}</p>
      <p className="entry-acts">
        <Radio.Group value={kind} onChange={({ target }) => setKind(target.value)} optionType="button">
          {kinds.map((it) => (
            <Radio.Button key={it} value={it}>
              {common.kinds[it]}
            </Radio.Button>
          ))}
        </Radio.Group>
        <Button onClick={template}>{words.template}</Button>
      </p>
      <FileDrop accept=".xlsx,.csv" title={busy ? words.checking : words.drop} busy={busy} onFile={take} />
      {said && (
        <p className="notice" role="status">
          {said}
        </p>
      )}
      {checked && <CheckedRows checked={checked} busy={apply.isPending} onTake={send} />}
    </Section>
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
        {errors > 0 ? words.errors(report.rows, errors) : words.would(report.rows, added, changed, same)}
      </p>
      {report.remarks.length > 0 && (
        <DataTable
          rows={report.remarks}
          keyOf={(it) => `${it.sheet} ${it.row} ${it.field} ${it.kind}`}
          fileName={words.import}
          columns={[
            { title: words.row, text: ({ row, sheet }) => (sheet === null ? row : `${sheet} ${row}`), width: 110 },
            { title: words.field, text: ({ field }) => entryLabels[locale].fields[field], width: 130 },
            { title: words.note, text: ({ isError }) => (isError ? words.mustFix : words.note), width: 90 },
            { title: words.said, text: (it) => sentenceOfEntryRemark(it, locale) },
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
