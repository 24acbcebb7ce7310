import { App, Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import type { AgendaItem } from '../rules/agenda.ts';
import { agendaSentence, kindWords } from '../words/agenda.ts';
import { AddItem } from './add-item.tsx';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';

/** 议程: as computed, in the office's order; what is left out stays below with its reason. */
export function AgendaList({ of }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const mayEdit = useMay('rhythm.meeting') && of.meeting.state === 'planned';
  const [isAdding, setAdding] = useState(false);
  const { items, leftOut } = of.agenda;
  return (
    <>
      {items.length === 0 && <EmptyState title={words.nothing} text={words.nothingText} />}
      <ol className="agenda">
        {items.map((item, i) => (
          <li key={item.key}>
            <AgendaLine item={item} />
            {mayEdit && <ItemActs item={item} at={i} of={of} />}
          </li>
        ))}
      </ol>
      {mayEdit && (
        <p className="acts no-print">
          <Button onClick={() => setAdding(true)}>{words.add}</Button>
        </p>
      )}
      {leftOut.length > 0 && (
        <div className="left-out">
          <h3>{words.leftOut}</h3>
          <ul>
            {leftOut.map(({ item, reason }) => (
              <li key={item.key}>
                {kindWords[locale][item.kind]} · {item.title}（{reason}）{mayEdit && <TakeIn item={item} of={of} />}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isAdding && <AddItem of={of} onClose={() => setAdding(false)} />}
    </>
  );
}

export function AgendaLine({ item }: { readonly item: AgendaItem }) {
  const locale = useLocale();
  return (
    <div className="agenda-line">
      <span className={`agenda-kind ${item.kind}`}>{kindWords[locale][item.kind]}</span>
      <b>
        {item.no !== null && item.kind !== 'added' ? `${item.no} ` : ''}
        {item.title}
      </b>
      {item.unit !== null && item.kind !== 'silent' && <span className="soft">{item.unit}</span>}
      <p>
        {agendaSentence(item, locale)}
        {item.note === '' ? '' : ` ${item.note}`}
      </p>
    </div>
  );
}

type ActsProps = { readonly item: AgendaItem; readonly at: number; readonly of: MeetingAnswer };

function ItemActs({ item, at, of }: ActsProps) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const [isLeaving, setLeaving] = useState(false);
  const reorder = useCommand<unknown, unknown>('rhythm.reorder-agenda');
  const leave = useLeave(of);
  const keys = of.agenda.items.map(({ key }) => key);
  const move = (by: -1 | 1) => {
    const moved = keys.toSpliced(at, 1).toSpliced(at + by, 0, item.key);
    return reorder
      .mutateAsync({ input: { meetingId: of.meeting.id, keys: moved } })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  };
  const remove = () => leave(item.key, null).catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <span className="agenda-acts no-print">
      <Button size="small" disabled={at === 0 || reorder.isPending} aria-label={`${words.up} ${item.title}`} onClick={() => move(-1)}>
        ↑
      </Button>
      <Button
        size="small"
        disabled={at === keys.length - 1 || reorder.isPending}
        aria-label={`${words.down} ${item.title}`}
        onClick={() => move(1)}
      >
        ↓
      </Button>
      {item.kind === 'added' ? (
        <Button size="small" onClick={remove}>
          {words.remove}
        </Button>
      ) : (
        <Button size="small" onClick={() => setLeaving(true)}>
          {words.leaveOut}
        </Button>
      )}
      {isLeaving && (
        <ReasonDialog
          open
          title={`${words.leaveOut}：${item.title}`}
          act={words.leaveOut}
          onCancel={() => setLeaving(false)}
          onConfirm={(reason) => leave(item.key, reason).then(() => setLeaving(false))}
        />
      )}
    </span>
  );
}

function useLeave({ meeting }: MeetingAnswer) {
  const leave = useCommand<unknown, unknown>('rhythm.leave-item-out');
  return (key: string, reason: string | null) => leave.mutateAsync({ input: { meetingId: meeting.id, key, reason } });
}

function TakeIn({ item, of }: Omit<ActsProps, 'at'>) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const leave = useLeave(of);
  return (
    <Button
      type="link"
      size="small"
      onClick={() => leave(item.key, null).catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8))}
    >
      {words.takeIn}
    </Button>
  );
}
