import { Button } from 'antd';
import { useState } from 'react';
import { number, percent } from '#/kernel/format.ts';
import { useLabels } from '#/ui/locale.tsx';
import type { Report } from '../rules/report.ts';
import type { Verification } from './contract.ts';
import { PromiseHead } from './promise-head.tsx';
import { ReportSaid } from './report-said.tsx';
import { VerdictsOn } from './verdicts.tsx';
import { verificationLabels } from './verification-labels.ts';
import { VerifyDialog } from './verify-dialog.tsx';

type CheckedProps = { readonly report: Report; readonly of: Verification; readonly sampleId: string | null };

/** 核查的一条: what was reported, what was found before, and the form for what is found now. */
export function Checked({ report, of, sampleId }: CheckedProps) {
  const words = useLabels(verificationLabels);
  const [isAsking, setAsking] = useState(false);
  const promise = of.promises.find(({ id }) => id === report.promiseId)!;
  const share = of.shares.find(({ promiseId }) => promiseId === promise.id);
  return (
    <article className="waiting">
      <PromiseHead promise={promise} projects={of.projects}>
        {[
          report.unitId ? of.unitNames[report.unitId] : null,
          sampleId ? words.inSample : null,
          share?.verified
            ? `${words.share} ${number(share.verified.value)} / ${number(share.verified.of)}（${percent(share.verifiedShare!)}）`
            : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </PromiseHead>
      <ReportSaid report={report} isZeroByStage={false} />
      <VerdictsOn reportId={report.id} verdicts={of.verdicts} />
      <p className="acts">
        <Button onClick={() => setAsking(true)}>{words.verify}</Button>
      </p>
      <VerifyDialog open={isAsking} report={report} sampleId={sampleId} onClose={() => setAsking(false)} />
    </article>
  );
}
