const zh = {
  adjust: '调整',
  adjusted: '调整已记录，原文保留在旁',
  asFrozen: '冻结时：',
  adjustWhat: '调整什么',
  adjustKinds: { target: '目标', deadline: '办理时限', content: '内容', termination: '终止' },
  adjustBy: {
    'standing-committee': '票决的清单，凭区人大常委会的决定调整。',
    'government-meeting': '政府确定的清单，凭区政府会议的文件调整。',
  },
  decision: '会议名称，如：区政府第 15 次常务会议',
  documentNo: '文号或纪要编号',
  decidedOn: '决定日期',
  adjustReason: '调整理由（将公开）',
};
type AdjustLabels = typeof zh;

const en: AdjustLabels = {
  adjust: 'Adjust',
  adjusted: 'Recorded; the frozen words stay beside it',
  asFrozen: 'As frozen:',
  adjustWhat: 'What changes',
  adjustKinds: { target: 'target', deadline: 'deadline', content: 'content', termination: 'termination' },
  adjustBy: {
    'standing-committee': 'A voted list is adjusted by a decision of the standing committee.',
    'government-meeting': 'A list settled by the government is adjusted by a document of its meeting.',
  },
  decision: 'Which meeting',
  documentNo: 'Document no.',
  decidedOn: 'Decided on',
  adjustReason: 'Why (this is public)',
};

export const adjustLabels = { 'zh-CN': zh, en };
