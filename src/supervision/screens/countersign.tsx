import { Button } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { DocumentView } from './circulation-contract.ts';
import { circulationLabels } from './circulation-labels.ts';

/** 会签要不要: the setting of the district, with who changed it last and why. */
export function CountersignSetting({ settings }: Pick<DocumentView, 'settings'>) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const may = useMay('supervision.set-circulation');
  const set = useCommand<unknown, unknown>('supervision.set-circulation');
  const [isOpen, setOpen] = useState(false);
  const last = settings.at(-1);
  const wants = last?.needsCountersign ?? false;
  return (
    <p className="soft">
      {wants ? words.countersignOn : words.countersignOff}
      {last && `（${last.setBy}，${longDate(last.setOn, locale)}：${last.reason}）`}
      {may && (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {words.countersignChange}
        </Button>
      )}
      <ReasonDialog
        open={isOpen}
        title={words.countersignTitle}
        act={words.countersignWant(!wants)}
        onCancel={() => setOpen(false)}
        onConfirm={(reason) => set.mutateAsync({ input: { needsCountersign: !wants, reason } }).then(() => setOpen(false))}
      />
    </p>
  );
}
