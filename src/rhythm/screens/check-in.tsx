import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { shortDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { CheckForm } from './check-form.tsx';
import { checkLabels } from './check-labels.ts';
import type { CheckAnswer, WeekAnswer } from './contract.ts';
import './rhythm.css';
import { WeekOverview } from './week-overview.tsx';

/** 周碰头: a unit answers its week; office and leaders read who answered, and what. */
export default function CheckInScreen() {
  const words = useLabels(checkLabels);
  const [query] = useSearchParams();
  const [year, week] = [query.get('year'), query.get('week')];
  const which = year !== null && week !== null ? `?year=${year}&week=${week}` : '';
  const answer = useRead<WeekAnswer>(`/rhythm/week${which}`);
  return (
    <Page title={words.title} lead={words.lead} actions={answer.data && <WeekChoice of={answer.data} />}>
      <Whole of={answer}>{(it) => (it.seesAll ? <Everybody of={it} /> : <OwnWeek of={it} />)}</Whole>
    </Page>
  );
}

function WeekChoice({ of: { week, before, after } }: { readonly of: WeekAnswer }) {
  const words = useLabels(checkLabels);
  const { today } = useWorkplace();
  const [, setQuery] = useSearchParams();
  const go = (to: WeekAnswer['week']) => setQuery({ year: String(to.year), week: String(to.week) });
  return (
    <>
      <Button onClick={() => go(before)}>{words.before}</Button>
      <Button onClick={() => go(after)} disabled={isAhead(after, today)}>
        {words.after}
      </Button>
      <Button className="only-wide" onClick={() => window.print()}>
        {words.print}
      </Button>
      <span className="screen-reader">{words.week(week.year, week.week)}</span>
    </>
  );
}

function isAhead({ year, week }: WeekAnswer['week'], today: string): boolean {
  const first = new Date(`${year}-01-04T00:00:00Z`);
  const monday = first.getTime() - ((first.getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10) > today;
}

export function WeekHead({ of: { week, from, to, dueOn } }: { readonly of: Pick<WeekAnswer, 'week' | 'from' | 'to' | 'dueOn'> }) {
  const words = useLabels(checkLabels);
  const locale = useLocale();
  return (
    <p className="week-head">
      <b>{words.week(week.year, week.week)}</b> <span className="nowrap">{`${shortDate(from, locale)}—${shortDate(to, locale)}`}</span>{' '}
      <span className="soft">{words.due(shortDate(dueOn, locale))}</span>
    </p>
  );
}

function OwnWeek({ of }: { readonly of: WeekAnswer }) {
  const { post } = useWorkplace();
  return (
    <>
      <WeekHead of={of} />
      {post?.unitId ? <ForUnit key={`${of.week.year}-${of.week.week}`} unitId={post.unitId} week={of.week} /> : null}
    </>
  );
}

function ForUnit({ unitId, week }: { readonly unitId: string; readonly week: WeekAnswer['week'] }) {
  const words = useLabels(checkLabels);
  const check = useRead<CheckAnswer>(`/rhythm/check?year=${week.year}&week=${week.week}&unitId=${unitId}`);
  return (
    <Whole of={check}>
      {(it) => {
        if (!it.isAsked) return <p className="notice">{words.notAsked}</p>;
        if (it.asked.length === 0 && it.check === null) return <EmptyState title={words.nothing} text={words.nothingText} />;
        return <CheckForm key={`${unitId} ${it.check?.version ?? 0}`} of={it} unitId={unitId} />;
      }}
    </Whole>
  );
}

function Everybody({ of }: { readonly of: WeekAnswer }) {
  const words = useLabels(checkLabels);
  const mayFill = useMay('rhythm.check');
  const [unitId, setUnit] = useState<string | null>(null);
  return (
    <>
      <WeekHead of={of} />
      {!of.isAsked && <p className="notice">{words.notAsked}</p>}
      <WeekOverview of={of} />
      {mayFill && of.units.length > 0 && (
        <Section title={words.fillFor}>
          <div className="no-print">
            <Select
              className="full"
              aria-label={words.unit}
              placeholder={words.unit}
              allowClear
              value={unitId}
              onChange={(id: string | undefined) => setUnit(id ?? null)}
              options={of.units.map((it) => ({ value: it.unitId, label: of.unitNames[it.unitId] ?? it.unitId }))}
            />
            {unitId !== null && <ForUnit key={unitId} unitId={unitId} week={of.week} />}
          </div>
        </Section>
      )}
    </>
  );
}
