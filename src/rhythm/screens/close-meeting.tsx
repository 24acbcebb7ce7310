import { App, Input } from 'antd';
import { useState } from 'react';
import { isRefused } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';

/** 散会: the orders go out with it. Where a unit has its month's number already, a named person lets it have more. */
export function CloseMeeting({ of, onClose }: { readonly of: MeetingAnswer; readonly onClose: () => void }) {
  const words = useLabels(meetingLabels);
  const { message } = App.useApp();
  const [isFull, setFull] = useState(false);
  const [approvedBy, setBy] = useState('');
  const [reason, setReason] = useState('');
  const close = useCommand<unknown, { readonly orders: number }>('rhythm.close-meeting');
  const count = of.decisions.filter(({ unitId, struckBecause }) => unitId !== null && struckBecause === null).length;
  const overCap = isFull && approvedBy.trim().length > 1 && reason.trim().length > 1 ? { approvedBy, reason } : null;
  const send = () =>
    close
      .mutateAsync({ input: { meetingId: of.meeting.id, overCap } })
      .then(({ orders }) => message.success(words.closed(orders)))
      .catch((problem: unknown) => {
        if (isRefused(problem) && (problem.refusal.order as { kind?: string } | undefined)?.kind === 'unit-month-full') setFull(true);
        throw problem;
      });
  return (
    <FormDialog title={words.close} act={words.close} onClose={onClose} onSend={send}>
      <p>{words.closeSure(count)}</p>
      {isFull && (
        <>
          <Field name={words.overCap}>
            <Input value={approvedBy} maxLength={40} onChange={({ target }) => setBy(target.value)} />
          </Field>
          <Field name={words.overCapReason}>
            <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
