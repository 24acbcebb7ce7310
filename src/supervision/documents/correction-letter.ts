import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import type { OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import type { BulletinContent } from '../rules/bulletin.ts';
import type { CorrectedLine } from '../rules/correction.ts';
import { correctedText } from '../words/extra.ts';

type CorrectionInput = {
  readonly content: BulletinContent;
  readonly issue: number | null;
  readonly lines: readonly CorrectedLine[];
  readonly reason: string;
  readonly no: number;
  readonly on: CivilDate;
  readonly band: string | null;
};

/** 更正通知: goes to whoever got the bulletin, and says line by line what stood there and what is right. */
export function correctionLetter({ content, issue, lines, reason, no, on, band }: CorrectionInput): OfficialLetter {
  const { settings, year, month, asOf } = content;
  const title = ['关于更正', `${year}年`, `${month}月份`, '通报的', '通知'];
  return {
    head: { kind: 'bulletin-head', mark: `${settings.mark.slice(0, 8)}更正`, year, issue: no, issuer: settings.issuer, issuedOn: on },
    title,
    addressee: settings.addressee,
    body: [
      {
        kind: 'paragraph',
        text: `${year}年${month}月份通报${issue === null ? '' : `（第${issue}期）`}截至${longDate(asOf)}的以下${lines.length}处有误，现予更正。原通报其余内容不变。`,
      },
      ...lines.map((line, i) => ({ kind: 'paragraph' as const, text: `${lines.length === 1 ? '' : `${i + 1}.`}${correctedText(line)}。` })),
      { kind: 'paragraph', text: `更正原因：${reason.replace(/[。；]$/, '')}。` },
    ],
    signature: { kind: 'unsealed', unit: settings.issuer, date: on },
    note: null,
    annexes: [],
    imprint: { copyTo: settings.copyTo, issuer: settings.issuer, printedOn: on },
    band,
  };
}
