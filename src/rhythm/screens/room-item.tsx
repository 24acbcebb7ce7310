import { Button } from 'antd';
import { type ChartSource, chartOf } from '#/delivery/rules/chart-data.ts';
import { trajectoryChart } from '#/delivery/rules/charts.ts';
import type { ProjectStanding, PromiseStanding } from '#/delivery/rules/standing.ts';
import type { Trajectory } from '#/delivery/rules/trajectory.ts';
import { barLabel, breakSentence, chartWords, standingSentence } from '#/delivery/words/lights.ts';
import { number } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { LightBadge, Markup } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { AgendaItem } from '../rules/agenda.ts';
import { ageDays } from '../rules/blocker.ts';
import { agendaSentence, kindWords } from '../words/agenda.ts';
import { checkLabels } from './check-labels.ts';
import type { MeetingAnswer } from './contract.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionList } from './decision-list.tsx';
import { meetingLabels } from './meeting-labels.ts';

type ItemProps = {
  readonly item: AgendaItem;
  readonly of: MeetingAnswer;
  readonly isWriting: boolean;
  /** Null where nothing is written. */
  readonly onWriting: ((isWriting: boolean) => void) | null;
};

/** One item: its lights, its chart, what stands in its way, its people, and what is decided. */
export function RoomItem({ item, of, isWriting, onWriting }: ItemProps) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const standing = of.projects.find(({ project }) => project.id === item.projectId);
  return (
    <>
      {(item.kind !== 'red' || standing === undefined) && <p className={`agenda-kind ${item.kind}`}>{kindWords[locale][item.kind]}</p>}
      <h2>
        {item.no !== null && item.kind !== 'added' ? `${item.no} ` : ''}
        {item.title} {standing && <LightBadge light={standing.light} />}
      </h2>
      <p className="room-sentence">
        {agendaSentence(item, locale)} {item.note}
      </p>
      <div className="room-columns">
        {standing && <Promises standing={standing} />}
        <div>
          <People item={item} of={of} />
          {standing && <Stuck standing={standing} of={of} />}
        </div>
      </div>
      <DecisionList of={of} itemKey={item.key} />
      {onWriting !== null &&
        (isWriting ? (
          <DecisionForm key={item.key} of={of} item={item} decision={null} onDone={() => onWriting(false)} />
        ) : (
          <p className="acts no-print">
            <Button type="primary" size="large" onClick={() => onWriting(true)}>
              {words.decide}
            </Button>
          </p>
        ))}
    </>
  );
}

/** The worst promises first, each with its figure; the chart of the worst. */
function Promises({ standing }: { readonly standing: ProjectStanding }) {
  const locale = useLocale();
  const ORDER = ['red', 'yellow', 'grey', 'green', 'white', 'closed'];
  const rows = standing.promises.toSorted((a, b) => ORDER.indexOf(a.light) - ORDER.indexOf(b.light));
  return (
    <div className="room-promises">
      {rows.slice(0, 4).map((it) => (
        <div key={it.promise.id}>
          <p>
            <LightBadge light={it.light} /> {it.promise.verb}
            {it.promise.object}{' '}
            <b className="room-figure">
              {it.done === null ? (it.stage ?? '—') : number(it.done)}
              {it.promise.target === null ? '' : ` / ${number(it.promise.target)}`} {it.promise.measureUnit}
            </b>
          </p>
          <p className="soft">{standingSentence(it, locale)}</p>
        </div>
      ))}
      {rows[0] && <PromiseChart standing={rows[0]} />}
    </div>
  );
}

/** `GET /delivery/promise`, as far as the chart goes. */
type Detail = Pick<ChartSource, 'standing' | 'programme' | 'points'> & { readonly plans: readonly { readonly plan: Trajectory }[] };

function PromiseChart({ standing }: { readonly standing: PromiseStanding }) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { data } = useRead<Detail>(`/delivery/promise?promiseId=${standing.promise.id}`);
  if (data === undefined) return null;
  const plans = data.plans.map(({ plan }) => plan).filter(({ state }) => state === 'approved');
  const said = { label: barLabel(data.standing, locale), words: chartWords(data.standing, locale) };
  const chart = chartOf({ ...data, plans, asOf: today }, { ...said, defaultLine: words.defaultLine, version: words.planVersion });
  if (chart === null) return null;
  const broken = breakSentence(data.points, locale);
  return (
    <>
      <Markup className="chart" of={trajectoryChart(chart)} />
      {broken !== null && <p className="soft">{broken}</p>}
    </>
  );
}

function People({ item, of }: Pick<ItemProps, 'item' | 'of'>) {
  const words = useLabels(meetingLabels);
  const overseer = of.posts.find(({ id }) => id === of.overseers[item.projectId ?? '']);
  const head = of.posts.find(({ unitId, kind }) => unitId === item.unitId && kind === 'head');
  const rows: readonly (readonly [string, string])[] = [
    ...(item.unit === null ? [] : [[words.leadUnit, `${item.unit}${head?.holder ? ` ${head.holder}` : ''}`] as const]),
    ...(overseer === undefined
      ? []
      : [[words.leader, `${overseer.title}${overseer.holder === null ? '' : ` ${overseer.holder}`}`] as const]),
  ];
  if (rows.length === 0) return <p className="soft">{words.noProject}</p>;
  return (
    <dl className="said-lines">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Stuck({ standing: { project }, of }: { readonly standing: ProjectStanding; readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const check = useLabels(checkLabels);
  const blockers = of.blockers.filter(({ projectId }) => projectId === project.id);
  const lines = of.checks.flatMap((it) => it.lines).filter(({ projectId, isUnchanged }) => projectId === project.id && !isUnchanged);
  return (
    <>
      {blockers.length > 0 && <h3>{words.blockersHere}</h3>}
      <ul>
        {blockers.map((it) => (
          <li key={it.id}>
            {check.blocker(it.title, ageDays(it, of.today))} · {it.askedOf} {it.asked}
          </li>
        ))}
      </ul>
      {lines.length > 0 && <h3>{words.saidThisWeek}</h3>}
      {lines.map((it) => (
        <p key={it.projectId}>
          {(['done', 'next', 'problem', 'needs'] as const)
            .filter((name) => it[name] !== '')
            .map((name) => `${check[name]}：${it[name]}`)
            .join('　')}
        </p>
      ))}
    </>
  );
}
