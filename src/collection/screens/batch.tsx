import { Button, Checkbox, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { nameOfPeriod } from '../rules/form.ts';
import { BatchFiles, useActing } from './batch-files.tsx';
import './collection.css';
import type { BatchView } from './contract.ts';
import { type Decision, type Decisions, decisionOf, inputOf, lacksReason, takenRows } from './decisions.ts';
import { labels } from './labels.ts';
import { StagedRowCard } from './staged-row.tsx';

/** 合并表: what came back, unit by unit, before anything of it counts. */
export default function BatchScreen() {
  const words = useLabels(labels);
  const { batchId } = useParams();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const view = useRead<BatchView>(`/collection/batch?batchId=${batchId}`);
  const back = <Button onClick={() => navigate(`/${district}/collection`)}>{words.backToPeriod}</Button>;
  return (
    <Page title={words.batchTitle} actions={back}>
      <Whole of={view}>{(it) => <Batch key={it.batch.id} view={it} />}</Whole>
    </Page>
  );
}

function Batch({ view }: { readonly view: BatchView }) {
  const words = useLabels(labels);
  const { batch, staged, period } = view;
  const [given, setGiven, clear] = useKept<Decisions>(`collection:${batch.id}`, {});
  const decide = (promiseId: string, decision: Decision) => setGiven({ ...given, [promiseId]: decision });
  const units = [...Map.groupBy(staged.rows, ({ unitName }) => unitName)];
  return (
    <>
      <p className="lead">{words.batchLead(nameOfPeriod(period.id), batch.receivedOn, batch.openedBy)}</p>
      {batch.state !== 'open' && (
        <p className="notice">
          {words.settledBy(words.batchStates[batch.state], batch.settledBy ?? '', (batch.settledAt ?? '').slice(0, 10))}
        </p>
      )}
      {staged.silentUnits.length > 0 && (
        <p className="notice warn">{words.silent(staged.silentUnits.map(({ unitName }) => unitName).join('、'))}</p>
      )}
      <BatchFiles view={view} />
      <Strays view={view} />
      {units.map(([unitName, rows]) => (
        <Section key={unitName} title={unitName}>
          {rows.map((row) => (
            <StagedRowCard
              key={row.promiseId}
              row={row}
              view={view}
              decision={decisionOf(row, view, given)}
              onDecide={(decision) => decide(row.promiseId, decision)}
            />
          ))}
        </Section>
      ))}
      {batch.state === 'open' && <Confirming view={view} given={given} onDone={clear} />}
    </>
  );
}

function Strays({ view: { staged } }: { readonly view: BatchView }) {
  const words = useLabels(labels);
  if (staged.strays.length === 0) return null;
  return (
    <div className="notice bad">
      <b>{words.strays}</b>
      <ul>
        {staged.strays.map((it) => (
          <li key={`${it.digest} ${it.sheet} ${it.rowNumber}`}>
            {words.from(it.fileName, it.sheet, it.rowNumber)}：{it.no} {it.promise}
          </li>
        ))}
      </ul>
    </div>
  );
}

type ConfirmingProps = { readonly view: BatchView; readonly given: Decisions; readonly onDone: () => void };
type Confirmed = { readonly reports: number; readonly corrections: number; readonly adopted: number };

function Confirming({ view, given, onDone }: ConfirmingProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const mayAdopt = useMay('delivery.adopt');
  const confirm = useCommand<unknown, Confirmed>('collection.confirm-batch');
  const { send } = useActing();
  const [adopt, setAdopt] = useState(false);
  const [said, setSaid] = useState<{ readonly text: string; readonly isBad: boolean } | null>(null);
  const chosen = takenRows(view, given);
  const lacking = chosen.find(({ row, decision }) => lacksReason(row, decision, view));
  const hasRows = view.staged.rows.some(({ state }) => state !== 'silent' && state !== 'empty');
  const why = lacking ? words.needsReason(lacking.row.row.locked.no) : chosen.length === 0 && !hasRows ? words.nothingChosen : null;
  const base = { [view.batch.id]: view.batch.version };
  const run = () =>
    confirm
      .mutateAsync({ input: inputOf(view, given, adopt), base })
      .then((it) => {
        onDone();
        setSaid({ text: words.done(it.reports, it.corrections, it.adopted), isBad: false });
      })
      .catch((problem: unknown) => setSaid({ text: sentenceOf(problem, locale), isBad: true }));
  return (
    <div className="confirm-bar no-print">
      {said && (
        <p className={said.isBad ? 'notice bad' : 'notice'} role="alert">
          {said.text}
        </p>
      )}
      <span>{words.chosen(chosen.length)}</span>
      {mayAdopt && (
        <Checkbox checked={adopt} onChange={({ target }) => setAdopt(target.checked)}>
          {words.adoptToo}
        </Checkbox>
      )}
      <WhyButton type={chosen.length === 0 ? 'default' : 'primary'} why={why} loading={confirm.isPending} onClick={run}>
        {chosen.length === 0 ? words.confirmNone : words.confirm}
      </WhyButton>
      <Popconfirm title={words.discardAsk} onConfirm={() => send('collection.discard-batch', { batchId: view.batch.id }, base)}>
        <Button>{words.discard}</Button>
      </Popconfirm>
      {why && <small className="soft">{why}</small>}
    </div>
  );
}
