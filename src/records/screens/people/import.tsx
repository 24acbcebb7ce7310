import { App, Button, Popconfirm, Progress, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { nothingIn } from '../../rules/people/importing.ts';
import { faultSentence } from '../../words/people/faults.ts';
import { troubleSentences } from '../../words/people/trouble.ts';
import type { ImportView } from './contract.ts';
import { DifferingRows } from './differences.tsx';
import { labels } from './labels.ts';
import './people.css';

const ASK_AGAIN_MS = 1_500;

/** 导入: how far the reading is, what was not taken, and what it would change, before anything counts. */
export default function ImportScreen() {
  const words = useLabels(labels);
  const { importNo } = useParams();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const view = useRead<ImportView>(`/records/import?importNo=${importNo}`);
  const isRunning = view.data !== undefined && ['waiting', 'reading'].includes(view.data.import.state);
  const { refetch } = view;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void refetch(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, refetch]);
  return (
    <Page
      title={words.importTitle(Number(importNo))}
      actions={<Button onClick={() => navigate(`/${district}/records`)}>{words.back}</Button>}
    >
      <Whole of={view}>{(it) => <Shown view={it} />}</Whole>
    </Page>
  );
}

function Shown({ view }: { readonly view: ImportView }) {
  const words = useLabels(labels);
  const { import: it, targetName } = view;
  const share = it.fileBytes === 0 ? 0 : Math.min(100, Math.round((it.bytesRead / it.fileBytes) * 100));
  const isRunning = it.state === 'waiting' || it.state === 'reading';
  return (
    <>
      <p className="lead">
        {targetName} · {it.fileName} · <b>{words.states[it.state]}</b>
      </p>
      {isRunning && <Progress percent={share} />}
      {(isRunning || it.rowsTaken + it.rowsRefused > 0) && <p role="status">{words.progress(it.rowsTaken, it.rowsRefused)}</p>}
      <Troubles of={it} />
      {it.withdrawnBecause !== null && (
        <p className="notice warn">{words.withdrawnSaid(it.withdrawnBy ?? '', it.withdrawnOn ?? '', it.withdrawnBecause)}</p>
      )}
      {view.isOwn && (isRunning || it.state === 'read') && <Deciding view={view} />}
      {view.isOwn && it.state === 'accepted' && <Withdrawing of={it} />}
      <Faults view={view} />
    </>
  );
}

/** Why nothing of it was taken, and which sheets were not read. */
function Troubles({ of }: { readonly of: ImportView['import'] }) {
  const locale = useLocale();
  const nothing = of.state === 'read' ? nothingIn(of) : null;
  const trouble = nothing ?? of.trouble;
  if (trouble === null) return null;
  return troubleSentences(trouble, locale).map((it) => (
    <p key={it} className={of.state === 'failed' || nothing !== null ? 'notice bad' : 'notice warn'}>
      {it}
    </p>
  ));
}

/** What counts is taken back as a whole, with a reason. */
function Withdrawing({ of }: { readonly of: ImportView['import'] }) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const withdraw = useCommand<unknown, unknown>('records.withdraw-import');
  const [asked, setAsked] = useState(false);
  const confirm = (reason: string) =>
    withdraw
      .mutateAsync({ input: { importNo: of.no, reason } })
      .then(() => message.success(words.withdrawn))
      .then(() => setAsked(false));
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {words.withdraw}
      </Button>
      <ReasonDialog danger open={asked} title={words.withdraw} act={words.withdraw} onCancel={() => setAsked(false)} onConfirm={confirm}>
        <p>{words.withdrawText(of.supersedesNo)}</p>
      </ReasonDialog>
    </>
  );
}

