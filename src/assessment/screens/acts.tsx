import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { mayPublish, type Round } from '../rules/round.ts';
import { wordsOf } from '../words/refusals.ts';
import type { OfQuarter } from './contract.ts';
import { labels } from './labels.ts';

/** What the office can do with a quarter, and its files. */
export function Acts({ view, list, quarter }: OfQuarter) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const mayRun = useMay('assessment.run');
  const open = useCommand<unknown, unknown>('assessment.open-round');
  const publish = useCommand<unknown, unknown>('assessment.publish-round');
  const [asking, setAsking] = useState<'recount' | 'publish' | null>(null);
  const { round } = view;
  const complain = (problem: unknown) => message.error(sentenceOf(problem, locale), 8);
  const which = { year: list.year, kind: list.kind, quarter };
  const allowed =
    round === null
      ? null
      : mayPublish({
          round: { ...round, content: { scores: view.scores }, published: null } as unknown as Round,
          appeals: view.appeals,
          confirmations: view.confirmations,
          today,
        });
  const why = allowed === null || allowed.ok ? null : wordsOf(allowed.refusal, locale);
  return (
    <p className="acts no-print">
      {mayRun && round === null && (
        <Button type="primary" loading={open.isPending} onClick={() => open.mutateAsync({ input: which }).catch(complain)}>
          {words.open}
        </Button>
      )}
      {mayRun && round?.state === 'draft' && (
        <>
          <WhyButton type="primary" why={why} onClick={() => setAsking('publish')}>
            {words.publish}
          </WhyButton>
          <Button onClick={() => setAsking('recount')}>{words.recount}</Button>
        </>
      )}
      <Files which={which} complain={complain} />
      <ReasonDialog
        open={asking === 'recount'}
        title={words.recount}
        act={words.recount}
        hint={words.recountHint}
        onCancel={() => setAsking(null)}
        onConfirm={(reason) => open.mutateAsync({ input: { ...which, reason } }).then(() => setAsking(null))}
      />
      <Modal
        open={asking === 'publish'}
        title={words.publishTitle}
        okText={words.publish}
        confirmLoading={publish.isPending}
        onCancel={() => setAsking(null)}
        onOk={() =>
          publish
            .mutateAsync({ input: { roundId: round!.id }, base: { [round!.id]: round!.version } })
            .then(() => setAsking(null))
            .catch(complain)
        }
      >
        <p>{words.publishText}</p>
      </Modal>
    </p>
  );
}

type FilesProps = {
  readonly which: { readonly year: number; readonly kind: string; readonly quarter: number };
  readonly complain: (problem: unknown) => void;
};

/** The ranks as Word and as Excel. */
function Files({ which: { year, kind, quarter }, complain }: FilesProps) {
  const words = useLabels(labels);
  const { api } = useWorkplace();
  if (!useMay('assessment.read-all')) return null;
  const download = (ending: 'docx' | 'xlsx') =>
    api
      .download(`/assessment/quarter.${ending}?year=${year}&kind=${kind}&quarter=${quarter}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch(complain);
  return (
    <>
      <Button onClick={() => download('docx')}>{words.word}</Button>
      <Button onClick={() => download('xlsx')}>{words.excel}</Button>
    </>
  );
}
