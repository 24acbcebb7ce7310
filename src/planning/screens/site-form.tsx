import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { type Area, fullName } from '../rules/area.ts';
import { COORDINATE_SYSTEMS, type CoordinateSystem } from '../rules/geometry.ts';
import { isWater, SITE_KINDS, SITE_STAGES, type SiteKind, type SiteStage } from '../rules/site.ts';
import { planningLabels } from '../words/labels.ts';
import type { ShownProject, ShownSite } from './contract.ts';
import { labels } from './labels.ts';

type SiteFormProps = {
  readonly site: ShownSite | null;
  readonly projects: readonly ShownProject[];
  readonly areas: readonly Area[];
  readonly onClose: () => void;
};

type Typed = {
  readonly projectId: string;
  readonly promiseId: string | null;
  readonly name: string;
  readonly areaId: string | null;
  readonly kind: SiteKind;
  readonly stage: SiteStage;
  readonly isPublic: boolean;
  readonly lon: string;
  readonly lat: string;
  readonly capturedIn: CoordinateSystem;
};

function typedFrom(site: ShownSite | null, projectId: string): Typed {
  const point = site?.geometry?.type === 'Point' ? site.geometry.coordinates : null;
  const place = { lon: point === null ? '' : String(point[0]), lat: point === null ? '' : String(point[1]), capturedIn: 'wgs84' } as const;
  if (site === null)
    return { projectId, promiseId: null, name: '', areaId: null, kind: 'other', stage: 'not-begun', isPublic: true, ...place };
  const { promiseId, name, areaId, kind, stage, isPublic } = site;
  return { projectId: site.projectId, promiseId, name, areaId, kind, stage, isPublic, ...place };
}

/** What is sent of the place: nothing where it stays as it is. */
function placeOf({ lon, lat, capturedIn }: Typed, site: ShownSite | null, isFixed: boolean): object {
  const before = typedFrom(site, '');
  if (isFixed && lon === '' && lat === '') return {};
  if (site !== null && lon === before.lon && lat === before.lat) return {};
  if (lon === '' && lat === '') return { geometry: null };
  return { geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] }, capturedIn };
}

export function SiteForm({ site, projects, areas, onClose }: SiteFormProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = planningLabels[locale];
  const save = useCommand<unknown, unknown>(site === null ? 'planning.record-site' : 'planning.change-site');
  const [typed, setTyped] = useState(() => typedFrom(site, projects[0]?.id ?? ''));
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const isShape = site?.geometry !== null && site !== null && site.geometry.type !== 'Point';
  const isHidden = site?.isSealed === true && site.geometry === null;
  const send = () => {
    const { lon: _, lat: __, capturedIn: ___, ...rest } = typed;
    const input = { ...(site !== null && { siteId: site.id }), ...rest, ...placeOf(typed, site, isShape || isHidden) };
    return save.mutateAsync({ input, ...(site !== null && { base: { [`site:${site.id}`]: site.version } }) });
  };
  const project = projects.find((it) => it.id === typed.projectId);
  const choose = { showSearch: { optionFilterProp: 'label' }, className: 'full' } as const;
  return (
    <FormDialog act={words.save} title={site === null ? words.add : words.edit} onClose={onClose} onSend={send}>
      <Field name={words.project}>
        <Select
          {...choose}
          value={typed.projectId}
          onChange={(projectId) => set({ projectId, promiseId: null })}
          options={projects.map((it) => ({ value: it.id, label: `${it.year} · ${it.no} ${it.name}` }))}
        />
      </Field>
      <Field name={words.promise}>
        <Select
          {...choose}
          allowClear
          value={typed.promiseId}
          onChange={(it) => set({ promiseId: it ?? null })}
          options={(project?.promises ?? []).map((it) => ({ value: it.id, label: it.label }))}
        />
      </Field>
      <Field name={words.name}>
        <Input value={typed.name} onChange={({ target }) => set({ name: target.value })} minLength={2} maxLength={60} required />
      </Field>
      <Field name={words.area}>
        <Select
          {...choose}
          allowClear
          value={typed.areaId}
          onChange={(it) => set({ areaId: it ?? null })}
          options={areas.map((it) => ({ value: it.id, label: fullName(areas, it.id) }))}
        />
      </Field>
      <Field name={words.kind} hint={isWater(typed.kind) ? words.sealed : undefined}>
        <Select
          {...choose}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          options={SITE_KINDS.map((value) => ({ value, label: common.siteKinds[value] }))}
        />
      </Field>
      <Field name={words.stage}>
        <Select
          className="full"
          value={typed.stage}
          onChange={(stage) => set({ stage })}
          options={SITE_STAGES.map((value) => ({ value, label: common.stages[value] }))}
        />
      </Field>
      <PlaceFields typed={typed} set={set} said={isHidden ? words.keepsSealed : isShape ? words.keepsShape : words.placeHint} />
      <Checkbox checked={typed.isPublic} onChange={({ target }) => set({ isPublic: target.checked })}>
        {words.isPublic}
      </Checkbox>
    </FormDialog>
  );
}

type PlaceProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void; readonly said: string };

function PlaceFields({ typed, set, said }: PlaceProps) {
  const words = useLabels(labels);
  const common = planningLabels[useLocale()];
  return (
    <>
      <div className="two-fields">
        <Field name={words.lon}>
          <Input
            value={typed.lon}
            onChange={({ target }) => set({ lon: target.value.trim() })}
            inputMode="decimal"
            pattern="\d{1,3}(\.\d+)?"
            required={typed.lat !== ''}
          />
        </Field>
        <Field name={words.lat}>
          <Input
            value={typed.lat}
            onChange={({ target }) => set({ lat: target.value.trim() })}
            inputMode="decimal"
            pattern="\d{1,3}(\.\d+)?"
            required={typed.lon !== ''}
          />
        </Field>
      </div>
      <p className="soft">{said}</p>
      <Field name={words.system} hint={words.chooseSystem}>
        <Select
          className="full"
          value={typed.capturedIn}
          onChange={(capturedIn) => set({ capturedIn })}
          options={COORDINATE_SYSTEMS.map((value) => ({ value, label: common.systems[value] }))}
        />
      </Field>
    </>
  );
}
