import { App, Button, InputNumber, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { UNIT_KINDS } from '../rules/unit.ts';
import type { UnitView } from '../rules/views.ts';
import { UNIT_KIND_LABELS } from '../words/labels.ts';
import { CreditCodeField } from './credit-code-field.tsx';
import { labels } from './labels.ts';
import { namesIn } from './names-in.ts';
import { AddPost, PostBlock } from './post-block.tsx';
import { Room } from './tabs.tsx';
import { type UnitAct, UnitDialog } from './unit-dialogs.tsx';

/** One unit: how it is called, its posts and who holds them. */
export default function UnitScreen() {
  const { unitId } = useParams();
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const units = useRead<readonly UnitView[]>('/organisation/units');
  return (
    <Whole of={units}>
      {(all) => {
        const unit = all.find(({ id }) => id === unitId);
        if (unit) return <UnitPage key={unit.id} unit={unit} all={all} />;
        return (
          <EmptyState title={words.unknownUnit} text={words.unknownUnitText}>
            <Link to={`/${district}/organisation`}>{words.backToUnits}</Link>
          </EmptyState>
        );
      }}
    </Whole>
  );
}

function UnitPage({ unit, all }: { readonly unit: UnitView; readonly all: readonly UnitView[] }) {
  const words = useLabels(labels);
  const [mayManage, mayPosts] = [useMay('organisation.manage-units'), useMay('organisation.manage-posts')];
  const [asking, setAsking] = useState<UnitAct | 'post' | null>(null);
  const into = all.find(({ id }) => id === unit.mergedIntoId);
  const acts = mayManage && unit.isActive && (
    <>
      <Button onClick={() => setAsking('rename')}>{words.rename}</Button>
      <Button onClick={() => setAsking('merge')}>{words.merge}</Button>
      <Button onClick={() => setAsking('deactivate')}>{words.deactivate}</Button>
    </>
  );
  const posts = unit.posts.toSorted((a, b) => Number(b.isActive) - Number(a.isActive));
  return (
    <Room title={unit.name} actions={acts}>
      {!unit.isActive && <p className="notice">{into ? words.mergedInto(into.name) : words.inactive}</p>}
      <Section title={words.posts}>
        {posts.length === 0 && <p className="soft">{words.noPosts}</p>}
        {posts.map((post) => (
          <PostBlock key={post.id} post={post} all={all} />
        ))}
        {mayPosts && unit.isActive && <Button onClick={() => setAsking('post')}>{words.addPost}</Button>}
      </Section>
      <Section title={words.details}>
        <Details key={unit.version} unit={unit} mayEdit={mayManage && unit.isActive} />
      </Section>
      {asking === 'post' && <AddPost unitId={unit.id} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'post' && <UnitDialog act={asking} unit={unit} all={all} onClose={() => setAsking(null)} />}
    </Room>
  );
}

function Details({ unit, mayEdit }: { readonly unit: UnitView; readonly mayEdit: boolean }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const setDetails = useCommand<unknown, unknown>('organisation.set-unit-details');
  const setAliases = useCommand<unknown, unknown>('organisation.set-unit-aliases', { keepReads: true });
  const before = { kind: unit.kind, creditCode: unit.creditCode ?? '', sortOrder: unit.sortOrder, aliases: unit.aliases.join('\n') };
  const [typed, setTyped] = useState(before);
  const [fault, setFault] = useState<string | null>(null);
  const isSame = JSON.stringify(typed) === JSON.stringify(before);
  const subject = `unit:${unit.id}`;
  const version = useRef(unit.version);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    const { aliases, creditCode, ...rest } = typed;
    try {
      if (aliases !== before.aliases) {
        await setAliases.mutateAsync({ input: { unitId: unit.id, aliases: namesIn(aliases) }, base: { [subject]: version.current } });
        version.current += 1;
      }
      const input = { unitId: unit.id, ...rest, creditCode: creditCode.trim() || null };
      await setDetails.mutateAsync({ input, base: { [subject]: version.current } });
      message.success(words.saved);
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
  };
  return (
    <form className="unit-details" onSubmit={save}>
      <Field name={words.kind}>
        <Select
          value={typed.kind}
          disabled={!mayEdit}
          onChange={(kind) => setTyped({ ...typed, kind })}
          options={UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_LABELS[locale][value] }))}
          className="full"
        />
      </Field>
      <Field name={words.order} hint={words.orderHint}>
        <InputNumber
          min={0}
          max={9999}
          precision={0}
          value={typed.sortOrder}
          disabled={!mayEdit}
          onChange={(sortOrder) => setTyped({ ...typed, sortOrder: sortOrder ?? 0 })}
        />
      </Field>
      <Field name={words.aliases} hint={words.aliasesHint}>
        <GrowText rows={2} value={typed.aliases} disabled={!mayEdit} onText={(aliases) => setTyped({ ...typed, aliases })} />
      </Field>
      <CreditCodeField value={typed.creditCode} disabled={!mayEdit} onChange={(creditCode) => setTyped({ ...typed, creditCode })} />
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      {mayEdit && (
        <Button type="primary" htmlType="submit" disabled={isSame} loading={setDetails.isPending || setAliases.isPending}>
          {words.saveDetails}
        </Button>
      )}
    </form>
  );
}
