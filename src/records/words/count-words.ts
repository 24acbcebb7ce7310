import type { Locale } from '#/kernel/format.ts';
import type { RecordKind } from '../rules/spec.ts';

type CountWords = {
  readonly kinds: Readonly<Record<RecordKind, string>>;
  /** By kind of records and what is counted of them. */
  readonly counts: Readonly<Record<string, string>>;
  /** Records that lie in no township: none was written, or one that the district does not have. */
  readonly noPlace: string;
};

const zh: CountWords = {
  kinds: { people: '服务的人', events: '场次', works: '工程量', money: '资金', visits: '走访' },
  counts: {
    'people:services': '人次',
    'people:doses': '剂次',
    'people:persons': '人数（一人只计一次）',
    'people:eligible': '认定人数（符合条件、佐证齐全，一人只计一次）',
    'events:held': '场次（日期、地点、主办单位、照片、人数齐全）',
    'events:attended': '参加人次',
    'events:certified': '取证人数',
    'works:done': '完成的工程量',
    'works:accepted': '验收的工程量',
    'money:amount': '金额',
    'money:payees': '收款人次',
    'visits:visits': '走访次数',
    'visits:families': '走访户数',
    'visits:settled': '办结的需求',
  },
  noPlace: '未归入乡镇街道',
};

const en: CountWords = {
  kinds: { people: 'people served', events: 'events', works: 'works', money: 'money', visits: 'visits' },
  counts: {
    'people:services': 'services',
    'people:doses': 'doses',
    'people:persons': 'persons, each once',
    'people:eligible': 'eligible persons with complete evidence, each once',
    'events:held': 'events held, with day, place, host, picture and attendance',
    'events:attended': 'attendances',
    'events:certified': 'certificates',
    'works:done': 'works done',
    'works:accepted': 'works accepted',
    'money:amount': 'amounts paid',
    'money:payees': 'payments to payees',
    'visits:visits': 'visits',
    'visits:families': 'families visited',
    'visits:settled': 'needs settled',
  },
  noPlace: 'in no township',
};

export const countWords: Readonly<Record<Locale, CountWords>> = { 'zh-CN': zh, en };
