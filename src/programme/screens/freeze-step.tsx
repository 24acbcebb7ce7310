import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { LightBadge, WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import { uiWords } from '#/ui/words.ts';
import type { Draft } from '../rules/draft.ts';
import { type DraftProblem, type DraftProblemCode, mayFreeze } from '../rules/draft-check.ts';
import { labels } from './labels.ts';
import { wordsOfProblem } from './problem-words.ts';
import { nameOfPromise, targetOf } from './promise-sentence.ts';
import type { StepProps } from './step.ts';

type FreezeProps = StepProps & {
  readonly problems: readonly DraftProblem[];
  readonly settle: () => Promise<number>;
  readonly onGo: (step: number, projectId?: string | null) => void;
  readonly onFrozen: (draft: Draft) => void;
};

/** Step 6: the board as it will stand, what is left to settle, and the freezing with its ground. */
export function FreezeStep({ programmeId, draft, problems, settle, onGo, onFrozen }: FreezeProps) {
  const words = useLabels(labels);
  const common = useLabels(uiWords);
  const may = useMay('programme.freeze');
  const freeze = useCommand<{ readonly programmeId: string; readonly reason: string }, unknown>('programme.freeze', { keepReads: true });
  const [isAsking, setAsking] = useState(false);
  const promiseCount = draft.projects.reduce((sum, { promises }) => sum + promises.length, 0);
  const confirm = async (reason: string) => {
    const version = await settle();
    await freeze.mutateAsync({ input: { programmeId, reason }, base: { [programmeId]: version } });
    setAsking(false);
    onFrozen(draft);
  };
  const why = may ? (mayFreeze(problems) ? null : words.problems) : common.notAllowed;
  return (
    <div>
      <p className="soft">{words.freezeLead}</p>
      <Problems title={words.problems} problems={problems.filter(({ blocks }) => blocks)} onGo={onGo} />
      {mayFreeze(problems) && <p className="notice">{words.allClear}</p>}
      <p>
        <WhyButton type="primary" size="large" why={why} onClick={() => setAsking(true)}>
          {words.freeze}
        </WhyButton>
      </p>
      <Section title={words.preview}>
        <p className="soft">{words.previewNote}</p>
        <Preview draft={draft} />
      </Section>
      <Problems title={words.openPoints} problems={problems.filter(({ blocks }) => !blocks)} onGo={onGo} folded />
      <ReasonDialog
        open={isAsking}
        title={words.freezeTitle}
        act={words.freeze}
        hint={words.freezeReason}
        least={4}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <p>{words.freezeText(draft.projects.length, promiseCount)}</p>
      </ReasonDialog>
    </div>
  );
}

/** Where in the wizard a problem is settled. */
const STEP_OF: Partial<Record<DraftProblemCode, number>> = {
  'counting-open': 2,
  'quarters-fall': 2,
  'quarter-beyond-target': 2,
  'lead-unit-open': 3,
  'as-of-missing': 4,
  'as-of-in-future': 4,
  'progress-unit-differs': 4,
  'progress-unconfirmed': 4,
};

function Problems({
  title,
  problems,
  onGo,
  folded,
}: {
  readonly title: string;
  readonly problems: readonly DraftProblem[];
  readonly onGo: FreezeProps['onGo'];
  readonly folded?: boolean;
}) {
  const words = useLabels(labels);
  const locale = useLocale();
  if (problems.length === 0) return null;
  const lines = (
    <ul className="problems">
      {problems.map((problem) => (
        <li key={`${problem.code}${problem.projectId}${problem.promiseId}`}>
          {wordsOfProblem(problem, locale)}
          <Button size="small" type="link" onClick={() => onGo(STEP_OF[problem.code] ?? 1, problem.projectId)}>
            {words.goThere}
          </Button>
        </li>
      ))}
    </ul>
  );
  if (!folded) return <Section title={`${title}（${problems.length}）`}>{lines}</Section>;
  return (
    <details className="list-info">
      <summary>
        {title}（{problems.length}）
      </summary>
      {lines}
    </details>
  );
}

function Preview({ draft }: { readonly draft: Draft }) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <div className="preview">
      {draft.projects.map((project) => (
        <article key={project.id}>
          <span className="no">{project.no}</span>
          <div>
            <h3>{project.name}</h3>
            <p className="soft">{project.leadUnit ? `${words.leadUnit}：${project.leadUnit.name}` : words.unitOpen}</p>
            {project.promises.map((promise) => (
              <p className="promise" key={promise.id}>
                <span>{nameOfPromise(promise)}</span>
                <span className="much">{targetOf(promise, locale)}</span>
                <LightBadge light="grey" />
              </p>
            ))}
            {project.promises.length === 0 && (
              <p className="promise">
                <span className="soft">{words.noTarget}</span>
                <span />
                <LightBadge light="grey" />
              </p>
            )}
          </div>
        </article>
      ))}
    </div>
  );
}
