import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { ProjectSchedule } from '../rules/activity.ts';
import { tightest } from '../rules/gate.ts';
import type { ShownProject, SiteList } from './contract.ts';
import './schedule.css';
import { scheduleLabels } from './schedule-labels.ts';
import { SlackFigure } from './slack.tsx';

/** 排期: the projects of a list with the tightest activity of each. */
export default function Schedules() {
  const words = useLabels(scheduleLabels);
  const list = useYearList();
  const sites = useRead<SiteList>('/planning/sites');
  const schedules = useRead<readonly ProjectSchedule[]>(list.list && `/planning/schedules?programmeId=${list.list.id}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.schedule} lead={words.schedulesLead} actions={<ListChoice of={list} />}>
      {list.lines.error ? (
        <Whole of={list.lines}>{() => null}</Whole>
      ) : list.list === null ? (
        <NoList />
      ) : (
        <Whole of={sites}>
          {({ projects }) => (
            <Whole of={schedules}>
              {(rows) => <Rows projects={projects.filter((it) => it.programmeId === list.list?.id)} schedules={rows} />}
            </Whole>
          )}
        </Whole>
      )}
    </Page>
  );
}

type RowsProps = { readonly projects: readonly ShownProject[]; readonly schedules: readonly ProjectSchedule[] };

function Rows({ projects, schedules }: RowsProps) {
  const words = useLabels(scheduleLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const rows = projects.map((project) => ({ ...project, ...tightestOf(schedules.find((it) => it.projectId === project.id)) }));
  return (
    <DataTable
      rows={rows}
      keyOf={({ id }) => id}
      fileName={words.schedule}
      columns={[
        {
          title: words.project,
          text: ({ no, name }) => `${no} ${name}`,
          show: ({ id, no, name }) => <Link to={`/${district}/schedule/${id}`}>{`${no} ${name}`}</Link>,
        },
        { title: words.activities, text: ({ count }) => count, align: 'right', onlyWide: true },
        { title: words.tightest, text: ({ tightest }) => tightest?.name ?? words.notPlanned },
        {
          title: words.latestStart,
          text: ({ tightest }) => tightest?.latestStart ?? null,
          show: ({ tightest }) => tightest?.latestStart && longDate(tightest.latestStart, locale),
          onlyWide: true,
        },
        {
          title: words.slack,
          text: ({ tightest }) => tightest?.slackDays ?? null,
          show: ({ tightest }) => tightest && <SlackFigure days={tightest.slackDays} />,
        },
      ]}
    />
  );
}

function tightestOf(schedule: ProjectSchedule | undefined) {
  return { count: schedule?.planned.length ?? 0, tightest: schedule === undefined ? null : tightest(schedule) };
}
