import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { labels } from './step-labels.ts';
import type { StepsAnswer } from './steps-contract.ts';

/** 登记记录: every step that was recorded or taken back, with who and why. */
export function StepActs({ of }: { readonly of: StepsAnswer }) {
  const words = useLabels(labels);
  const siteOf = (id: string) => of.sites.find((it) => it.id === id)?.name ?? '';
  const steps = of.plans.flatMap((it) => it.steps);
  const stepOf = (id: string) => steps.find((it) => it.id === id)?.name ?? '';
  return (
    <DataTable
      rows={of.acts}
      keyOf={(it) => `${it.siteId} ${it.stepId} ${it.actNo}`}
      fileName={words.history}
      columns={[
        { title: words.day, text: ({ onDay }) => onDay, width: 110 },
        { title: words.sites, text: ({ siteId }) => siteOf(siteId) },
        { title: words.steps, text: ({ stepId }) => stepOf(stepId) },
        {
          title: words.said,
          text: (it) => `${words.act[it.act]}${it.doneOn === null ? '' : ` ${it.doneOn}`}${it.reason ? `：${it.reason}` : ''}`,
        },
        { title: words.by, text: (it) => `${it.byPost} ${it.byName}`, onlyWide: true },
      ]}
    />
  );
}
