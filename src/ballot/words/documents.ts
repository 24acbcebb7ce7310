import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import type { Candidate } from '../rules/candidate.ts';
import type { NoticeContent } from '../rules/result.ts';

/** What the papers, sheets and notices of a session say. They are documents of a Chinese congress and exist in Chinese only. */
export const paperWords = {
  title: (forYear: number) => `${forYear}年民生实事项目表决票`,
  second: '（再次投票）',
  mark: '符号',
  number: '序号',
  name: '候选项目',
  approve: ['赞成', '反对', '弃权'] as const,
  order: '优先次序',
  seal: '（加盖大会秘书处印章）',
  how: {
    tick: (most: number) => `说明：同意的，在该项目的“符号”栏内画“○”；最多选${most}项，多于${most}项的，整张票无效；不画符号的为空白票。`,
    approve: () => '说明：每个项目在“赞成”“反对”“弃权”中选一栏画“○”；同一项目画两个以上的，这一项无效；不画的为弃权。',
    rank: (most: number) => `说明：在“优先次序”栏内填写1至${most}，1为最优先，每个数字只用一次；不填的不计分。`,
  },
} as const;

export const paperFile = (round: number) => `表决票（第${round}次投票）`;
export const coverWords = {
  title: '表决票捆封面',
  of: (round: number) => `第${round}次投票`,
  serial: (serial: number) => `第 ${serial} 捆`,
  lines: ['本捆票数', '第一计票人', '第二计票人', '监票人'] as const,
  file: '捆封面',
} as const;

export const bookletWords = {
  title: (forYear: number) => `${forYear}年民生实事候选项目`,
  under: (session: string, count: number) => `${session}文件 · 候选项目${count}个`,
  rows: (it: Candidate): readonly (readonly [string, string])[] => [
    ['提出依据', it.basis],
    ['建设内容和目标', it.content],
    ['投资', it.investment],
    ['资金来源', it.fundSource],
    ['实施地点', it.place],
    ['完成时限', it.finishTime],
    ['牵头单位', it.leadUnit],
  ],
  field: '事项',
  text: '内容',
  open: '（未填）',
  file: '候选项目汇编',
} as const;

export const recordWords = {
  title: '计票结果报告单',
  under: (session: string, round: string) => `${session} · ${round}`,
  heading: { papers: '一、票数', votes: '二、得票', sums: '三、算式', outcome: '四、结果', signatures: '签名' },
  columns: { place: '名次', name: '候选项目', for: '得票', against: '反对', abstain: '弃权', points: '得分', chosen: '当选' },
  chosen: '当选',
  tied: '同票',
  stands: (seats: number, elected: number) => `应选${seats}个，当选${elected}个。`,
  isVoid: '本次表决无效。',
  duty: '职务',
  signatures: [
    ['总监票人', ''],
    ['监票人', ''],
    ['计票人', ''],
    ['报告时间', '      年    月    日    时    分'],
  ] as const,
  file: (round: number) => `计票结果报告单（第${round}次投票）`,
} as const;

export const noticeWords = {
  mark: (session: string) => [session, '主席团公告'],
  signer: (session: string) => `${session}主席团`,
  body: (it: NoticeContent, on: CivilDate) =>
    `${it.sessionTitle}于${longDate(on)}以无记名投票方式，对${it.candidates}个民生实事候选项目进行票决。会议应到代表${it.roll}人，实到${it.attending}人，符合法定人数。现将票决产生的${it.forYear}年民生实事项目公告如下：`,
  line: (it: NoticeContent['elected'][number], place: number) => `${place}．${it.name}${it.votes === null ? '' : `（${it.votes}票）`}`,
  order: { list: '以上项目按表决票上的次序排列。', 'list-rank': '以上项目按得票多少排列。', 'list-counts': '以上项目按得票多少排列。' },
  openSeats: (decision: string) => `不足的名额：${decision}`,
  corrects: (serial: number, reason: string) =>
    `第${serial}号公告有误，更正如下。原因：${reason}。原公告自本公告发布之日起不再适用，仍留存备查。`,
  now: '特此公告。',
  file: (serial: number) => `公告第${serial}号`,
} as const;

export const minutesWords = {
  title: '票决情况记录',
  heading: {
    sheet: '一、表决办法',
    attendance: '二、到会情况',
    officers: '三、总监票人、监票人、计票人',
    list: '四、付表决的候选项目',
    rounds: '五、投票和计票',
    undone: '六、更正',
    notices: '七、公告',
  },
  sheetDigest: (digest: string) => `大会通过的表决办法，校验码：${digest}`,
  delegation: { name: '代表团', roll: '应到', present: '实到', leave: '请假' },
  settled: (decision: string) => `主席团：${decision}`,
  skipped: (step: string, reason: string) => `${step}：未进行，原因：${reason}`,
  taken: (step: string, by: string, note: string) => `${step}（${by}记录）${note === '' ? '' : `：${note}`}`,
  undone: (what: string, reason: string, by: string) => `${what}：${reason}（${by}）`,
  undoings: { list: '重新确定候选项目名单', bundle: '重新录入一捆', count: '撤销计票结果' } as Readonly<Record<string, string>>,
  none: '没有。',
  notice: (serial: number, by: string, on: CivilDate) => `公告第${serial}号，${by}签发，${longDate(on)}`,
  file: '票决情况记录',
} as const;
