import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import { shortDate } from '#/kernel/format.ts';
import { type SaidLine, withoutPersonalData } from '../rules/said.ts';

export type Letter = {
  readonly districtName: string;
  readonly madeOn: CivilDate;
  readonly until: CivilDate;
  readonly lines: readonly SaidLine[];
  /** `https://host/staff/990001/`, where the installation knows its address. */
  readonly place: string | null;
};

/** What was read of a mail in a list of mails; no name and no title in it. */
export function letterSubject({ districtName, lines, madeOn }: Letter): string {
  const overdue = lines.filter(({ dueOn }) => dueOn < madeOn).length;
  return `${districtName}民生实事：${lines.length} 项待办${overdue > 0 ? `，其中 ${overdue} 项已逾期` : ''}`;
}

/** 提醒函: each line says what, why, by when and where it is answered. */
export function letterText({ madeOn, until, lines, place }: Letter): string {
  const overdue = lines.filter(({ dueOn }) => dueOn < madeOn);
  const due = lines.filter(({ dueOn }) => dueOn >= madeOn);
  const parts = [
    `您好！截至${shortDate(madeOn)}，您有 ${lines.length} 项待办：`,
    ...partOf('已逾期', overdue, { madeOn, place }),
    ...partOf(`${shortDate(until)}前到期`, due, { madeOn, place }),
    place === null ? '请登录落实工作台，在“我的本周”里办理。' : `全部事项：${place}my-week`,
    '已经办了的请忽略。不想再收邮件，登录后在“提醒方式”里关闭；工作台的收件箱照常提醒。',
  ];
  return `${withoutPersonalData(parts.join('\n\n'))}\n`;
}

type Seen = { readonly madeOn: CivilDate; readonly place: string | null };

function partOf(title: string, lines: readonly SaidLine[], seen: Seen): readonly string[] {
  if (lines.length === 0) return [];
  return [
    `【${title}】${lines.length} 项`,
    ...lines.map((line, i) => `${i + 1}. ${lineText(line, seen.madeOn)}${whereText(line, seen.place)}`),
  ];
}

/** `报送“…”的进展。第 3 项…，每月报送一次。应于6月30日前办理，已逾期 3 天。` */
export function lineText({ what, why, dueOn }: SaidLine, madeOn: CivilDate): string {
  const late = daysBetween(dueOn, madeOn);
  return `${what}。${why}。应于${shortDate(dueOn)}前办理${late > 0 ? `，已逾期 ${late} 天` : ''}。`;
}

function whereText({ link }: SaidLine, place: string | null): string {
  return place === null ? '' : `\n   办理：${place}${link}`;
}

export const TEST_LETTER = {
  subject: '落实：测试邮件',
  text: '这是一封测试邮件。收到它，说明提醒邮件能送到这个邮箱。\n',
  robot: '【落实】这是一条测试消息。看到它，说明提醒能发到本群。',
} as const;

/** What a group is told; a longer text is cut at a line and says how many are left (企业微信: 2,048 bytes of a text message). */
export const MOST_ROBOT_BYTES = 2_000;

export type RobotNews = Omit<Letter, 'place'> & {
  /** Null: the whole district, told in counts by unit. */
  readonly unitName: string | null;
  readonly unitNames: Readonly<Record<string, string>>;
};

export function robotText(news: RobotNews): string {
  const { districtName, unitName, until, madeOn, lines } = news;
  const overdue = lines.filter(({ dueOn }) => dueOn < madeOn).length;
  const head = `【${districtName}民生实事】${unitName ?? '各单位'}：${shortDate(until)}前到期 ${lines.length - overdue} 项，已逾期 ${overdue} 项。`;
  const rows = unitName === null ? unitCounts(news) : lines.map((line, i) => `${i + 1}. ${lineText(line, madeOn)}`);
  return fitted(withoutPersonalData(head), rows.map(withoutPersonalData));
}

function unitCounts({ lines, unitNames, madeOn }: RobotNews): readonly string[] {
  const units = Map.groupBy(lines, ({ unitId }) => (unitId === null ? '督查室' : (unitNames[unitId] ?? '其他单位')));
  return [...units].map(([name, rows]) => {
    const overdue = rows.filter(({ dueOn }) => dueOn < madeOn).length;
    return `${name} ${rows.length} 项${overdue > 0 ? `（逾期 ${overdue} 项）` : ''}`;
  });
}

function fitted(head: string, rows: readonly string[]): string {
  const bytes = new TextEncoder();
  const kept: string[] = [head];
  for (const [i, row] of rows.entries()) {
    const left = `另有 ${rows.length - i} 项，请登录工作台查看。`;
    if (bytes.encode([...kept, row, left].join('\n')).length > MOST_ROBOT_BYTES) return [...kept, left].join('\n');
    kept.push(row);
  }
  return kept.join('\n');
}
