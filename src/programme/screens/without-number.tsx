import { Button } from 'antd';
import { newId } from '#/kernel/id.ts';
import { useLabels } from '#/ui/locale.tsx';
import { type DraftProject, nameOf } from '../rules/draft.ts';
import { addPromise, changeProject, evenSteps } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import './promise-card.css';
import type { StepProps } from './step.ts';

type WithoutNumberProps = {
  readonly project: DraftProject;
  readonly change: StepProps['change'];
  readonly onOpen: (promiseId: string) => void;
};

/** A row that prints no number: steps, a number, or an open decision that stays visible. */
export function WithoutNumber({ project, change, onOpen }: WithoutNumberProps) {
  const words = useLabels(labels);
  const decide = (withoutNumber: DraftProject['withoutNumber']) =>
    change((draft) => changeProject(draft, project.id, (it) => ({ ...it, withoutNumber })));
  const add = (measure: 'milestone-set' | 'cumulative') => {
    const id = newId();
    const steps = measure === 'milestone-set' ? evenSteps(words.templates.building.steps) : [];
    change((draft) => addPromise(draft, project.id, { id, measure, object: nameOf(project.name || project.text), steps }));
    onOpen(id);
  };
  if (project.withoutNumber === 'later')
    return (
      <p className="decided-later">
        {words.decidedLater}
        <Button size="small" type="text" onClick={() => decide('undecided')}>
          {words.change}
        </Button>
      </p>
    );
  return (
    <div className="without-number">
      <p>{words.noNumber}</p>
      <Choice name={words.bySteps} hint={words.byStepsHint} onChoose={() => add('milestone-set')} />
      <Choice name={words.byNumber} hint={words.byNumberHint} onChoose={() => add('cumulative')} />
      <Choice name={words.later} hint={words.laterHint} onChoose={() => decide('later')} />
    </div>
  );
}

function Choice({ name, hint, onChoose }: { readonly name: string; readonly hint: string; readonly onChoose: () => void }) {
  return (
    <button type="button" className="choice" onClick={onChoose}>
      <b>{name}</b>
      <span>{hint}</span>
    </button>
  );
}
