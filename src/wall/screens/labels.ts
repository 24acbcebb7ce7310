import type { Labels } from '#/ui/locale.tsx';

const zh = {
  wall: '挂图',
  all: '总图',
  projects: '打开一件实事',
  open: (no: string, name: string) => `第${no}件 ${name}`,
  print: '打印',
  printOn: (paper: string) => `打印 ${paper}（横向，一张）`,
  word: 'Word 附件（A3）',
  wordFailed: '文件没有生成',
  fullScreen: '全屏',
  tileMap: '点位图：Tab 逐个点位，回车打开实事，方向键移动，加减号缩放',
  leave: '退出挂图',
  keys: '按键：1–9、0 打开一件，← → 过会次序，Esc 总图',
  updated: (time: string) => `${time} 更新，每分钟自动更新`,
  offline: (time: string) => `连不上服务器，这是 ${time} 的图；连上后自动更新`,
  page: (page: number, pages: number) => `第 ${page} / ${pages} 张`,
  pageBefore: '上一张',
  pageAfter: '下一张',
  asOf: (day: string) => `截至 ${day}`,
  back: '返回全部实事',
  notPlanned: '还没有排期',
  swipe: '下面是挂图，可以在框里左右滑动。',
};
export type WallLabels = typeof zh;

const en: WallLabels = {
  wall: 'Wall chart',
  all: 'All projects',
  projects: 'Open a project',
  open: (no, name) => `No. ${no} ${name}`,
  print: 'Print',
  printOn: (paper) => `Print ${paper} (landscape, one sheet)`,
  word: 'Word annex (A3)',
  wordFailed: 'The file could not be made',
  fullScreen: 'Full screen',
  tileMap: 'Map of sites: Tab goes from site to site, Enter opens the project, arrow keys move, plus and minus zoom',
  leave: 'Leave the wall chart',
  keys: 'Keys: 1–9 and 0 open a project, ← → agenda, Esc all',
  updated: (time) => `Updated ${time}, every minute`,
  offline: (time) => `The server does not answer; this is the chart of ${time} and it renews itself`,
  page: (page, pages) => `Sheet ${page} of ${pages}`,
  pageBefore: 'Sheet before',
  pageAfter: 'Next sheet',
  asOf: (day) => `As of ${day}`,
  back: 'Back to all projects',
  notPlanned: 'not planned yet',
  swipe: 'The drawing lies below and scrolls in its own box.',
};

export const labels: Labels<WallLabels> = { 'zh-CN': zh, en };
