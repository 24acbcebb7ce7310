import { App, Button } from 'antd';
import { useCommand } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import { totalText } from '../words/score-words.ts';
import type { OfQuarter } from './contract.ts';
import { labels } from './labels.ts';

/** 名次: one line for each unit; the name opens it down to the facts. */
export function Ranks({ view, list, quarter, onChoose }: OfQuarter & { readonly onChoose: (unitId: string) => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const mayRun = useMay('assessment.run');
  const confirm = useCommand<unknown, unknown>('assessment.confirm-draft');
  const { round } = view;
  const isDraft = round?.state === 'draft';
  const stateOf = (unitId: string) =>
    view.appeals.some((it) => it.unitId === unitId) ? words.appealed : view.silent.includes(unitId) ? words.notConfirmed : words.confirmed;
  const record = (unitId: string) =>
    confirm
      .mutateAsync({ input: { roundId: round!.id, unitId } })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <DataTable
      rows={view.scores}
      keyOf={({ unitId }) => unitId}
      fileName={`${list.title} ${words.quarterName(list.year, quarter)}`}
      columns={[
        { title: words.rank, text: ({ rank }) => rank, align: 'right', width: 70 },
        {
          title: words.unit,
          text: ({ unit }) => unit,
          show: ({ unit, unitId }) => (
            <Button type="link" size="small" onClick={() => onChoose(unitId)}>
              {unit}
            </Button>
          ),
        },
        { title: words.total, text: ({ total }) => total, show: (it) => <b>{totalText(it)}</b>, align: 'right' },
        {
          title: words.grade,
          text: ({ grade }) => grade,
          show: ({ grade, isVetoed }) => (isVetoed ? `${grade ?? ''} · ${words.vetoed}` : (grade ?? '—')),
        },
        { title: words.base, text: ({ base }) => base, align: 'right', onlyWide: true },
        { title: words.bonus, text: ({ bonus }) => bonus, align: 'right', onlyWide: true },
        { title: words.deduction, text: ({ deduction }) => deduction, align: 'right', onlyWide: true },
        ...(isDraft
          ? [
              {
                title: words.state,
                text: ({ unitId }: { readonly unitId: string }) => stateOf(unitId),
                show: ({ unitId }: { readonly unitId: string }) =>
                  mayRun && view.silent.includes(unitId) ? (
                    <Button size="small" onClick={() => record(unitId)}>
                      {words.confirmFor}
                    </Button>
                  ) : (
                    stateOf(unitId)
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
