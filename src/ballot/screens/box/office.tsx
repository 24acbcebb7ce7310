import { App, Button, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { boxStateWords } from '../../words/box.ts';
import { ChooseRound } from './choose-box.tsx';
import type { RoundLine, ShownBox } from './contract.ts';
import { boxLabels } from './labels.ts';
import { Slips } from './slips.tsx';
import { PartTable, TrusteeTable } from './tables.tsx';

/** 电子票箱, as the office of the congress keeps it: from the trustees to the count. */
export default function BoxOffice() {
  const words = useLabels(boxLabels);
  return (
    <Page title={words.title} lead={words.lead}>
      <ChooseRound withoutBox>
        {(line) => (line.boxId === null ? <SetUp key={line.roundId} line={line} /> : <OneBox key={line.boxId} boxId={line.boxId} />)}
      </ChooseRound>
    </Page>
  );
}

function useStep<Input>(name: string) {
  const command = useCommand<Input, unknown>(name);
  const locale = useLocale();
  const { message } = App.useApp();
  return {
    isBusy: command.isPending,
    send: (input: Input) => command.mutateAsync({ input }).catch((problem: unknown) => void message.error(sentenceOf(problem, locale), 8)),
  };
}

function SetUp({ line }: { readonly line: RoundLine }) {
  const words = useLabels(boxLabels);
  const may = useMay('ballot.keep-box');
  const [text, setText] = useState('');
  const trustees = text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');
  const [wanted, setWanted] = useState<number | null>(null);
  const needed = Math.min(wanted ?? Math.ceil((trustees.length + 1) / 2), Math.max(1, trustees.length));
  const step = useStep<object>('ballot.set-up-box');
  if (!may) return null;
  const send = () => step.send({ id: newId(), roundId: line.roundId, trustees, threshold: needed === trustees.length ? null : needed });
  return (
    <Section title={words.setUp}>
      <Field name={words.trustees} hint={words.trusteesHint}>
        <Input.TextArea rows={4} value={text} onChange={({ target }) => setText(target.value)} />
      </Field>
      <Field name={words.threshold} hint={words.thresholdHint}>
        <Select
          value={needed}
          onChange={setWanted}
          options={trustees.map((_, i) => ({ value: i + 1, label: String(i + 1) }))}
          disabled={trustees.length === 0}
        />
      </Field>
      <p>
        <WhyButton type="primary" loading={step.isBusy} why={trustees.length === 0 ? words.trustees : null} onClick={() => void send()}>
          {words.setUp}
        </WhyButton>
      </p>
    </Section>
  );
}

function OneBox({ boxId }: { readonly boxId: string }) {
  const words = useLabels(boxLabels);
  const locale = useLocale();
  const may = useMay('ballot.keep-box');
  const shown = useRead<ShownBox>(`/ballot/box?boxId=${boxId}`);
  return (
    <Whole of={shown}>
      {(it) => (
        <>
          <p className="notice">{boxStateWords[locale][it.box.state]}</p>
          <Section title={words.steps}>
            <TrusteeTable shown={it} />
          </Section>
          {may && it.box.state === 'credentials' && <Slips shown={it} />}
          {may && (it.box.state === 'ready' || it.box.state === 'open') && <Voting shown={it} />}
          {(it.box.state === 'closed' || it.box.state === 'counted') && <Counting shown={it} may={may} />}
          {may && !it.round.isDecided && <Abandon boxId={boxId} />}
        </>
      )}
    </Whole>
  );
}

function Voting({ shown: { box, round } }: { readonly shown: ShownBox }) {
  const words = useLabels(boxLabels);
  const { district } = useWorkplace();
  const open = useStep<object>('ballot.open-box');
  const close = useStep<object>('ballot.close-box');
  const [slips, setSlips] = useState<number | null>(
    box.admitted ?? (round.handed > 0 ? round.handed : Math.max(0, round.present - round.papers)),
  );
  const address = `${location.origin}/vote/${district}/${box.electionUuid}`;
  return (
    <Section title={box.state === 'ready' ? words.begin : words.close}>
      <p>{words.present(round.present, round.papers)}</p>
      {round.handed > 0 && <p>{words.handed(round.handed)}</p>}
      {round.present === 0 && <p className="notice">{words.notYetOpened}</p>}
      <p>
        {words.address}：<a href={address}>{address}</a>
      </p>
      <Field name={words.slips}>
        <InputNumber min={1} max={round.roll} value={slips} onChange={setSlips} />
      </Field>
      <Space wrap>
        <Button
          type={box.state === 'ready' ? 'primary' : 'default'}
          loading={open.isBusy}
          disabled={!slips}
          onClick={() => void open.send({ boxId: box.id, slips })}
        >
          {box.state === 'ready' ? words.begin : words.more}
        </Button>
        {box.state === 'open' && (
          <Button type="primary" loading={close.isBusy} onClick={() => void close.send({ boxId: box.id })}>
            {words.close}
          </Button>
        )}
      </Space>
      {box.state === 'open' && (
        <p className="soft">
          {words.hidden}
          {words.closeLead}
        </p>
      )}
    </Section>
  );
}

function Counting({ shown, may }: { readonly shown: ShownBox; readonly may: boolean }) {
  const words = useLabels(boxLabels);
  const { api } = useWorkplace();
  const { box, ballots, needed, trustees } = shown;
  const step = useStep<object>('ballot.count-box');
  const has = trustees.filter((it) => it.decryption !== null).length;
  const save = async () => {
    const { blob, name } = await api.download(`/ballot/box-archive?boxId=${box.id}`);
    saveFile(name, blob);
  };
  return (
    <Section title={box.state === 'counted' ? words.result : words.count}>
      <p>{words.ballots(ballots ?? 0)}</p>
      {shown.part === null ? <p>{words.needed(needed)}</p> : <PartTable part={shown.part} shown={shown} />}
      <Space wrap>
        {may && box.state === 'closed' && (
          <WhyButton
            type="primary"
            loading={step.isBusy}
            why={has < needed ? words.needed(needed) : null}
            onClick={() => void step.send({ boxId: box.id })}
          >
            {words.count}
          </WhyButton>
        )}
        <Button onClick={() => void save()}>{words.archive}</Button>
        <Button href="/verify" target="_blank">
          {words.verify}
        </Button>
      </Space>
    </Section>
  );
}

function Abandon({ boxId }: { readonly boxId: string }) {
  const words = useLabels(boxLabels);
  const [isOpen, setOpen] = useState(false);
  const abandon = useCommand<object, unknown>('ballot.abandon-box');
  return (
    <p>
      <Button danger onClick={() => setOpen(true)}>
        {words.abandon}
      </Button>
      <ReasonDialog
        open={isOpen}
        title={words.abandon}
        act={words.abandon}
        danger
        onCancel={() => setOpen(false)}
        onConfirm={(reason) => abandon.mutateAsync({ input: { boxId, reason } }).then(() => setOpen(false))}
      >
        <p>{words.abandonLead}</p>
      </ReasonDialog>
    </p>
  );
}
