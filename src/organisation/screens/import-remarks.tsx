import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { ImportRemark } from '../rules/import.ts';
import { FIELD_HEADS } from '../rules/import-table.ts';
import { sentenceOfRemark } from '../words/import.ts';
import { accountLabels } from './account-labels.ts';

/** 逐行报告: row, column and what is to be said, errors first within a row's order of the sheet. */
export function ImportRemarks({ remarks }: { readonly remarks: readonly ImportRemark[] }) {
  const words = useLabels(accountLabels);
  const locale = useLocale();
  if (remarks.length === 0) return null;
  return (
    <DataTable
      rows={remarks}
      keyOf={(remark) => `${remark.row} ${remark.field} ${remark.kind}`}
      fileName={words.stepReport}
      columns={[
        { title: words.row, text: ({ row }) => row, width: 64, align: 'right' },
        { title: words.field, text: ({ field }) => FIELD_HEADS[field][0] },
        {
          title: words.state,
          text: ({ isError }) => (isError ? words.mustFix : words.note),
          show: ({ isError }) => (
            <b className={isError ? 'nowrap must-fix' : 'nowrap caution'}>{isError ? `■ ${words.mustFix}` : `▲ ${words.note}`}</b>
          ),
        },
        {
          title: words.said,
          text: (remark) => sentenceOfRemark(remark, locale),
          show: (remark) => <span className="wrapping">{sentenceOfRemark(remark, locale)}</span>,
        },
      ]}
    />
  );
}
