import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { SecrecyBand, WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import { uiWords } from '#/ui/words.ts';
import { placeSentence, words as publicationWords } from '../words.ts';
import type { EditionView } from './contract.ts';
import { labels } from './labels.ts';

/** The next step of an edition, for whoever may take it. */
export function EditionActs({ view }: { readonly view: EditionView }) {
  const { edition } = view;
  return (
    <>
      {edition.state === 'prepared' && <Review view={view} />}
      <SignAndPublish view={view} />
    </>
  );
}

/** 保密审查与公开属性审查: both said by a named reviewer, every finding settled. */
function Review({ view }: { readonly view: EditionView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = publicationWords[locale];
  const { message } = App.useApp();
  const may = useMay('publication.review');
  const review = useCommand<unknown, unknown>('publication.review-edition');
  const [said, setSaid] = useState({ holdsNoSecrets: false, mayBePublic: false });
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const send = () =>
    review
      .mutateAsync({
        input: {
          editionId: view.edition.id,
          ...said,
          settlements: Object.entries(reasons)
            .filter(([, reason]) => reason.trim())
            .map(([key, reason]) => ({ key, reason })),
        },
      })
      .then(() => message.success(words.done.review))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <Section title={words.findings}>
      <SecrecyBand inline />
      {view.findings.length === 0 && <p>{words.noFindings}</p>}
      {view.findings.map((finding) => (
        <div key={finding.key} className={finding.isOverridable ? 'notice warn finding' : 'notice bad'}>
          <span>
            {placeSentence(finding, locale)}：{common.kinds[finding.kind]} <b>{finding.masked}</b>
          </span>
          {finding.isOverridable ? (
            <Input
              placeholder={words.findingReason}
              aria-label={words.findingReason}
              value={reasons[finding.key] ?? ''}
              onChange={({ target }) => setReasons({ ...reasons, [finding.key]: target.value })}
            />
          ) : (
            <span> {common.never}</span>
          )}
        </div>
      ))}
      {may && (
        <div className="review-boxes">
          <Checkbox checked={said.holdsNoSecrets} onChange={({ target }) => setSaid({ ...said, holdsNoSecrets: target.checked })}>
            {common.holdsNoSecrets}
          </Checkbox>
          <Checkbox checked={said.mayBePublic} onChange={({ target }) => setSaid({ ...said, mayBePublic: target.checked })}>
            {common.mayBePublic}
          </Checkbox>
          <Button type="primary" loading={review.isPending} disabled={!said.holdsNoSecrets || !said.mayBePublic} onClick={send}>
            {words.review}
          </Button>
        </div>
      )}
    </Section>
  );
}

function SignAndPublish({ view: { edition } }: { readonly view: EditionView }) {
  const words = useLabels(labels);
  const common = useLabels(uiWords);
  const locale = useLocale();
  const { message } = App.useApp();
  const [maySign, mayPublish, mayWithdraw] = [useMay('publication.sign'), useMay('publication.publish'), useMay('publication.prepare')];
  const sign = useCommand<unknown, unknown>('publication.sign-edition');
  const publish = useCommand<unknown, unknown>('publication.publish-edition');
  const withdraw = useCommand<unknown, unknown>('publication.withdraw-draft');
  const [asking, setAsking] = useState<'sign' | 'publish' | 'withdraw' | null>(null);
  const input = { editionId: edition.id };
  const take = (what: 'sign' | 'publish') =>
    (what === 'sign' ? sign.mutateAsync({ input: { ...input, digest: edition.digest } }) : publish.mutateAsync({ input }))
      .then(() => message.success(words.done[what]))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8))
      .finally(() => setAsking(null));
  const whySign = edition.state === 'prepared' ? words.reviewedFirst : maySign ? null : words.onlyLeader;
  const whyPublish = edition.state !== 'signed' ? words.signedFirst : mayPublish ? null : common.notAllowed;
  return (
    <div className="edition-acts no-print">
      {edition.state !== 'signed' && (
        <WhyButton type={edition.state === 'reviewed' ? 'primary' : 'default'} why={whySign} onClick={() => setAsking('sign')}>
          {words.sign}
        </WhyButton>
      )}
      <WhyButton type={edition.state === 'signed' ? 'primary' : 'default'} why={whyPublish} onClick={() => setAsking('publish')}>
        {words.publish}
      </WhyButton>
      {mayWithdraw && <Button onClick={() => setAsking('withdraw')}>{words.withdraw}</Button>}
      <Modal
        open={asking === 'sign' || asking === 'publish'}
        title={asking === 'publish' ? words.publish : words.sign}
        okText={asking === 'publish' ? words.publish : words.sign}
        cancelText={common.cancel}
        confirmLoading={sign.isPending || publish.isPending}
        onOk={() => (asking === 'sign' || asking === 'publish') && take(asking)}
        onCancel={() => setAsking(null)}
      >
        <p>{asking === 'publish' ? words.publishText : words.signText}</p>
        <p className="digest">
          <code>{edition.digest}</code>
        </p>
      </Modal>
      <ReasonDialog
        open={asking === 'withdraw'}
        title={words.withdraw}
        act={words.withdraw}
        hint={words.withdrawReason}
        onCancel={() => setAsking(null)}
        onConfirm={(reason) =>
          withdraw.mutateAsync({ input: { ...input, reason } }).then(() => {
            message.success(words.done.withdraw);
            setAsking(null);
          })
        }
      />
    </div>
  );
}
