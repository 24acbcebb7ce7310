import { Button, Select } from 'antd';
import { useState } from 'react';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { useMay } from '#/ui/session.ts';
import { PAPER_COLOURS, type PaperColour, type Round } from '../rules/round.ts';
import type { CountRoom } from '../rules/views.ts';
import { causeWords } from '../words/labels.ts';
import { labels } from './labels.ts';
import { PaperFields } from './paper-fields.tsx';
import { useAct } from './room.tsx';

type Cause = Exclude<Round['cause'], 'first'>;

function causesAfter({ outcome }: Round): readonly Cause[] {
  if (outcome === null) return [];
  if (!outcome.valid) return ['void'];
  return [...(outcome.tiedAtCut.length > 0 ? (['tie'] as const) : []), ...(outcome.shortage > 0 ? (['shortage'] as const) : [])];
}

/** 再次投票: where the last vote left something open. */
export function AnotherRound({ room }: { readonly room: CountRoom }) {
  const words = useLabels(labels);
  const may = useMay('ballot.decide');
  const [isAsking, setAsking] = useState(false);
  const last = room.rounds.at(-1)?.round;
  const causes = last === undefined ? [] : causesAfter(last);
  if (!may || causes.length === 0) return null;
  const used = room.rounds.map((it) => it.round.colour);
  return (
    <p className="acts no-print">
      <Button type="primary" onClick={() => setAsking(true)}>
        {words.another}
      </Button>
      {isAsking && <AskAnother after={last!} causes={causes} used={used} onClose={() => setAsking(false)} />}
    </p>
  );
}

type AskProps = {
  readonly after: Round;
  readonly causes: readonly Cause[];
  readonly used: readonly PaperColour[];
  readonly onClose: () => void;
};

function AskAnother({ after, causes, used, onClose }: AskProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { send } = useAct('ballot.open-another-round');
  const [cause, setCause] = useState<Cause>(causes[0]!);
  const [decision, setDecision] = useState('');
  const [colour, setColour] = useState<PaperColour>(PAPER_COLOURS.find((it) => !used.includes(it)) ?? 'pink');
  const [paperSize, setSize] = useState<'A4' | 'A5'>('A5');
  return (
    <FormDialog
      title={words.another}
      act={words.another}
      onClose={onClose}
      onSend={() => send({ afterId: after.id, cause, decision, colour, paperSize })}
    >
      <p className="soft">{words.anotherText}</p>
      <Field name={words.cause}>
        <Select value={cause} options={causes.map((value) => ({ value, label: causeWords[locale][value] }))} onChange={setCause} />
      </Field>
      <Field name={words.decision}>
        <GrowText rows={2} required minLength={2} value={decision} onText={setDecision} />
      </Field>
      <PaperFields colour={colour} paperSize={paperSize} onColour={setColour} onSize={setSize} />
    </FormDialog>
  );
}
