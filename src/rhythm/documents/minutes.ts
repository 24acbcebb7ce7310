import { longDate } from '#/kernel/format.ts';
import { numberText } from '#/orders/rules/order.ts';
import type { Block, OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import type { Decision } from '../rules/decision.ts';
import type { Attendance } from '../rules/meeting.ts';
import { orderStateWord } from '../words/agenda.ts';
import type { PapersFacts } from './papers.ts';

export type MinutesFacts = PapersFacts & {
  readonly districtName: string;
  readonly decisions: readonly Decision[];
  readonly attendance: readonly Attendance[];
  readonly posts: Readonly<Record<string, string>>;
  /** 文号 of the orders that the decisions became. */
  readonly numbers: Readonly<Record<string, { readonly year: number; readonly number: number }>>;
};

/** 会议纪要 by GB/T 9704-2012: what was heard, what was settled and who does it until when, who was there. */
export function minutesLetter(facts: MinutesFacts): OfficialLetter {
  const { meeting, issuer, band, districtName, attendance } = facts;
  const on = meeting.closedOn ?? meeting.plannedOn;
  const copyTo = attendance.filter(({ unitId }) => unitId !== null).map(({ title }) => title);
  return {
    head: { kind: 'bulletin-head', mark: '专题会议纪要', year: meeting.year, issue: meeting.no, issuer, issuedOn: on },
    title: [districtName, `${meeting.year}年`, '民生实事', '专题调度会', '会议纪要'],
    addressee: null,
    body: bodyOf(facts),
    attendance: attendanceLines(attendance),
    signature: null,
    note: null,
    annexes: [],
    imprint: { copyTo: copyTo.length === 0 ? null : [...new Set(copyTo)].join('、'), issuer, printedOn: on },
    band,
  };
}

function bodyOf(facts: MinutesFacts): readonly Block[] {
  const { meeting, board, last } = facts;
  const { plannedOn, closedOn, chairName, place } = meeting;
  const { red, yellow } = board.counts;
  const opening = `${longDate(closedOn ?? plannedOn)}，${chairName}在${place}主持召开${meeting.year}年第${meeting.no}次专题调度会，听取${board.programme.title}推进情况，研究解决存在的问题。截至${longDate(board.asOf)}，${board.projects.length}件中严重滞后${red}件、滞后${yellow}件。现将会议议定事项纪要如下：`;
  return [
    { kind: 'paragraph', text: opening },
    ...(last.length === 0
      ? []
      : [{ kind: 'heading', level: 1, text: '上次议定事项办理情况' } as const, ...last.map((it) => lastLine(it, facts))]),
    { kind: 'heading', level: 1, text: '会议议定事项' },
    ...decidedBlocks(facts),
  ];
}

function lastLine({ text, unitId, order }: MinutesFacts['last'][number], { unitNames }: MinutesFacts): Block {
  const state = order === null ? '未交办' : orderStateWord(order.state, 'zh-CN');
  return {
    kind: 'paragraph',
    lead: order === null ? '' : numberText(order),
    text: `${text}（${unitNames[unitId ?? ''] ?? ''}）：${state}。`,
  };
}

/** Decisions under the item they were taken on, in the order of the agenda; what belongs to none stands last. */
function decidedBlocks(facts: MinutesFacts): readonly Block[] {
  const { agenda, decisions } = facts;
  const standing = decisions.filter(({ struckBecause }) => struckBecause === null);
  if (standing.length === 0) return [{ kind: 'paragraph', text: '会议没有形成议定事项。' }];
  const keys = agenda.items.map(({ key }) => key);
  const place = (it: Decision) => (keys.includes(it.itemKey ?? '') ? keys.indexOf(it.itemKey ?? '') : keys.length);
  const groups = Map.groupBy(
    standing.toSorted((a, b) => place(a) - place(b) || a.position - b.position),
    place,
  );
  return [...groups].flatMap(([at, rows]): readonly Block[] => {
    const item = agenda.items[at];
    const title = item === undefined ? '其他' : item.no === null || item.kind === 'added' ? item.title : `${item.title}（第${item.no}件）`;
    return [{ kind: 'heading', level: 2, text: title }, ...rows.map((it): Block => ({ kind: 'paragraph', text: decisionText(it, facts) }))];
  });
}

function decisionText({ text, unitId, postId, dueOn, orderId }: Decision, { unitNames, posts, numbers }: MinutesFacts): string {
  if (unitId === null) return `${text.replace(/。$/, '')}。`;
  const post = postId === null ? '' : `（${posts[postId] ?? ''}）`;
  const order = numbers[orderId ?? ''];
  const by = dueOn === null ? '' : `，${longDate(dueOn)}前办结`;
  return `${text.replace(/。$/, '')}。由${unitNames[unitId] ?? ''}${post}负责${by}${order === undefined ? '' : `（督办${numberText(order)}）`}。`;
}

const WORDS = [
  ['出席', ['present', 'substitute']],
  ['请假', ['leave']],
  ['缺席', ['absent']],
] as const;

function attendanceLines(attendance: readonly Attendance[]): NonNullable<OfficialLetter['attendance']> {
  return WORDS.flatMap(([word, states]) => {
    const rows = attendance.filter((it) => (states as readonly string[]).includes(it.state));
    return rows.length === 0 ? [] : [{ word, names: rows.map(nameOf).join('，') }];
  });
}

function nameOf({ title, name, state }: Attendance): string {
  const said = title === '主持' ? name : `${title}${name === '' ? '' : ` ${name}`}`;
  return state === 'substitute' ? `${said}（代）` : said;
}
