import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { percent } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { ShownKind } from './contract.ts';
import { labels } from './labels.ts';

/** 疑似重复的限额: over it nothing that is counted here is published; every change keeps its reason. */
export function ShareDialog({ kind, onClose }: { readonly kind: ShownKind; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const set = useCommand<unknown, unknown>('records.set-duplicate-share');
  const [most, setMost] = useState<number | null>(kind.duplicatesMost * 100);
  const [reason, setReason] = useState('');
  const why = most === null ? words.missing([words.sharePercent]) : reason.trim().length < 2 ? words.missing([words.reason]) : null;
  return (
    <FormDialog
      title={`${words.setShare} · ${kind.name}`}
      act={words.save}
      why={why}
      onClose={onClose}
      onSend={() => set.mutateAsync({ input: { serviceKindId: kind.id, most: Math.round((most ?? 0) * 100) / 10_000, reason } })}
    >
      <p className="soft">{words.shareSaid(percent(kind.duplicatesMost))}</p>
      <Field name={words.sharePercent}>
        <InputNumber className="full" aria-label={words.sharePercent} min={0} max={100} step={0.5} value={most} onChange={setMost} />
      </Field>
      <Field name={words.reason} hint={words.reasonHint}>
        <Input aria-label={words.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      {kind.shares.map((it) => (
        <p key={it.versionNo} className="soft">
          {words.shareHistory(it.versionNo, percent(it.most), it.setBy, it.setOn, it.reason)}
        </p>
      ))}
    </FormDialog>
  );
}
