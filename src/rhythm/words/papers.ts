import type { Meeting } from '../rules/meeting.ts';

type Named = Pick<Meeting, 'year' | 'no'>;

/** 专题调度会 as who is asked to solve a blocker. */
export const MEETING_NAME = '专题调度会';
/** 主持 as the place of the chair. */
export const CHAIR = '主持';

export function meetingTitle({ year, no }: Named): string {
  return `${year}年第${no}次${MEETING_NAME}`;
}

/** What an order says of where it comes from. */
export function decisionSource(meeting: Named): string {
  return `${meetingTitle(meeting)}议定事项`;
}

export function papersFileName(meeting: Named): string {
  return `${meetingTitle(meeting)}材料.docx`;
}

export function minutesFileName(meeting: Named): string {
  return `${meetingTitle(meeting)}纪要.docx`;
}
