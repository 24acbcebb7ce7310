import { AutoComplete, Select } from 'antd';
import { useLabels } from '#/ui/locale.tsx';
import { type DraftUnit, type KnownUnit, matchUnit } from '../rules/draft.ts';
import { changeProject } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import type { StepProps } from './step.ts';

/** Step 4: who leads, who supports, in order. A name that no unit bears becomes a new unit when the list is frozen. */
export function UnitsStep({ draft, change, units }: StepProps) {
  const words = useLabels(labels);
  const names = namesOf(
    units,
    draft.projects.flatMap(({ leadUnit, supportingUnits }) => [...(leadUnit ? [leadUnit] : []), ...supportingUnits]),
  );
  const options = names.map((value) => ({ value, label: value }));
  return (
    <div>
      <p className="soft">{words.unitsLead}</p>
      {draft.projects.map((project) => (
        <article className="project-block unit-row" key={project.id}>
          <header>
            <span className="no">{project.no}</span>
            <h2>{project.name}</h2>
          </header>
          <div className="unit-fields">
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
            <label className="box grow">
              <span>{words.leadUnit}</span>
              <AutoComplete
                value={project.leadUnit?.name ?? ''}
                options={options}
                showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
                placeholder={words.unitOpen}
                onChange={(name: string) =>
                  change((before) =>
                    changeProject(before, project.id, (it) => ({ ...it, leadUnit: name.trim() ? matchUnit(name, units) : null })),
                  )
                }
              />
              <NewUnit unit={project.leadUnit} />
            </label>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
            <label className="box grow">
              <span>{words.supportingUnits}</span>
              <Select
                mode="tags"
                value={project.supportingUnits.map(({ name }) => name)}
                options={options}
                placeholder={words.unitHint}
                tokenSeparators={['、', '，', ',', '；', ';']}
                onChange={(chosen: string[]) =>
                  change((before) =>
                    changeProject(before, project.id, (it) => ({ ...it, supportingUnits: chosen.map((name) => matchUnit(name, units)) })),
                  )
                }
              />
              {project.supportingUnits.filter(({ unitId }) => unitId === null).length > 0 && (
                <small className="soft">
                  {project.supportingUnits
                    .filter(({ unitId }) => unitId === null)
                    .map(({ name }) => name)
                    .join('、')}
                  ：{words.unitNew}
                </small>
              )}
            </label>
          </div>
        </article>
      ))}
    </div>
  );
}

function NewUnit({ unit }: { readonly unit: DraftUnit | null }) {
  const words = useLabels(labels);
  return unit && unit.unitId === null ? <small className="soft">{words.unitNew}</small> : null;
}

function namesOf(units: readonly KnownUnit[], used: readonly DraftUnit[]): string[] {
  return [...new Set([...units.map(({ name }) => name), ...used.map(({ name }) => name)])];
}
