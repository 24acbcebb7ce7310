import { type CivilDate, yearOf } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import type { DocumentNumber, OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import type { Letter } from '../rules/letter.ts';

type Around = { readonly issuer: string; readonly today: CivilDate; readonly band: string | null };

/** 函成文: the request in the form of a letter (GB/T 9704-2012, 10.1); its number stays open until the office's register has given one. */
export function letterDocument({ title, toBody, text, answerBy, sentOn, number }: Letter, { issuer, today, band }: Around): OfficialLetter {
  const closing = [`请于${longDate(answerBy)}前函复办理意见。`, '专此函达，请予支持。'];
  return {
    head: { kind: 'letter-head', mark: issuer, number: numberOf(number, sentOn ?? today) },
    title: [title],
    addressee: toBody,
    body: [...text.split('\n').filter((it) => it.trim() !== ''), ...closing].map((it) => ({ kind: 'paragraph', text: it.trim() })),
    signature: { kind: 'sealed', unit: issuer, date: sentOn ?? today },
    note: null,
    annexes: [],
    imprint: null,
    band,
  };
}

/** 平政督函〔2026〕6号 as the register gave it; open where it has given none, or one of another shape. */
function numberOf(typed: string | null, day: CivilDate): DocumentNumber {
  const found = /^(.*?)〔(\d{4})〕\s*(\d+)\s*号$/.exec(typed ?? '');
  if (found === null) return { code: typed ?? '', year: yearOf(day), serial: null };
  return { code: found[1]!, year: Number(found[2]), serial: Number(found[3]) };
}
