import type { AnswerProps } from '#/ui/answers.ts';
import { useRead } from '#/ui/data.ts';
import { Whole } from '#/ui/page.tsx';
import { useListQuery } from '#/ui/year-list.tsx';
import { Checked } from './checked.tsx';
import type { Verification } from './contract.ts';
import './delivery.css';
import './inbox.css';

/** 核查样本: what was drawn and has no verdict of this sample yet. */
export default function AnswerSample({ facts }: AnswerProps) {
  const query = useListQuery(facts.programmeId);
  const read = useRead<Verification>(query && `/delivery/verification?${query}&period=${facts.period}`);
  return (
    <Whole of={read}>
      {(it) => {
        const sample = it.samples.find(({ id }) => id === facts.sampleId);
        const given = new Set(it.verdicts.flatMap(({ sampleId, reportId }) => (sampleId === facts.sampleId ? [reportId] : [])));
        return it.reports
          .filter(({ id }) => sample?.reportIds.includes(id) && !given.has(id))
          .map((report) => <Checked key={report.id} report={report} of={it} sampleId={sample!.id} />);
      }}
    </Whole>
  );
}
