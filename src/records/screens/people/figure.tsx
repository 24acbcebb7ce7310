import { Button, Select } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { number } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { saidOf } from '../../words/said.ts';
import type { FigureView, Places, Scope } from './contract.ts';
import { figureLabels } from './figure-labels.ts';
import { FigureParts } from './figure-parts.tsx';
import './people.css';

/** 一个数打开到底: figure, parts by place and month, records, the row of the file. */
export default function FigureScreen() {
  const words = useLabels(figureLabels);
  const { promiseId } = useParams();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const { scope, choice } = useScope();
  const view = useRead<FigureView>(`/records/figure?promiseId=${promiseId}${scope === null ? '' : `&scope=${scope.id}`}`);
  const promise = view.data?.promise;
  return (
    <Page
      title={promise === undefined ? words.title : `${promise.verb}${promise.object}`}
      lead={words.title}
      actions={<Button onClick={() => navigate(`/${district}/promises/${promiseId}`)}>{words.openPromise}</Button>}
    >
      {choice}
      <Whole of={view}>{(it) => <Shown view={it} scope={scope} />}</Whole>
    </Page>
  );
}

const ALL = 'all';

/** 范围: the whole district, or one township; it stands in the address, so that it can be sent to somebody. */
function useScope() {
  const words = useLabels(figureLabels);
  const [asked, setAsked] = useSearchParams();
  const all = useRead<Places>('/records/places').data ?? [];
  const townships = all.filter(({ kind }) => kind === 'township' || kind === 'subdistrict');
  const scope = townships.find(({ id }) => id === asked.get('scope')) ?? null;
  const choice = townships.length > 1 && (
    <div className="records-scope no-print">
      <Field name={words.scope}>
        <Select
          className="full"
          aria-label={words.scope}
          showSearch={{ optionFilterProp: 'label' }}
          value={scope?.id ?? ALL}
          onChange={(id) => setAsked(id === ALL ? {} : { scope: id }, { replace: true })}
          options={[{ value: ALL, label: words.whole }, ...townships.map((it) => ({ value: it.id, label: it.name }))]}
        />
      </Field>
    </div>
  );
  return { scope, choice };
}

function Shown({ view, scope }: { readonly view: FigureView; readonly scope: Scope | null }) {
  const words = useLabels(figureLabels);
  const locale = useLocale();
  const { promise, standing, said, counted, coverage, four, series, versions } = view;
  const isCounted = standing.doneFrom === 'records';
  return (
    <>
      <dl className="records-numbers">
        <div className={isCounted ? '' : 'counts'}>
          <dt>{scope === null ? words.reported : words.reportedWhole}</dt>
          <dd>{standing.done === null ? words.none : `${number(standing.done)} ${promise.measureUnit}`}</dd>
        </div>
        <div className={isCounted ? 'counts' : ''}>
          <dt>{scope === null ? words.counted : words.countedIn(scope.name)}</dt>
          <dd>
            <span data-testid="counted">{counted === null ? words.none : number(counted.numerator)}</span>
            {counted !== null && ` ${promise.measureUnit}`}
          </dd>
          {counted !== null && coverage !== null && <small>{words.coverage(counted.numerator, coverage)}</small>}
        </div>
      </dl>
      {counted === null ? (
        <EmptyState title={words.none} text={words.notDefined} />
      ) : (
        <p className="notice">{isCounted ? words.isCounted : words.isReported}</p>
      )}
      {said !== null && (
        <p data-testid="said">
          <b>{words.said}</b>
          {saidOf(said, promise.measureUnit, locale)}
        </p>
      )}
      {four && series && <Four four={four} series={series} />}
      <FigureParts view={view} scope={scope} />
      {versions.length > 0 && (
        <Section title={words.versions}>
          {versions.map((it) => (
            <p key={it.versionNo} className={it.replacedBy === null ? '' : 'soft'}>
              {words.version(it.versionNo, it.from, it.reason)}
              {it.replacedBy !== null && words.replacedBy(it.replacedBy)}
            </p>
          ))}
        </Section>
      )}
    </>
  );
}

type FourProps = { readonly four: NonNullable<FigureView['four']>; readonly series: NonNullable<FigureView['series']> };

function Four({ four, series }: FourProps) {
  const words = useLabels(figureLabels);
  return (
    <Section title={words.four}>
      <dl className="records-numbers">
        {(['services', 'doses', 'persons', 'eligible'] as const).map((it) => (
          <div key={it}>
            <dt>{words.numbers[it]}</dt>
            <dd>{it === 'doses' && series.doses === 1 ? <small>{words.noDoses}</small> : number(four[it])}</dd>
          </div>
        ))}
        {four.couples > 0 && (
          <div>
            <dt>{words.couples}</dt>
            <dd>{number(four.couples)}</dd>
          </div>
        )}
      </dl>
      {series.doses > 1 && <p data-testid="series">{words.series(series.doses, series.complete)}</p>}
      <p>{words.gapSaid(four.persons, four.eligible, four.ineligible, four.undecided, four.withoutEvidence)}</p>
      <p>
        {words.repeats(four.services, four.persons)} · {words.duplicates(four.openDuplicates)}
      </p>
    </Section>
  );
}
