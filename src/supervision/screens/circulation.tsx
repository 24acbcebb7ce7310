import { App, Button } from 'antd';
import { useState } from 'react';
import { lightWords } from '#/delivery/words/lights.ts';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { FigureChanges } from '#/ui/figure-changes.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { SignedScan } from '#/ui/signed-scan.tsx';
import type { FigureChange } from '../rules/changes-since.ts';
import { CIRCULATION_STEPS, type CirculationStep, nextStep } from '../rules/circulation.ts';
import { stepWords } from '../words/refusals.ts';
import { type DocumentView, documentPath, type EditionView, type Which } from './circulation-contract.ts';
import { circulationLabels } from './circulation-labels.ts';
import { CountersignSetting } from './countersign.tsx';
import { TypedStepDialog } from './typed-step.tsx';

type CirculationProps = {
  readonly which: Which;
  /** Why it cannot be submitted now. */
  readonly why?: string | null;
  readonly isIssued?: boolean;
};

type Place = Required<CirculationProps>;

/** 送审与签发 of one document: where it stands, the next step, what changed since, the paper with the signatures. */
export function Circulation({ which, why = null, isIssued = false }: CirculationProps) {
  const words = useLabels(circulationLabels);
  const view = useRead<DocumentView>(documentPath(which));
  return (
    <div className="no-print">
      <Section title={words.circulation}>
        <p className="soft">{words.lead}</p>
        <Whole of={view}>{(it) => <Walk view={it} which={which} why={why} isIssued={isIssued} />}</Whole>
      </Section>
    </div>
  );
}

function Walk({ view, ...place }: { readonly view: DocumentView } & Place) {
  const words = useLabels(circulationLabels);
  const [newest] = view.editions;
  const standing = newest?.state === 'returned' ? undefined : newest;
  const needsCountersign = standing?.needsCountersign ?? view.settings.at(-1)?.needsCountersign ?? false;
  return (
    <>
      {newest && <Steps edition={newest} needsCountersign={needsCountersign} />}
      <Acts edition={standing} next={view.next} {...place} />
      {standing && <Scan edition={standing} />}
      {standing && <Changes changes={view.changes} />}
      {view.editions.length > 1 && (
        <p className="soft">
          {view.editions
            .map((it) => `${words.editionNo(it.edition)}：${words.states[it.state]}${it.returnedReason ? `（${it.returnedReason}）` : ''}`)
            .join('；')}
        </p>
      )}
      <CountersignSetting settings={view.settings} />
    </>
  );
}

function Steps({ edition, needsCountersign }: { readonly edition: EditionView; readonly needsCountersign: boolean }) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const order = CIRCULATION_STEPS.filter((step) => needsCountersign || step !== 'countersigned');
  const back = edition.steps.find(({ step }) => step === 'returned');
  return (
    <>
      <p>
        <b>{words.editionNo(edition.edition)}</b> · {words.states[edition.state]} ·{' '}
        <code title={edition.digest}>{edition.digest.slice(0, 12)}</code>
        {edition.returnedReason && (
          <span className="notice warn">
            {back?.name}：{edition.returnedReason}
          </span>
        )}
      </p>
      <ol className="walk">
        {order.map((step) => {
          const taken = edition.steps.find((it) => it.step === step);
          return (
            <li key={step} className={taken ? 'taken' : 'open'}>
              <b>{stepWords[locale][step]}</b>
              <span>{taken ? `${taken.name}（${taken.post}）` : words.waits}</span>
              <span>{taken && longDate(taken.on, locale)}</span>
              {taken?.isTyped && <small>{words.recordedBy(taken.recordedBy)}</small>}
            </li>
          );
        })}
      </ol>
    </>
  );
}

type ActsProps = { readonly edition: EditionView | undefined; readonly next: CirculationStep | null } & Place;

function Acts({ edition, next, which, why, isIssued }: ActsProps) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const { api, account } = useWorkplace();
  const { message } = App.useApp();
  const maySubmit = useMay('supervision.bulletin');
  const mayStep = useMay('supervision.take-step');
  const submit = useCommand<unknown, unknown>('supervision.submit-document');
  const take = useCommand<unknown, unknown>('supervision.take-step');
  const back = useCommand<unknown, unknown>('supervision.return-document');
  const [isTyping, setTyping] = useState(false);
  const [isSendingBack, setSendingBack] = useState(false);
  const complain = (problem: unknown) => message.error(sentenceOf(problem, locale), 8);
  const documentId = edition?.id;
  const takeOne = (step: CirculationStep) => take.mutateAsync({ input: { documentId, step, digest: edition!.digest } });
  const takeAll = async () => {
    const steps: { readonly step: string }[] = [...edition!.steps];
    for (let step = nextStep(steps, edition!.needsCountersign); step; step = nextStep(steps, edition!.needsCountersign)) {
      await takeOne(step);
      steps.push({ step });
    }
  };
  const download = (file: 'signed' | 'public') =>
    api
      .download(`/supervision/document-file?documentId=${documentId}&file=${file}`)
      .then(({ blob, name }) => saveFile(name, blob), complain);
  return (
    <p className="acts">
      {maySubmit && !isIssued && edition?.state !== 'circulating' && (
        <WhyButton
          type={edition ? 'default' : 'primary'}
          why={why}
          loading={submit.isPending}
          onClick={() => submit.mutateAsync({ input: which }).catch(complain)}
        >
          {edition ? words.resubmit : words.submit}
        </WhyButton>
      )}
      {mayStep && next && (
        <Button type="primary" loading={take.isPending} onClick={() => takeOne(next).catch(complain)}>
          {words.act[next]}
        </Button>
      )}
      {mayStep && next && account.isSetup && next !== 'signed' && (
        <Button loading={take.isPending} onClick={() => takeAll().catch(complain)}>
          {words.allAtOnce}
        </Button>
      )}
      {mayStep && next && <Button onClick={() => setTyping(true)}>{words.typed}</Button>}
      {mayStep && edition && !isIssued && <Button onClick={() => setSendingBack(true)}>{words.sendBack}</Button>}
      {edition?.fileDigest && <Button onClick={() => download('signed')}>{words.signedFile}</Button>}
      {edition?.publicDigest && edition.publicDigest !== edition.fileDigest && (
        <Button onClick={() => download('public')}>{words.publicFile}</Button>
      )}
      {isTyping && edition && next && <TypedStepDialog edition={edition} step={next} onClose={() => setTyping(false)} />}
      <ReasonDialog
        open={isSendingBack}
        title={words.sendBackTitle}
        act={words.sendBack}
        onCancel={() => setSendingBack(false)}
        onConfirm={(reason) => back.mutateAsync({ input: { documentId, reason } }).then(() => setSendingBack(false))}
      />
    </p>
  );
}

function Changes({ changes }: { readonly changes: readonly FigureChange[] }) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  if (changes.length === 0) return <p className="soft">{words.noChanges}</p>;
  return (
    <details className="record" open>
      <summary>
        {words.changes}（{changes.length}）
      </summary>
      <FigureChanges changes={changes} was={words.was} lights={lightWords[locale]} />
    </details>
  );
}

function Scan({ edition: { id, scan } }: { readonly edition: EditionView }) {
  const may = useMay('supervision.bulletin');
  const attach = useCommand<unknown, unknown>('supervision.attach-scan');
  return (
    <SignedScan
      scan={scan}
      path={`/supervision/document-file?documentId=${id}&file=scan`}
      mayAttach={may}
      onAttach={(file) => attach.mutateAsync({ input: { documentId: id, ...file } })}
    />
  );
}
