import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { StoredFile } from '#/ui/api.ts';
import { FormDialog, STAYS } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { PlannedActivity, ProjectNetwork } from '../rules/activity.ts';
import { scheduleLabels } from './schedule-labels.ts';
import { useNetworkCommand } from './use-edits.tsx';

type ActualProps = { readonly planned: PlannedActivity; readonly network: ProjectNetwork; readonly onClose: () => void };

/** 填报 of what happened: the start, then the finish or the days still needed; a slip is taken back with a reason. */
export function ActualForm({ planned: { activity }, network, onClose }: ActualProps) {
  const words = useLabels(scheduleLabels);
  const { today } = useWorkplace();
  const [on, setOn] = useState<CivilDate | null>(today);
  const [remaining, setRemaining] = useState<number | null>(activity.remainingDays);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [undoing, setUndoing] = useState(false);
  const start = useNetworkCommand('planning.start-activity', network);
  const finish = useNetworkCommand('planning.finish-activity', network);
  const days = useNetworkCommand('planning.set-remaining', network);
  const undo = useNetworkCommand('planning.undo-actual', network);
  const activityId = activity.id;
  const isBegun = activity.startedOn !== null;
  const isDone = activity.finishedOn !== null;
  const isLeft = isBegun && remaining !== null && remaining !== activity.remainingDays;
  const send = () => {
    if (!isBegun) return start.send({ activityId, on });
    if (isLeft) return days.send({ activityId, days: remaining });
    return finish.send({ activityId, on, evidence: files.map(({ digest }) => digest) });
  };
  const undoIt = (reason: string) =>
    undo.send({ activityId, what: isDone ? 'finish' : 'start', reason }).then((it) => it === STAYS || onClose());
  const undoName = isDone ? words.undoFinish : words.undoStart;
  const undoBox = (
    <ReasonDialog
      open={undoing || isDone}
      title={`${undoName}：${activity.name}`}
      act={undoName}
      danger
      onCancel={onClose}
      onConfirm={undoIt}
    >
      {undo.conflict}
    </ReasonDialog>
  );
  if (undoing || isDone) return undoBox;
  return (
    <FormDialog title={activity.name} act={words.saveDay} onClose={onClose} onSend={send}>
      {start.conflict ?? finish.conflict ?? days.conflict}
      {isBegun && (
        <p>
          {words.started} {activity.startedOn}{' '}
          <Button size="small" type="link" onClick={() => setUndoing(true)}>
            {words.undoStart}
          </Button>
        </p>
      )}
      {isBegun && (
        <Field name={words.remaining}>
          <InputNumber min={1} max={2000} value={remaining} onChange={setRemaining} />
        </Field>
      )}
      {!isLeft && (
        <Field name={isBegun ? words.finished : words.started}>
          <DayField value={on} onChange={setOn} max={today} />
        </Field>
      )}
      {isBegun && !isLeft && (
        <div className="field">
          <span className="name">{words.evidence}</span>
          <Photos value={files} onChange={setFiles} />
        </div>
      )}
    </FormDialog>
  );
}
