import { App, Button, Checkbox, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { Report } from '../rules/report.ts';
import { Checked } from './checked.tsx';
import type { Verification } from './contract.ts';
import './delivery.css';
import './inbox.css';
import { MonthChoice, useMonth } from './month-choice.tsx';
import { verificationLabels } from './verification-labels.ts';

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
          <p className="soft">{words.seed(it.seed, it.drawnBy, longDate(it.drawnOn, locale))}</p>
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
