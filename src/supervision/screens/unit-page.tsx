import { Select } from 'antd';
import type { Sheet } from '#/kernel/sheet.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Whole } from '#/ui/page.tsx';
import { SheetPage } from '#/ui/sheet.tsx';
import { ListChoice, NoList } from '#/ui/year-list.tsx';
import type { ReadersView } from './circulation-contract.ts';
import { LaterChanges, type Stand } from './later-changes.tsx';
import { pageLabels } from './page-labels.ts';
import { SheetActs } from './sheet-acts.tsx';
import './supervision.css';
import { MonthChoice, useListMonth } from './use-month.tsx';

/** 单位页: what one unit promised, was asked for and owes. A unit sees its own. */
export default function UnitPageScreen() {
  const words = useLabels(pageLabels);
  const place = useListMonth();
  const { list, month } = place;
  const readers = useRead<ReadersView>(list.query && `/supervision/readers?${list.query}&month=${month}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page
      title={words.unitPage}
      lead={words.unitPageLead}
      actions={
        <>
          <ListChoice of={list} />
          {list.list && <MonthChoice of={place} />}
        </>
      }
    >
      {list.list ? (
        <Whole of={readers}>{({ units }) => <ForUnits units={units} place={place} query={`${list.query}&month=${month}`} />}</Whole>
      ) : (
        <NoList />
      )}
    </Page>
  );
}

type ForUnitsProps = { readonly units: ReadersView['units']; readonly place: ReturnType<typeof useListMonth>; readonly query: string };

function ForUnits({ units, place, query }: ForUnitsProps) {
  const words = useLabels(pageLabels);
  const chosen = units.find(({ id }) => id === place.get('unit')) ?? units[0];
  const path = chosen && `${query}&unitId=${chosen.id}`;
  const view = useRead<Stand & { readonly sheet: Sheet }>(path ? `/supervision/unit-page?${path}` : null);
  if (chosen === undefined) return <EmptyState title={words.noUnits} text={words.noUnitsText} />;
  return (
    <>
      {units.length > 1 && (
        <p className="acts no-print">
          <Select
            aria-label={words.unit}
            value={chosen.id}
            showSearch
            optionFilterProp="label"
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => place.set('unit', id)}
            popupMatchSelectWidth={false}
          />
        </p>
      )}
      <SheetActs path={`/supervision/unit-page.docx?${path}`} />
      <Whole of={view}>
        {({ sheet, ...stand }) => (
          <>
            <LaterChanges {...stand} />
            <SheetPage sheet={sheet} />
          </>
        )}
      </Whole>
    </>
  );
}
