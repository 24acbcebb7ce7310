import type { BallotRule, CountSheet } from './sheet.ts';

/** Why a count cannot stand. */
export type CountFault =
  | { readonly code: 'attending-exceeds-roll'; readonly facts: { readonly attending: number; readonly roll: number } }
  | { readonly code: 'issued-exceeds-attending'; readonly facts: { readonly issued: number; readonly attending: number } }
  | { readonly code: 'collected-exceeds-issued'; readonly facts: { readonly collected: number; readonly issued: number } }
  | {
      readonly code: 'void-and-blank-exceed-collected';
      readonly facts: { readonly void: number; readonly blank: number; readonly collected: number };
    }
  | { readonly code: 'votes-exceed-valid'; readonly facts: { readonly candidate: string; readonly votes: number; readonly valid: number } }
  | { readonly code: 'marks-exceed-allowed'; readonly facts: { readonly marks: number; readonly allowed: number } }
  | { readonly code: 'box-given-up'; readonly facts: { readonly slips: number } }
  | { readonly code: 'candidate-listed-twice' | 'unknown-candidate'; readonly facts: { readonly candidate: string } }
  | { readonly code: 'no-quorum'; readonly facts: { readonly attending: number; readonly needed: number; readonly roll: number } };

/** One line of the sum, as it is read out: what was needed, of how many, and what there was. */
export type ArithmeticLine =
  | { readonly what: 'quorum'; readonly of: number; readonly needed: number; readonly has: number; readonly holds: boolean }
  | { readonly what: 'threshold'; readonly base: 'roll' | 'present' | 'valid'; readonly of: number; readonly needed: number }
  | { readonly what: 'candidate'; readonly candidate: string; readonly has: number; readonly needed: number; readonly holds: boolean }
  | { readonly what: 'tie'; readonly votes: number; readonly seatsLeft: number; readonly next: BallotRule['tie'] }
  | { readonly what: 'shortage'; readonly missing: number; readonly next: BallotRule['shortage'] };

/** 表决结果: who is chosen, in order of votes. A tie at the last seat chooses none of the tied; it is no shortage. */
export type BallotOutcome = {
  readonly valid: boolean;
  readonly reasons: readonly CountFault[];
  readonly elected: readonly string[];
  readonly tiedAtCut: readonly string[];
  readonly shortage: number;
  readonly arithmetic: readonly ArithmeticLine[];
};

/** The outcome of a ballot by the session's own rule, with the sums that lead to it. The order of candidates and votes makes no difference. */
export function decide(sheet: CountSheet): BallotOutcome {
  const { rule, roll, attending } = sheet;
  const needed = neededOf(rule.quorum, roll);
  const quorum = { what: 'quorum', of: roll, needed, has: attending, holds: attending >= needed } as const;
  const reasons = faultsOf(sheet, quorum);
  if (reasons.length > 0) return { valid: false, reasons, elected: [], tiedAtCut: [], shortage: 0, arithmetic: [quorum] };
  return { valid: true, reasons: [], ...chosen(sheet, [quorum]) };
}

export function validPapers({ collected, void: voided }: CountSheet): number {
  return collected - voided;
}

/** The smallest whole number that satisfies the share: 以上 counts the number itself, 过半数 the next one. */
export function neededOf({ atLeast, moreThan }: BallotRule['quorum'] | BallotRule['threshold'], base: number): number {
  const [part, whole] = (atLeast ?? moreThan!).split('/').map(Number) as [number, number];
  return atLeast === undefined ? Math.floor((base * part) / whole) + 1 : Math.ceil((base * part) / whole);
}

/** 计票单的差错: what cannot be so, the quorum apart. */
export function countFaults(sheet: CountSheet): readonly CountFault[] {
  return faultsOf(sheet, { holds: true, needed: 0 });
}

