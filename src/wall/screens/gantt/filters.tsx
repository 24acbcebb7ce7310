import { Button, Segmented, Select } from 'antd';
import type { Light } from '#/delivery/rules/standing.ts';
import { useLabels } from '#/ui/locale.tsx';
import { uiWords } from '#/ui/words.ts';
import type { PlanFilter } from '../../rules/plan-rows.ts';
import type { Plans } from '../../rules/plans.ts';
import { ganttLabels } from './labels.ts';
import type { useSaving } from './use-saving.ts';
import { ZOOMS, type Zoom } from './view.ts';

type FilterProps = {
  readonly plans: Plans;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly saving: ReturnType<typeof useSaving>;
};

/** By unit, light and project, and how wide a day is. */
export function Filters({ plans: { projects }, filter, onFilter, zoom, onZoom, saving }: FilterProps) {
  const words = useLabels(ganttLabels);
  const common = useLabels(uiWords);
  const units = [...new Set(projects.flatMap(({ leadUnit }) => (leadUnit === null ? [] : [leadUnit])))];
  const lights = [...new Set(projects.map(({ light }) => light))];
  const choices = [
    { key: 'project', name: words.project, options: projects.map(({ id, no, name }) => ({ value: id, label: `${no} ${name}` })) },
    { key: 'unit', name: words.unit, options: units.map((it) => ({ value: it, label: it })) },
    { key: 'light', name: words.light, options: lights.map((it: Light) => ({ value: it, label: common.lights[it] })) },
  ] as const;
  return (
    <div className="gantt-filters no-print">
      {choices.map(({ key, name, options }) => (
        <Select
          key={key}
          aria-label={name}
          value={filter[key] ?? ''}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: `${name}：${words.everything}` }, ...(options as readonly { value: string; label: string }[])]}
          onChange={(value: string) => onFilter({ ...filter, [key]: value === '' ? null : value })}
        />
      ))}
      <span className="gantt-zoom">
        <Segmented
          aria-label={words.zoom}
          value={zoom}
          onChange={(it) => onZoom(it as Zoom)}
          options={(Object.keys(ZOOMS) as Zoom[]).map((it) => ({ value: it, label: words.zooms[it] }))}
        />
      </span>
      {saving.takeBack && <Button onClick={saving.takeBack}>{words.takeBack}</Button>}
    </div>
  );
}
