import { Button } from 'antd';
import { Link } from 'react-router';
import { monthOf } from '#/kernel/civil-date.ts';
import { useLabels } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';
import { useDownload } from './use-download.ts';

/** Everything on paper: the meeting's own, a page for each leader, the orders, the minutes. */
export function MeetingPapers({ of }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const { district } = useWorkplace();
  const download = useDownload();
  const { meeting, orders } = of;
  const own = `/${district}/meetings/${meeting.id}`;
  if (meeting.state === 'cancelled') return null;
  return (
    <div className="meeting-papers no-print">
      <p className="acts">
        <Link to={`${own}/papers`}>{words.papers}</Link>
        <Button onClick={() => download(`/rhythm/papers.docx?meetingId=${meeting.id}`)}>{words.papersWord}</Button>
        {meeting.state === 'closed' && (
          <Button type="primary" onClick={() => download(`/rhythm/minutes.docx?meetingId=${meeting.id}`)}>
            {words.minutes}
          </Button>
        )}
        {orders.length > 0 && <Link to={`${own}/slips`}>{words.slips}</Link>}
      </p>
      <LeaderPages of={of} />
    </div>
  );
}

/** 分管领导一页纸: made by the stage that makes the bulletin, from the same board. */
function LeaderPages({ of: { meeting, overseers, posts, list } }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const { district } = useWorkplace();
  const leaders = [...new Set(Object.values(overseers).flatMap((it) => it ?? []))];
  if (leaders.length === 0) return null;
  const address = (postId: string) =>
    `/${district}/one-pager?year=${list.year}&kind=${list.kind}&month=${monthOf(meeting.plannedOn)}&post=${postId}`;
  return (
    <p>
      <b>{words.onePages}</b>：
      {leaders.map((postId, i) => {
        const post = posts.find(({ id }) => id === postId);
        return (
          <span key={postId}>
            {i > 0 ? '、' : ''}
            <Link to={address(postId)}>{post ? `${post.title}${post.holder === null ? '' : `（${post.holder}）`}` : postId}</Link>
          </span>
        );
      })}
    </p>
  );
}
