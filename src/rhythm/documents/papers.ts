import type { Board } from '#/delivery/rules/standing.ts';
import { longDate } from '#/kernel/format.ts';
import type { Sheet, SheetColumn } from '#/kernel/sheet.ts';
import type { Agenda } from '../rules/agenda.ts';
import type { DecisionState } from '../rules/decision.ts';
import type { Meeting } from '../rules/meeting.ts';
import { agendaSentence, kindWords, orderStateWord } from '../words/agenda.ts';
import { meetingTitle } from '../words/papers.ts';

export type PapersFacts = {
  readonly meeting: Meeting;
  readonly agenda: Agenda;
  readonly board: Board;
  readonly last: readonly DecisionState[];
  readonly unitNames: Readonly<Record<string, string>>;
  readonly issuer: string;
  readonly band: string | null;
};

const AGENDA: readonly SheetColumn[] = [
  { title: '序号', width: 11, align: 'center' },
  { title: '类别', width: 24, align: 'center' },
  { title: '议题', width: 44, align: 'left' },
  { title: '情况', width: 67, align: 'left' },
  { title: '单位', width: 28, align: 'center' },
];
const LAST: readonly SheetColumn[] = [
  { title: '文号', width: 26, align: 'center' },
  { title: '议定事项', width: 74, align: 'left' },
  { title: '单位', width: 28, align: 'center' },
  { title: '时限', width: 24, align: 'center' },
  { title: '状态', width: 22, align: 'center' },
];

/** 调度会材料: the agenda with its facts, and what came of the last decisions; the same figures as on the board of its day. */
export function meetingPapers({ meeting, agenda, board, last, unitNames, issuer, band }: PapersFacts): Sheet {
  const { plannedOn, fromTime, toTime, place, chairName } = meeting;
  const { red, yellow, grey, green, white, closed } = board.counts;
  const hours = fromTime === null ? '' : ` ${fromTime}${toTime === null ? '' : `—${toTime}`}`;
  return {
    title: `${meetingTitle(meeting)}材料`,
    under: [`${longDate(plannedOn)}${hours}　${place}　主持：${chairName}　　${issuer}　　截至${longDate(board.asOf)}`],
    parts: [
      {
        kind: 'text',
        lead: '总体：',
        text: `${board.programme.title}共${board.projects.length}件，◆已完成${closed}件、●正常${green}件、▲滞后${yellow}件、■严重滞后${red}件、○未到节点${white}件、◌无数据${grey}件。`,
      },
      ...(last.length === 0
        ? []
        : [
            { kind: 'heading', text: '一、上次议定事项办理情况' } as const,
            { kind: 'table', columns: LAST, rows: last.map((it) => lastRow(it, unitNames)) } as const,
          ]),
      { kind: 'heading', text: `${last.length === 0 ? '一' : '二'}、本次议程` },
      { kind: 'table', columns: AGENDA, rows: agenda.items.map((it, i) => agendaRow(it, i)) },
    ],
    notes: agenda.leftOut.map(({ item, reason }) => `未列入：${kindWords['zh-CN'][item.kind]}“${item.title}”（${reason}）`),
    band,
  };
}

function agendaRow(it: Agenda['items'][number], i: number): readonly string[] {
  const title = it.no === null || it.kind === 'added' ? it.title : `${it.title}（第${it.no}件）`;
  return [
    String(i + 1),
    kindWords['zh-CN'][it.kind],
    title,
    [agendaSentence(it), it.note].filter((text) => text !== '').join('。'),
    it.unit ?? '',
  ];
}

function lastRow({ text, unitId, dueOn, order }: DecisionState, unitNames: PapersFacts['unitNames']): readonly string[] {
  const number = order === null ? '' : `〔${order.year}〕${order.number}号`;
  return [
    number,
    text,
    unitNames[unitId ?? ''] ?? '',
    order?.dueOn ?? dueOn ?? '',
    order === null ? '' : orderStateWord(order.state, 'zh-CN'),
  ];
}
