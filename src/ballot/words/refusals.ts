import type { Locale } from '#/kernel/format.ts';
import type { BoxRefusal } from '../rules/box.ts';
import type { SheetRefusal } from '../rules/session-sheet.ts';
import { boxSentence } from './box.ts';
import { sentenceOfSheetFault, sheetStateWords } from './sheet.ts';

export type BallotRefusal = SheetRefusal | BoxRefusal;

/** One sentence for each refusal, with what to do next. */
export function wordsOf(refusal: BallotRefusal, locale: Locale = 'zh-CN'): string {
  return locale === 'zh-CN' ? zh(refusal) : en(refusal);
}

function zh(it: BallotRefusal): string {
  switch (it.kind) {
    case 'sheet-contradicts':
      return `表决办法自相矛盾，暂不能保存：${it.faults.map((fault) => sentenceOfSheetFault(fault, 'zh-CN')).join('；')}`;
    case 'sheet-adopted':
      return `表决办法已经大会通过（校验码 ${it.digest.slice(0, 8)}），不再改动；确需改变的，由下次会议另定`;
    case 'session-under-way':
      return '大会已经开始票决，表决办法和会议情况不再改动';
    case 'sheet-out-of-order':
      return `表决办法现在是“${sheetStateWords['zh-CN'][it.state]}”；请按草案、主席团、大会通过的次序办理`;
    default:
      return boxSentence(it, 'zh-CN');
  }
}

function en(it: BallotRefusal): string {
  switch (it.kind) {
    case 'sheet-contradicts':
      return `The sheet contradicts itself: ${it.faults.map((fault) => sentenceOfSheetFault(fault, 'en')).join('; ')}`;
    case 'sheet-adopted':
      return `The sheet was adopted by the plenary (digest ${it.digest.slice(0, 8)}) and stays as it is`;
    case 'session-under-way':
      return 'The vote has begun; the sheet and the session stay as they are';
    case 'sheet-out-of-order':
      return `The sheet is “${sheetStateWords.en[it.state]}” now; it goes from draft to the presidium to the plenary`;
    default:
      return boxSentence(it, 'en');
  }
}
