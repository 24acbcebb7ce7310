import { App, Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { SignedScan } from '#/ui/signed-scan.tsx';
import type { Countersign } from '../rules/circulation.ts';
import { circulationLabels } from './circulation-labels.ts';
import type { EditionView } from './contract.ts';
import { TypedPersonDialog } from './typed-person.tsx';

type PaperProps = { readonly view: EditionView };

/** 纸上的事: who countersigns, the scan of the signed paper, and the signature of a leader without an account. */
export function EditionPaper({ view }: PaperProps) {
  const { edition, circulation } = view;
  if (edition.state === 'withdrawn') return null;
  return (
    <div className="edition-paper no-print">
      {circulation.countersigns.length > 0 && <Countersigns view={view} />}
      <Scan view={view} />
      {edition.state === 'reviewed' && <PaperSignature view={view} />}
    </div>
  );
}

function Countersigns({ view: { edition, circulation } }: PaperProps) {
  const words = useLabels(circulationLabels);
  return (
    <ul className="countersigns" aria-label={words.countersign}>
      {circulation.countersigns.map((it) => (
        <li key={it.unitId}>
          <b>
            {words.countersign} · {it.unit}
          </b>{' '}
          {it.signed === null ? (
            <>
              <span className="soft">{words.waits}</span> {edition.state === 'reviewed' && <CountersignAct of={it} edition={edition} />}
            </>
          ) : (
            <>
              {it.signed.name}（{it.signed.post}） <span className="nowrap">{it.signed.on}</span>{' '}
              {it.signed.recordedBy !== undefined && <small className="soft">{words.recordedBy(it.signed.recordedBy)}</small>}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function CountersignAct({ of, edition }: { readonly of: Countersign; readonly edition: EditionView['edition'] }) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { post } = useWorkplace();
  const [may, isOffice] = [useMay('publication.countersign'), useMay('publication.prepare')];
  const take = useCommand<unknown, unknown>('publication.countersign-edition');
  const [isTyping, setTyping] = useState(false);
  const input = { editionId: edition.id, unitId: of.unitId, digest: edition.digest };
  const isOwn = may && post?.unitId === of.unitId;
  const own = () =>
    take
      .mutateAsync({ input })
      .then(() => message.success(words.countersigned))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      {isOwn && (
        <Button size="small" type="primary" loading={take.isPending} onClick={own}>
          {words.countersignNow}
        </Button>
      )}
      {isOffice && (
        <Button size="small" onClick={() => setTyping(true)}>
          {words.typedCountersign(of.unit)}
        </Button>
      )}
      {isTyping && (
        <TypedPersonDialog
          title={words.typedCountersign(of.unit)}
          onSend={(typed) => take.mutateAsync({ input: { ...input, typed } })}
          onClose={() => setTyping(false)}
        />
      )}
    </>
  );
}

function Scan({ view: { edition, circulation } }: PaperProps) {
  const may = useMay('publication.prepare');
  const attach = useCommand<unknown, unknown>('publication.attach-scan');
  return (
    <SignedScan
      scan={circulation.scan}
      path={`/publication/editions/${edition.id}/scan`}
      mayAttach={may}
      onAttach={(file) => attach.mutateAsync({ input: { editionId: edition.id, ...file } })}
    />
  );
}

function PaperSignature({ view: { edition, circulation } }: PaperProps) {
  const words = useLabels(circulationLabels);
  const may = useMay('publication.prepare');
  const record = useCommand<unknown, unknown>('publication.record-signature');
  const [isTyping, setTyping] = useState(false);
  if (!may) return null;
  return (
    <p>
      <WhyButton why={circulation.scan === null ? words.scanFirst : null} onClick={() => setTyping(true)}>
        {words.typedSign}
      </WhyButton>
      {isTyping && (
        <TypedPersonDialog
          title={words.typedSign}
          onSend={(typed) => record.mutateAsync({ input: { editionId: edition.id, digest: edition.digest, typed } })}
          onClose={() => setTyping(false)}
        />
      )}
    </p>
  );
}
