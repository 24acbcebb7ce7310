import { Button } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { OnSiteCase } from '../rules/on-site.ts';
import type { OnSiteAnswer } from './contract.ts';
import { onSiteLabels } from './on-site-labels.ts';
import { RecordOnSite } from './record-on-site.tsx';
import './rhythm.css';

/** 现场办公台账. */
export default function OnSiteScreen() {
  const words = useLabels(onSiteLabels);
  const mayRecord = useMay('rhythm.on-site');
  const [isRecording, setRecording] = useState(false);
  const answer = useRead<OnSiteAnswer>('/rhythm/on-site');
  const actions = (
    <>
      {mayRecord && (
        <Button type="primary" onClick={() => setRecording(true)}>
          {words.record}
        </Button>
      )}
      <Button className="only-wide" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      <Whole of={answer}>
        {(it) => (
          <>
            {it.cases.length === 0 ? <EmptyState title={words.none} text={words.noneText} /> : <Ledger of={it} />}
            {isRecording && <RecordOnSite of={it} onClose={() => setRecording(false)} />}
          </>
        )}
      </Whole>
    </Page>
  );
}

function Ledger({ of }: { readonly of: OnSiteAnswer }) {
  const words = useLabels(onSiteLabels);
  const mayRecord = useMay('rhythm.on-site');
  const [striking, setStriking] = useState<OnSiteCase | null>(null);
  const strike = useCommand<unknown, unknown>('rhythm.strike-on-site');
  const standing = of.cases.filter(({ struckBecause }) => struckBecause === null);
  const project = ({ projectId }: OnSiteCase) => of.projects.find(({ id }) => id === projectId);
  const result = (it: OnSiteCase) => {
    if (it.struckBecause !== null) return `${words.struck}（${it.struckBecause}）`;
    return it.isSolved ? words.isSolved : words.notSolved;
  };
  return (
    <>
      <p className="notice">{words.count(standing.filter(({ isSolved }) => isSolved).length, standing.length)}</p>
      <DataTable
        rows={of.cases}
        keyOf={({ id }) => id}
        fileName={words.fileName(of.year)}
        columns={[
          { title: words.no, text: ({ no }) => no, align: 'right' },
          { title: words.day, text: ({ heldOn }) => heldOn },
          { title: words.leader, text: ({ leaderName }) => leaderName },
          { title: words.place, text: ({ place }) => place },
          { title: words.project, text: (it) => `${project(it)?.no ?? ''} ${project(it)?.name ?? ''}`, onlyWide: true },
          { title: words.matter, text: ({ matter }) => matter },
          { title: words.decision, text: ({ decision }) => decision },
          { title: words.present, text: ({ present }) => present, onlyWide: true },
          { title: words.state, text: result },
          ...(mayRecord
            ? [
                {
                  title: '',
                  text: () => null,
                  show: (it: OnSiteCase) =>
                    it.struckBecause === null && (
                      <Button size="small" onClick={() => setStriking(it)}>
                        {words.strike}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {striking !== null && (
        <ReasonDialog
          open
          title={striking.matter}
          act={words.strike}
          onCancel={() => setStriking(null)}
          onConfirm={(reason) => strike.mutateAsync({ input: { caseId: striking.id, reason } }).then(() => setStriking(null))}
        />
      )}
    </>
  );
}
