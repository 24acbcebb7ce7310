import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { Periods } from './contract.ts';
import './delivery.css';
import { MonthChoice, useMonth } from './month-choice.tsx';
import { DistrictActs, UnitActs } from './period-acts.tsx';
import { periodLabels } from './period-labels.ts';
import './periods.css';

/** 审定与接收: one line for each unit, how far its month is, and what comes next. */
export default function PeriodsScreen() {
  const words = useLabels(periodLabels);
  const list = useYearList();
  const [period, choose] = useMonth();
  const read = useRead<Periods>(list.query && `/delivery/periods?${list.query}&period=${period}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  const actions = list.list && (
    <>
      <ListChoice of={list} />
      <MonthChoice year={list.list.year} value={period} onChange={choose} label={words.period} />
      {read.data && <DistrictActs of={read.data} />}
    </>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      {list.list ? <Whole of={read}>{(it) => <PeriodView of={it} />}</Whole> : <NoList />}
    </Page>
  );
}

function PeriodView({ of }: { readonly of: Periods }) {
  const words = useLabels(periodLabels);
  const locale = useLocale();
  if (of.units.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  return (
    <>
      {of.isClosed && <p className="notice">{words.closed}</p>}
      {!of.isClosed && of.isEntryEnded && <p className="notice">{words.entryEnded}</p>}
      {!of.isClosed && of.entryEndsOn && <p className="soft">{words.entryEnds(longDate(of.entryEndsOn, locale))}</p>}
      <ul className="period-units">
        {of.units.map((unit) => (
          <UnitLine key={unit.id} unit={unit} of={of} />
        ))}
      </ul>
      {of.exceptions.length > 0 && (
        <Section title={words.exceptions}>
          <ul>
            {of.exceptions.map(({ id, unit, until, grantedBy, reason, isRunning }) => (
              <li key={id} className={isRunning ? '' : 'soft'}>
                {words.exception(unit, longDate(until, locale), grantedBy, reason)}
                {!isRunning && `（${words.lapsed}）`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {of.acts.length > 0 && (
        <Section title={words.history}>
          <ol className="period-acts">
            {of.acts.toReversed().map((it) => (
              <li key={it.version}>
                {longDate(it.on, locale)} · {it.unit ?? ''} {words.acts[it.act]}
                {it.onBehalf && words.onBehalf} · {it.by}
                {it.reason && <span className="soft"> · {it.reason}</span>}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function UnitLine({ unit, of }: { readonly unit: Periods['units'][number]; readonly of: Periods }) {
  const words = useLabels(periodLabels);
  const isOffice = useMay('delivery.receive-period');
  const { unanswered, waiting, waitingInUnit } = unit;
  const missing = [
    unanswered.length > 0 ? words.unanswered(unanswered.length) : null,
    waitingInUnit > 0 ? words.waitingInUnit(waitingInUnit) : null,
    waiting > waitingInUnit ? words.waiting(waiting - waitingInUnit) : null,
  ].filter(Boolean);
  return (
    <li>
      <b>{unit.name}</b>
      <span className={`key-state ${unit.state}`}>{words.states[unit.state]}</span>
      <span className="soft">{missing.length > 0 ? missing.join('，') : words.complete}</span>
      <UnitActs unit={unit} of={of} isOffice={isOffice} />
      {unanswered.length > 0 && (
        <details className="missing">
          <summary>{words.unanswered(unanswered.length)}</summary>
          {unanswered.join('；')}
        </details>
      )}
    </li>
  );
}
