import { App, Button } from 'antd';
import { type KeyboardEvent, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { dayNumber } from '#/kernel/civil-date.ts';
import { wordsOf } from '#/planning/words/refusals.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { type Drag, mayDrag, tried } from '../../rules/plan-drag.ts';
import { linksOf, type PlanFilter, type PlanRow, rowsOf } from '../../rules/plan-rows.ts';
import { isOwnBar, networkOf, type Plans } from '../../rules/plans.ts';
import { drawingWords } from '../../words/drawing.ts';
import { ConflictNote } from './conflict.tsx';
import { Filters } from './filters.tsx';
import { ganttLabels } from './labels.ts';
import { MovingPanel, PendingPanel } from './pending.tsx';
import { PlanList } from './plan-list.tsx';
import { Refused } from './refused.tsx';
import type { DragPhase } from './use-dragging.ts';
import { useCountedAhead, useFree, useMoving, useRange, useScheduled } from './use-plans.ts';
import { useSaving } from './use-saving.ts';
import type { Picture, Zoom } from './view.ts';
import { Viewport } from './viewport.tsx';
import './gantt.css';

/** 排期图: every planned project of the list, moved with the mouse or by keys; on a telephone it is read. */
export default function Gantt() {
  const words = useLabels(ganttLabels);
  const mayEdit = useMay('planning.edit-network');
  const isPhone = useIsPhone();
  const list = useYearList();
  const plans = useRead<Plans>(list.query && `/wall/plans?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page
      title={words.title}
      lead={isPhone ? words.leadPhone : mayEdit ? words.lead : words.leadReadOnly}
      wide
      actions={<ListChoice of={list} />}
    >
      {list.list === null ? <NoList /> : <Whole of={plans}>{(it) => <Chart plans={it} mayEdit={mayEdit} />}</Whole>}
    </Page>
  );
}

const PHONE = '(max-width: 700px)';

function useIsPhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(PHONE);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(PHONE).matches,
  );
}

type ChartProps = { readonly plans: Plans; readonly mayEdit: boolean };

function Chart({ plans, mayEdit }: ChartProps) {
  const words = useLabels(ganttLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const isCounted = useCountedAhead(plans);
  if (!isCounted) return <Loading />;
  if (plans.projects.some(({ network }) => network !== null)) return <PlannedChart plans={plans} mayEdit={mayEdit} />;
  return (
    <EmptyState title={words.notPlanned} text={words.notPlannedText}>
      <Button type="primary" onClick={() => navigate(`/${district}/schedule`)}>
        {words.toSchedule}
      </Button>
    </EmptyState>
  );
}

function PlannedChart({ plans, mayEdit }: ChartProps) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const isPhone = useIsPhone();
  const [query] = useSearchParams();
  const [filter, setFilter] = useState<PlanFilter>({ unit: null, light: null, project: query.get('project') });
  const [zoom, setZoom] = useState<Zoom>('week');
  const [selected, setSelected] = useState<string | null>(null);
  const saving = useSaving(plans);
  const scheduled = useScheduled(plans, saving.pending);
  const { moving, setMoving, tryDrag } = useMoving(plans, saving.pending);
  const [from, to] = useRange(plans, scheduled);
  const free = useFree(plans, from, to);
  const rows = useMemo(() => rowsOf(scheduled, filter), [scheduled, filter]);
  const links = useMemo(() => linksOf(rows, scheduled), [rows, scheduled]);
  const ghosts = useMemo(() => ghostsOf(moving), [moving]);
  const today = dayNumber(plans.asOf);
  const picture: Picture = useMemo(
    () => ({ rows, links, free, from, to, today, zoom, selected, ghosts }),
    [rows, links, free, from, to, today, zoom, selected, ghosts],
  );
  const drag = useDrags({ plans, rows, mayEdit, saving, tryDrag, setMoving });
  const movingName = rows.find(({ key }) => key === moving?.drag.activityId);
  const onKeyDown = (event: KeyboardEvent) => drag.onKey(event, selected, setSelected);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the names inside bubble up to here
    <div onKeyDown={onKeyDown}>
      <Filters plans={plans} filter={filter} onFilter={setFilter} zoom={zoom} onZoom={setZoom} saving={saving} />
      <Refused rows={rows} />
      {saving.conflict && <ConflictNote of={saving.conflict} />}
      {rows.length === 0 ? (
        <EmptyState title={words.nothing} text={words.nothingText} />
      ) : isPhone ? (
        <PlanList rows={rows} />
      ) : (
        <Viewport
          picture={picture}
          words={drawingWords[locale]}
          label={words.chart}
          mayDrag={drag.may}
          onDrag={drag.onDrag}
          onSelect={setSelected}
        />
      )}
      {moving && <MovingPanel moving={moving} name={movingName?.kind === 'activity' ? movingName.bar.name : ''} />}
      {!moving && saving.pending && <Unsaved plans={plans} saving={saving} />}
    </div>
  );
}

type Saving = ReturnType<typeof useSaving>;

function Unsaved({ plans, saving }: { readonly plans: Plans; readonly saving: Saving }) {
  const { projectId, edits } = saving.pending!;
  const project = plans.projects.find(({ id }) => id === projectId)!;
  const result = useMemo(() => tried(networkOf(plans, project)!, edits, plans.asOf), [plans, project, edits]);
  return (
    <PendingPanel
      project={project}
      count={edits.length}
      changed={edits.flatMap((it) => (it.do === 'change' ? [it.activityId] : []))}
      result={result}
      isSaving={saving.isSaving}
      onUndo={saving.undo}
      onDrop={saving.drop}
      onSave={saving.save}
    />
  );
}

function ghostsOf(moving: ReturnType<typeof useMoving>['moving']): Picture['ghosts'] {
  if (moving === null || !moving.result.ok) return new Map();
  return new Map(
    moving.result.moved.flatMap(({ activityId, after }) =>
      after === null ? [] : [[activityId, [dayNumber(after.earlyStart), dayNumber(after.earlyFinish)]] as const],
    ),
  );
}

type Drags = {
  readonly plans: Plans;
  readonly rows: readonly PlanRow[];
  readonly mayEdit: boolean;
  readonly saving: Saving;
} & Pick<ReturnType<typeof useMoving>, 'tryDrag' | 'setMoving'>;

function useDrags({ plans, rows, mayEdit, saving, tryDrag, setMoving }: Drags) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const rowOf = useCallback((key: string | null) => rows.find((it) => it.key === key), [rows]);
  const may = useCallback(
    ({ activityId, grip }: Omit<Drag, 'day'>) => {
      const row = rowOf(activityId);
      if (!mayEdit || row?.kind !== 'activity') return false;
      const network = networkOf(plans, row.project);
      return network !== null && isOwnBar(row.project, activityId) && mayDrag({ network, activityId, grip });
    },
    [rowOf, mayEdit, plans],
  );
  const onDrag = (drag: Drag, phase: DragPhase) => {
    const row = rowOf(drag.activityId);
    const found = row === undefined || phase === 'cancelled' ? null : tryDrag(row.project, drag);
    setMoving(phase === 'moving' ? found : null);
    if (phase !== 'dropped' || found === null) return;
    if (!found.result.ok) void message.warning(wordsOf(found.result.refusal, locale), 8);
    else if (!saving.add(row!.project.id, found.dragged.edit)) void message.warning(words.oneAtATime, 6);
  };
  /** ↑ ↓ go to the next activity, ← → move its start, with Alt its end; Ctrl+Z takes a step back. */
  const onKey = (event: KeyboardEvent, selected: string | null, select: (key: string) => void) => {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) return saving.undo();
    const row = rowOf(selected);
    const isName = (event.target as HTMLElement).closest('.gantt-name') !== null;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!isName || row?.kind !== 'activity') return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = neighbour(rows, row.key, event.key === 'ArrowDown' ? 1 : -1);
      select(next);
      document.querySelector<HTMLElement>(`[data-key="${next}"]`)?.focus();
    } else if (step !== undefined) {
      event.preventDefault();
      const grip = event.altKey ? 'end' : 'start';
      const days = step * (event.shiftKey ? 7 : 1);
      if (may({ activityId: row.key, grip }))
        onDrag({ activityId: row.key, grip, day: (grip === 'end' ? row.bar.early[1] : row.bar.early[0]) + days }, 'dropped');
    }
  };
  return { may, onDrag, onKey };
}

function neighbour(rows: readonly PlanRow[], key: string, by: 1 | -1): string {
  for (let i = rows.findIndex((it) => it.key === key) + by; i >= 0 && i < rows.length; i += by)
    if (rows[i]!.kind === 'activity') return rows[i]!.key;
  return key;
}
