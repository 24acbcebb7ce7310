import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '#/ui/data.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Section } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { ImportReport, ImportSummary } from '../rules/import-plan.ts';
import { accountLabels } from './account-labels.ts';
import { ImportRemarks } from './import-remarks.tsx';
import { Room } from './tabs.tsx';

type Checked = { readonly digest: string; readonly name: string; readonly report: ImportReport };
type Applied = { readonly summary: ImportSummary; readonly accountIds: readonly string[] };

/** Units, posts and people by one table: checked row by row, then all of it or nothing. */
export default function ImportScreen() {
  const words = useLabels(accountLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File) => {
    setBusy(true);
    setFault(null);
    setChecked(null);
    try {
      const { digest, name } = await api.upload(file, file.name);
      setChecked({ digest, name, report: await api.get<ImportReport>(`/organisation/import/check?digest=${digest}`) });
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
    setBusy(false);
  };
  const template = () =>
    api
      .download('/organisation/import/template')
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  const again = () => {
    setApplied(null);
    setChecked(null);
  };
  if (applied) return <Done of={applied} onAgain={again} />;
  return (
    <Room title={words.importTitle} lead={words.importLead}>
      <Section title={words.stepTemplate}>
        <Button onClick={template}>{words.template}</Button>
      </Section>
      <Section title={words.stepDrop}>
        <FileDrop accept=".xlsx,.csv" title={isBusy ? words.checking : words.dropTable} hint={words.dropHint} busy={isBusy} onFile={take} />
        {fault && (
          <p className="notice bad" role="alert">
            {fault}
          </p>
        )}
      </Section>
      {checked && (
        <Section title={`${words.stepReport} · ${checked.name} · ${words.readRows(checked.report.rows)}`}>
          <Report checked={checked} onApplied={setApplied} />
        </Section>
      )}
    </Room>
  );
}

type ReportProps = { readonly checked: Checked; readonly onApplied: (applied: Applied) => void };

function Report({ checked: { digest, report }, onApplied }: ReportProps) {
  const words = useLabels(accountLabels);
  const locale = useLocale();
  const apply = useCommand<unknown, Applied>('organisation.import');
  const [fault, setFault] = useState<string | null>(null);
  const errors = report.remarks.filter(({ isError }) => isError).length;
  const remarks = report.remarks.length - errors;
  const isEmpty = Object.values(report.summary).every((count) => count === 0);
  const send = () =>
    apply
      .mutateAsync({ input: { digest } })
      .then(onApplied)
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  return (
    <>
      {errors > 0 && <p className="notice bad">{words.errors(errors)}</p>}
      {remarks > 0 && <p className="notice warn">{words.warnings(remarks)}</p>}
      {report.remarks.length === 0 && <p className="notice">{words.clean}</p>}
      <ImportRemarks remarks={report.remarks} />
      {errors === 0 && (isEmpty ? <p className="notice">{words.nothingToDo}</p> : <Summary of={report.summary} />)}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      {errors === 0 && !isEmpty && (
        <p>
          <Button type="primary" size="large" loading={apply.isPending} onClick={send}>
            {words.apply}
          </Button>{' '}
          {apply.isPending && (
            <span className="soft" role="status">
              {words.applying}
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Summary({ of }: { readonly of: ImportSummary }) {
  const words = useLabels(accountLabels);
  const counts = Object.entries(of).filter(([, count]) => count > 0) as [keyof ImportSummary, number][];
  return (
    <div className="import-sum">
      <span className="soft">{words.willDo}</span>
      {counts.map(([what, count]) => (
        <span key={what}>
          {words.summary[what]} <strong>{count}</strong>
        </span>
      ))}
    </div>
  );
}

function Done({ of: { summary, accountIds }, onAgain }: { readonly of: Applied; readonly onAgain: () => void }) {
  const words = useLabels(accountLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayPrint = useMay('organisation.print-slips');
  return (
    <Room title={words.importTitle}>
      <EmptyState title={words.applied} text={words.appliedText}>
        {mayPrint && accountIds.length > 0 && (
          <Button type="primary" onClick={() => navigate(`/${district}/organisation/slips?accounts=${accountIds.join(',')}`)}>
            {words.slips(accountIds.length)}
          </Button>
        )}
        <Link className="ant-btn" to={`/${district}/organisation`}>
          {words.toUnits}
        </Link>
        <Button onClick={onAgain}>{words.again}</Button>
      </EmptyState>
      <Summary of={summary} />
    </Room>
  );
}
