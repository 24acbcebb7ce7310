import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Session } from './session.ts';
import type { Heads, RawRow } from './table.ts';

/** 候选项目: what is put to the deputies, with its paper. Its id is the project's id from here to the archive. */
export type Candidate = {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  /** 提出依据. */
  readonly basis: string;
  readonly content: string;
  readonly investment: string;
  readonly fundSource: string;
  readonly place: string;
  readonly finishTime: string;
  readonly leadUnit: string;
  /** Why it is not put to the vote. */
  readonly withdrawnReason: string | null;
};

export const CANDIDATE_HEADS = {
  name: ['项目名称', '候选项目', '项目', '名称'],
  basis: ['提出依据', '依据', '立项依据'],
  content: ['建设内容和目标', '项目内容', '主要内容', '内容', '建设内容', '内容和目标'],
  investment: ['投资', '总投资', '投资额', '投资估算'],
  fundSource: ['资金来源', '资金渠道'],
  place: ['实施地点', '地点', '建设地点'],
  finishTime: ['完成时限', '完成时间', '时限'],
  leadUnit: ['牵头单位', '责任单位', '实施单位'],
} as const satisfies Heads<string>;
type CandidateField = keyof typeof CANDIDATE_HEADS;

const LIMIT: Readonly<Record<CandidateField, number>> = {
  name: 100,
  basis: 1000,
  content: 2000,
  investment: 200,
  fundSource: 200,
  place: 300,
  finishTime: 60,
  leadUnit: 60,
};

export const CandidateFields = z.object({
  name: z.string().trim().min(2).max(LIMIT.name),
  basis: z.string().trim().max(LIMIT.basis).default(''),
  content: z.string().trim().max(LIMIT.content).default(''),
  investment: z.string().trim().max(LIMIT.investment).default(''),
  fundSource: z.string().trim().max(LIMIT.fundSource).default(''),
  place: z.string().trim().max(LIMIT.place).default(''),
  finishTime: z.string().trim().max(LIMIT.finishTime).default(''),
  leadUnit: z.string().trim().max(LIMIT.leadUnit).default(''),
});
export type CandidateFields = z.infer<typeof CandidateFields>;

/** 候选项目的逐行报告. */
export type CandidateRemark = { readonly row: number; readonly field: CandidateField; readonly isError: boolean } & (
  | { readonly kind: 'missing' | 'left-empty' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'listed-twice'; readonly otherRow: number }
);

export function checkCandidates(raw: readonly RawRow<CandidateField>[]): {
  readonly rows: readonly CandidateFields[];
  readonly remarks: readonly CandidateRemark[];
} {
  const fields = Object.keys(CANDIDATE_HEADS) as CandidateField[];
  const names = new Map<string, number>();
  const remarks = raw.flatMap((it): readonly CandidateRemark[] => {
    const { row } = it;
    const other = names.get(it.name);
    if (other === undefined) names.set(it.name, row);
    return [
      ...(it.name.length < 2 ? [{ row, field: 'name', isError: true, kind: 'missing' } as const] : []),
      ...(other !== undefined && it.name !== ''
        ? [{ row, field: 'name', isError: true, kind: 'listed-twice', otherRow: other } as const]
        : []),
      ...fields.flatMap((field) =>
        it[field].length > LIMIT[field] ? [{ row, field, isError: true, kind: 'too-long', limit: LIMIT[field] } as const] : [],
      ),
      ...fields.flatMap((field) =>
        field !== 'name' && it[field] === '' ? [{ row, field, isError: false, kind: 'left-empty' } as const] : [],
      ),
    ];
  });
  return { rows: raw.map(({ row: _, ...it }) => it), remarks };
}

/** 审议意见: what a delegation said of a candidate or of the list, and what the presidium made of it. */
export type Opinion = {
  readonly id: string;
  readonly candidateId: string | null;
  readonly delegation: string;
  readonly body: string;
  readonly recordedBy: string;
  readonly recordedOn: string;
  readonly settlement: string | null;
};

export type ListRefusal =
  | { readonly kind: 'list-settled'; readonly on: string }
  | { readonly kind: 'list-not-settled' }
  | { readonly kind: 'list-count-differs'; readonly has: number; readonly wants: number }
  | { readonly kind: 'opinions-open'; readonly count: number }
  | { readonly kind: 'candidate-withdrawn'; readonly name: string };

/** The list changes until the presidium has settled it. */
export function mayChangeList({ listSettledOn }: Pick<Session, 'listSettledOn'>): Result<null, ListRefusal> {
  return listSettledOn === null ? accept(null) : refuse({ kind: 'list-settled', on: listSettledOn });
}

export const onTheList = (candidates: readonly Candidate[]) => candidates.filter((it) => it.withdrawnReason === null);

/** 主席团确定付表决的名单: as many as the rule sheet says, and no opinion of a delegation left without an answer. */
export function settleList(
  session: Pick<Session, 'listSettledOn' | 'sheet'>,
  candidates: readonly Candidate[],
  opinions: readonly Opinion[],
): Result<readonly Candidate[], ListRefusal> {
  const open = mayChangeList(session);
  if (!open.ok) return open;
  const unanswered = opinions.filter((it) => it.settlement === null).length;
  if (unanswered > 0) return refuse({ kind: 'opinions-open', count: unanswered });
  const list = onTheList(candidates);
  const wants = session.sheet.candidates;
  return list.length === wants ? accept(list) : refuse({ kind: 'list-count-differs', has: list.length, wants });
}
