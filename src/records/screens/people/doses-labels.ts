import type { Labels } from '#/ui/locale.tsx';

const zh = {
  title: '应种名单',
  lead: '谁该打哪一剂、从哪天起、最晚哪天。只列符合条件的人；经判断是同一人的，按一人看。剂次不按顺序或间隔不足的，列出来，不计入。',
  roster: '对照哪份名册（列出还没有打的）',
  noRoster: '没有对照名册：一剂没打的人不在下面。',
  states: { none: '未种', partial: '种了一部分', complete: '全程完成', overdue: '逾期', ineligible: '不符合条件', undecided: '条件不明' },
  due: '要通知的人',
  name: '姓名',
  place: '地方',
  phone: '电话',
  next: '应打',
  dose: (no: number) => `第 ${no} 剂`,
  now: '现在起',
  from: '可种起日',
  by: '最晚',
  state: '情况',
  whole: '导出的表是全部的人，姓名遮盖，不带电话。',
  nobodyDue: '现在没有要通知的人。',
  faults: {
    'before-first': (dose: number, on: string) => `第 ${dose} 剂（${on}）早于前一剂，或没有前一剂`,
    'too-early': (dose: number, on: string) => `第 ${dose} 剂（${on}）间隔不足`,
  },
};

export const dosesLabels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    title: 'Who is due',
    lead: 'Who is due for which dose, from when, and by when. Only who is eligible; who was found to be one person is one. Doses out of order or too early are listed and not counted.',
    roster: 'Against which roster (to list who has none)',
    noRoster: 'Without a roster: who was given nothing does not stand below.',
    states: {
      none: 'none',
      partial: 'partial',
      complete: 'complete',
      overdue: 'overdue',
      ineligible: 'not eligible',
      undecided: 'not known to be eligible',
    },
    due: 'To be told',
    name: 'Name',
    place: 'Place',
    phone: 'Telephone',
    next: 'Due',
    dose: (no) => `dose ${no}`,
    now: 'now',
    from: 'From',
    by: 'By',
    state: 'State',
    whole: 'The table that is saved has all of them, names covered, without telephones.',
    nobodyDue: 'Nobody has to be told now.',
    faults: {
      'before-first': (dose, on) => `dose ${dose} (${on}) before the one before it`,
      'too-early': (dose, on) => `dose ${dose} (${on}) too early`,
    },
  },
};
