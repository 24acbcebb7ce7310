import { App, Button, Checkbox, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayInChina } from '#/kernel/civil-date.ts';
import { longDate, number, percent } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { Report } from '../rules/report.ts';
import type { Verification } from './contract.ts';
import './delivery.css';
import './inbox.css';
import { MonthChoice, useMonth } from './month-choice.tsx';
import { ReportSaid } from './report-said.tsx';
import { promiseName } from './standing.tsx';
import { VerdictsOn } from './verdicts.tsx';
import { verificationLabels } from './verification-labels.ts';
import { VerifyDialog } from './verify-dialog.tsx';

/** 核查: adopted figures checked by their evidence, or drawn by lot and checked on site. */
export default function VerificationScreen() {
  const words = useLabels(verificationLabels);
  const list = useYearList();
  const [period, choose] = useMonth();
  const read = useRead<Verification>(list.query && `/delivery/verification?${list.query}&period=${period}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  const actions = list.list && (
    <>
      <ListChoice of={list} />
      <MonthChoice year={list.list.year} value={period} onChange={choose} label={words.period} />
      {read.data && read.data.reports.length > 0 && <DrawSample of={read.data} />}
    </>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      {list.list ? <Whole of={read}>{(it) => <VerificationView of={it} />}</Whole> : <NoList />}
    </Page>
  );
}

function VerificationView({ of }: { readonly of: Verification }) {
  const words = useLabels(verificationLabels);
  const locale = useLocale();
  const { setting, reports, samples, verdicts } = of;
  const given = new Set(verdicts.map(({ reportId }) => reportId));
  const [newest] = samples;
  const isDrawn = ({ id }: Report) => newest?.reportIds.includes(id) ?? false;
  return (
    <>
      {!setting.on && <p className="notice">{words.off}</p>}
      {samples.map((it) => (
        <section key={it.id} className="sample">
          <b>{words.sample(it.reportIds.length, it.population.length)}</b> ·{' '}
          {words.checked(it.reportIds.filter((id) => given.has(id)).length, it.reportIds.length)}
          <p className="soft">{words.seed(it.seed, it.drawnBy, longDate(dayInChina(new Date(it.drawnAt)), locale))}</p>
        </section>
      ))}
      {reports.length === 0 ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : (
        <Section title={words.reports}>
          {reports
            .toSorted((a, b) => Number(isDrawn(b)) - Number(isDrawn(a)))
            .map((report) => (
              <Checked key={report.id} report={report} of={of} sampleId={isDrawn(report) ? newest!.id : null} />
            ))}
        </Section>
      )}
    </>
  );
}

type CheckedProps = { readonly report: Report; readonly of: Verification; readonly sampleId: string | null };

function Checked({ report, of, sampleId }: CheckedProps) {
  const words = useLabels(verificationLabels);
  const { district } = useWorkplace();
  const [isAsking, setAsking] = useState(false);
  const promise = of.promises.find(({ id }) => id === report.promiseId)!;
  const project = of.projects.find(({ id }) => id === promise.projectId)!;
  const share = of.shares.find(({ promiseId }) => promiseId === promise.id);
  return (
    <article className="waiting">
      <header>
        <span className="no">{project.no}</span>
        <Link className="plain-link" to={`/${district}/promises/${promise.id}`}>
          {promiseName(promise)}
        </Link>
        <small className="soft">
          {[
            report.unitId ? of.unitNames[report.unitId] : null,
            sampleId ? words.inSample : null,
            share?.verified
              ? `${words.share} ${number(share.verified.value)} / ${number(share.verified.of)}（${percent(share.verifiedShare!)}）`
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </header>
      <ReportSaid report={report} isZeroByStage={false} />
      <VerdictsOn reportId={report.id} verdicts={of.verdicts} />
      <p className="acts">
        <Button onClick={() => setAsking(true)}>{words.verify}</Button>
      </p>
      <VerifyDialog open={isAsking} report={report} sampleId={sampleId} onClose={() => setAsking(false)} />
    </article>
  );
}

function DrawSample({ of: { programmeId, period, reports } }: { readonly of: Verification }) {
  const words = useLabels(verificationLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const draw = useCommand<unknown, { readonly reportIds: readonly string[] }>('delivery.draw-sample');
  const [isAsking, setAsking] = useState(false);
  const [size, setSize] = useState(Math.min(5, reports.length));
  const [byUnit, setByUnit] = useState(true);
  const run = () =>
    draw
      .mutateAsync({ input: { programmeId, period, size, byUnit } })
      .then(({ reportIds }) => {
        message.success(words.drawnNow(reportIds.length));
        setAsking(false);
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {words.draw}
      </Button>
      <Modal
        open={isAsking}
        title={words.drawTitle}
        okText={words.drawAct}
        onOk={run}
        onCancel={() => setAsking(false)}
        confirmLoading={draw.isPending}
      >
        <Field name={words.size}>
          <InputNumber min={1} max={reports.length} value={size} onChange={(value) => setSize(value ?? 1)} suffix={`/ ${reports.length}`} />
        </Field>
        <Checkbox checked={byUnit} onChange={({ target }) => setByUnit(target.checked)}>
          {words.byUnit}
        </Checkbox>
      </Modal>
    </>
  );
}
