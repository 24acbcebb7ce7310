import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { briefText } from '#/kernel/comparison/brief.ts';
import { longDate, percent } from '#/kernel/format.ts';
import type { Project } from '#/programme/rules/programme.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { Board, Light, ProjectStanding, PromiseStanding } from '../rules/standing.ts';
import { lightWords } from '../words/lights.ts';
import './delivery.css';
import { GateLine } from './gate-line.tsx';
import { labels } from './labels.ts';
import { useSpeaksFor } from './speaks-for.ts';
import { Badge, DoneFigure, lastReport, PaceBar, promiseName, StandingBadge, verifiedText, whyOf } from './standing.tsx';

const ORDER: readonly Light[] = ['red', 'yellow', 'grey', 'green', 'white', 'closed'];

/** The live board of the staff: the same object as the public page, a day fresher; worst rows first. */
export default function BoardScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const board = useRead<Board>(list.query && `/delivery/board?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={list.list?.title ?? words.board} lead={words.boardLead} actions={<ListChoice of={list} />}>
      {list.lines.error ? (
        <Whole of={list.lines}>{() => null}</Whole>
      ) : list.list ? (
        <Whole of={board}>{(it) => <BoardView board={it} />}</Whole>
      ) : (
        <NoList />
      )}
    </Page>
  );
}

function BoardView({ board }: { readonly board: Board }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [only, setOnly] = useState<Light | 'all'>('all');
  // A list of which nothing is scheduled has no gates to speak of.
  const hasGates = board.projects.some(({ gate }) => gate !== null && gate.reason !== 'no-network');
  const shown = ORDER.filter((light) => board.counts[light] > 0);
  const projects = board.projects
    .filter(({ light }) => only === 'all' || light === only)
    .toSorted((a, b) => ORDER.indexOf(a.light) - ORDER.indexOf(b.light));
  return (
    <>
      <p className="soft as-of">
        {words.asOf(longDate(board.asOf, locale))} · {words.elapsed(percent(board.elapsedDays / board.periodDays))}
      </p>
      <div className="sum">
        <span>
          <strong>{board.projects.length}</strong> {words.things}
        </span>
        {shown.map((light) => (
          <span key={light}>
            <strong>{board.counts[light]}</strong> <Badge light={light} />
          </span>
        ))}
      </div>
      <div className="only no-print">
        <Segmented<Light | 'all'>
          value={only}
          onChange={setOnly}
          aria-label={words.filter}
          options={[{ value: 'all', label: words.all }, ...shown.map((value) => ({ value, label: lightWords[locale][value] }))]}
        />
      </div>
      {projects.map((it) => (
        <ProjectRow key={it.project.id} standing={it} hasGates={hasGates} />
      ))}
    </>
  );
}

function ProjectRow({ standing, hasGates }: { readonly standing: ProjectStanding; readonly hasGates: boolean }) {
  const words = useLabels(labels);
  const { project, leadUnit, promises, gate } = standing;
  return (
    <article className="board-row">
      <div className="no">{project.no}</div>
      <div>
        <h2>{project.name}</h2>
        <p className="who">
          {leadUnit ? words.lead(leadUnit) : words.noLead}
          {project.note ? ` · ${project.note}` : ''}
        </p>
        {hasGates && gate && <GateLine gate={gate} projectId={project.id} />}
        {promises.map((it) => (
          <PromiseRow key={it.promise.id} standing={it} project={project} />
        ))}
        {promises.length === 0 && (
          <div className="p">
            <span className="soft">{words.noTarget}</span>
            <span />
            <span />
            <Badge light="grey" />
          </div>
        )}
      </div>
    </article>
  );
}

function PromiseRow({ standing, project }: { readonly standing: PromiseStanding; readonly project: Project }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const speaks = useSpeaksFor(project);
  const mayReport = useMay('delivery.report') && speaks;
  const why = whyOf(standing, locale);
  const address = `/${district}/promises/${standing.promise.id}`;
  return (
    <div className="p">
      <span>
        <Link className="plain-link" to={address}>
          {promiseName(standing.promise)}
        </Link>
      </span>
      <Link className="fig" to={address}>
        <DoneFigure standing={standing} />
      </Link>
      <PaceBar standing={standing} />
      <span className="lit">
        <StandingBadge standing={standing} />
      </span>
      <span className="why-line">
        {[why, verifiedText(standing, locale), lastReport(standing, locale)].filter(Boolean).join(' · ')}
        {mayReport && (
          <Link to={`${address}/report`} className="no-print">
            <Button size="small" type="link">
              {words.report}
            </Button>
          </Link>
        )}
      </span>
      {standing.lately !== undefined && (
        <span className="why-line soft">
          {words.recent}：{briefText(standing.lately, locale)}
        </span>
      )}
    </div>
  );
}
