import { longDate } from '#/kernel/format.ts';
import type { Sheet, SheetColumn, SheetPart } from '#/kernel/sheet.ts';
import type { Candidate } from '../rules/candidate.ts';
import type { Officer } from '../rules/officers.ts';
import type { TakenStep, Undoing } from '../rules/proceedings.ts';
import type { Notice } from '../rules/result.ts';
import type { Attendance } from '../rules/roll.ts';
import { inOrderOfVotes, type Round } from '../rules/round.ts';
import type { Session } from '../rules/session.ts';
import { bookletWords, minutesWords, recordWords } from '../words/documents.ts';
import { causeWords, officeWords, stepWords } from '../words/labels.ts';
import { nameIn, sentenceOfCountFault, sentenceOfLine, sentenceOfPapers } from '../words/outcome.ts';
import { sentencesOfSheet } from '../words/sheet.ts';

const text = (said: string): SheetPart => ({ kind: 'text', text: said });
const heading = (said: string): SheetPart => ({ kind: 'heading', text: said });
const ZH = 'zh-CN';

/** 候选项目汇编: what each deputy has in his hands before the vote. */
export function booklet(session: Session, candidates: readonly Candidate[], band: string | null): Sheet {
  const columns = [
    { title: bookletWords.field, width: 34, align: 'center' },
    { title: bookletWords.text, width: 140, align: 'left' },
  ] as const;
  return {
    title: bookletWords.title(session.forYear),
    under: [bookletWords.under(session.title, candidates.length)],
    parts: candidates.flatMap((it, i): readonly SheetPart[] => [
      heading(`${i + 1}．${it.name}`),
      { kind: 'table', columns, rows: bookletWords.rows(it).map(([name, value]) => [name, value || bookletWords.open]) },
    ]),
    notes: [],
    band,
  };
}

/** 计票结果报告单: what the scrutineers sign. */
export function recordSheet(session: Session, round: Round, band: string | null): Sheet {
  const { sheet, outcome } = round;
  const { heading: heads } = recordWords;
  return {
    title: recordWords.title,
    under: [recordWords.under(session.title, causeWords[ZH][round.cause])],
    parts: [
      heading(heads.papers),
      text(sentenceOfPapers(round, ZH)),
      heading(heads.votes),
      votesTable(round),
      heading(heads.sums),
      ...outcome!.arithmetic.filter((it) => it.what !== 'candidate').map((it) => text(sentenceOfLine(it, sheet!, ZH))),
      ...outcome!.reasons.map((it) => text(sentenceOfCountFault(it, nameIn(sheet!), ZH))),
      heading(heads.outcome),
      text(outcome!.valid ? recordWords.stands(round.seats, outcome!.elected.length) : recordWords.isVoid),
      heading(heads.signatures),
      signatures(),
    ],
    notes: [],
    band,
  };
}

function signatures(): SheetPart {
  const columns = [
    { title: recordWords.duty, width: 34, align: 'center' },
    { title: recordWords.heading.signatures, width: 140, align: 'left' },
  ] as const;
  return { kind: 'table', columns, rows: recordWords.signatures.map(([name, value]) => [name, `${value}\n`]) };
}

function votesTable({ sheet, outcome }: Round): SheetPart {
  const { columns: words, chosen, tied } = recordWords;
  const { form } = sheet!.rule;
  const counts =
    form === 'approve' ? (['for', 'against', 'abstain'] as const) : form === 'rank' ? (['points'] as const) : (['for'] as const);
  const columns = [
    { title: words.place, width: 16, align: 'center' },
    { title: words.name, width: 158 - 22 * counts.length - 20, align: 'left' },
    ...counts.map((it) => ({ title: words[it], width: 22, align: 'center' }) as const),
    { title: words.chosen, width: 20, align: 'center' },
  ] as const;
  const ids = inOrderOfVotes(sheet!);
  const rows = ids.map((id, i) => [
    String(i + 1),
    nameIn(sheet!)(id),
    ...counts.map((it) => String(sheet!.votes[id]?.[it] ?? 0)),
    outcome!.elected.includes(id) ? chosen : outcome!.tiedAtCut.includes(id) ? tied : '',
  ]);
  return { kind: 'table', columns, rows };
}

/** All that the minutes are made from. */
export type MinutesFacts = {
  readonly session: Session;
  readonly attendance: Attendance;
  readonly officers: readonly Officer[];
  readonly candidates: readonly Candidate[];
  readonly rounds: readonly Round[];
  readonly steps: readonly TakenStep[];
  readonly undoings: readonly Undoing[];
  readonly notices: readonly Notice[];
  readonly band: string | null;
};

/** 票决情况记录: the whole vote, from the rule sheet to the notice, with every step skipped and every correction. */
export function minutes({ session, attendance, officers, candidates, rounds, steps, undoings, notices, band }: MinutesFacts): Sheet {
  const { heading: heads, none } = minutesWords;
  const columns: readonly SheetColumn[] = [
    { title: minutesWords.delegation.name, width: 84, align: 'left' },
    ...(['roll', 'present', 'leave'] as const).map((it) => ({ title: minutesWords.delegation[it], width: 30, align: 'center' }) as const),
  ];
  return {
    title: minutesWords.title,
    under: [session.title],
    parts: [
      heading(heads.sheet),
      ...(session.sheetDigest === null ? [] : [text(minutesWords.sheetDigest(session.sheetDigest))]),
      ...sentencesOfSheet(session.sheet, ZH).map((it, i) => text(`${i + 1}．${it}`)),
      heading(heads.attendance),
      {
        kind: 'table',
        columns,
        rows: attendance.delegations.map((it) => [it.name, String(it.roll), String(it.present), String(it.leave)]),
      },
      heading(heads.officers),
      ...officers.map((it) => text(`${officeWords[ZH][it.office]}：${it.name}（${it.unit}）`)),
      heading(heads.list),
      ...(session.listDecision === null ? [] : [text(minutesWords.settled(session.listDecision))]),
      ...candidates.map((it, i) => text(`${i + 1}．${it.name}${it.withdrawnReason === null ? '' : `（${it.withdrawnReason}）`}`)),
      heading(heads.rounds),
      ...rounds.flatMap((round) =>
        roundParts(
          round,
          steps.filter((it) => it.roundId === round.id),
        ),
      ),
      heading(heads.undone),
      ...(undoings.length === 0 ? [text(none)] : []),
      ...undoings.map((it) => text(minutesWords.undone(minutesWords.undoings[it.what] ?? it.what, it.reason, it.recordedBy))),
      heading(heads.notices),
      ...(notices.length === 0 ? [text(none)] : []),
      ...notices.map((it) => text(minutesWords.notice(it.serial, it.signedBy, it.signedOn))),
    ],
    notes: [longDate(session.opensOn)],
    band,
  };
}

function roundParts(round: Round, steps: readonly TakenStep[]): readonly SheetPart[] {
  return [
    { kind: 'text', lead: `${causeWords[ZH][round.cause]}：`, text: round.decision },
    ...steps.map((it) => {
      const name = stepWords[ZH][it.step];
      return text(
        it.skippedReason === null ? minutesWords.taken(name, it.recordedBy, it.note) : minutesWords.skipped(name, it.skippedReason),
      );
    }),
    ...(round.sheet === null ? [] : [text(sentenceOfPapers(round, ZH)), votesTable(round)]),
    ...(round.outcome?.arithmetic ?? []).filter((it) => it.what !== 'candidate').map((it) => text(sentenceOfLine(it, round.sheet!, ZH))),
  ];
}
