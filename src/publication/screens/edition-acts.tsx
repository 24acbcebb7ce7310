import { App, Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { SecrecyBand, WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { uiWords } from '#/ui/words.ts';
import { unsettled } from '../rules/screening.ts';
import { words as publicationWords } from '../words.ts';
import type { EditionView } from './contract.ts';
import { Findings } from './findings.tsx';
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
  const [reasons, setReasons, forget] = useKept<Readonly<Record<string, string>>>(`review:${view.edition.id}`, {});
  const missing = unsettled(
    view.findings,
    Object.entries(reasons).map(([key, reason]) => ({ key, reason })),
  ).length;
  const isBoth = said.holdsNoSecrets && said.mayBePublic;
  const why = missing > 0 ? words.reasonsMissing(missing) : isBoth ? null : words.bothNeeded;
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
      .then(() => {
        forget();
        message.success(words.done.review);
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <Section title={words.findings}>
      <SecrecyBand inline />
      <Findings view={view} reasons={reasons} {...(may && { onReason: (key, reason) => setReasons({ ...reasons, [key]: reason }) })} />
      {may && (
        <div className="review-boxes">
          <Checkbox checked={said.holdsNoSecrets} onChange={({ target }) => setSaid({ ...said, holdsNoSecrets: target.checked })}>
            {common.holdsNoSecrets}
          </Checkbox>
          <Checkbox checked={said.mayBePublic} onChange={({ target }) => setSaid({ ...said, mayBePublic: target.checked })}>
            {common.mayBePublic}
          </Checkbox>
          <WhyButton type="primary" loading={review.isPending} why={why} onClick={send}>
            {words.review}
          </WhyButton>
          {why && <span className="soft">{why}</span>}
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
  const { account, post } = useWorkplace();
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
        <p>
          <b>
            {edition.content.title} · {words.asOf} {longDate(edition.asOf, locale)}
          </b>
        </p>
        {asking === 'sign' && <p>{words.signer(post?.title ?? '', account.name)}</p>}
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
