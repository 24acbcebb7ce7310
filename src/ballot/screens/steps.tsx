import { Button } from 'antd';
import { useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import { SPOKEN_STEPS, type Step, stepsOf } from '../rules/proceedings.ts';
import type { RoundView } from '../rules/views.ts';
import { stepWords } from '../words/labels.ts';
import { labels } from './labels.ts';
import { useAct } from './room.tsx';

/** 议程: what was done, what is next; a step is skipped only with a reason. */
export function Steps({ of: { round, steps } }: { readonly of: RoundView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const may = useMay('ballot.proceed');
  const { run, send, busy } = useAct('ballot.take-step');
  const [skipping, setSkipping] = useState<Step | null>(null);
  const taken = new Map(steps.map((it) => [it.step, it]));
  const next = stepsOf(round).find((it) => !taken.has(it));
  return (
    <>
      <ol className="step-list" aria-label={words.steps}>
        {stepsOf(round).map((step) => {
          const done = taken.get(step);
          const isSpoken = (SPOKEN_STEPS as readonly Step[]).includes(step);
          return (
            <li key={step}>
              <span className="mark" aria-hidden="true">
                {done ? (done.skippedReason === null ? '◆' : '▲') : '○'}
              </span>
              <span className="said">
                {stepWords[locale][step]}{' '}
                {done && (
                  <span className="soft">
                    {done.skippedReason === null ? `${words.done} · ${words.by(done.recordedBy)}` : words.skipped(done.skippedReason)}
                  </span>
                )}
              </span>
              {step === next && isSpoken && may && (
                <>
                  <Button size="small" type="primary" loading={busy} onClick={() => run({ roundId: round.id, step })}>
                    {words.takeStep}
                  </Button>
                  <Button size="small" onClick={() => setSkipping(step)}>
                    {words.skip}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ol>
      {skipping !== null && (
        <ReasonDialog
          open
          title={words.skipTitle(stepWords[locale][skipping])}
          act={words.skip}
          hint={words.skipHint}
          onCancel={() => setSkipping(null)}
          onConfirm={(skippedReason) => send({ roundId: round.id, step: skipping, skippedReason }).then(() => setSkipping(null))}
        />
      )}
    </>
  );
}
