import { App, Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { addDays } from '#/kernel/civil-date.ts';
import { longDate, percent } from '#/kernel/format.ts';
import { quantity, targetText } from '#/supervision/words/quantity.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList, type YearListLine } from '#/ui/year-list.tsx';
import { byPriority } from '../rules/priorities.ts';
import { isOpen, maySettle, type SettledPromise } from '../rules/settlement.ts';
import { words as stageWords } from '../words/labels.ts';
import { wordsOf } from '../words/refusals.ts';
import './assessment.css';
import { CarryOverForm } from './carry-over.tsx';
import type { SettlementView } from './contract.ts';
import { labels } from './labels.ts';

/** 年终结账: each promise against what was frozen, by the list or by the priorities of the work report. */
export default function SettlementScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const view = useRead<SettlementView>(list.query && `/assessment/settlement?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.settlementTitle} lead={words.settlementLead} wide actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={view}>{(it) => <YearPage view={it} list={list.list!} />}</Whole> : <NoList />}
    </Page>
  );
}

/** What a year will not keep is decided about in its last quarter, not in spring. */
const CARRIED_BEFORE_DAYS = 92;

type OfYear = { readonly view: SettlementView; readonly list: YearListLine };

function YearPage({ view, list }: OfYear) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [order, setOrder] = useState<'list' | 'priority'>('list');
  const { settlement, settledOn, settledBy, priorities, to } = view;
  const { lines, keptProjects, projectCount, adjustedCount, carriedCount, undecided } = settlement;
  const { today } = useWorkplace();
  if (lines.length === 0) return <EmptyState title={words.empty} text={words.emptyText} />;
  const groups = order === 'list' ? [{ title: null, rows: lines }] : byPriority(priorities, lines, ({ projectId }) => projectId);
  return (
    <>
      <p className={settledOn === null ? 'notice' : 'soft'}>
        {settledOn !== null
          ? words.settled(longDate(settledOn, locale), settledBy ?? '')
          : today > to
            ? words.settleReady
            : words.settlePreview(longDate(settlement.asOf, locale))}
      </p>
      <p>
        {words.kept(keptProjects, projectCount)} · {words.adjusted(adjustedCount)} · {words.carried(carriedCount)}
        {undecided.length > 0 && settlement.isOver && settledOn === null && ` · ${words.undecided(undecided.length)}`}
      </p>
      <Acts view={view} list={list} />
      <Segmented
        className="no-print"
        value={order}
        onChange={setOrder}
        options={[
          { value: 'list', label: words.byList },
          { value: 'priority', label: words.byPriority },
        ]}
      />
      {groups.map(({ title, rows }) => (
        <Section key={title ?? ''} title={order === 'list' ? words.byList : (title ?? stageWords[locale].noPriority)}>
          <Lines rows={rows} mayCarry={settledOn === null && today >= addDays(to, -CARRIED_BEFORE_DAYS)} year={settlement.year} />
        </Section>
      ))}
    </>
  );
}

function Acts({ view, list }: OfYear) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api, today } = useWorkplace();
  const { message } = App.useApp();
  const maySign = useMay('assessment.settle');
  const settle = useCommand<unknown, unknown>('assessment.settle-year');
  const [isAsking, setAsking] = useState(false);
  const complain = (problem: unknown) => message.error(sentenceOf(problem, locale), 8);
  const allowed = maySettle(view.settlement, view.to, today);
  const download = () =>
    api
      .download(`/assessment/settlement.docx?year=${list.year}&kind=${list.kind}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch(complain);
  return (
    <p className="acts no-print">
      {maySign && view.settledOn === null && (
        <WhyButton type="primary" why={allowed.ok ? null : wordsOf(allowed.refusal, locale)} onClick={() => setAsking(true)}>
          {words.settle}
        </WhyButton>
      )}
      <Button onClick={download}>{words.word}</Button>
      <Modal
        open={isAsking}
        title={words.settleTitle}
        okText={words.settle}
        confirmLoading={settle.isPending}
        onCancel={() => setAsking(false)}
        onOk={() =>
          settle
            .mutateAsync({ input: { year: list.year, kind: list.kind } })
            .then(() => setAsking(false))
            .catch(complain)
        }
      >
        <p>{words.settleText}</p>
      </Modal>
    </p>
  );
}

type LinesProps = { readonly rows: readonly SettledPromise[]; readonly mayCarry: boolean; readonly year: number };

function Lines({ rows, mayCarry, year }: LinesProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const maySign = useMay('assessment.settle');
  const [chosen, setChosen] = useState<SettledPromise | null>(null);
  const goal = (terms: SettledPromise['frozen']) => targetText(terms, locale) ?? '—';
  const { outcomes } = stageWords[locale];
  return (
    <div className="table-scroll">
      <table className="settled stacked">
        <thead>
          <tr>
            <th>#</th>
            <th>{words.item}</th>
            <th>{words.frozen}</th>
            <th>{words.binding}</th>
            <th>{words.done}</th>
            <th>{words.ofFrozen}</th>
            <th>{words.outcome}</th>
            <th>{words.carryOver}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <tr key={it.promiseId}>
              <td className="no">{it.no}</td>
              <td>
                {it.promise}
                <br />
                <small className="soft">{it.leadUnit ?? words.noLead}</small>
              </td>
              <td data-name={words.frozen}>{goal(it.frozen)}</td>
              <td data-name={words.binding}>
                {it.adjustments.length === 0 ? '—' : goal(it.binding)}
                {it.adjustments.map(({ documentNo, decision }) => (
                  <small key={documentNo} className="soft">
                    <br />
                    {decision} {documentNo}
                  </small>
                ))}
              </td>
              <td data-name={words.done}>{it.done === null ? '—' : quantity(it.done, it.binding.measureUnit, locale)}</td>
              <td data-name={words.ofFrozen}>{it.ofFrozen === null ? '—' : percent(it.ofFrozen)}</td>
              <td data-name={words.outcome}>
                {outcomes[it.outcome]} {it.isOverFulfilled && <span className="over">{words.over}</span>}
              </td>
              <td data-name={words.carryOver}>
                <CarryOver line={it} onChoose={maySign && mayCarry && isOpen(it.outcome) ? () => setChosen(it) : null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <CarryOverForm line={chosen} year={year} onClose={() => setChosen(null)} />}
    </div>
  );
}

type CarryOverProps = { readonly line: SettledPromise; readonly onChoose: (() => void) | null };

/** 结转 of one promise: what was decided, and the way to decide it where it is open. */
function CarryOver({ line: { carryOver }, onChoose }: CarryOverProps) {
  const words = useLabels(labels);
  const { ways } = stageWords[useLocale()];
  return (
    <>
      {carryOver === null && onChoose === null && '—'}
      {carryOver !== null && (
        <>
          {ways[carryOver.way]} {carryOver.toYear ?? ''}{' '}
          <small className="soft">
            <br />
            {carryOver.note}（{carryOver.decision}）
          </small>
        </>
      )}
      {onChoose !== null && (
        <Button size="small" className="no-print" onClick={onChoose}>
          {words.carryOver}
        </Button>
      )}
    </>
  );
}
