import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '#/ui/data.ts';
import { type Labels, useLabels } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { COUNT_SOURCES, type CountSource } from '../rules/count-source.ts';
import type { PromiseDetail } from './contract.ts';

const zh = {
  title: '数字来源',
  now: {
    sites: '由点位步骤推算：点位 × 步骤 × 权重，登记一步长一步，不用另报数字。',
    reports: '按各单位的报送计数。',
    records: '由实绩计数：数字由登记的记录计出，可以一直打开到记录；不能另外填数。',
  } as Readonly<Record<CountSource, string>>,
  open: '打开点位步骤',
  openFigure: '打开实绩',
  to: { sites: '改为由点位推算', reports: '改为按报送计数', records: '改为由实绩计数' } as Readonly<Record<CountSource, string>>,
  hint: '写明依据，如会议或通知。改后以前的报送都保留。',
  saved: '已记录',
  decided: (day: string, by: string, source: string, reason: string) => `${day} ${by}：${source}。${reason}`,
};
const labels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    title: 'Where the figure comes from',
    now: {
      sites: 'Counted from the steps of the sites: each step that is done adds its weight; no figure is reported beside it.',
      reports: 'Counted from what units report.',
      records: 'Counted from records: the figure opens down to each of them; no figure is typed.',
    },
    open: 'Open the steps of the sites',
    openFigure: 'Open the records',
    to: { sites: 'Count from the sites', reports: 'Count from reports', records: 'Count from records' },
    hint: 'Say on what ground. Earlier reports stay.',
    saved: 'Recorded',
    decided: (day, by, source, reason) => `${day} ${by}: ${source} ${reason}`,
  },
};

/** 数字来源: only promises that move by steps can be counted from sites; any with a definition from records. The office decides it. */
export function CountSourceSection({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const may = useMay('delivery.set-review');
  const set = useCommand<unknown, unknown>('delivery.set-count-source');
  const [asking, setAsking] = useState<CountSource | null>(null);
  const { promise } = detail.standing;
  const bySteps = promise.measure === 'milestone-set';
  const now = detail.sourceDecisions[0]?.source ?? 'reports';
  const choices = COUNT_SOURCES.filter((it) => it !== now && (it !== 'sites' || bySteps) && (it !== 'records' || detail.isDefined));
  const send = (reason: string) =>
    set
      .mutateAsync({ input: { promiseId: promise.id, source: asking, reason } })
      .then(() => message.success(words.saved))
      .then(() => setAsking(null));
  return (
    <Section title={words.title}>
      <p>{words.now[now]}</p>
      <p>
        {bySteps && <Button onClick={() => navigate(`/${district}/sites/steps/${detail.project.id}`)}>{words.open}</Button>}{' '}
        <Button onClick={() => navigate(`/${district}/records/figure/${promise.id}`)}>{words.openFigure}</Button>{' '}
        {may &&
          choices.map((it) => (
            <Button key={it} onClick={() => setAsking(it)}>
              {words.to[it]}
            </Button>
          ))}
      </p>
      {detail.sourceDecisions.map((it) => (
        <p key={it.decisionNo} className="soft">
          {words.decided(it.setOn, it.setBy, words.to[it.source], it.reason)}
        </p>
      ))}
      <ReasonDialog
        open={asking !== null}
        title={words.to[asking ?? now]}
        act={words.to[asking ?? now]}
        hint={words.hint}
        onCancel={() => setAsking(null)}
        onConfirm={send}
      />
    </Section>
  );
}
