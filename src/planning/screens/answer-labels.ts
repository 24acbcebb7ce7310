const zh = {
  claim: '认领',
  claimed: '已认领',
  decline: '退回任务',
  declineReason: '为什么不属本单位，应由谁办',
  declined: '已退回，请督查室另行分解',
  start: '今天开工',
  started: '已记开工',
  startedOn: '开工日期',
  finishedOn: '完成日期',
  photos: '照片',
  photoNeeded: '节点须附照片',
  dayMissing: '请填日期',
  finish: '报完成',
  finished: '已记完成',
};

const en: typeof zh = {
  claim: 'Claim',
  claimed: 'Claimed',
  decline: 'Decline the task',
  declineReason: 'Why it is not yours, and whose it is',
  declined: 'Declined; the supervision office decides anew',
  start: 'Begun today',
  started: 'Noted as begun',
  startedOn: 'Begun on',
  finishedOn: 'Finished on',
  photos: 'Photos',
  photoNeeded: 'A milestone needs a photo',
  dayMissing: 'Give the day',
  finish: 'Report as finished',
  finished: 'Noted as finished',
};

export const answerLabels = { 'zh-CN': zh, en };
