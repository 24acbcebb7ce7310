import { Button, Checkbox, InputNumber } from 'antd';
import { daysBetween, endOfMonth } from '#/kernel/civil-date.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { type Draft, type DraftPromise, EMPTY_RULE } from '../rules/draft.ts';
import { isCountingOpen } from '../rules/draft-check.ts';
import { changeProject, changePromise } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import { nameOfPromise, targetOf } from './promise-sentence.ts';
import type { StepProps } from './step.ts';
import { suggestRule } from './suggestions.ts';

const QUARTERS = [0, 1, 2, 3] as const;
const LEVELS = ['province', 'city', 'district', 'township'] as const;

/** Step 3: what counts as one, when, proven by what; quarter targets; levels. All of it may wait. */
export function CountingStep({ draft, change }: StepProps) {
  const words = useLabels(labels);
  const open = draft.projects.flatMap(({ promises }) => promises).filter(isCountingOpen).length;
  const fillAll = () =>
    change((before) =>
      draft.projects.flatMap(({ promises }) => promises).reduce((it, promise) => changePromise(it, promise.id, filled(promise)), before),
    );
  return (
    <div>
      <p className="soft">{words.countingLead}</p>
      <p className="counted" role="status">
        <b>{words.openRules(open)}</b>
        {open > 0 && (
          <Button size="small" onClick={fillAll}>
            {words.useAllSuggestions}
          </Button>
        )}
      </p>
      {draft.projects.map((project) => (
        <article className="project-block" key={project.id}>
          <header>
            <span className="no">{project.no}</span>
            <h2>{project.name}</h2>
            <Checkbox.Group
              aria-label={words.levels}
              value={[...project.levels]}
              options={LEVELS.map((value) => ({ value, label: words.levelNames[value] }))}
              onChange={(levels) =>
                change((before) =>
                  changeProject(before, project.id, (it) => ({ ...it, levels: LEVELS.filter((level) => levels.includes(level)) })),
                )
              }
            />
          </header>
          {project.promises.length === 0 && (
            <p className="soft">{project.withoutNumber === 'later' ? words.decidedLater : words.noTarget}</p>
          )}
          {project.promises.map((promise) => (
            <RuleForm
              key={promise.id}
              draft={draft}
              promise={promise}
              onChange={(part) => change((before) => changePromise(before, promise.id, part))}
            />
          ))}
        </article>
      ))}
    </div>
  );
}

type RuleFormProps = { readonly draft: Draft; readonly promise: DraftPromise; readonly onChange: (change: Partial<DraftPromise>) => void };

function RuleForm({ draft, promise, onChange }: RuleFormProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const rule = promise.countingRule ?? EMPTY_RULE;
  const suggestion = suggestRule(promise);
  const box = (part: 'counts' | 'when' | 'proof') => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="box grow">
      <span>{words[part]}</span>
      <GrowText
        value={rule[part]}
        placeholder={suggestion[part]}
        onText={(text) => onChange({ countingRule: { ...rule, [part]: text } })}
      />
    </label>
  );
  return (
    <section className="rule-form">
      <p className="of">
        <span className="what">{nameOfPromise(promise)}</span> <span className="much">{targetOf(promise, locale)}</span>
        {isCountingOpen(promise) && (
          <>
            <Button size="small" onClick={() => onChange(filled(promise))}>
              {words.useSuggestion}
            </Button>
            <span className="soft">{words.leaveLater}</span>
          </>
        )}
      </p>
      <div className="answers">
        {box('counts')}
        {box('when')}
        {box('proof')}
      </div>
      {promise.target !== null && promise.measure !== 'ratio' && <Quarters draft={draft} promise={promise} onChange={onChange} />}
    </section>
  );
}

function Quarters({ draft, promise, onChange }: RuleFormProps) {
  const words = useLabels(labels);
  const set = (index: number, value: number | null) =>
    onChange({ quarterTargets: promise.quarterTargets.map((old, at) => (at === index ? value : old)) });
  return (
    <div className="quarters">
      <span className="soft">{words.quarters}</span>
      {QUARTERS.map((index) => (
        <InputNumber
          key={index}
          size="small"
          min={0}
          aria-label={words.quarter(index + 1)}
          placeholder={words.quarter(index + 1)}
          value={promise.quarterTargets[index] ?? null}
          onChange={(next) => set(index, next)}
        />
      ))}
      <Button size="small" type="text" onClick={() => onChange({ quarterTargets: evenQuarters(draft, promise.target ?? 0) })}>
        {words.evenQuarters}
      </Button>
    </div>
  );
}

/** The straight line at each quarter's end, rounded up to whole ones, as it may be asked for in a plan. */
function evenQuarters(draft: Draft, target: number): number[] {
  const whole = daysBetween(draft.from, draft.to) + 1;
  return [3, 6, 9, 12].map((month) => {
    const passed = daysBetween(draft.from, endOfMonth(draft.year, month)) + 1;
    return Math.ceil((target * Math.min(whole, Math.max(0, passed))) / whole);
  });
}

function filled(promise: DraftPromise): Partial<DraftPromise> {
  const rule = promise.countingRule ?? EMPTY_RULE;
  const suggestion = suggestRule(promise);
  return {
    countingRule: {
      ...rule,
      counts: rule.counts || suggestion.counts,
      when: rule.when || suggestion.when,
      proof: rule.proof || suggestion.proof,
    },
  };
}
