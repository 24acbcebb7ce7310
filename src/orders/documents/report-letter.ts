import { longDate } from '#/kernel/format.ts';
import type { Block, OfficialLetter } from '#/platform/documents/official-letter/letter.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import type { InstructionReport } from '../content/report.ts';
import { numberText } from '../rules/order.ts';
import { labels } from '../words/labels.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const words = labels['zh-CN'];

/** 办理情况报告: back to the leader who wrote, with his words, and what came of each order. */
export function reportLetter({ instruction, orders, issuer, isDemo, on, text }: InstructionReport): OfficialLetter {
  const closed = orders.filter(({ state }) => state === 'closed').length;
  const paragraph = (it: string): Block => ({ kind: 'paragraph', text: it });
  return {
    head: { kind: 'bulletin-head', mark: '督查专报', year: Number(on.slice(0, 4)), issue: null, issuer, issuedOn: on },
    title: ['关于', instruction.about, '批示', '办理情况的', '报告'],
    addressee: `${instruction.leaderName}${instruction.leaderPost}`,
    body: [
      { kind: 'heading', level: 1, text: '批示内容' },
      paragraph(`${longDate(instruction.instructedOn)}，您在${instruction.about}上批示：“${instruction.body}”`),
      { kind: 'heading', level: 1, text: '办理情况' },
      paragraph(`按照批示要求，共交办 ${orders.length} 件，已经核验办结 ${closed} 件，正在办理 ${orders.length - closed} 件。`),
      ...orders.map((it): Block => ({ kind: 'paragraph', lead: `${it.unitName}：`, text: orderText(it) })),
      ...(text === '' ? [] : [{ kind: 'heading', level: 1, text: '下一步' } as const, ...text.split('\n').filter(Boolean).map(paragraph)]),
      paragraph('特此报告。'),
    ],
    signature: { kind: 'unsealed', unit: issuer, date: on },
    note: null,
    annexes: [],
    imprint: null,
    band: isDemo ? words.demoBand : null,
  };
}

function orderText(it: InstructionReport['orders'][number]): string {
  const state = it.closedOn === null ? `${words.states[it.state]}，时限${longDate(it.dueOn)}` : `${longDate(it.closedOn)}核验办结`;
  const said = it.lastWords === '' ? '' : `单位报告：${it.lastWords.replace(/[。.]$/u, '')}。`;
  return `${it.matter}（交办${numberText(it)}）。${state}。${said}`;
}

export async function reportFile(report: InstructionReport): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
  const bytes = await writeOfficialLetter(reportLetter(report));
  return { bytes, fileName: `批示办理情况报告-${report.instruction.about.slice(0, 20)}.docx` };
}
