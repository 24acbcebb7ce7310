import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Section } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { slotAt } from '../../rules/people/sign-in.ts';
import type { SignInEvents, SignInList } from './contract.ts';
import { DoorDialog } from './door-dialog.tsx';
import { OutboxBar } from './outbox-bar.tsx';
import { signInLabels } from './sign-in-labels.ts';
import type { Signed } from './signed.ts';
import { useOutbox } from './use-outbox.ts';
import { useSigned } from './use-signed.ts';

type Person = SignInList['people'][number];
type TilesProps = {
  readonly list: SignInList;
  readonly event: SignInEvents[number] | null;
  readonly hasRoster: boolean;
  readonly areaId: string;
  readonly way: 'phone' | 'paper';
  readonly again: () => void;
};

/** The slot is chosen first; of several none is presumed, or lunch goes down as breakfast. What was chosen stays for the day. */
export function Tiles(props: TilesProps) {
  const words = useLabels(signInLabels);
  const { slots, id } = props.list.kind;
  const [kept, setSlot] = useKept<string | null>(`sign-in-slot:${id} ${props.list.onDay}`, null);
  const outbox = useOutbox();
  const slot = slots.length > 1 ? (slots.find((it) => it === kept) ?? null) : (slots[0] ?? '');
  return (
    <>
      {slots.length > 0 && (
        <Radio.Group
          aria-label={words.slot}
          value={slot}
          onChange={({ target }) => setSlot(target.value as string)}
          options={slots.map((it) => ({ value: it, label: it }))}
          optionType="button"
        />
      )}
      <OutboxBar {...outbox} />
      {slot === null ? (
        <EmptyState title={words.chooseSlot} text={words.chooseSlotText} />
      ) : (
        <OfSlot {...props} slot={slot} outbox={outbox} />
      )}
    </>
  );
}

type OfSlotProps = TilesProps & { readonly slot: string; readonly outbox: ReturnType<typeof useOutbox> };

/** One tile for each person: tapped he is signed in, tapped again it is taken back. Who stands on no list is signed in at the door. */
function OfSlot({ list, event, hasRoster, areaId, way, again, slot, outbox }: OfSlotProps) {
  const words = useLabels(signInLabels);
  const { kind, people, takenBack } = list;
  const [asked, setAsked] = useState<{ readonly person: Person; readonly of: Signed } | null>(null);
  const [atDoor, setAtDoor] = useState(false);
  const occasion = { slot: slotAt(kind.slots, event, slot), eventId: event?.id ?? null };
  const { signed, sign, takeBack, presence } = useSigned({ list, areaId, way, occasion, again }, outbox);
  return (
    <>
      <WhyButton why={outbox.isOnline ? null : words.doorOffline} onClick={() => setAtDoor(true)}>
        {words.door}
      </WhyButton>
      {people.length === 0 && <EmptyState title={hasRoster ? words.nobody : words.nobodyYet} text={words.nobodyText} />}
      <p>
        {words.count(people.filter((it) => signed.has(it.no)).length, people.length)}
        {list.attended !== null && ` · ${words.attended(list.attended)}`}
      </p>
      <div className="sign-tiles">
        {people.map((it) => (
          <Tile key={it.no} person={it} of={signed.get(it.no)} onSign={() => sign(it)} onAsk={(of) => setAsked({ person: it, of })} />
        ))}
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
      {atDoor && <DoorDialog presence={presence} onClose={() => setAtDoor(false)} />}
      {asked && (
        <TakeBackDialog
          {...asked}
          isUnsent={asked.of.id !== null && outbox.isUnsent(asked.of.id)}
          onClose={() => setAsked(null)}
          onDone={(reason) => takeBack(asked.person, asked.of, reason)}
        />
      )}
    </>
  );
}

type TileProps = {
  readonly person: Person;
  readonly of: Signed | undefined;
  readonly onSign: () => void;
  readonly onAsk: (of: Signed) => void;
};

function Tile({ person: { name, born, isListed }, of, onSign, onAsk }: TileProps) {
  const words = useLabels(signInLabels);
  return (
    <Button className={of && 'signed'} onClick={() => (of ? onAsk(of) : onSign())}>
      <b>{name}</b> {born !== null && <span className="soft">{born}</span>}
      <br />
      {of ? words.signed : words.tap}
      {!isListed && <span className="soft"> · {words.unlisted}</span>}
    </Button>
  );
}

type TakeBackProps = {
  readonly person: Person;
  readonly of: Signed;
  readonly isUnsent: boolean;
  readonly onClose: () => void;
  readonly onDone: (reason: string) => void;
};

/** What never left the browser leaves no trace; what was counted is taken back with a reason. */
function TakeBackDialog({ person, of, isUnsent, onClose, onDone }: TakeBackProps) {
  const words = useLabels(signInLabels);
  const [reason, setReason] = useState(words.reasonUsual);
  const why = !isUnsent && reason.trim().length < 2 ? words.reasonMissing : null;
  return (
    <FormDialog
      danger
      title={words.takeBackTitle(person.name, of.slot)}
      act={words.takeBack}
      why={why}
      onClose={onClose}
      onSend={async () => onDone(reason)}
    >
      <p>{isUnsent ? words.takeBackUnsent : words.takeBackText(of.by)}</p>
      {!isUnsent && (
        <Field name={words.reason}>
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}
