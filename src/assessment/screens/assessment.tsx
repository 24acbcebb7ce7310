import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { type Quarter, quarterOn } from '../rules/quarter.ts';
import { Acts } from './acts.tsx';
import { Appeals } from './appeals.tsx';
import './assessment.css';
import type { OfQuarter, QuarterView } from './contract.ts';
import { Entries } from './entries.tsx';
import { labels } from './labels.ts';
import { Ranks } from './ranks.tsx';
import { UnitLines } from './unit-lines.tsx';
import { WhatIf } from './what-if.tsx';

/** 季考评: the ranks of a quarter, opened down to the facts; a unit sees its own. */
export default function AssessmentScreen() {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const list = useYearList();
  const [query, setQuery] = useSearchParams();
  const newest = quarterOn(today);
  const last = list.list && list.list.year < newest.year ? 4 : newest.quarter;
  const asked = Number(query.get('quarter'));
  const quarter = (asked >= 1 && asked <= 4 ? asked : last) as Quarter['quarter'];
  const view = useRead<QuarterView>(list.query && `/assessment/quarter?${list.query}&quarter=${quarter}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  const options = Array.from({ length: last }, (_, i) => ({
    value: i + 1,
    label: words.quarterName(list.list?.year ?? newest.year, i + 1),
  }));
  const choose = (next: number) => setQuery({ ...Object.fromEntries(query), quarter: String(next) });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      wide
      actions={
        <>
          <ListChoice of={list} />
          <Select aria-label={words.quarter} value={quarter as number} options={options} onChange={choose} popupMatchSelectWidth={false} />
        </>
      }
    >
      {list.list ? (
        <Whole of={view}>{(it) => <QuarterPage key={quarter} view={it} list={list.list!} quarter={quarter} />}</Whole>
      ) : (
        <NoList />
      )}
    </Page>
  );
}

function QuarterPage({ view, list, quarter }: OfQuarter) {
  const words = useLabels(labels);
  const [query, setQuery] = useSearchParams();
  const mayRun = useMay('assessment.run');
  const seesAll = useMay('assessment.read-all');
  const chosen = view.scores.find(
    ({ unitId }) => unitId === (query.get('unit') ?? (view.scores.length === 1 ? view.scores[0]!.unitId : null)),
  );
  const choose = (unit: string | null) => {
    const { unit: _, ...rest } = Object.fromEntries(query);
    setQuery(unit === null ? rest : { ...rest, unit });
  };
  if (view.scores.length === 0)
    return seesAll ? (
      <EmptyState title={words.nobody} text={words.nobodyText} />
    ) : (
      <EmptyState title={words.notOut} text={words.notOutText} />
    );
  return (
    <>
      <Standing view={view} />
      <Acts view={view} list={list} quarter={quarter} />
      {chosen ? (
        <>
          {view.scores.length > 1 && (
            <p className="acts no-print">
              <Button onClick={() => choose(null)}>{words.back}</Button>
            </p>
          )}
          <UnitLines view={view} score={chosen} />
        </>
      ) : (
        <Ranks view={view} list={list} quarter={quarter} onChoose={choose} />
      )}
      {(view.appeals.length > 0 || view.round !== null) && (
        <Section title={words.appeals}>
          <Appeals view={view} />
        </Section>
      )}
      {seesAll && <Entries view={view} list={list} quarter={quarter} mayEnter={mayRun} />}
      {view.facts !== null && <WhatIf view={view} facts={view.facts} />}
    </>
  );
}

/** How far the quarter is, and by which sheet. */
function Standing({ view: { round, asOf, sheetVersion } }: { readonly view: QuarterView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const day = (it: Parameters<typeof longDate>[0]) => longDate(it, locale);
  return (
    <p className={round?.published ? 'soft' : 'notice'}>
      {round === null
        ? words.preview(day(asOf))
        : round.published
          ? words.published(day(round.published.on), round.published.by)
          : words.draft(round.edition, day(round.appealUntil))}{' '}
      {sheetVersion === 0 ? words.defaultSheet : words.ownSheet(sheetVersion)}
    </p>
  );
}
