import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { MeetingAnswer } from './contract.ts';
import { LastList } from './last-decisions.tsx';
import { meetingLabels } from './meeting-labels.ts';
import { RoomItem } from './room-item.tsx';
import './room.css';
import './rhythm.css';

/** 会议模式: one item fills the screen, to be read from the far end of the table; everything by keyboard. */
export default function RoomScreen() {
  const { meetingId } = useParams();
  const answer = useRead<MeetingAnswer>(`/rhythm/meeting?meetingId=${meetingId}`);
  return <Whole of={answer}>{(it) => <Room of={it} />}</Whole>;
}

/** Page 0 is the state of the last decisions, where there were any. */
function Room({ of }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const { items } = of.agenda;
  const pages = of.last.length > 0 ? items.length + 1 : items.length;
  const [at, setAt] = useState(0);
  const [isWriting, setWriting] = useState(false);
  const mayWrite = useMay('rhythm.meeting') && of.meeting.state === 'under-way';
  const go = (by: number) => {
    setWriting(false);
    setAt((now) => Math.min(Math.max(now + by, 0), Math.max(pages - 1, 0)));
  };
  const leave = () => navigate(`/${district}/meetings/${of.meeting.id}`);
  useKeys({ go, leave, write: () => mayWrite && setWriting(true), stopWriting: () => setWriting(false), isWriting });
  const item = of.last.length > 0 ? items[at - 1] : items[at];
  return (
    <section className="room">
      <header className="room-head">
        <h1>{words.name(of.meeting.year, of.meeting.no)}</h1>
        <span>{words.of(Math.min(at + 1, pages), pages)}</span>
      </header>
      <div className="room-body">
        {pages === 0 && <EmptyState title={words.nothing} text={words.nothingText} />}
        {pages > 0 && item === undefined && (
          <>
            <h2>{words.last}</h2>
            <LastList of={of} />
          </>
        )}
        {item !== undefined && (
          <RoomItem key={item.key} item={item} of={of} isWriting={isWriting} onWriting={mayWrite ? setWriting : null} />
        )}
      </div>
      <footer className="room-foot no-print">
        <button type="button" onClick={() => go(-1)} disabled={at === 0}>
          ← {words.previous}
        </button>
        <button type="button" onClick={() => go(1)} disabled={at >= pages - 1}>
          {words.next} →
        </button>
        <span className="room-keys">{words.keys}</span>
        <button type="button" onClick={leave}>
          {words.leave}
        </button>
      </footer>
    </section>
  );
}

type Keys = {
  readonly go: (by: number) => void;
  readonly leave: () => void;
  readonly write: () => void;
  readonly stopWriting: () => void;
  readonly isWriting: boolean;
};

/** A dialog that is on its way out still holds the focus for a moment, and takes no more. */
const TYPED_INTO = 'input, textarea, .ant-select, .ant-modal:not(.ant-zoom-leave)';

/** Keys do nothing while somebody types, except Esc, which ends the typing. */
function useKeys({ go, leave, write, stopWriting, isWriting }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest(TYPED_INTO) !== null;
      if (event.key === 'Escape') return isWriting ? stopWriting() : isTyping ? undefined : leave();
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'ArrowRight' || event.key === 'PageDown') go(1);
      if (event.key === 'ArrowLeft' || event.key === 'PageUp') go(-1);
      if (event.key === 'd' || event.key === 'D') {
        event.preventDefault();
        write();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
