import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '#/ui/data.ts';
import { type Labels, useLabels } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { PromiseDetail } from './contract.ts';

const zh = {
  title: '数字来源',
  sites: '由点位步骤推算：点位 × 步骤 × 权重，登记一步长一步，不用另报数字。',
  reports: '按各单位的报送计数。',
  open: '打开点位步骤',
  toSites: '改为由点位推算',
  toReports: '改为按报送计数',
  hint: '写明依据，如会议或通知。改后以前的报送都保留。',
  saved: '已记录',
  decided: (day: string, by: string, source: string, reason: string) => `${day} ${by}：${source}。${reason}`,
};
const labels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    title: 'Where the figure comes from',
    sites: 'Counted from the steps of the sites: each step that is done adds its weight; no figure is reported beside it.',
    reports: 'Counted from what units report.',
    open: 'Open the steps of the sites',
    toSites: 'Count from the sites',
    toReports: 'Count from reports',
    hint: 'Say on what ground. Earlier reports stay.',
    saved: 'Recorded',
    decided: (day, by, source, reason) => `${day} ${by}: ${source} ${reason}`,
  },
};

/** 数字来源: only promises that move by steps can be counted from sites, and the office decides it. */
export function CountSourceSection({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const may = useMay('delivery.set-review');
  const set = useCommand<unknown, unknown>('delivery.set-count-source');
  const [asking, setAsking] = useState(false);
  const { promise } = detail.standing;
  if (promise.measure !== 'milestone-set') return null;
  const fromSites = detail.sourceDecisions[0]?.source === 'sites';
  const act = fromSites ? words.toReports : words.toSites;
  const send = (reason: string) =>
    set
      .mutateAsync({ input: { promiseId: promise.id, source: fromSites ? 'reports' : 'sites', reason } })
      .then(() => message.success(words.saved))
      .then(() => setAsking(false));
  return (
    <Section title={words.title}>
      <p>{fromSites ? words.sites : words.reports}</p>
      <p>
        <Button onClick={() => navigate(`/${district}/sites/steps/${detail.project.id}`)}>{words.open}</Button>{' '}
        {may && <Button onClick={() => setAsking(true)}>{act}</Button>}
      </p>
      {detail.sourceDecisions.map((it) => (
        <p key={it.decisionNo} className="soft">
          {words.decided(it.setOn, it.setBy, it.source === 'sites' ? words.toSites : words.toReports, it.reason)}
        </p>
      ))}
      <ReasonDialog open={asking} title={act} act={act} hint={words.hint} onCancel={() => setAsking(false)} onConfirm={send} />
    </Section>
  );
}
