import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { DraftProgress, DraftProject, DraftStage, DraftValue } from '../rules/draft.ts';
import { changeProgress } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import { nameOfPromise, targetOf } from './promise-sentence.ts';
import type { StepProps } from './step.ts';

type ProgressProps = StepProps & { readonly settle: () => Promise<number>; readonly onReadAnew: () => void };

/** Step 5: the progress column becomes proposed reports: as-of date asked, each figure matched to a promise, each row confirmed. */
export function ProgressStep({ programmeId, draft, change, settle, onReadAnew }: ProgressProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const reported = draft.projects.filter(({ progress }) => progress !== null);
  const isAll = reported.every(({ progress }) => progress?.confirmed);
  const confirmAll = () =>
    change((before) => ({
      ...before,
      projects: before.projects.map((project) =>
        project.progress ? { ...project, progress: { ...project.progress, confirmed: true } } : project,
      ),
    }));
  return (
    <div>
      <p className="soft">{words.progressLead}</p>
      <Field name={words.asOf} hint={words.asOfHint}>
        <DayField value={draft.progressAsOf} max={today} onChange={(progressAsOf) => change((before) => ({ ...before, progressAsOf }))} />
      </Field>
      <DropProgress programmeId={programmeId} asOf={draft.progressAsOf} settle={settle} onReadAnew={onReadAnew} />
      {reported.length === 0 && <EmptyState title={words.noProgress} text={words.noProgressText} />}
      {reported.map((project) => (
        <ProgressBlock key={project.id} project={project} onChange={(how) => change((before) => changeProgress(before, project.id, how))} />
      ))}
      {reported.length > 0 && (
        <Button disabled={isAll} onClick={confirmAll}>
          {words.confirmAll}
        </Button>
      )}
    </div>
  );
}

type DropProgressProps = Pick<ProgressProps, 'programmeId' | 'settle' | 'onReadAnew'> & { readonly asOf: CivilDate | null };

/** A progress table that arrives later: its rows join the draft by their numbers, to be confirmed like the column. */
function DropProgress({ programmeId, asOf, settle, onReadAnew }: DropProgressProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File) => {
    if (asOf === null) return setFault(words.dropProgressFirst);
    setBusy(true);
    setFault(null);
    try {
      await settle();
      const { digest, name } = await api.upload(file, file.name);
      await api.run('programme.read-progress', { programmeId, asOf, from: { digest, name } });
      onReadAnew();
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
    setBusy(false);
  };
  return (
    <div className="drop-progress">
      <FileDrop accept=".docx,.xlsx,.csv,.tsv,.txt" title={words.dropProgress} onFile={take} busy={busy} />
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

type ProgressBlockProps = { readonly project: DraftProject; readonly onChange: (how: (progress: DraftProgress) => DraftProgress) => void };

function ProgressBlock({ project, onChange }: ProgressBlockProps) {
  const words = useLabels(labels);
  const progress = project.progress!;
  // A reason says that the row was checked; another number or promise is to be checked again.
  const setValue = (id: string, part: Partial<DraftValue>) =>
    onChange((it) => ({
      ...it,
      confirmed: it.confirmed && 'countedAs' in part,
      values: it.values.map((value) => (value.id === id ? { ...value, ...part } : value)),
    }));
  const setStage = (id: string, part: Partial<DraftStage>) =>
    onChange((it) => ({ ...it, confirmed: false, stages: it.stages.map((stage) => (stage.id === id ? { ...stage, ...part } : stage)) }));
  return (
    <article className="project-block progress-block">
      <header>
        <span className="no">{project.no}</span>
        <h2>{project.name}</h2>
        <Checkbox checked={progress.confirmed} onChange={({ target }) => onChange((it) => ({ ...it, confirmed: target.checked }))}>
          {words.confirmItem}
        </Checkbox>
      </header>
      <p className="printed-text">{progress.text}</p>
      {progress.percent !== null && <p className="soft">{words.percentOnly(progress.percent)}</p>}
      {progress.values.map((value) => (
        <ValueRow key={value.id} project={project} value={value} onChange={(part) => setValue(value.id, part)} />
      ))}
      {progress.stages.map((stage) => (
        <div className="match-row" key={stage.id}>
          <span className="figure-part">
            <span className="soft">{words.stage}</span>
            <Input value={stage.stage} aria-label={words.stage} onChange={({ target }) => setStage(stage.id, { stage: target.value })} />
          </span>
          <PromiseChoice project={project} value={stage.promiseId} onChange={(promiseId) => setStage(stage.id, { promiseId })} />
        </div>
      ))}
      {progress.values.length === 0 && progress.stages.length === 0 && <p className="soft">{words.asText}</p>}
    </article>
  );
}

function ValueRow({
  project,
  value,
  onChange,
}: {
  readonly project: DraftProject;
  readonly value: DraftValue;
  readonly onChange: (part: Partial<DraftValue>) => void;
}) {
  const words = useLabels(labels);
  const promise = project.promises.find(({ id }) => id === value.promiseId);
  return (
    <div className="match-row">
      <span className="figure-part">
        <span className="soft">{value.object}</span>
        <InputNumber
          aria-label={words.value}
          value={value.quantity}
          min={0}
          onChange={(quantity) => quantity !== null && onChange({ quantity })}
          suffix={value.measureUnit || undefined}
        />
      </span>
      <PromiseChoice project={project} value={value.promiseId} onChange={(promiseId) => onChange({ promiseId })} />
      {promise && promise.measureUnit !== value.measureUnit && (
        <Input
          className="reason"
          status={value.countedAs?.trim() ? undefined : 'warning'}
          aria-label={words.unitDiffers(value.measureUnit, promise.measureUnit)}
          placeholder={words.unitDiffers(value.measureUnit, promise.measureUnit)}
          value={value.countedAs ?? ''}
          onChange={({ target }) => onChange({ countedAs: target.value })}
        />
      )}
    </div>
  );
}

const NONE = 'none';

function PromiseChoice({
  project,
  value,
  onChange,
}: {
  readonly project: DraftProject;
  readonly value: string | null;
  readonly onChange: (promiseId: string | null) => void;
}) {
  const words = useLabels(labels);
  const locale = useLocale();
  const options = [
    ...project.promises.map((promise) => ({ value: promise.id, label: `${nameOfPromise(promise)} ${targetOf(promise, locale)}` })),
    { value: NONE, label: words.notCounted },
  ];
  return (
    <Select
      aria-label={words.forPromise}
      className={value ? '' : 'unmatched'}
      value={value ?? NONE}
      options={options}
      onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
      popupMatchSelectWidth={false}
    />
  );
}
