import { useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { useWorkplace } from '#/ui/session.ts';
import { changesText, WHAT } from '../../words/people/differences.ts';
import type { Differences, Places } from './contract.ts';
import { labels } from './labels.ts';

const A_PAGE = 50;

/** 逐行差别: every row that a corrected file adds, takes away or tells otherwise; opened by who keeps the list, and noted. */
export function DifferingRows({ importNo, against }: { readonly importNo: number; readonly against: number | null }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const [offset, setOffset] = useState(0);
  const of = `importNo=${importNo}${against === null ? '' : `&against=${against}`}`;
  const view = useRead<Differences>(`/records/import-differences?${of}&offset=${offset}`);
  const areas = new Map((useRead<Places>('/records/places').data ?? []).map((it) => [it.id, it.name]));
  const save = () => void api.download(`/records/import-differences-table?${of}`).then(({ blob, name }) => saveFile(name, blob));
  return (
    <Whole of={view}>
      {({ count, rows }) => (
        <DataTable
          rows={rows}
          keyOf={({ what, sheet, rowNo }) => `${what} ${sheet} ${rowNo}`}
          fileName={words.differingRows}
          paged={{ count, offset, size: A_PAGE, onOffset: setOffset, onSave: save }}
          columns={[
            { title: words.differenceKind, text: ({ what }) => WHAT[locale][what], width: 80 },
            { title: words.sheet, text: ({ sheet }) => sheet, onlyWide: true },
            { title: words.row, text: ({ rowNo }) => rowNo, width: 80, align: 'right' },
            { title: words.person, text: ({ name }) => name, width: 100 },
            { title: words.changesSaid, text: ({ changes }) => changesText(changes, areas, locale) },
          ]}
        />
      )}
    </Whole>
  );
}
