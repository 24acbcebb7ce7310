import type { Locale } from '#/kernel/format.ts';

const zh = {
  title: '票决结果',
  heading: (year: number) => `${year}年民生实事项目票决结果`,
  sums: (roll: number, attending: number, candidates: number, seats: number) =>
    `应到代表 ${roll} 人，实到 ${attending} 人，符合法定人数。从 ${candidates} 个候选项目中票决产生 ${seats} 个。`,
  order: { list: '按表决票上的次序排列。', 'list-rank': '按得票多少排列。', 'list-counts': '按得票多少排列，括号内为得票数。' },
  votes: (votes: number) => `（${votes} 票）`,
  second: '（再次投票产生）',
  openSeats: (decision: string) => `不足的名额：${decision}`,
  notice: (serial: number, by: string, on: string) => `公告第 ${serial} 号，${by}签发，${on}`,
  corrects: (serial: number, reason: string) => `本公告更正公告第 ${serial} 号。原因：${reason}`,
  superseded: (serial: number) => `已由公告第 ${serial} 号更正，留存备查。`,
  sheet: '表决办法',
  digest: (digest: string) => `公告校验码 ${digest}`,
  archives: '电子表决存档',
  archiveText:
    '存档里有全部加密的表决票、各受托人的解密证明和计票结果，没有代表的姓名。任何人都可以下载，打开核验页面，选择这个文件核验；文件不上传。',
  archive: (round: number) => `下载第 ${round} 次投票的存档（.bel）`,
  archiveKept: '存档里有得票数。本次会议的表决办法没有规定公布得票数，存档不公开下载。',
  archiveSmall: '纸质票张数很少，公开存档会让人看出个别票的内容，存档不公开下载。',
  verify: '打开核验页面',
};
type VoteWords = typeof zh;

const en: VoteWords = {
  title: 'Result of the vote',
  heading: (year) => `Livelihood projects of ${year}: result of the deputies’ vote`,
  sums: (roll, attending, candidates, seats) =>
    `${attending} of ${roll} deputies attended, a quorum. ${seats} of ${candidates} candidate projects were chosen.`,
  order: {
    list: 'In the order of the ballot paper.',
    'list-rank': 'In order of votes.',
    'list-counts': 'In order of votes, which stand in brackets.',
  },
  votes: (votes) => ` (${votes} votes)`,
  second: ' (by a second vote)',
  openSeats: (decision) => `Seats left open: ${decision}`,
  notice: (serial, by, on) => `Notice ${serial}, signed by ${by}, ${on}`,
  corrects: (serial, reason) => `This notice corrects notice ${serial}: ${reason}`,
  superseded: (serial) => `Superseded by notice ${serial}, and kept.`,
  sheet: 'The rule sheet',
  digest: (digest) => `Digest of the notice ${digest}`,
  archives: 'Archive of the electronic vote',
  archiveText:
    'It holds every encrypted ballot, the trustees’ proofs of decryption and the count, and no deputy’s name. Anybody may download it and check it on the verification page; the file is not sent anywhere.',
  archive: (round) => `Download the archive of vote ${round} (.bel)`,
  archiveKept:
    'The archive holds the counts. The rule sheet of this session does not publish them, so the archive is not open for download.',
  archiveSmall: 'So few papers were counted beside it that the archive would tell single votes; it is not open for download.',
  verify: 'Open the verification page',
};

export const voteWords: Readonly<Record<Locale, VoteWords>> = { 'zh-CN': zh, en };
