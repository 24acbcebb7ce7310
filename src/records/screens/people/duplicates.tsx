import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { type Labels, useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import type { Duplicates, SeenPerson } from './contract.ts';
import './people.css';

const zh = {
  title: '疑似重复',
  lead: '姓名、出生日期、联系电话都相同，证件不同的，逐对判断。判断是一个连结，随时可以撤回，撤回后数字恢复原样。',
  none: '没有待判断的',
  noneText: '导入新的记录以后，相像的人会列在这里。',
  same: '是同一人',
  different: '是不同的人',
  undone: '撤回',
  born: '出生',
  phone: '电话尾号',
  noPaper: '没有证件号码',
  decided: '已经判断的',
  because: '依据',
  hint: '如：电话核实、换过证件',
};
const labels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    title: 'Duplicates',
    lead: 'The same name, birthday and telephone, another document: one person decides each pair. A decision is a link; undone, the count is as it was.',
    none: 'Nothing to decide',
    noneText: 'Persons who look alike stand here after an import.',
    same: 'One person',
    different: 'Two persons',
    undone: 'Undo',
    born: 'born',
    phone: 'telephone ends in',
    noPaper: 'no document',
    decided: 'Decided',
    because: 'Ground',
    hint: 'such as: asked by telephone, a new document',
  },
};

type Decision = 'same' | 'different' | 'undone';
type Asking = { readonly personNo: number; readonly otherNo: number; readonly decision: Decision };

export default function DuplicatesScreen() {
  const words = useLabels(labels);
  const { kindId } = useParams();
  const view = useRead<Duplicates>(`/records/duplicates?serviceKindId=${kindId}`);
  const decide = useCommand<unknown, unknown>('records.decide-duplicate');
  const [asking, setAsking] = useState<Asking | null>(null);
  const send = (reason: string) => decide.mutateAsync({ input: { ...asking, serviceKindId: kindId, reason } }).then(() => setAsking(null));
  return (
    <Page title={`${words.title}${view.data ? ` · ${view.data.kindName}` : ''}`} lead={words.lead}>
      <Whole of={view}>
        {({ pairs, decisions, persons }) => (
          <>
            {pairs.length === 0 && <EmptyState title={words.none} text={words.noneText} />}
            {pairs.map(([one, other]) => (
              <div key={`${one.no} ${other.no}`} className="records-pair">
                <Seen person={one} />
                <Seen person={other} />
                <Button type="primary" onClick={() => setAsking({ personNo: one.no, otherNo: other.no, decision: 'same' })}>
                  {words.same}
                </Button>
                <Button onClick={() => setAsking({ personNo: one.no, otherNo: other.no, decision: 'different' })}>{words.different}</Button>
              </div>
            ))}
            <Decided decisions={decisions} persons={persons} onUndo={(it) => setAsking({ ...it, decision: 'undone' })} />
            <ReasonDialog
              open={asking !== null}
              title={words[asking?.decision ?? 'same']}
              act={words[asking?.decision ?? 'same']}
              hint={words.hint}
              onCancel={() => setAsking(null)}
              onConfirm={send}
            />
          </>
        )}
      </Whole>
    </Page>
  );
}

function Seen({ person }: { readonly person: SeenPerson }) {
  const words = useLabels(labels);
  return (
    <p>
      <b>{person.name}</b>
      <br />
      {person.identity ?? words.noPaper}
      <br />
      <span className="soft">
        {words.born} {person.birthOn} · {words.phone} {person.phone}
      </span>
    </p>
  );
}

type DecidedProps = Pick<Duplicates, 'decisions' | 'persons'> & { readonly onUndo: (it: Pick<Asking, 'personNo' | 'otherNo'>) => void };

function Decided({ decisions, persons, onUndo }: DecidedProps) {
  const words = useLabels(labels);
  if (decisions.length === 0) return null;
  const latest = new Set<string>();
  const isLatest = (it: Duplicates['decisions'][number]) => {
    const key = `${it.personNo} ${it.otherNo}`;
    const first = !latest.has(key);
    latest.add(key);
    return first && it.decision !== 'undone';
  };
  return (
    <Section title={words.decided}>
      {decisions.map((it) => (
        <p key={`${it.personNo} ${it.otherNo} ${it.decisionNo}`}>
          {it.decidedOn} {it.decidedBy}：{persons.find((one) => one.no === it.personNo)?.name} · {words[it.decision]}（{it.reason}）{' '}
          {isLatest(it) && (
            <Button size="small" onClick={() => onUndo({ personNo: it.personNo, otherNo: it.otherNo })}>
              {words.undone}
            </Button>
          )}
        </p>
      ))}
    </Section>
  );
}
