import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { UNIT_KINDS, type UnitKind } from '../rules/unit.ts';
import type { PostView, UnitView } from '../rules/views.ts';
import { UNIT_KIND_LABELS } from '../words/labels.ts';
import { CreditCodeField } from './credit-code-field.tsx';
import { labels } from './labels.ts';
import { namesIn } from './names-in.ts';
import { Room } from './tabs.tsx';

/** Every unit with its posts and who holds them. */
export default function Units() {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const [mayManage, mayImport] = [useMay('organisation.manage-units'), useMay('organisation.import')];
  const [isAdding, setAdding] = useState(false);
  const units = useRead<readonly UnitView[]>('/organisation/units');
  const start = (
    <>
      {mayImport && <Button onClick={() => navigate(`/${district}/organisation/import`)}>{words.toImport}</Button>}
      {mayManage && (
        <Button type="primary" onClick={() => setAdding(true)}>
          {words.addUnit}
        </Button>
      )}
    </>
  );
  return (
    <Room title={words.units} lead={words.unitsLead} actions={start}>
      <Whole of={units}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.noUnits} text={words.noUnitsText}>
              {start}
            </EmptyState>
          ) : (
            <UnitTable rows={rows} />
          )
        }
      </Whole>
      {isAdding && <AddUnit onClose={() => setAdding(false)} />}
    </Room>
  );
}

function UnitTable({ rows }: { readonly rows: readonly UnitView[] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const [withInactive, setWithInactive] = useState(false);
  const hasInactive = rows.some(({ isActive }) => !isActive);
  const ended = ({ mergedIntoId }: UnitView) =>
    mergedIntoId === null ? words.inactive : words.mergedInto(rows.find(({ id }) => id === mergedIntoId)?.name ?? '');
  return (
    <DataTable
      rows={withInactive ? rows : rows.filter(({ isActive }) => isActive)}
      keyOf={({ id }) => id}
      fileName={words.units}
      tools={
        hasInactive && (
          <Checkbox checked={withInactive} onChange={({ target }) => setWithInactive(target.checked)}>
            {words.withInactive}
          </Checkbox>
        )
      }
      columns={[
        { title: words.order, text: ({ sortOrder }) => sortOrder, width: 76, align: 'right', onlyWide: true },
        {
          title: words.unit,
          text: ({ name }) => name,
          show: (unit) => (
            <span className="unit-name">
              <Link className="plain-link" to={`/${district}/organisation/units/${unit.id}`}>
                {unit.name}
              </Link>
              {!unit.isActive && <small className="soft"> {ended(unit)}</small>}
            </span>
          ),
        },
        { title: words.kind, text: ({ kind }) => UNIT_KIND_LABELS[locale][kind], onlyWide: true },
        {
          title: words.posts,
          text: ({ posts }) => posts.map((post) => `${post.title} ${post.holder?.personName ?? words.vacant}`).join('；'),
          show: ({ posts }) => <PostLines posts={posts.filter(({ isActive }) => isActive)} />,
        },
        {
          title: words.aliases,
          text: ({ aliases }) => aliases.join('、'),
          show: ({ aliases }) => <span className="wrapping soft">{aliases.join('、')}</span>,
          onlyWide: true,
        },
      ]}
    />
  );
}

function PostLines({ posts }: { readonly posts: readonly PostView[] }) {
  const words = useLabels(labels);
  if (posts.length === 0) return <span className="soft">{words.noPosts}</span>;
  return (
    <ul className="post-lines">
      {posts.map((post) => (
        <li key={post.id}>
          <span className="soft">{post.title}</span> {post.holder ? post.holder.personName : <em>{words.vacant}</em>}
        </li>
      ))}
    </ul>
  );
}

type UnitInput = {
  readonly name: string;
  readonly kind: UnitKind;
  readonly aliases: readonly string[];
  readonly creditCode: string | null;
};

function AddUnit({ onClose }: { readonly onClose: () => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const setUp = useCommand<UnitInput, { readonly id: string }>('organisation.set-up-unit');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<UnitKind>('department');
  const [aliases, setAliases] = useState('');
  const [creditCode, setCreditCode] = useState('');
  const send = async () => {
    const input = { name: name.trim(), kind, aliases: namesIn(aliases), creditCode: creditCode.trim() || null };
    const { id } = await setUp.mutateAsync({ input });
    navigate(`/${district}/organisation/units/${id}`);
  };
  return (
    <FormDialog title={words.addUnit} act={words.addUnit} onClose={onClose} onSend={send}>
      <Field name={words.name}>
        <Input value={name} onChange={({ target }) => setName(target.value)} minLength={2} maxLength={60} required autoFocus />
      </Field>
      <Field name={words.kind}>
        <Select
          value={kind}
          onChange={setKind}
          options={UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_LABELS[locale][value] }))}
          className="full"
        />
      </Field>
      <Field name={words.aliases} hint={words.aliasesHint}>
        <GrowText rows={2} value={aliases} onText={setAliases} />
      </Field>
      <CreditCodeField value={creditCode} onChange={setCreditCode} />
    </FormDialog>
  );
}