function Deciding({ view }: { readonly view: ImportView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { import: it, differences, accepted, against } = view;
  const accept = useCommand<unknown, unknown>('records.accept-import');
  const cancel = useCommand<unknown, unknown>('records.cancel-import');
  const [chosen, setChosen] = useState<number | null>(against);
  const [fault, setFault] = useState<string | null>(null);
  const act = (work: Promise<unknown>, said: string) =>
    work.then(() => message.success(said)).catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  const mayAccept = it.state === 'read' && nothingIn(it) === null;
  const difference = differences.find((one) => one.against === chosen);
  return (
    <Section title={mayAccept ? words.difference : words.cancel}>
      {mayAccept && (
        <>
          <Radio.Group className="records-choice" value={chosen} onChange={({ target }) => setChosen(target.value as number | null)}>
            {(it.target === 'service' || accepted.length === 0) && <Radio value={null}>{words.adds}</Radio>}
            {accepted.map((one) => (
              <Radio key={one.no} value={one.no}>
                {words.replaces(one.no, one.fileName)}
              </Radio>
            ))}
          </Radio.Group>
          {difference && <p>{words.differenceSaid(difference)}</p>}
          {difference && chosen !== null && <Rows importNo={it.no} against={chosen} />}
        </>
      )}
      <div className="records-actions">
        {mayAccept && (
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => act(accept.mutateAsync({ input: { importNo: it.no, supersedesNo: chosen } }), words.acceptedSaid)}
          >
            {words.accept}
          </Button>
        )}
        <Popconfirm
          title={words.cancelHint}
          okText={words.cancel}
          cancelText={words.keep}
          onConfirm={() => act(cancel.mutateAsync({ input: { importNo: it.no } }), words.cancelled)}
        >
          <Button danger loading={cancel.isPending}>
            {words.cancel}
          </Button>
        </Popconfirm>
      </div>
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
    </Section>
  );
}

/** Opened only when asked for: reading them is noted. */
function Rows({ importNo, against }: { readonly importNo: number; readonly against: number }) {
  const words = useLabels(labels);
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <DifferingRows key={against} importNo={importNo} against={against} />;
  return <Button onClick={() => setOpen(true)}>{words.differingRows}</Button>;
}

type Fault = ImportView['faults'][number];
/** 没有收下的一行, with all that is wrong with it. */
type RefusedRow = Pick<Fault, 'sheet' | 'rowNo' | 'faultNo'> & { readonly faults: readonly Fault[] };

/** Each row once: the table then has as many rows as were not taken. */
function byRow(faults: readonly Fault[]): readonly RefusedRow[] {
  const rows = Map.groupBy(faults, ({ sheet, rowNo }) => `${rowNo} ${sheet}`);
  return [...rows.values()].map((of) => ({ ...of[0]!, faults: of }));
}

function Faults({ view: { import: it, faults, hasMore, isOwn } }: { readonly view: ImportView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  if (it.state === 'waiting' || it.state === 'cancelled' || it.state === 'withdrawn') return null;
  if (faults.length === 0 && nothingIn(it) !== null) return null;
  const download = () => api.download(`/records/import-report?importNo=${it.no}`).then(({ blob, name }) => saveFile(name, blob));
  return (
    <Section title={words.faults}>
      {faults.length === 0 ? (
        <p className="soft">{it.rowsRefused === 0 ? words.noFaults : words.faultsOfKeeper(it.rowsRefused)}</p>
      ) : (
        <DataTable
          rows={byRow(faults)}
          keyOf={({ faultNo }) => String(faultNo)}
          fileName={words.faults}
          tools={isOwn && <Button onClick={download}>{words.report}</Button>}
          columns={[
            { title: words.sheet, text: ({ sheet }) => sheet, onlyWide: true },
            { title: words.row, text: ({ rowNo }) => rowNo, width: 80, align: 'right' },
            { title: words.what, text: (row) => row.faults.map((one) => faultSentence(one, locale)).join('；') },
          ]}
        />
      )}
      {hasMore && <p className="soft">{words.moreFaults(faults.length)}</p>}
    </Section>
  );
}
