import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { District } from '../rules/district.ts';
import { accountLabels } from './account-labels.ts';
import { Room } from './tabs.tsx';

const NAMES = ['name', 'shortName', 'province', 'city', 'governmentName', 'officeName'] as const;
const OPTIONAL: readonly string[] = ['province', 'city'];

/** How the district, its government and its supervision office call themselves. */
export default function DistrictScreen() {
  const words = useLabels(accountLabels);
  const district = useRead<District>('/organisation/district');
  return (
    <Room title={words.district} lead={words.districtLead}>
      <Whole of={district}>{(it) => <Names of={it} />}</Whole>
    </Room>
  );
}

function Names({ of }: { readonly of: District }) {
  const words = useLabels(accountLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const rename = useCommand<unknown, unknown>('organisation.rename-district');
  const before = Object.fromEntries(NAMES.map((name) => [name, of[name]])) as Record<(typeof NAMES)[number], string>;
  const [typed, setTyped] = useState(before);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    await rename
      .mutateAsync({ input: typed })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  };
  return (
    <form className="names" onSubmit={send}>
      <Field name={words.code}>
        <Input value={of.district} disabled />
      </Field>
      {NAMES.map((name) => (
        <Field key={name} name={words.names[name]} hint={words.hints[name]}>
          <Input
            value={typed[name]}
            maxLength={60}
            required={!OPTIONAL.includes(name)}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </Field>
      ))}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={rename.isPending} disabled={NAMES.every((name) => typed[name] === before[name])}>
        {words.save}
      </Button>
    </form>
  );
}
