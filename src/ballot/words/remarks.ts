import type { Locale } from '#/kernel/format.ts';
import { CANDIDATE_HEADS, type CandidateRemark } from '../rules/candidate.ts';
import { ROLL_HEADS, type RollRemark } from '../rules/roll.ts';

type Said = { readonly field: string; readonly text: string };
type Any = RollRemark | CandidateRemark;

/** 逐行报告: in which column of which row, what is wrong, what to do. */
export function sentenceOfRollRemark(it: RollRemark, locale: Locale): Said {
  return { field: ROLL_HEADS[it.field][0], text: locale === 'zh-CN' ? zh(it) : en(it) };
}

export function sentenceOfCandidateRemark(it: CandidateRemark, locale: Locale): Said {
  return { field: CANDIDATE_HEADS[it.field][0], text: locale === 'zh-CN' ? zh(it) : en(it) };
}

function zh(it: Any): string {
  switch (it.kind) {
    case 'missing':
      return '没有填写；请补上';
    case 'left-empty':
      return '没有填写；可以导入后再补';
    case 'too-long':
      return `超过${it.limit}个字；请缩短`;
    case 'same-name':
      return `与第${it.otherRow}行同名，不在一个代表团；请确认是两个人`;
    case 'listed-twice':
      return `与第${it.otherRow}行重复；请删去一行`;
  }
}

function en(it: Any): string {
  switch (it.kind) {
    case 'missing':
      return 'empty; fill it in';
    case 'left-empty':
      return 'empty; it may be filled in later';
    case 'too-long':
      return `longer than ${it.limit} characters`;
    case 'same-name':
      return `the same name as in row ${it.otherRow}, in another delegation; make sure they are two persons`;
    case 'listed-twice':
      return `the same as row ${it.otherRow}; strike one`;
  }
}
