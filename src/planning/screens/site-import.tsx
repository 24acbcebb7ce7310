import { Select } from 'antd';
import { useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { COORDINATE_SYSTEMS, type CoordinateSystem } from '../rules/geometry.ts';
import { planningLabels } from '../words/labels.ts';
import type { ShownProject } from './contract.ts';
import { ImportBox } from './import-box.tsx';
import { labels } from './labels.ts';

/** Sites by table or GeoJSON: of which list, and from which map the numbers are, is said before. */
export function SiteImport({ projects }: { readonly projects: readonly ShownProject[] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const lists = [...new Map(projects.map((it) => [it.programmeId, it])).values()];
  const [programmeId, setProgramme] = useState(lists[0]?.programmeId ?? '');
  const [capturedIn, setSystem] = useState<CoordinateSystem | null>(null);
  const around = capturedIn === null ? null : { programmeId, capturedIn };
  return (
    <Section title={words.import}>
      <p className="soft">{words.shapes}</p>
      <ImportBox of="sites" checkPath="/planning/site-import/check" command="planning.import-sites" around={around}>
        {lists.length > 1 && (
          <Field name={words.project}>
            <Select
              className="full"
              value={programmeId}
              onChange={setProgramme}
              options={lists.map((it) => ({ value: it.programmeId, label: `${it.year} · ${it.name} …` }))}
            />
          </Field>
        )}
        <Field name={words.system}>
          <Select
            className="full"
            value={capturedIn}
            placeholder={words.chooseSystem}
            onChange={setSystem}
            options={COORDINATE_SYSTEMS.map((value) => ({ value, label: planningLabels[locale].systems[value] }))}
          />
        </Field>
      </ImportBox>
    </Section>
  );
}
