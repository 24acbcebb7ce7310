import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { NoList, useYearList } from '#/ui/year-list.tsx';
import type { MeetingsAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';
import { PlanMeeting } from './plan-meeting.tsx';
import './rhythm.css';

/** 调度会: planned, under way and held ones, the newest first. */
export default function MeetingsScreen() {
  const words = useLabels(meetingLabels);
  const mayPlan = useMay('rhythm.meeting');
  const [isPlanning, setPlanning] = useState(false);
  const list = useYearList();
  const answer = useRead<MeetingsAnswer>('/rhythm/meetings');
  if (list.lines.data !== undefined && list.list === null) return <NoList />;
  const actions = mayPlan && (
    <Button type="primary" onClick={() => setPlanning(true)}>
      {words.plan}
    </Button>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      <Whole of={answer}>
        {(it) => (
          <>
            {it.meetings.length === 0 && <EmptyState title={words.none} text={words.noneText} />}
            <Listed of={it} />
            {isPlanning && <PlanMeeting of={it} lists={list.frozen} meeting={null} onClose={() => setPlanning(false)} />}
          </>
        )}
      </Whole>
    </Page>
  );
}

function Listed({ of: { meetings } }: { readonly of: MeetingsAnswer }) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  return (
    <ul className="meeting-list">
      {meetings.map((it) => (
        <li key={it.id} className={it.state}>
          <h3>
            <Link to={`/${district}/meetings/${it.id}`}>{words.name(it.year, it.no)}</Link>{' '}
            <span className={`meeting-state ${it.state}`}>{words.states[it.state]}</span>
          </h3>
          <p>
            {longDate(it.plannedOn, locale)} {it.fromTime ?? ''} · {it.place} · {words.chair} {it.chairName}
          </p>
          {it.cancelledBecause !== null && <p className="soft">{it.cancelledBecause}</p>}
        </li>
      ))}
    </ul>
  );
}
