import { Button } from 'antd';
import { useState } from 'react';
import { shortDate } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import { ageDays } from '../rules/blocker.ts';
import { levelWords } from '../words/agenda.ts';
import { BlockerCourse } from './blocker-course.tsx';
import { ChangeBlocker, MoveBlocker, SolveBlocker } from './blocker-dialogs.tsx';
import { blockerLabels } from './blocker-labels.ts';
import type { CardProps, ShownBlocker } from './contract.ts';
import { DraftLetter } from './letter-dialogs.tsx';

type Open = 'move' | 'solve' | 'withdraw' | 'reopen' | 'change' | 'letter' | null;

/** One blocker: where it is stuck, for how long, who shall solve it; the acts that are possible now. */
export function BlockerCard({ blocker, of }: CardProps) {
  const words = useLabels(blockerLabels);
  const [open, setOpen] = useState<Open>(null);
  const [isLooking, setLooking] = useState(false);
  const close = () => setOpen(null);
  const days = ageDays(blocker, of.today);
  return (
    <li className={`stuck ${blocker.state}`}>
      <h3>
        {blocker.title} <span className="age">{blocker.state === 'open' ? words.age(days) : words.took(days)}</span>
      </h3>
      <Facts blocker={blocker} of={of} />
      <p className="acts no-print">
        <Acts blocker={blocker} onOpen={setOpen} />
        <Button onClick={() => setLooking(!isLooking)} aria-expanded={isLooking}>
          {words.history}
          {blocker.letters.length > 0 ? ` · ${words.letters} ${blocker.letters.length}` : ''}
        </Button>
      </p>
      {isLooking && <BlockerCourse blocker={blocker} of={of} />}
      {open === 'move' && <MoveBlocker blocker={blocker} of={of} onClose={close} />}
      {open === 'solve' && <SolveBlocker blocker={blocker} of={of} onClose={close} />}
      {open === 'change' && <ChangeBlocker blocker={blocker} of={of} onClose={close} />}
      {open === 'letter' && <DraftLetter blocker={blocker} of={of} onClose={close} />}
      {(open === 'withdraw' || open === 'reopen') && <WithReason blocker={blocker} of={of} act={open} onClose={close} />}
    </li>
  );
}

function Acts({ blocker, onOpen }: { readonly blocker: ShownBlocker; readonly onOpen: (open: Open) => void }) {
  const words = useLabels(blockerLabels);
  const mayAct = useMay('rhythm.blockers');
  const mayWrite = useMay('rhythm.letters');
  if (!mayAct) return null;
  if (blocker.state !== 'open') return <Button onClick={() => onOpen('reopen')}>{words.reopen}</Button>;
  return (
    <>
      <Button type="primary" onClick={() => onOpen('solve')}>
        {words.solve}
      </Button>
      <Button onClick={() => onOpen('move')}>{words.move}</Button>
      {mayWrite && <Button onClick={() => onOpen('letter')}>{words.letter}</Button>}
      <Button onClick={() => onOpen('change')}>{words.change}</Button>
      <Button onClick={() => onOpen('withdraw')}>{words.withdraw}</Button>
    </>
  );
}

function Facts({ blocker, of }: CardProps) {
  const words = useLabels(blockerLabels);
  const locale = useLocale();
  const project = of.projects.find(({ id }) => id === blocker.projectId);
  const post = of.posts.find(({ id }) => id === blocker.ownerPostId);
  const day = (on: ShownBlocker['raisedOn']) => shortDate(on, locale);
  const rows: readonly (readonly [string, string])[] = [
    [words.project, `${project?.no ?? ''} ${project?.name ?? ''}`],
    [words.unit, of.unitNames[blocker.unitId] ?? ''],
    [words.owner, post === undefined ? words.noOwner : `${post.title}${post.holder === null ? '' : `（${post.holder}）`}`],
    ...(blocker.state === 'open'
      ? [[words.at, `${blocker.askedOf || levelWords[locale][blocker.level]} · ${words.since(day(blocker.levelSince))}`] as const]
      : []),
    ...(blocker.asked === '' ? [] : [[words.asked, blocker.asked] as const]),
    ...(blocker.detail === '' ? [] : [[words.detail, blocker.detail] as const]),
  ];
  const { settledBy, settledOn, settledHow, state } = blocker;
  return (
    <>
      <dl className="said-lines">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{words.raisedBy(blocker.raisedBy, day(blocker.raisedOn))}</p>
      {settledBy !== null && settledOn !== null && (
        <p>
          {(state === 'solved' ? words.settledBy : words.withdrawnBy)(settledBy, day(settledOn), settledHow ?? '')}
          {blocker.isOnSite ? ` · ${words.onSite}` : ''}
        </p>
      )}
    </>
  );
}

type WithReasonProps = CardProps & { readonly act: 'withdraw' | 'reopen'; readonly onClose: () => void };

function WithReason({ blocker, of, act, onClose }: WithReasonProps) {
  const words = useLabels(blockerLabels);
  const settle = useCommand<unknown, unknown>('rhythm.settle-blocker');
  const reopen = useCommand<unknown, unknown>('rhythm.reopen-blocker');
  const base = { [`blocker:${blocker.id}`]: blocker.version };
  const send = (reason: string) =>
    act === 'reopen'
      ? reopen.mutateAsync({ input: { blockerId: blocker.id, reason }, base }).then(onClose)
      : settle.mutateAsync({ input: { blockerId: blocker.id, as: 'withdrawn', on: of.today, how: reason }, base }).then(onClose);
  return <ReasonDialog open title={`${words[act]}：${blocker.title}`} act={words[act]} onCancel={onClose} onConfirm={send} />;
}
