import { App } from 'antd';
import { type FormEvent, useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { AnswerProps } from '#/ui/answers.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field, SecrecyBand, WhyButton } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { PlanningDuty } from '../rules/duties.ts';
import { answerLabels } from './answer-labels.ts';

type FinishFacts = Extract<PlanningDuty, { readonly kind: 'planning.finish' }>['facts'];

/** 报完成: the day and a photo; where the beginning was never noted, its day too. */
export default function AnswerFinish({ onAnswered, ...props }: AnswerProps) {
  const facts = props.facts as FinishFacts;
  const words = useLabels(answerLabels);
  const { today } = useWorkplace();
  const [begun, setBegun] = useState<CivilDate | null>(facts.startedOn);
  const [done, setDone] = useState<CivilDate | null>(today);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const { send, busy, fault } = useFinishing(facts, onAnswered);
  const why = begun === null || done === null ? words.dayMissing : facts.isMilestone && files.length === 0 ? words.photoNeeded : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why === null) send(begun!, done!, files);
  };
  return (
    <form onSubmit={submit}>
      <div className="two">
        {facts.startedOn === null && (
          <Field name={words.startedOn}>
            <DayField value={begun} max={today} onChange={setBegun} label={words.startedOn} />
          </Field>
        )}
        <Field name={words.finishedOn}>
          <DayField value={done} max={today} onChange={setDone} label={words.finishedOn} />
        </Field>
      </div>
      <div className="field">
        <span className="name">{words.photos}</span>
        <SecrecyBand inline />
        <Photos value={files} onChange={setFiles} />
      </div>
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <WhyButton type="primary" htmlType="submit" size="large" block loading={busy} why={why}>
        {words.finish}
      </WhyButton>
      {why && <small className="soft">{why}</small>}
    </form>
  );
}

function useFinishing({ activityId, startedOn }: FinishFacts, onAnswered: () => void) {
  const words = useLabels(answerLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const start = useCommand<unknown, unknown>('planning.start-activity', { keepReads: true });
  const finish = useCommand<unknown, unknown>('planning.finish-activity');
  const [isBegun, setBegun] = useState(startedOn !== null);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (begun: CivilDate, done: CivilDate, files: readonly StoredFile[]) => {
    setFault(null);
    try {
      if (!isBegun) await start.mutateAsync({ input: { activityId, on: begun } });
      setBegun(true);
      await finish.mutateAsync({ input: { activityId, on: done, evidence: files.map(({ digest }) => digest) } });
      message.success(words.finished);
      onAnswered();
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
  };
  return { send, busy: start.isPending || finish.isPending, fault };
}
