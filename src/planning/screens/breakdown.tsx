import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { NoList } from '#/ui/year-list.tsx';
import { BreakdownFiles } from './breakdown-files.tsx';
import { labels } from './breakdown-labels.ts';
import type { Breakdown, BreakdownProject, ListLine, ShownTask } from './contract.ts';
import { TaskCard } from './task-card.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskHistoryBox } from './task-history.tsx';
import './breakdown.css';
import './planning.css';

/** 责任分解: every task of a list, the unclaimed ones first. */
export default function BreakdownScreen() {
  const words = useLabels(labels);
  const lists = useRead<readonly ListLine[]>('/planning/lists');
  const [query, setQuery] = useSearchParams();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const actions = (
    <>
      <Button onClick={() => navigate(`/${district}/breakdown/first-answer`)}>{words.firstAnswer}</Button>
      <Button onClick={() => window.print()}>{words.print}</Button>
    </>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      <Whole of={lists}>
        {(lines) => {
          const list = lines.find((it) => it.id === query.get('list')) ?? lines[0];
          if (list === undefined) return <NoList />;
          return (
            <>
              {lines.length > 1 && (
                <Select
                  className="full no-print"
                  aria-label={words.list}
                  value={list.id}
                  onChange={(id) => setQuery({ list: id })}
                  options={lines.map((it) => ({ value: it.id, label: `${it.year} · ${it.title}` }))}
                />
              )}
              <OfList key={list.id} programmeId={list.id} />
            </>
          );
        }}
      </Whole>
    </Page>
  );
}

function OfList({ programmeId }: { readonly programmeId: string }) {
  const breakdown = useRead<Breakdown>(`/planning/breakdown?programmeId=${programmeId}`);
  return <Whole of={breakdown}>{(it) => <Listed of={it} />}</Whole>;
}

type Which = 'all' | 'mine' | 'open';

function Listed({ of }: { readonly of: Breakdown }) {
  const words = useLabels(labels);
  const [wanted, setWanted] = useState('');
  const [which, setWhich] = useState<Which>('all');
  const open = of.tasks.filter((it) => it.claim.state === 'open').length;
  const declined = of.tasks.filter((it) => it.claim.state === 'declined').length;
  const found = of.tasks.filter((it) => isWhich(it, which, of) && says(it, of, wanted));
  const isFiltered = wanted.trim() !== '' || which !== 'all';
  const choices = [
    { value: 'all', label: words.all },
    ...(of.ownUnitId === null ? [] : [{ value: 'mine', label: words.mine }]),
    { value: 'open', label: `${words.open} ${open}` },
  ];
  return (
    <>
      <p className="notice">
        {open + declined === 0 && of.tasks.length > 0 ? words.allClaimed(of.tasks.length) : words.counts(of.tasks.length, open, declined)}
      </p>
      <div className="breakdown-tools no-print">
        <Input.Search aria-label={words.search} placeholder={words.search} allowClear onChange={({ target }) => setWanted(target.value)} />
        <Segmented aria-label={words.show} value={which} onChange={setWhich} options={choices as { value: Which; label: string }[]} />
      </div>
      {of.tasks.length === 0 && <EmptyState title={words.noTasks} text={words.noTasksText} />}
      {found.length === 0 && isFiltered && of.tasks.length > 0 && (
        <p className="soft">{which === 'mine' ? words.noOwn : words.noneFound}</p>
      )}
      {of.projects
        .map((project) => ({ project, tasks: found.filter((it) => it.projectId === project.id) }))
        .filter(({ project, tasks }) => tasks.length > 0 || (!isFiltered && project.mayEdit))
        .toSorted((a, b) => Number(hasOpen(b.tasks)) - Number(hasOpen(a.tasks)))
        .map(({ project, tasks }) => (
          <OfProject key={project.id} project={project} tasks={tasks} of={of} />
        ))}
      <BreakdownFiles programmeId={of.programme.id} mayFill={of.projects.some((it) => it.mayEdit) || of.tasks.some((it) => it.isOwn)} />
    </>
  );
}

function isWhich(task: ShownTask, which: Which, { ownUnitId }: Breakdown): boolean {
  if (which === 'open') return task.claim.state !== 'claimed';
  return which === 'all' || task.leadUnitId === ownUnitId || task.supportingUnitIds.includes(ownUnitId ?? '');
}

function says(task: ShownTask, of: Breakdown, wanted: string): boolean {
  const units = of.units.filter((it) => it.id === task.leadUnitId || task.supportingUnitIds.includes(it.id)).map((it) => it.name);
  const posts = of.posts.filter((it) => [task.postId, task.overseeingPostId, task.contactPostId].includes(it.id));
  const text = [task.name, task.content, ...units, ...posts.map((it) => `${it.title}${it.holder ?? ''}`)].join(' ');
  return text.includes(wanted.trim());
}

const hasOpen = (tasks: readonly ShownTask[]): boolean => tasks.some((it) => it.claim.state !== 'claimed');
const AT_FIRST = 12;

type OfProjectProps = { readonly project: BreakdownProject; readonly tasks: readonly ShownTask[]; readonly of: Breakdown };

function OfProject({ project, tasks, of }: OfProjectProps) {
  const words = useLabels(labels);
  const [isAdding, setAdding] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const [shown, setShown] = useState(AT_FIRST);
  const order = tasks.toSorted(
    (a, b) => Number(a.claim.state === 'claimed') - Number(b.claim.state === 'claimed') || a.position - b.position,
  );
  const leader = of.units.find((it) => it.id === project.leadUnitId)?.name;
  return (
    <section className="section breakdown-project">
      <h2>
        {project.no} {project.name}
        {leader && <small className="soft"> {leader}</small>}
      </h2>
      {tasks.length === 0 && <p className="soft">{words.noTasksHere}</p>}
      <ul className="task-list">
        {order.slice(0, shown).map((task) => (
          <TaskCard key={task.id} task={task} project={project} of={of} />
        ))}
      </ul>
      <p className="task-acts no-print">
        {order.length > shown && <Button onClick={() => setShown(shown + 40)}>{words.more(Math.min(40, order.length - shown))}</Button>}
        {project.mayEdit && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
        {tasks.length > 0 && <Button onClick={() => setLooking(!isLooking)}>{words.history}</Button>}
      </p>
      {isLooking && <TaskHistoryBox projectId={project.id} of={of} />}
      {isAdding && <TaskForm task={null} project={project} of={of} onClose={() => setAdding(false)} />}
    </section>
  );
}
