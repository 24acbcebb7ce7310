import type { CivilDate } from '#/kernel/civil-date.ts';
import type { OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import type { Notice } from '../rules/result.ts';
import { noticeWords } from '../words/documents.ts';

export type NoticeInput = {
  readonly notice: Notice;
  /** The one that it supersedes. */
  readonly corrected: Notice | null;
  readonly heldOn: CivilDate;
  readonly band: string | null;
};

/** 公告成文: the notice as a letter of GB/T 9704, in the form of an order, which a congress gives its notices. */
export function noticeLetter({ notice, corrected, heldOn, band }: NoticeInput): OfficialLetter {
  const { content, serial, signedOn, reason } = notice;
  const { elected, openSeats, sessionTitle } = content;
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
  return {
    head: { kind: 'order-head', mark: noticeWords.mark(sessionTitle), serial },
    title: [],
    addressee: null,
    body: [
      ...(corrected === null ? [] : [paragraph(noticeWords.corrects(corrected.serial, reason ?? ''))]),
      paragraph(noticeWords.body(content, heldOn)),
      ...elected.map((it, i) => paragraph(noticeWords.line(it, i + 1))),
      paragraph(noticeWords.order[content.publish]),
      ...(openSeats === null ? [] : [paragraph(noticeWords.openSeats(openSeats))]),
      paragraph(noticeWords.now),
    ],
    signature: { kind: 'sealed', unit: noticeWords.signer(sessionTitle), date: signedOn },
    note: null,
    annexes: [],
    imprint: null,
    band,
  };
}