function faultsOf(sheet: CountSheet, quorum: { holds: boolean; needed: number }): readonly CountFault[] {
  const { roll, attending, issued, collected, void: voided, blank } = sheet;
  const faults: CountFault[] = [];
  if (attending > roll) faults.push({ code: 'attending-exceeds-roll', facts: { attending, roll } });
  if (issued > attending) faults.push({ code: 'issued-exceeds-attending', facts: { issued, attending } });
  if (collected > issued) faults.push({ code: 'collected-exceeds-issued', facts: { collected, issued } });
  if (voided + blank > collected) faults.push({ code: 'void-and-blank-exceed-collected', facts: { void: voided, blank, collected } });
  faults.push(...namesOutOfPlace(sheet), ...excessVotes(sheet));
  if (!quorum.holds) faults.push({ code: 'no-quorum', facts: { attending, needed: quorum.needed, roll } });
  return faults;
}

function namesOutOfPlace({ candidates, votes }: CountSheet): readonly CountFault[] {
  const ids = candidates.map((it) => it.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const unknown = Object.keys(votes).filter((id) => !ids.includes(id));
  return [
    ...twice.map((candidate) => ({ code: 'candidate-listed-twice', facts: { candidate } }) as const),
    ...unknown.map((candidate) => ({ code: 'unknown-candidate', facts: { candidate } }) as const),
  ];
}

/** More votes than papers, or more ticks than the papers that carry any may carry. Points of a ranking are no papers. */
function excessVotes(sheet: CountSheet): readonly CountFault[] {
  const { rule, votes, blank } = sheet;
  if (rule.form === 'rank') return [];
  const valid = validPapers(sheet);
  const faults: CountFault[] = Object.entries(votes).flatMap(([candidate, it]) => {
    const given = rule.form === 'tick' ? it.for : it.for + it.against + it.abstain;
    return given > valid ? [{ code: 'votes-exceed-valid', facts: { candidate, votes: given, valid } } as const] : [];
  });
  const marks = Object.values(votes).reduce((sum, it) => sum + it.for, 0);
  const allowed = (rule.maxMarks ?? rule.seats) * Math.max(0, valid - blank);
  if (rule.form === 'tick' && marks > allowed) faults.push({ code: 'marks-exceed-allowed', facts: { marks, allowed } });
  return faults;
}

const byName = new Intl.Collator('en', { numeric: true });

function chosen(sheet: CountSheet, before: readonly ArithmeticLine[]): Omit<BallotOutcome, 'valid' | 'reasons'> {
  const { rule, candidates, votes } = sheet;
  const threshold = thresholdLine(sheet);
  const ranked = candidates
    .map(({ id }) => ({ id, has: (rule.form === 'rank' ? votes[id]?.points : votes[id]?.for) ?? 0 }))
    .sort((a, b) => b.has - a.has || byName.compare(a.id, b.id));
  const lines = ranked.map(({ id, has }) => candidateLine(id, has, threshold?.needed ?? 1));
  const over = ranked.filter((_, i) => lines[i]!.holds);
  const last = over[rule.seats - 1];
  const isTied = last !== undefined && over[rule.seats]?.has === last.has;
  const tied = isTied ? over.filter((it) => it.has === last.has) : [];
  const elected = over.slice(0, rule.seats).filter((it) => !tied.includes(it));
  const shortage = Math.max(0, rule.seats - over.length);
  const arithmetic: ArithmeticLine[] = [...before, ...(threshold === null ? [] : [threshold]), ...lines];
  if (isTied) arithmetic.push({ what: 'tie', votes: last.has, seatsLeft: rule.seats - elected.length, next: rule.tie });
  if (shortage > 0) arithmetic.push({ what: 'shortage', missing: shortage, next: rule.shortage });
  return { elected: elected.map((it) => it.id), tiedAtCut: tied.map((it) => it.id), shortage, arithmetic };
}

/** A ranking has no threshold: whoever has points may be chosen. */
function thresholdLine(sheet: CountSheet): Extract<ArithmeticLine, { what: 'threshold' }> | null {
  if (sheet.rule.form === 'rank') return null;
  const { of: base } = sheet.rule.threshold;
  const of = base === 'roll' ? sheet.roll : base === 'present' ? sheet.attending : validPapers(sheet);
  return { what: 'threshold', base, of, needed: neededOf(sheet.rule.threshold, of) };
}

function candidateLine(candidate: string, has: number, needed: number) {
  return { what: 'candidate', candidate, has, needed, holds: has >= needed } as const;
}
