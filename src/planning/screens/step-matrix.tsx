import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { number, percent } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay } from '#/ui/session.ts';
import { derivedShare, type SiteStep, weightAt } from '../rules/step.ts';
import { StepActs } from './step-acts.tsx';
import { StepDialog } from './step-dialog.tsx';
import { StepImport } from './step-import.tsx';
import { labels } from './step-labels.ts';
import { StepPlanForm } from './step-plan-form.tsx';
import type { StepsAnswer } from './steps-contract.ts';
import './planning.css';
import './steps.css';

/** 点位 × 步骤: what is done where, and the share that it adds up to, opened down to every cell. */
export default function StepMatrix() {
  const { projectId } = useParams();
  const steps = useRead<StepsAnswer>(`/planning/steps?projectId=${projectId}`);
  return <Whole of={steps}>{(of) => <Matrix of={of} />}</Whole>;
}

function Matrix({ of }: { readonly of: StepsAnswer }) {
  const words = useLabels(labels);
  const mayRecord = useMay('planning.record-sites') && of.project.isOwn;
  const [isPlanning, setPlanning] = useState(false);
  const { numerator, denominator, share, sites, sitesDone } = of.share;
  const plan = mayRecord && of.sites.length > 0 && (
    <Button type={of.plan === null ? 'primary' : 'default'} onClick={() => setPlanning(true)}>
      {of.plan === null ? words.setSteps : words.changeSteps}
    </Button>
  );
  return (
    <Page title={`${of.project.no} ${of.project.name}`} lead={words.lead} actions={plan} wide>
      {of.plan === null ? (
        <EmptyState title={words.noSteps} text={mayRecord ? words.noStepsText : words.noStepsAsk} />
      ) : (
        <>
          <p className="share-said">
            <b>{share === null ? '—' : percent(share)}</b> {words.shareSaid(number(numerator), number(denominator))}
            <small className="soft">{words.sitesDone(sitesDone, sites)}</small>
          </p>
          <Cells of={of} mayRecord={mayRecord} />
          <details>
            <summary>{words.howTitle}</summary>
            <p>{words.how}</p>
            {of.plans.map((it) => (
              <p key={it.planNo} className="soft">
                {words.planOf(it.planNo, it.setOn, it.setBy)}：{it.steps.map((step) => `${step.name} ${step.weight}`).join('，')}
                {it.reason && `（${it.reason}）`}
              </p>
            ))}
          </details>
          {mayRecord && <StepImport projectId={of.project.id} />}
          <Section title={words.history}>
            <StepActs of={of} />
          </Section>
        </>
      )}
      {isPlanning && <StepPlanForm of={of} onClose={() => setPlanning(false)} />}
    </Page>
  );
}

type Open = { readonly siteId: string; readonly step: SiteStep };

function Cells({ of, mayRecord }: { readonly of: StepsAnswer; readonly mayRecord: boolean }) {
  const words = useLabels(labels);
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <table className="step-matrix">
        <thead>
          <tr>
            <th>{words.sites}</th>
            {of.steps.map((it) => (
              <th key={it.id}>
                {it.name} <small>{it.weight}</small>
              </th>
            ))}
            <th>{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {of.sites.map((site) => (
            <tr key={site.id}>
              <th scope="row">{site.name}</th>
              {of.steps.map((step) => (
                <td key={step.id}>
                  <Cell of={of} siteId={site.id} step={step} onOpen={mayRecord ? () => setOpen({ siteId: site.id, step }) : null} />
                </td>
              ))}
              <td className="share">{shareOf(of, site.id)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.done}</th>
            {of.steps.map((step) => (
              <td key={step.id} data-step={step.name}>
                {of.done.filter((it) => it.stepId === step.id).length} / {of.sites.filter((it) => weightAt(of, it.id, step) > 0).length}
              </td>
            ))}
            <td className="share">{of.share.share === null ? '—' : percent(of.share.share)}</td>
          </tr>
        </tfoot>
      </table>
      {open && <StepDialog of={of} siteId={open.siteId} step={open.step} onClose={() => setOpen(null)} />}
    </>
  );
}

function shareOf(of: StepsAnswer, siteId: string): string {
  const { share } = derivedShare({ ...of, siteIds: [siteId] }, of.today);
  return share === null ? '—' : percent(share, 0);
}

type CellProps = { readonly of: StepsAnswer; readonly siteId: string; readonly step: SiteStep; readonly onOpen: (() => void) | null };

function Cell({ of, siteId, step, onOpen }: CellProps) {
  const words = useLabels(labels);
  const done = of.done.find((it) => it.siteId === siteId && it.stepId === step.id);
  const isNeeded = weightAt(of, siteId, step) > 0;
  const state = !isNeeded ? 'none' : done === undefined ? 'open' : 'done';
  const said = { none: `— ${words.notNeeded}`, open: `○ ${words.open}`, done: `◆ ${done?.doneOn.slice(5) ?? ''}` }[state];
  const text = (
    <>
      <span className="step-name">{step.name}</span>
      <span>{said}</span>
    </>
  );
  if (onOpen === null) return <span className={`cell ${state}`}>{text}</span>;
  return (
    <button type="button" className={`cell ${state}`} onClick={onOpen}>
      {text}
    </button>
  );
}
