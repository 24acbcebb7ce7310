import { App, Button } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { STAYS } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { Baseline } from '../rules/activity.ts';
import type { NetworkChange } from '../rules/network-change.ts';
import type { ScheduleAnswer } from './contract.ts';
import { scheduleLabels } from './schedule-labels.ts';
import { Changes, useNetworkCommand } from './use-edits.tsx';

/** 基线: what was locked, by whom and why, with its digest. */
export function Baselines({ answer: { network, project } }: { readonly answer: ScheduleAnswer }) {
  const words = useLabels(scheduleLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const mayLock = useMay('planning.lock-baseline') && project.isOwn;
  const baselines = useRead<readonly Baseline[]>(`/planning/baselines?projectId=${project.id}`);
  const lock = useNetworkCommand('planning.lock-baseline', network);
  const [isOpen, setOpen] = useState(false);
  const send = async (reason: string) => {
    if ((await lock.send({ projectId: project.id, reason })) === STAYS) return STAYS;
    message.success(words.saved);
    setOpen(false);
    return null;
  };
  const rows = baselines.data ?? [];
  return (
    <Section title={words.baseline}>
      <p className="soft">{rows.length === 0 ? `${words.noBaseline}${words.baselineLead}` : words.baselineLead}</p>
      <ul className="act-list">
        {rows.map(({ no, lockedOn, lockedBy, reason, digest }) => (
          <li key={no}>
            <b>{words.baselineNo(no)}</b> {longDate(lockedOn, locale)} · {lockedBy} · {reason}{' '}
            <code title={digest}>{digest.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
      {mayLock && (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {words.lock}
        </Button>
      )}
      <ReasonDialog open={isOpen} title={words.lock} act={words.lock} onCancel={() => setOpen(false)} onConfirm={send}>
        {lock.conflict}
      </ReasonDialog>
    </Section>
  );
}

export function NetworkHistory({ answer: { network } }: { readonly answer: ScheduleAnswer }) {
  const words = useLabels(scheduleLabels);
  const changes = useRead<readonly NetworkChange[]>(`/planning/network-changes?projectId=${network.projectId}`);
  return (
    <Section title={words.history}>
      <Changes of={changes.data ?? []} />
    </Section>
  );
}
