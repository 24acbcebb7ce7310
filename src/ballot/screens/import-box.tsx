import { Button } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import { DataTable } from '#/ui/data-table.tsx';
import { FileDrop } from '#/ui/file-drop.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './labels.ts';
import { useAct, useDocument } from './room.tsx';

export type RowRemark = { readonly row: number; readonly field: string; readonly isError: boolean; readonly kind: string };
type Checked = { readonly digest: string; readonly name: string; readonly rows: number; readonly remarks: readonly RowRemark[] };

type ImportBoxProps = {
  readonly sessionId: string;
  /** The read that checks a file row by row, and the command that brings it in. */
  readonly check: string;
  readonly command: string;
  /** The form to fill in. */
  readonly template: string;
  readonly hint: string;
  readonly sentence: (remark: never) => { readonly field: string; readonly text: string };
};

/** A table from a file or pasted: checked row by row first, then all of it or nothing. */
export function ImportBox({ sessionId, check, command, template, hint, sentence }: ImportBoxProps) {
  const words = useLabels(labels);
  const save = useDocument();
  const { pasted, setPasted, paste, checked, fault, isReading, take, readPasted, apply, busy } = useImport(sessionId, check, command);
  const errors = checked?.remarks.filter(({ isError }) => isError).length ?? 0;
  return (
    <div className="no-print">
      <p className="acts">
        <Button onClick={() => save(template)}>{words.template}</Button>
      </p>
      <FileDrop accept=".xlsx,.docx,.csv" title={words.drop} hint={hint} busy={isReading} onFile={(file) => take(file, file.name)} />
      <GrowText
        rows={2}
        aria-label={words.pasteHint}
        placeholder={words.pasteHint}
        value={pasted.text}
        onPaste={paste}
        onText={(text) => setPasted({ html: null, text })}
      />
      {pasted.text.trim() !== '' && (
        <p className="acts">
          <Button onClick={readPasted} loading={isReading}>
            {words.readPasted}
          </Button>
        </p>
      )}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      {checked && (
        <>
          <p className={errors > 0 ? 'notice bad' : 'notice'} role="status">
            {words.readRows(checked.rows)} ·{' '}
            {checked.remarks.length === 0 ? words.noRemarks : errors > 0 ? words.errors(errors) : words.remarks(checked.remarks.length)}
          </p>
          {checked.remarks.length > 0 && <Remarks remarks={checked.remarks} sentence={sentence} />}
          {errors === 0 && (
            <Button type="primary" loading={busy} onClick={apply}>
              {words.apply}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** Reads a file or what was pasted, keeps the report, and brings it in. */
function useImport(sessionId: string, check: string, command: string) {
  const locale = useLocale();
  const { api } = useWorkplace();
  const { run, busy } = useAct(command);
  const [pasted, setPasted] = useState<{ readonly html: string | null; readonly text: string }>({ html: null, text: '' });
  const [checked, setChecked] = useState<Checked | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const take = async (file: Blob, fileName: string) => {
    setReading(true);
    setFault(null);
    setChecked(null);
    try {
      const { digest, name } = await api.upload(file, fileName);
      const found = await api.get<{ rows: readonly unknown[]; remarks: readonly RowRemark[] }>(
        `${check}?digest=${digest}&name=${encodeURIComponent(name)}`,
      );
      setChecked({ digest, name, rows: found.rows.length, remarks: found.remarks });
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
    setReading(false);
  };
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    if (!/<table/i.test(html)) return;
    event.preventDefault();
    setPasted({ html, text: event.clipboardData.getData('text/plain') });
  };
  const readPasted = () => take(new Blob([pasted.html ?? pasted.text]), pasted.html === null ? 'table.tsv' : 'table.html');
  const apply = async () => {
    const done = await run({ sessionId, from: { digest: checked!.digest, name: checked!.name } });
    if (done === null) return;
    setChecked(null);
    setPasted({ html: null, text: '' });
  };
  return { pasted, setPasted, paste, checked, fault, isReading, take, readPasted, apply, busy };
}

function Remarks({ remarks, sentence }: { readonly remarks: readonly RowRemark[]; readonly sentence: ImportBoxProps['sentence'] }) {
  const words = useLabels(labels);
  return (
    <DataTable
      rows={remarks}
      keyOf={(it) => `${it.row} ${it.field} ${it.kind}`}
      fileName={words.said}
      columns={[
        { title: words.row, text: ({ row }) => row, width: 64, align: 'right' },
        { title: words.field, text: (it) => sentence(it as never).field },
        { title: words.state, text: ({ isError }) => (isError ? `■ ${words.mustFix}` : `▲ ${words.mind}`) },
        { title: words.said, text: (it) => sentence(it as never).text },
      ]}
    />
  );
}
