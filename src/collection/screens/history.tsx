import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { percent, shortDate } from '#/kernel/format.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { SIGN_FIELDS, SIGN_HEADS } from '../rules/form.ts';
import { silentText } from '../words/form.ts';
import type { PeriodView } from './contract.ts';
import { labels } from './labels.ts';

type ViewProps = { readonly view: PeriodView };

/** 报送率 and 按时率, unit by unit; who is silent is named here and nowhere outside. */
export function Rates({ view: { rates, forms } }: ViewProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const isOffice = useMay('collection.keep-calendar');
  if (rates === null) return null;
  const silent = rates.units.filter(({ reported }) => reported === 0).map(({ unitName }) => unitName);
  const copy = () => navigator.clipboard.writeText(silentText(forms, silent)).then(() => message.success(words.copied));
  const share = (of: number) => (rates.due === 0 ? '—' : `${percent(of / rates.due)}（${of}/${rates.due}）`);
  return (
    <Section title={words.rates}>
      <p>
        {words.reportedShare} <b>{share(rates.reported)}</b> · {words.onTimeShare} <b>{share(rates.onTime)}</b>
      </p>
      {isOffice && (
        <p className={silent.length > 0 ? 'notice warn' : 'soft'}>
          {silent.length > 0 ? words.silent(silent.join('、')) : words.nobodySilent}{' '}
          {silent.length > 0 && (
            <Button size="small" onClick={copy}>
              {words.copySilent}
            </Button>
          )}
        </p>
      )}
      <DataTable
        rows={rates.units}
        keyOf={({ unitId }) => unitId}
        fileName={`${words.rates}-${rates.period}`}
        columns={[
          { title: words.unit, text: ({ unitName }) => unitName },
          { title: words.due, text: ({ due }) => due, align: 'right' },
          {
            title: words.reported,
            text: ({ reported }) => reported,
            show: ({ reported }) => (reported === 0 ? <b>{words.notReported}</b> : reported),
            align: 'right',
          },
          { title: words.onTime, text: ({ onTime }) => onTime, align: 'right' },
          { title: words.last, text: ({ lastOn }) => lastOn, show: ({ lastOn }) => lastOn && shortDate(lastOn, locale), onlyWide: true },
        ]}
      />
    </Section>
  );
}

/** 收表记录: every batch of the period, with who dropped and who settled it. */
export function Batches({ view: { batches } }: ViewProps) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  return (
    <Section title={words.batches}>
      {batches.length === 0 ? (
        <p className="soft">{words.noBatches}</p>
      ) : (
        <ul className="form-list">
          {batches.map((it) => (
            <li key={it.id}>
              <span>
                {it.receivedOn} · {words.batchStates[it.state]}{' '}
                <small className="soft">
                  {words.opened} {it.openedBy}
                  {it.settledBy && ` · ${words.settled} ${it.settledBy}`}
                </small>
              </span>
              <Button size="small" onClick={() => navigate(`/${district}/collection/batches/${it.id}`)}>
                {words.toBatch}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** 代录来处: which file, sheet and row each entry of the period came from, and whose names stood under it. */
export function TakenRows({ view: { taken, forms } }: ViewProps) {
  const words = useLabels(labels);
  if (taken.length === 0) return null;
  const rowOf = (promiseId: string) => forms.flatMap(({ rows }) => rows).find((it) => it.promiseId === promiseId);
  return (
    <Section title={words.takenRows}>
      <DataTable
        rows={taken}
        keyOf={({ reportId }) => reportId}
        fileName={words.takenRows}
        columns={[
          {
            title: words.promise,
            text: ({ promiseId }) => `${rowOf(promiseId)?.locked.no ?? ''} ${rowOf(promiseId)?.locked.promise ?? ''}`,
          },
          { title: words.file, text: ({ fileName }) => fileName },
          { title: words.place, text: ({ sheet, rowNumber }) => words.rowOf(sheet, rowNumber) },
          {
            title: words.signs,
            text: ({ signs }) => SIGN_FIELDS.flatMap((it) => (signs[it] ? [`${SIGN_HEADS[it]}：${signs[it]}`] : [])).join('；'),
            onlyWide: true,
          },
          { title: words.takenBy, text: ({ takenBy }) => takenBy, onlyWide: true },
          { title: 'SHA-256', text: ({ digest }) => digest, show: ({ digest }) => <code>{digest.slice(0, 12)}…</code>, onlyWide: true },
        ]}
      />
    </Section>
  );
}
