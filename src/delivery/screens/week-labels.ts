const zh = {
  kinds: { 'correct-mismatch': '核查不符，须更正', 'correct-sent-back': '退回更正', report: '本月报送' },
  waits: { unit: '已报，单位审核中', office: '已报，待督查室审核' },
  dueBy: (day: string) => `${day}前`,
  officeSaid: (text: string) => `督查室：${text}`,
  unchanged: '本月无变化',
  unchangedTitle: '报“本月无变化”',
  unchangedText: (value: string) => `将按上次采用的 ${value} 报送，数据截至今天。`,
  unchangedStage: (stage: string) => `将按上次的阶段“${stage}”报送，数据截至今天。`,
  unchangedSent: '已报“本月无变化”，等待审核',
  send: '报送',
  fill: '填报',
  correct: '更正',
  others: '其他承诺',
  othersLead: '本月已报，或不用再报；仍可补报。',
};
type WeekLabels = typeof zh;

const en: WeekLabels = {
  kinds: { 'correct-mismatch': 'found wrong: correct it', 'correct-sent-back': 'sent back: correct it', report: 'monthly report' },
  waits: { unit: 'sent, under review by the unit', office: 'sent, waiting for the office' },
  dueBy: (day) => `by ${day}`,
  officeSaid: (text) => `The office: ${text}`,
  unchanged: 'Nothing changed',
  unchangedTitle: 'State that nothing changed',
  unchangedText: (value) => `The last adopted figure, ${value}, will be reported as of today.`,
  unchangedStage: (stage) => `The last stage, “${stage}”, will be reported as of today.`,
  unchangedSent: 'Sent; waiting for review',
  send: 'Send',
  fill: 'Report',
  correct: 'Correct',
  others: 'Other promises',
  othersLead: 'Reported this month, or not due; more can be reported.',
};

export const weekLabels = { 'zh-CN': zh, en };
