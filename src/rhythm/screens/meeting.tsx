import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { LightBadge } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { AgendaList } from './agenda-list.tsx';
import { AttendanceBox } from './attendance.tsx';
import { CloseMeeting } from './close-meeting.tsx';
import type { MeetingAnswer } from './contract.ts';
import { DecisionList } from './decision-list.tsx';
import { LastDecisions } from './last-decisions.tsx';
import { meetingLabels } from './meeting-labels.ts';
import { MeetingPapers } from './meeting-papers.tsx';
import { PlanMeeting } from './plan-meeting.tsx';
import './rhythm.css';

const LIGHTS = ['red', 'yellow', 'grey', 'green', 'white', 'closed'] as const;

/** One meeting: before it the agenda, in it attendance and decisions, after it the papers that came of it. */
export default function MeetingScreen() {
  const { meetingId } = useParams();
  const answer = useRead<MeetingAnswer>(`/rhythm/meeting?meetingId=${meetingId}`);
  return <Whole of={answer}>{(it) => <MeetingView of={it} />}</Whole>;
}

function MeetingView({ of }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const { meeting, counts, asOf, list } = of;
  const isHeld = meeting.state === 'under-way' || meeting.state === 'closed';
  const hours = [meeting.fromTime, meeting.toTime].filter((it) => it !== null).join('—');
  return (
    <Page
      title={`${words.name(meeting.year, meeting.no)}`}
      lead={`${longDate(meeting.plannedOn, locale)} ${hours} · ${meeting.place} · ${words.chair} ${meeting.chairName}`}
      actions={<Acts of={of} />}
    >
      <p className="meeting-counts">
        <span className={`meeting-state ${meeting.state}`}>{words.states[meeting.state]}</span> {list.title} ·{' '}
        {words.asOf(longDate(asOf, locale))}
        {LIGHTS.filter((it) => counts[it] > 0).map((it) => (
          <LightBadge key={it} light={it} count={counts[it]} />
        ))}
      </p>
      <MeetingPapers of={of} />
      <LastDecisions of={of} />
      <Section title={words.agenda}>
        <AgendaList of={of} />
      </Section>
      {isHeld && (
        <Section title={words.decisions}>
          <DecisionList of={of} itemKey={null} />
        </Section>
      )}
      {isHeld && <AttendanceBox key={of.attendance.length} of={of} />}
    </Page>
  );
}

type Open = 'change' | 'cancel' | 'close' | null;

function Acts({ of }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayLead = useMay('rhythm.meeting');
  const [open, setOpen] = useState<Open>(null);
  const { meeting } = of;
  const room = () => navigate(`/${district}/meetings/${meeting.id}/room`);
  const isPlanned = meeting.state === 'planned' && mayLead;
  const isUnderWay = meeting.state === 'under-way' && mayLead;
  return (
    <>
      {isPlanned && <BeginMeeting of={of} onBegun={room} />}
      {meeting.state !== 'cancelled' && (
        <Button type={isUnderWay ? 'primary' : 'default'} onClick={room}>
          {isUnderWay ? words.enter : words.room}
        </Button>
      )}
      {isUnderWay && <Button onClick={() => setOpen('close')}>{words.close}</Button>}
      {isPlanned && <Button onClick={() => setOpen('change')}>{words.change}</Button>}
      {isPlanned && <Button onClick={() => setOpen('cancel')}>{words.cancel}</Button>}
      {open === 'change' && <PlanMeeting of={of} lists={[]} meeting={meeting} onClose={() => setOpen(null)} />}
      {open === 'cancel' && <Cancel of={of} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseMeeting of={of} onClose={() => setOpen(null)} />}
    </>
  );
}

function BeginMeeting({ of: { meeting }, onBegun }: { readonly of: MeetingAnswer; readonly onBegun: () => void }) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const { message, modal } = App.useApp();
  const begin = useCommand<unknown, unknown>('rhythm.begin-meeting');
  const start = () =>
    begin
      .mutateAsync({ input: { meetingId: meeting.id } })
      .then(onBegun)
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <Button
      type="primary"
      loading={begin.isPending}
      onClick={() => modal.confirm({ title: words.begin, content: words.beginSure, onOk: start })}
    >
      {words.begin}
    </Button>
  );
}

function Cancel({ of: { meeting }, onClose }: { readonly of: MeetingAnswer; readonly onClose: () => void }) {
  const words = useLabels(meetingLabels);
  const cancel = useCommand<unknown, unknown>('rhythm.cancel-meeting');
  const base = { [`meeting:${meeting.id}`]: meeting.version };
  const send = (reason: string) => cancel.mutateAsync({ input: { meetingId: meeting.id, reason }, base }).then(onClose);
  return <ReasonDialog open title={words.cancel} act={words.cancel} danger onCancel={onClose} onConfirm={send} />;
}
