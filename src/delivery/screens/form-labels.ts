const zh = {
  title: '报送表和催报文字',
  lead: '发给各单位：打印报送表，或把文字贴到工作群。',
  chat: '工作群文字',
  copy: '复制文字',
  copied: '已复制',
  print: '打印各单位报送表',
  asFiles: '报送表（.xlsx），发出和收回',
  sheetOf: (unit: string) => `${unit} 民生实事进展报送表`,
  noUnit: '（牵头单位未定）',
  asOf: (day: string) => `上次数据截至 ${day}`,
  columns: ['序号', '承诺', '目标', '上次', '本次数', '本期数或累计数（圈选）', '一句话说明'],
  kinds: '本期　累计',
  sign: '数据截至：　　年　　月　　日　　填报人：　　　　　　单位负责人：　　　　　　（佐证照片另附）',
  chatHead: (title: string, day: string) => `【进展报送】${title}，请各单位报送最新进展（上次截至 ${day}）：`,
  chatLine: (unit: string, promises: readonly string[]) => `▪ ${unit}：${promises.join('；')}`,
  chatEnd:
    '每条报一个数（写明本期数还是累计数）、一张佐证照片、一句话。手机打开工作台“报送进展”即可，半分钟一条。请勿在群内发送涉密和个人信息。',
};
type FormLabels = typeof zh;

const en: FormLabels = {
  title: 'Forms and reminder text',
  lead: 'For the units: print the forms, or paste the text into the group chat.',
  chat: 'Text for the group chat',
  copy: 'Copy the text',
  copied: 'Copied',
  print: 'Print the forms of all units',
  asFiles: 'Forms as .xlsx: send out and collect',
  sheetOf: (unit) => `${unit}: report on livelihood projects`,
  noUnit: '(no lead unit yet)',
  asOf: (day) => `last figures as of ${day}`,
  columns: ['No.', 'Promise', 'Target', 'Last', 'Now', 'This period or in total', 'One line'],
  kinds: 'period / total',
  sign: 'As of: ____________  Filled in by: ____________  Head of the unit: ____________',
  chatHead: (title, day) => `${title}: please report (last figures as of ${day})`,
  chatLine: (unit, promises) => `▪ ${unit}: ${promises.join('; ')}`,
  chatEnd: 'One figure (this period or in total), one photo, one line each.',
};

export const formLabels = { 'zh-CN': zh, en };
