import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { LightBadge } from '#/ui/parts.tsx';
import type { UnitWeek } from '../rules/check.ts';
import { Because } from './check-form.tsx';
import { checkLabels } from './check-labels.ts';
import type { WeekAnswer } from './contract.ts';

const ORDER = { silent: 0, late: 1, waiting: 2, 'on-time': 3 } as const;

/** 各单位: who was silent or late stands first, in one sentence and in a table; then what the others said. */
export function WeekOverview({ of }: { readonly of: WeekAnswer }) {
  const words = useLabels(checkLabels);
  const { week, units, unitNames } = of;
  const rows = units.toSorted((a, b) => ORDER[a.answer] - ORDER[b.answer]);
  const name = ({ unitId }: UnitWeek) => unitNames[unitId] ?? unitId;
  return (
    <>
      <Facts of={of} />
      {of.unled.length > 0 && (
        <p className="notice">
          {words.unled(of.unled.length)}
          {of.unled.map(({ no, name }) => `${no} ${name}`).join('、')}
        </p>
      )}
      {rows.length > 0 && (
        <Section title={words.units}>
          <DataTable
            rows={rows}
            keyOf={({ unitId }) => unitId}
            fileName={words.fileName(week.year, week.week)}
            columns={[
              { title: words.unit, text: name },
              { title: words.projects, text: ({ projects }) => projects, align: 'right' },
              {
                title: words.answer,
                text: ({ answer }) => words.answers[answer],
                show: ({ answer }) => <span className={`answer ${answer}`}>{words.answers[answer]}</span>,
              },
              { title: words.day, text: ({ filedOn }) => filedOn },
            ]}
          />
        </Section>
      )}
      <Said of={of} />
    </>
  );
}

function Facts({ of: { week, units, unitNames } }: { readonly of: WeekAnswer }) {
  const words = useLabels(checkLabels);
  const silent = units.filter(({ answer }) => answer === 'silent');
  const waiting = units.filter(({ answer }) => answer === 'waiting');
  if (units.length === 0) return <p className="notice">{words.nobodyAsked(week.week)}</p>;
  if (silent.length > 0)
    return (
      <p className="notice warn">
        <b>{words.silent(week.week, silent.length)}</b>：{silent.map(({ unitId }) => unitNames[unitId]).join('、')}
      </p>
    );
  return <p className="notice">{waiting.length > 0 ? words.waiting(waiting.length) : words.nobodySilent(week.week, units.length)}</p>;
}

function Said({ of: { checks, asked, unitNames } }: { readonly of: WeekAnswer }) {
  const words = useLabels(checkLabels);
  if (checks.length === 0) return null;
  return (
    <Section title={words.said}>
      {checks.map((check) => (
        <article key={check.unitId} className="check-said">
          <h3>{unitNames[check.unitId]}</h3>
          {check.isUnchanged && <p>{words.unchangedAll}</p>}
          {check.lines
            .filter(({ isUnchanged }) => !isUnchanged)
            .map((line) => {
              const project = asked.find(({ projectId }) => projectId === line.projectId);
              return (
                <div key={line.projectId}>
                  {project && (
                    <h4>
                      {project.no} {project.name} <LightBadge light={project.light} />
                    </h4>
                  )}
                  {project && <Because of={project.because} />}
                  <dl className="said-lines">
                    {(['done', 'next', 'problem', 'needs'] as const)
                      .filter((name) => line[name] !== '')
                      .map((name) => (
                        <div key={name}>
                          <dt>{words[name]}</dt>
                          <dd>{line[name]}</dd>
                        </div>
                      ))}
                  </dl>
                </div>
              );
            })}
        </article>
      ))}
    </Section>
  );
}
