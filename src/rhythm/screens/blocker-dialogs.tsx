import { Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay } from '#/ui/session.ts';
import { BLOCKER_LEVELS, type BlockerLevel } from '../rules/blocker.ts';
import { blockerLabels } from './blocker-labels.ts';
import type { CardProps } from './contract.ts';

type DialogProps = CardProps & { readonly onClose: () => void };
const UP: Readonly<Record<BlockerLevel, BlockerLevel>> = {
  unit: 'leader',
  leader: 'meeting',
  meeting: 'city',
  city: 'utility',
  utility: 'city',
};

/** 上提、交回. */
export function MoveBlocker({ blocker, onClose }: DialogProps) {
  const words = useLabels(blockerLabels);
  const isOffice = useMay('rhythm.letters');
  const move = useCommand<unknown, unknown>('rhythm.move-blocker');
  const [to, setTo] = useState<BlockerLevel>(UP[blocker.level]);
  const [reason, setReason] = useState('');
  const [askedOf, setAskedOf] = useState('');
  const isOutside = to === 'city' || to === 'utility';
  const levels = BLOCKER_LEVELS.filter((it) => it !== blocker.level && (isOffice || (it !== 'city' && it !== 'utility')));
  const isWhole = reason.trim().length > 1 && (!isOutside || askedOf.trim().length > 1);
  const input = { blockerId: blocker.id, to, reason, ...(isOutside && { askedOf }) };
  return (
    <FormDialog
      title={blocker.title}
      act={words.toLevel[to]}
      why={isWhole ? null : words.incomplete}
      onClose={onClose}
      onSend={() => move.mutateAsync({ input, base: { [`blocker:${blocker.id}`]: blocker.version } })}
    >
      <Field name={words.move}>
        <Select
          className="full"
          aria-label={words.move}
          value={to}
          onChange={setTo}
          options={levels.map((value) => ({ value, label: words.toLevel[value] }))}
        />
      </Field>
      {isOutside && (
        <Field name={words.outside} hint={words.outsideHint}>
          <Input value={askedOf} maxLength={60} onChange={({ target }) => setAskedOf(target.value)} />
        </Field>
      )}
      <Field name={words.moveReason}>
        <GrowText value={reason} onText={setReason} maxLength={300} />
      </Field>
    </FormDialog>
  );
}

/** 办结: who, when, how. */
export function SolveBlocker({ blocker, of, onClose }: DialogProps) {
  const words = useLabels(blockerLabels);
  const settle = useCommand<unknown, unknown>('rhythm.settle-blocker');
  const [on, setOn] = useState<CivilDate | null>(of.today);
  const [how, setHow] = useState('');
  const [solvedBy, setSolvedBy] = useState('');
  const input = { blockerId: blocker.id, as: 'solved', on, how, ...(solvedBy.trim() !== '' && { solvedBy }) };
  return (
    <FormDialog
      title={blocker.title}
      act={words.solve}
      why={on !== null && how.trim().length > 1 ? null : words.incomplete}
      onClose={onClose}
      onSend={() => settle.mutateAsync({ input, base: { [`blocker:${blocker.id}`]: blocker.version } })}
    >
      <Field name={words.solvedOn}>
        <DayField value={on} onChange={setOn} min={blocker.raisedOn} max={of.today} />
      </Field>
      <Field name={words.how}>
        <GrowText value={how} onText={setHow} maxLength={500} />
      </Field>
      <Field name={words.solvedBy}>
        <Input value={solvedBy} maxLength={60} onChange={({ target }) => setSolvedBy(target.value)} />
      </Field>
    </FormDialog>
  );
}

export function ChangeBlocker({ blocker, of, onClose }: DialogProps) {
  const words = useLabels(blockerLabels);
  const change = useCommand<unknown, unknown>('rhythm.change-blocker');
  const { title, detail, asked, ownerPostId } = blocker;
  const [said, setSaid] = useState({ title, detail, asked, ownerPostId });
  const posts = of.posts.filter(({ unitId }) => unitId === blocker.unitId);
  const set = (name: 'title' | 'detail' | 'asked') => (text: string) => setSaid({ ...said, [name]: text });
  return (
    <FormDialog
      title={words.change}
      act={words.change}
      why={said.title.trim().length > 1 ? null : words.incomplete}
      onClose={onClose}
      onSend={() => change.mutateAsync({ input: { blockerId: blocker.id, ...said }, base: { [`blocker:${blocker.id}`]: blocker.version } })}
    >
      <Field name={words.name}>
        <Input value={said.title} maxLength={60} onChange={({ target }) => set('title')(target.value)} />
      </Field>
      <Field name={words.asked}>
        <GrowText value={said.asked} maxLength={300} onText={set('asked')} />
      </Field>
      <Field name={words.detail}>
        <GrowText value={said.detail} maxLength={1000} onText={set('detail')} />
      </Field>
      <Field name={words.owner}>
        <Select
          className="full"
          aria-label={words.owner}
          allowClear
          placeholder={words.noOwner}
          value={said.ownerPostId}
          onChange={(id: string | undefined) => setSaid({ ...said, ownerPostId: id ?? null })}
          options={posts.map((it) => ({ value: it.id, label: `${it.title}${it.holder === null ? '' : `（${it.holder}）`}` }))}
        />
      </Field>
    </FormDialog>
  );
}
