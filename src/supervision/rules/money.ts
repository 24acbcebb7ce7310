/** 资金安排: what the tasks of a project set aside, by source. */
export type SetAside = { readonly projectId: string; readonly source: string; readonly yuan: number };

/** 支付登记: what was written down as paid for a project, up to a day and in the month alone. */
export type Paid = {
  readonly projectId: string;
  readonly count: number;
  readonly fen: number;
  readonly monthCount: number;
  readonly monthFen: number;
  /** Written down, and without a voucher so far: counted in none of the above. */
  readonly openCount: number;
  readonly openFen: number;
};

type NamedProject = { readonly id: string; readonly no: string; readonly name: string };

/** 资金情况: what was set aside and what was paid, project by project; null in a list that keeps no money. */
export type MoneyOfList = {
  readonly setAside: { readonly projects: number; readonly yuan: number; readonly bySource: readonly Omit<SetAside, 'projectId'>[] };
  readonly paid: Omit<Paid, 'projectId'>;
  readonly lines: readonly (Pick<NamedProject, 'no' | 'name'> & { readonly setAsideYuan: number | null; readonly paidYuan: number })[];
};

export function moneyOf(projects: readonly NamedProject[], setAside: readonly SetAside[], paid: readonly Paid[]): MoneyOfList | null {
  if (setAside.length === 0 && paid.length === 0) return null;
  const sources = [...new Set(setAside.map(({ source }) => source))];
  const total = (of: keyof Omit<Paid, 'projectId'>) => paid.reduce((sum, it) => sum + it[of], 0);
  return {
    setAside: {
      projects: new Set(setAside.map(({ projectId }) => projectId)).size,
      yuan: yuanIn(setAside),
      bySource: sources.map((source) => ({ source, yuan: yuanIn(setAside.filter((it) => it.source === source)) })),
    },
    paid: {
      ...{ count: total('count'), fen: total('fen'), monthCount: total('monthCount'), monthFen: total('monthFen') },
      ...{ openCount: total('openCount'), openFen: total('openFen') },
    },
    lines: projects.flatMap(({ id, no, name }) => {
      const own = paid.find(({ projectId }) => projectId === id);
      const funds = setAside.filter(({ projectId }) => projectId === id);
      return own === undefined || own.count === 0
        ? []
        : [{ no, name, setAsideYuan: funds.length === 0 ? null : yuanIn(funds), paidYuan: own.fen / 100 }];
    }),
  };
}

/** Whole fen are added, so that many small sums stay exact. */
function yuanIn(funds: readonly Pick<SetAside, 'yuan'>[]): number {
  return funds.reduce((sum, { yuan }) => sum + Math.round(yuan * 100), 0) / 100;
}
