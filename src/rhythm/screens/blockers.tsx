import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ageDays } from '../rules/blocker.ts';
import { levelWords } from '../words/agenda.ts';
import { BlockerCard } from './blocker-card.tsx';
import { blockerLabels } from './blocker-labels.ts';
import { BlockerTable } from './blocker-table.tsx';
import type { BlockersAnswer, ShownBlocker } from './contract.ts';
import { RaiseBlocker } from './raise-blocker.tsx';
import './rhythm.css';

/** 堵点: open ones by age; what was solved says by whom and how. */
export default function BlockersScreen() {
  const words = useLabels(blockerLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayRaise = useMay('rhythm.blockers');
  const maySeeLedger = useMay('rhythm.read-meetings');
  const [isRaising, setRaising] = useState(false);
  const answer = useRead<BlockersAnswer>('/rhythm/blockers');
  const actions = (
    <>
      {mayRaise && answer.data && answer.data.projects.length > 0 && (
        <Button type="primary" onClick={() => setRaising(true)}>
          {words.raise}
        </Button>
      )}
      {maySeeLedger && <Button onClick={() => navigate(`/${district}/on-site`)}>{words.siteLedger}</Button>}
      <Button className="only-wide" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      <Whole of={answer}>
        {(it) => (
          <>
            <Listed of={it} />
            {isRaising && <RaiseBlocker of={it} onClose={() => setRaising(false)} />}
          </>
        )}
      </Whole>
    </Page>
  );
}

type Which = 'open' | 'solved' | 'all';

function Listed({ of }: { readonly of: BlockersAnswer }) {
  const words = useLabels(blockerLabels);
  const [query] = useSearchParams();
  const wantedId = query.get('open');
  const [which, setWhich] = useState<Which>('open');
  const [isTable, setTable] = useState(false);
  const [wanted, setWanted] = useState('');
  const says = useSays(of);
  const open = of.blockers.filter(({ state }) => state === 'open');
  const solved = of.blockers.filter(({ state }) => state === 'solved');
  const rows = (which === 'open' ? open : which === 'solved' ? solved : of.blockers)
    .filter((it) => says(it).includes(wanted.trim()))
    .toSorted((a, b) => Number(b.id === wantedId) - Number(a.id === wantedId) || ageDays(b, of.today) - ageDays(a, of.today));
  const choices: { value: Which; label: string }[] = [
    { value: 'open', label: `${words.open} ${open.length}` },
    { value: 'solved', label: `${words.solved} ${solved.length}` },
    { value: 'all', label: words.all },
  ];
  return (
    <>
      <div className="rhythm-tools no-print">
        <Input.Search aria-label={words.name} placeholder={words.name} allowClear onChange={({ target }) => setWanted(target.value)} />
        <Segmented aria-label={words.state} value={which} onChange={setWhich} options={choices} />
        <Segmented
          className="only-wide"
          aria-label={words.table}
          value={isTable ? 'table' : 'cards'}
          onChange={(it) => setTable(it === 'table')}
          options={[
            { value: 'cards', label: words.cards },
            { value: 'table', label: words.table },
          ]}
        />
      </div>
      {rows.length === 0 && <EmptyState title={wanted === '' ? words.none : words.noneFound} text={words.noneText} />}
      {rows.length > 0 && isTable && <BlockerTable rows={rows} of={of} />}
      {!isTable && (
        <ul className="blocker-list">
          {rows.map((it) => (
            <BlockerCard key={it.id} blocker={it} of={of} />
          ))}
        </ul>
      )}
    </>
  );
}

function useSays({ projects, unitNames }: BlockersAnswer) {
  const locale = useLocale();
  return (it: ShownBlocker): string => {
    const project = projects.find(({ id }) => id === it.projectId);
    return [it.title, it.detail, it.asked, it.askedOf, project?.name, unitNames[it.unitId], levelWords[locale][it.level]].join(' ');
  };
}
