const zh = {
  title: '停水、封路等通知',
  lead: '写哪里、从什么时候到什么时候。下一期公开版发布后，排在“与我有关”各相关区域的最上面；过期的自动不再显示。',
  none: '还没有登记通知。',
  add: '登记通知',
  kind: '类别',
  what: '内容（写到路段、小区名）',
  from: '开始',
  until: '结束',
  time: '几点（可不填，如 08:00）',
  areas: '哪些区域（不选即全区）',
  office: '咨询单位',
  phone: '咨询电话',
  whole: '全区',
  over: '已过期',
  withdraw: '撤下',
  withdrawn: (by: string, on: string, why: string) => `${by}于${on}撤下：${why}`,
  badTime: '时间请写成 08:00 的样子',
  incomplete: '请填全内容、日期、咨询单位和电话',
};
type Labels = typeof zh;

const en: Labels = {
  title: 'Water stops and closed roads',
  lead: 'What, where, from when until when. With the next edition it stands on top of “For me” of each area; what is over is no longer shown.',
  none: 'No notice yet.',
  add: 'Record a notice',
  kind: 'Kind',
  what: 'What (down to the stretch of road, the estate)',
  from: 'From',
  until: 'Until',
  time: 'Time (optional, as 08:00)',
  areas: 'Which areas (none: the whole district)',
  office: 'Office to ask',
  phone: 'Telephone',
  whole: 'whole district',
  over: 'over',
  withdraw: 'Withdraw',
  withdrawn: (by, on, why) => `withdrawn by ${by} on ${on}: ${why}`,
  badTime: 'Write the time as 08:00',
  incomplete: 'Fill in what, days, office and telephone',
};

export const disruptionLabels = { 'zh-CN': zh, en };
