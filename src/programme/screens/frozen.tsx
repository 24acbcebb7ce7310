import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Adjustment } from '../rules/adjust.ts';
import type { Step } from '../rules/freeze.ts';
import type { Programme, ProgrammePromise, Project } from '../rules/programme.ts';
import { AdjustDialog } from './adjust-dialog.tsx';
import { adjustLabels } from './adjust-labels.ts';
import { labels } from './labels.ts';
import { OverseeingLine, useOverseeing } from './overseeing.tsx';
import './programme.css';
import { nameOfPromise, targetOf } from './promise-sentence.ts';
import { ResponsibleLine, useResponsible } from './responsible.tsx';

/** `GET /programme/list` */
type ListView = {
  readonly programme: Programme;
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly originals: readonly ProgrammePromise[];
  readonly steps: readonly Step[];
  readonly adjustments: readonly Adjustment[];
};

/** A frozen list as it binds today, every adjustment beside the words that were frozen. */
export default function FrozenList() {
  const { programmeId } = useParams();
  const list = useRead<ListView>(`/programme/list?programmeId=${programmeId}`);
  return <Whole of={list}>{(it) => <ListPage list={it} />}</Whole>;
}

function ListPage({ list }: { readonly list: ListView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const { programme } = list;
  const [adjusting, setAdjusting] = useState<ProgrammePromise | null>(null);
  const overseeing = useOverseeing(programme);
  const responsible = useResponsible(programme);
  const mayAdjust = useMay('programme.adjust') && programme.state === 'frozen';
  return (
    <Page
      title={programme.title}
      lead={`${words.kinds[programme.kind]} · ${words.origins[programme.origin]} · ${programme.from} – ${programme.to}`}
      actions={
        <Button onClick={() => navigate(`/${district}/board?year=${programme.year}&kind=${programme.kind}`)}>{words.toBoard}</Button>
      }
    >
      {programme.frozenOn && (
        <p className="soft">
          {words.frozenOn} {longDate(programme.frozenOn, locale)} · {programme.frozenBy} ·{' '}
          <code title={programme.digest ?? ''}>{programme.digest?.slice(0, 16)}</code>
        </p>
      )}
      {list.projects.map((project) => (
        <article className="project-block" key={project.id}>
          <header>
            <span className="no">{project.no}</span>
            <h2>{project.name}</h2>
          </header>
          <div className="frozen-row">
            <p className="printed-text">{project.text}</p>
            {responsible && <ResponsibleLine project={project} view={responsible} />}
            {overseeing && <OverseeingLine projectId={project.id} view={overseeing} />}
            {list.promises
              .filter(({ projectId }) => projectId === project.id)
              .map((promise) => (
                <PromiseLine key={promise.id} promise={promise} list={list} onAdjust={mayAdjust ? () => setAdjusting(promise) : null} />
              ))}
          </div>
        </article>
      ))}
      {adjusting && <AdjustDialog promise={adjusting} programme={programme} onClose={() => setAdjusting(null)} />}
    </Page>
  );
}

function PromiseLine({
  promise,
  list,
  onAdjust,
}: {
  readonly promise: ProgrammePromise;
  readonly list: ListView;
  readonly onAdjust: (() => void) | null;
}) {
  const words = useLabels(adjustLabels);
  const locale = useLocale();
  const original = list.originals.find(({ id }) => id === promise.id) ?? promise;
  const steps = list.steps.filter(({ promiseId }) => promiseId === promise.id);
  const adjustments = list.adjustments.filter(({ promiseId }) => promiseId === promise.id);
  return (
    <div className="frozen-promise">
      <p>
        <span className="what">{nameOfPromise(promise)}</span> <span className="much">{targetOf({ ...promise, steps }, locale)}</span>{' '}
        {promise.dueOn && <span className="soft">{promise.dueOn}</span>}
        {onAdjust && (
          <Button size="small" type="link" onClick={onAdjust}>
            {words.adjust}
          </Button>
        )}
      </p>
      {adjustments.length > 0 && (
        <p className="soft">
          {words.asFrozen} {nameOfPromise(original)} {targetOf({ ...original, steps }, locale)} {original.dueOn}
        </p>
      )}
      {adjustments.map((it) => (
        <p key={it.id} className="notice">
          {words.adjustKinds[it.kind]}：{it.decision} {it.documentNo} {longDate(it.decidedOn, locale)}。{it.reason}
        </p>
      ))}
    </div>
  );
}
