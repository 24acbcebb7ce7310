import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { number, shortDate } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { UnchangedFacts } from '../rules/duties.ts';
import { periodOf } from '../rules/period.ts';
import type { Ask, Week } from '../rules/week.ts';
import { isBehindLight } from './own-light.tsx';
import { reviewLabels } from './review-labels.ts';
import { DoneFigure, lastReport, promiseName, StandingBadge } from './standing.tsx';
import { weekLabels } from './week-labels.ts';

/** One thing asked: why, by when, and the way to answer it; with one tap where nothing changed. */
export function AskLine({ ask }: { readonly ask: Ask }) {
  const words = useLabels(weekLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const { project, standing, kind, dueOn, waitsAt, reportId, reason, mayStateUnchanged } = ask;
  const address = `/${district}/promises/${standing.promise.id}/report${reportId === null ? '' : `?corrects=${reportId}`}`;
  return (
    <li>
      <Link to={address}>
        <span className="no">{project.no}</span>
        <span className="what">
          <b>{promiseName(standing.promise)}</b>
          <small>
            {project.name} · {lastReport(standing, locale)}
          </small>
          {reason && <small className="said">{words.officeSaid(reason)}</small>}
        </span>
        <DoneFigure standing={standing} />
        <span className="state">
          <StandingBadge standing={standing} />
          <small className={kind === 'report' ? '' : 'urgent'}>
            {waitsAt === null ? `${words.kinds[kind]} · ${words.dueBy(shortDate(dueOn, locale))}` : words.waits[waitsAt]}
          </small>
        </span>
      </Link>
      {mayStateUnchanged && <UnchangedOf standing={standing} />}
    </li>
  );
}

function UnchangedOf({ standing: { promise, done, doneFrom, stage, light } }: { readonly standing: Ask['standing'] }) {
  const { id: promiseId, measureUnit } = promise;
  return <Unchanged of={{ promiseId, name: promiseName(promise), done, doneFrom, stage, light, measureUnit }} />;
}

type UnchangedProps = { readonly of: UnchangedFacts & { readonly promiseId: string; readonly name: string } };

/** 本月无变化, after one look at what that says. */
export function Unchanged({ of: { promiseId, name, done, doneFrom, stage, light, measureUnit } }: UnchangedProps) {
  const words = useLabels(weekLabels);
  const ask = useLabels(reviewLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { today } = useWorkplace();
  const state = useCommand<unknown, unknown>('delivery.state-unchanged');
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const isBehind = isBehindLight(light);
  const says =
    done !== null && doneFrom === 'report'
      ? words.unchangedText(`${number(done)} ${measureUnit || '%'}`)
      : words.unchangedStage(stage ?? words.unchanged);
  const send = () =>
    state
      .mutateAsync({ input: { promiseId, period: periodOf(today), behindReason: reason.trim() || null } })
      .then(() => message.success(words.unchangedSent))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8))
      .finally(() => setAsking(false));
  return (
    <>
      <Button size="small" className="unchanged no-print" onClick={() => setAsking(true)}>
        {words.unchanged}
      </Button>
      <Modal
        open={isAsking}
        title={words.unchangedTitle}
        okText={words.send}
        onOk={send}
        onCancel={() => setAsking(false)}
        confirmLoading={state.isPending}
        okButtonProps={{ disabled: isBehind && reason.trim().length < 2 }}
      >
        <p>{name}</p>
        <p>{says}</p>
        {isBehind && (
          <Field name={ask.behindAsk}>
            <GrowText rows={2} placeholder={ask.behindHint} value={reason} onText={setReason} />
          </Field>
        )}
      </Modal>
    </>
  );
}

export function OtherLine({ of: { project, standing, waitsAt } }: { readonly of: Week['others'][number] }) {
  const words = useLabels(weekLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  return (
    <li>
      <Link to={`/${district}/promises/${standing.promise.id}/report`}>
        <span className="no">{project.no}</span>
        <span className="what">
          <b>{promiseName(standing.promise)}</b>
          <small>
            {project.name} · {lastReport(standing, locale)}
          </small>
        </span>
        <DoneFigure standing={standing} />
        <span className="state">
          <StandingBadge standing={standing} />
          {waitsAt && <small>{words.waits[waitsAt]}</small>}
        </span>
      </Link>
    </li>
  );
}
