import { Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { number } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { NoList } from '#/ui/year-list.tsx';
import { chainFrom, type FirstAnswer, firstAnswer, type TemplateStep } from '../rules/template.ts';
import { noAnswer } from '../words/templates.ts';
import { ApplyTemplate } from './apply-template.tsx';
import type { Breakdown, ListLine } from './contract.ts';
import { labels } from './template-labels.ts';
import { LinkNote } from './template-links.tsx';
import type { TemplatesAnswer } from './templates-contract.ts';
import './planning.css';
import './templates.css';

/** 最迟哪天开工: the first answer of a promise, before any plan exists. */
export default function FirstAnswerScreen() {
  const words = useLabels(labels);
  const lists = useRead<readonly ListLine[]>('/planning/lists');
  const templates = useRead<TemplatesAnswer>('/planning/templates');
  const [query] = useSearchParams();
  const programmeId = lists.data?.find((it) => it.id === query.get('list'))?.id ?? lists.data?.[0]?.id ?? null;
  const breakdown = useRead<Breakdown>(programmeId === null ? null : `/planning/breakdown?programmeId=${programmeId}`);
  return (
    <Page title={words.answerTitle} lead={words.answerLead}>
      {lists.data?.length === 0 ? (
        <NoList />
      ) : (
        <Whole of={templates}>{(answer) => <Whole of={breakdown}>{(of) => <Asking of={of} answer={answer} />}</Whole>}</Whole>
      )}
    </Page>
  );
}

function Asking({ of, answer }: { readonly of: Breakdown; readonly answer: TemplatesAnswer }) {
  const words = useLabels(labels);
  const [query] = useSearchParams();
  const [projectId, setProject] = useState(of.projects.find((it) => it.id === query.get('project'))?.id ?? of.projects[0]?.id ?? '');
  const [key, setKey] = useState(answer.templates[0]!.key);
  const template = answer.templates.find((it) => it.key === key)!;
  const [first, setFirst] = useState(0);
  const [changed, setChanged] = useState<Readonly<Record<string, number>>>({});
  const due = dueOf(of, projectId);
  const [deadline, setDeadline] = useState(due);
  const chain = chainFrom(template.steps, first).map((it) => ({ ...it, days: changed[it.name] ?? it.days }));
  const project = of.projects.find((it) => it.id === projectId);
  const choose = { className: 'full', showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <>
      <div className="asking">
        <Field name={words.project}>
          <Select
            {...choose}
            value={projectId}
            onChange={(id) => {
              setProject(id);
              setDeadline(dueOf(of, id));
            }}
            options={of.projects.map((it) => ({ value: it.id, label: `${it.no} ${it.name}` }))}
          />
        </Field>
        <Field name={words.template}>
          <Select
            {...choose}
            value={key}
            onChange={(it) => {
              setKey(it);
              setFirst(0);
              setChanged({});
            }}
            options={answer.templates.map((it) => ({ value: it.key, label: it.title }))}
          />
        </Field>
        <Field name={words.from} hint={words.fromHint}>
          <Select
            {...choose}
            value={first}
            onChange={setFirst}
            options={template.steps.map((it, i) => ({ value: i, label: `${i + 1}. ${it.name}` }))}
          />
        </Field>
        <Field name={words.deadline}>
          <DayField value={deadline} onChange={(it) => it && setDeadline(it)} />
        </Field>
      </div>
      <Answered chain={chain} answer={answer} deadline={deadline} onDays={(name, days) => setChanged({ ...changed, [name]: days })} />
      {project && <ApplyTemplate key={projectId} project={project} of={of} chain={chain} title={template.title} />}
    </>
  );
}

/** The earliest day that a clause of the project names, else the last day of the list. */
function dueOf({ promises, programme }: Breakdown, projectId: string) {
  const days = promises.flatMap((it) => (it.projectId === projectId && it.dueOn !== null ? [it.dueOn] : []));
  return days.toSorted()[0] ?? programme.to;
}

type AnsweredProps = {
  readonly chain: readonly TemplateStep[];
  readonly answer: TemplatesAnswer;
  readonly deadline: Breakdown['today'];
  readonly onDays: (name: string, days: number) => void;
};

function Answered({ chain, answer, deadline, onDays }: AnsweredProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const calendars = Object.fromEntries(Object.entries(answer.calendars).map(([key, it]) => [key, it.spec]));
  const found = firstAnswer(chain, { deadline, today: answer.today, calendars });
  if (!found.ok) return <p className="notice bad">{noAnswer(found.refusal, locale)}</p>;
  return (
    <>
      <Said of={found.value} step={chain[0]!.name} />
      <Section title={words.step}>
        <table className="chain">
          <thead>
            <tr>
              <th>{words.step}</th>
              <th>{words.days}</th>
              <th className="only-wide">{words.calendar}</th>
              <th>{words.lateStart}</th>
              <th className="only-wide">{words.lateFinish}</th>
            </tr>
          </thead>
          <tbody>
            {chain.map((step, i) => (
              <tr key={step.name}>
                <th scope="row">
                  {step.name}
                  {step.legalMinimum && <small className="soft">{words.legal(step.legalMinimum.days, step.legalMinimum.source)}</small>}
                  <LinkNote steps={chain} at={i} after={step.after} />
                </th>
                <td>
                  <Input
                    aria-label={`${step.name} ${words.days}`}
                    value={String(step.days)}
                    inputMode="numeric"
                    onChange={({ target }) => onDays(step.name, Math.min(2000, Math.max(1, Number(target.value.replace(/\D/g, '')) || 1)))}
                  />
                  {step.legalMinimum && step.days < step.legalMinimum.days && (
                    <small className="fault">{words.belowLegal(step.legalMinimum.days)}</small>
                  )}
                </td>
                <td className="only-wide">{answer.calendars[step.calendar]?.title ?? step.calendar}</td>
                <td className="nowrap">{found.value.steps[i]!.lateStart ?? '—'}</td>
                <td className="only-wide nowrap">{found.value.steps[i]!.lateFinish ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}

function Said({ of, step }: { readonly of: FirstAnswer; readonly step: string }) {
  const words = useLabels(labels);
  const light = of.slack < 0 ? 'red' : of.slack <= 10 ? 'yellow' : 'green';
  const shape = { red: '■', yellow: '▲', green: '●' }[light];
  return (
    <div className={`first-answer ${light}`} role="status">
      <p className="big">{of.latestStart === null ? words.never : words.latest(step, of.latestStart)}</p>
      <p>
        {shape} {of.slack < 0 ? words.late(number(-of.slack)) : of.slack === 0 ? words.noSlack : words.slack(number(of.slack))}
      </p>
      <p className="soft">
        {words.earliest(of.earliestFinish)}
        {of.isProvisional && ` ${words.provisional}`}
      </p>
    </div>
  );
}
