import type { Locale } from '#/kernel/format.ts';

const zh = {
  skip: '跳到正文',
  navigation: '导航',
  board: '实事进展',
  withMe: '与我有关',
  editions: '各期公开版',
  how: '怎样计算',
  big: '大字版',
  standard: '标准版',
  otherLanguage: 'EN',
  demoDay: (day: string) => `演示日期 ${day}`,
  foot: '数字出自各单位报送并经采用的实绩，或由登记的实绩计数；灯色由程序计算；公开版签发后不改，更正另出一期。本页不需要脚本，可打印，可用键盘阅读。',
};

type Words = typeof zh;

const en: Words = {
  skip: 'Skip to the content',
  navigation: 'Navigation',
  board: 'Progress',
  withMe: 'For me',
  editions: 'Editions',
  how: 'How it is computed',
  big: 'Large type',
  standard: 'Standard type',
  otherLanguage: '中文',
  demoDay: (day) => `demo date ${day}`,
  foot: 'Figures come from adopted reports of the units, or are counted from records; lights are computed; a signed edition never changes, a correction is a new edition. This page needs no script, prints, and reads by keyboard.',
};

export const frameWords: Readonly<Record<Locale, Words>> = { 'zh-CN': zh, en };
