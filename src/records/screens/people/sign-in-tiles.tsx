import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import type { SignInList } from './contract.ts';
import { signInLabels } from './sign-in-labels.ts';
import type { Signed } from './signed.ts';
import { useOutbox } from './use-outbox.ts';
import { useSigned } from './use-signed.ts';

type Person = SignInList['people'][number];
type TilesProps = {
  readonly list: SignInList;
  readonly areaId: string;
  readonly way: 'phone' | 'paper';
  readonly again: () => void;
};

/** One tile for each person: tapped he is signed in, tapped again it is taken back. */
export function Tiles({ list, areaId, way, again }: TilesProps) {
  const words = useLabels(signInLabels);
  const { kind, people, takenBack } = list;
  const [slot, setSlot] = useState(kind.slots[0] ?? '');
  const [asked, setAsked] = useState<{ readonly person: Person; readonly of: Signed } | null>(null);
  const outbox = useOutbox();
  const { signed, sign, takeBack } = useSigned({ list, areaId, way, slot, again }, outbox);
  return (
    <>
      {kind.slots.length > 0 && (
        <Radio.Group
          value={slot}
          onChange={({ target }) => setSlot(target.value as string)}
          options={kind.slots.map((it) => ({ value: it, label: it }))}
          optionType="button"
        />
      )}
      <OutboxBar {...outbox} />
      {people.length === 0 && <EmptyState title={words.nobody} text={words.nobodyText} />}
      <p>{words.count(people.filter((it) => signed.has(it.no)).length, people.length)}</p>
      <div className="sign-tiles">
        {people.map((it) => {
          const of = signed.get(it.no);
          return (
            <Button key={it.no} className={of && 'signed'} onClick={() => (of ? setAsked({ person: it, of }) : sign(it))}>
              <b>{it.name}</b> {it.born !== null && <span className="soft">{it.born}</span>}
              <br />
              {of ? words.signed : words.tap}
            </Button>
          );
        })}
      </div>
      {takenBack.length > 0 && (
        <Section title={words.takenBack}>
          <ul className="records-imports soft">
            {takenBack.map((it) => (
              <li key={it.id}>{words.takenBackLine(it)}</li>
            ))}
          </ul>
        </Section>
      )}
      {asked && (
        <TakeBackDialog
          {...asked}
          slot={slot}
          isUnsent={asked.of.id !== null && outbox.isUnsent(asked.of.id)}
          onClose={() => setAsked(null)}
          onDone={(reason) => {
            takeBack(asked.person, asked.of, reason);
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

type TakeBackProps = {
  readonly person: Person;
  readonly of: Signed;
  readonly slot: string;
  readonly isUnsent: boolean;
  readonly onClose: () => void;
  readonly onDone: (reason: string) => void;
};

/** What never left the browser leaves no trace; what was counted is taken back with a reason. */
function TakeBackDialog({ person, of, slot, isUnsent, onClose, onDone }: TakeBackProps) {
  const words = useLabels(signInLabels);
  const [reason, setReason] = useState(words.reasonUsual);
  const isTooShort = !isUnsent && reason.trim().length < 2;
  return (
    <Modal
      open
      title={words.takeBackTitle(person.name, slot)}
      okText={words.takeBack}
      okButtonProps={{ disabled: isTooShort, danger: true }}
      onOk={() => onDone(reason)}
      onCancel={onClose}
    >
      <p>{isUnsent ? words.takeBackUnsent : words.takeBackText(of.by)}</p>
      {!isUnsent && (
        <Field name={words.reason} {...(isTooShort && { error: words.reasonMissing })}>
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        </Field>
      )}
    </Modal>
  );
}

function OutboxBar({ waiting, isOnline, drop, send }: ReturnType<typeof useOutbox>) {
  const words = useLabels(signInLabels);
  const open = waiting.filter((it) => it.refusal === null);
  return (
    <>
      <p role="status" className={open.length > 0 || !isOnline ? 'notice warn' : 'soft'}>
        {isOnline ? '' : words.offline} {words.waiting(open.length)}{' '}
        {open.length > 0 && (
          <Button size="small" onClick={send}>
            {words.send}
          </Button>
        )}
      </p>
      {waiting
        .filter((it) => it.refusal !== null)
        .map((it) => (
          <p key={it.id} className="notice bad">
            {it.name === 'records.take-back-sign-in' ? words.takeBackOf : ''}
            {it.label}：{String(it.refusal)}{' '}
            <Button size="small" onClick={() => drop(it.id)}>
              {words.drop}
            </Button>
          </p>
        ))}
    </>
  );
}
