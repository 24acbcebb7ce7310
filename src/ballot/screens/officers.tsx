import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { OFFICES, type Office, type Officer } from '../rules/officers.ts';
import type { Session } from '../rules/session.ts';
import { officeWords } from '../words/labels.ts';
import { labels } from './labels.ts';
import { useAct } from './room.tsx';

type OfficersProps = { readonly session: Session; readonly delegations: readonly string[] };

/** 总监票人、监票人、计票人. */
export function Officers({ session, delegations }: OfficersProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const officers = useRead<readonly Officer[]>(`/ballot/officers?sessionId=${session.id}`);
  const remove = useAct('ballot.remove-officer');
  const [isAsking, setAsking] = useState(false);
  return (
    <Section title={words.officers}>
      <p className="soft">{words.officersHint}</p>
      <Whole of={officers}>
        {(its) => (
          <table className="counts-table">
            <tbody>
              {its.map((it) => (
                <tr key={it.id}>
                  <td>{officeWords[locale][it.office]}</td>
                  <td>{it.name}</td>
                  <td>{it.unit}</td>
                  <td>{it.delegation}</td>
                  <td>
                    {session.state === 'preparing' && (
                      <Button size="small" onClick={() => remove.run({ sessionId: session.id, officerId: it.id })}>
                        {words.remove}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Whole>
      {session.state !== 'announced' && <Button onClick={() => setAsking(true)}>{words.nameOfficer}</Button>}
      {isAsking && <NameOfficer sessionId={session.id} delegations={delegations} onClose={() => setAsking(false)} />}
    </Section>
  );
}

type NameOfficerProps = { readonly sessionId: string; readonly delegations: readonly string[]; readonly onClose: () => void };

function NameOfficer({ sessionId, delegations, onClose }: NameOfficerProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { send } = useAct('ballot.name-officer');
  const [office, setOffice] = useState<Office>('scrutineer');
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [delegation, setDelegation] = useState('');
  const save = () => send({ id: newId(), sessionId, office, name, unit, delegation });
  return (
    <FormDialog title={words.nameOfficer} act={words.nameOfficer} onClose={onClose} onSend={save}>
      <Field name={words.office}>
        <Select value={office} options={OFFICES.map((value) => ({ value, label: officeWords[locale][value] }))} onChange={setOffice} />
      </Field>
      <Field name={words.name}>
        <Input value={name} required minLength={2} maxLength={30} autoFocus onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field name={words.unit}>
        <Input value={unit} required minLength={2} maxLength={60} onChange={({ target }) => setUnit(target.value)} />
      </Field>
      <Field name={words.delegation}>
        <Select
          allowClear
          value={delegation || undefined}
          options={delegations.map((value) => ({ value, label: value }))}
          onChange={(it) => setDelegation(it ?? '')}
        />
      </Field>
    </FormDialog>
  );
}
