import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { ListChoice, NoList, useYearList, type YearListLine } from '#/ui/year-list.tsx';
import './assessment.css';
import type { PrioritiesView } from './contract.ts';
import { labels } from './labels.ts';

/** 工作报告重点: a small table of the report's priorities, and which project serves which. */
export default function PrioritiesScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const view = useRead<PrioritiesView>(list.query && `/assessment/priorities?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  if (!list.list) return <NoList />;
  return (
    <Page title={words.prioritiesTitle} lead={words.prioritiesLead} actions={<ListChoice of={list} />}>
      <Whole of={view}>{(it) => <PrioritiesForm key={`${list.list!.id}${it.version}`} view={it} list={list.list!} />}</Whole>
    </Page>
  );
}

function PrioritiesForm({ view, list }: { readonly view: PrioritiesView; readonly list: YearListLine }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('assessment.set-priorities');
  const [items, setItems] = useState(view.items);
  const [links, setLinks] = useState<Readonly<Record<string, readonly string[]>>>(
    Object.fromEntries(view.links.map(({ projectId, priorityIds }) => [projectId, priorityIds])),
  );
  const [reason, setReason] = useState('');
  const isKnown = (id: string) => items.some((it) => it.id === id);
  const why = items.some(({ title }) => title.trim().length < 2) || reason.trim().length < 2 ? words.sourceHint : null;
  const up = (index: number) => setItems([...items.slice(0, index - 1), items[index]!, items[index - 1]!, ...items.slice(index + 1)]);
  const save = () =>
    set
      .mutateAsync({
        input: {
          ...{ year: list.year, kind: list.kind, items, reason: reason.trim() },
          links: view.projects.map(({ id }) => ({ projectId: id, priorityIds: (links[id] ?? []).filter(isKnown) })),
        },
      })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <Section title={words.priority}>
        {items.length === 0 && <p className="soft">{words.noPriorities}</p>}
        <ol>
          {items.map(({ id, title }, i) => (
            <li key={id} className="priority-line">
              <Input
                value={title}
                maxLength={80}
                aria-label={words.priority}
                onChange={({ target }) => setItems(items.map((it) => (it.id === id ? { ...it, title: target.value } : it)))}
              />
              {i > 0 && (
                <Button size="small" onClick={() => up(i)}>
                  {words.up}
                </Button>
              )}
              <Button size="small" type="text" onClick={() => setItems(items.filter((it) => it.id !== id))}>
                {words.remove}
              </Button>
            </li>
          ))}
        </ol>
        <Button onClick={() => setItems([...items, { id: newId(), title: '' }])}>{words.addPriority}</Button>
      </Section>
      {items.length > 0 && (
        <Serves
          projects={view.projects}
          items={items}
          chosen={(id) => (links[id] ?? []).filter(isKnown)}
          onChoose={(id, chosen) => setLinks({ ...links, [id]: chosen })}
        />
      )}
      <Field name={words.reason}>
        <Input value={reason} maxLength={200} placeholder={words.sourceHint} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <p className="acts">
        <WhyButton type="primary" loading={set.isPending} why={why} onClick={save}>
          {words.save}
        </WhyButton>
      </p>
    </>
  );
}

type ServesProps = Pick<PrioritiesView, 'projects' | 'items'> & {
  readonly chosen: (projectId: string) => readonly string[];
  readonly onChoose: (projectId: string, priorityIds: readonly string[]) => void;
};

/** Which priorities each project serves. */
function Serves({ projects, items, chosen, onChoose }: ServesProps) {
  const words = useLabels(labels);
  return (
    <Section title={words.serves}>
      {projects.map(({ id, no, name }) => (
        <Field key={id} name={`${no} ${name}`}>
          <Select
            className="serves"
            mode="multiple"
            value={[...chosen(id)]}
            onChange={(ids) => onChoose(id, ids)}
            options={items.map((it) => ({ value: it.id, label: it.title }))}
          />
        </Field>
      ))}
    </Section>
  );
}
