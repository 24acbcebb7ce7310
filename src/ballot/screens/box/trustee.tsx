import { Button, Space } from 'antd';
import { useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { ChooseRound } from './choose-box.tsx';
import type { ShownBox, ShownTrustee } from './contract.ts';
import { hasCryptography } from './key-file.ts';
import { boxLabels } from './labels.ts';
import { TrusteeTable } from './tables.tsx';
import { MakeKey, UseKey } from './trustee-steps.tsx';

/** 受托人 at work: the place, and the one step that is due now. */
export default function TrusteeScreen() {
  const words = useLabels(boxLabels);
  return (
    <Page title={words.trusteeTitle} lead={words.trusteeLead}>
      {!hasCryptography() && <p className="notice bad">{words.noCryptography}</p>}
      <ChooseRound withoutBox={false}>{(line) => <Ceremony key={line.boxId} boxId={line.boxId!} />}</ChooseRound>
    </Page>
  );
}

function Ceremony({ boxId }: { readonly boxId: string }) {
  const shown = useRead<ShownBox>(`/ballot/box?boxId=${boxId}`);
  const words = useLabels(boxLabels);
  const [taken, setTaken] = useState<number | null>(null);
  return (
    <Whole of={shown}>
      {(it) => {
        const own = it.trustees.find((one) => one.isMine) ?? it.trustees.find((one) => one.position === taken);
        return (
          <>
            <Section title={words.steps}>
              <TrusteeTable shown={it} />
            </Section>
            {own === undefined ? (
              <Places shown={it} onTake={setTaken} />
            ) : (
              <Due key={`${own.position}-${stepOf(it, own)}`} shown={it} own={own} />
            )}
          </>
        );
      }}
    </Whole>
  );
}

function Places({ shown, onTake }: { readonly shown: ShownBox; readonly onTake: (position: number) => void }) {
  const words = useLabels(boxLabels);
  const free = shown.trustees.filter((it) => it.certificate === null && it.publicKey === null);
  if (shown.box.state !== 'keys' || free.length === 0) return <p>{words.waiting}</p>;
  return (
    <Section title={words.takePlace}>
      <Space wrap>
        {free.map((it) => (
          <Button key={it.position} onClick={() => onTake(it.position)}>
            {it.title}
          </Button>
        ))}
      </Space>
    </Section>
  );
}

export type KeyStep = 'make' | 'shares' | 'key' | 'decrypt' | 'wait';

function stepOf({ box, trustees }: ShownBox, own: ShownTrustee): KeyStep {
  if (box.state === 'closed') return own.decryption === null ? 'decrypt' : 'wait';
  if (box.state !== 'keys') return 'wait';
  if (box.threshold === null) return own.publicKey === null ? 'make' : 'wait';
  if (own.certificate === null) return 'make';
  if (trustees.some((it) => it.certificate === null)) return 'wait';
  if (own.coefficients === null) return 'shares';
  if (trustees.some((it) => it.coefficients === null)) return 'wait';
  return own.publicKey === null ? 'key' : 'wait';
}

function Due({ shown, own }: { readonly shown: ShownBox; readonly own: ShownTrustee }) {
  const words = useLabels(boxLabels);
  const step = stepOf(shown, own);
  if (step === 'make') return <MakeKey shown={shown} own={own} />;
  if (step !== 'wait') return <UseKey shown={shown} own={own} step={step} />;
  const late = shown.trustees.filter((it) =>
    shown.box.threshold === null
      ? it.publicKey === null
      : it.certificate === null || (own.coefficients !== null && it.coefficients === null),
  );
  return (
    <Section title={own.title}>
      <p role="status">
        {shown.box.state === 'keys' && late.length > 0 ? words.others(late.map((it) => it.title).join('、')) : words.waiting}
      </p>
    </Section>
  );
}
