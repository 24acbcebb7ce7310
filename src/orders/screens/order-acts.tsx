import { Button } from 'antd';
import { useState } from 'react';
import { useLabels } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { OrderAct } from '../rules/order.ts';
import { labels } from '../words/labels.ts';
import { ActForm } from './act-form.tsx';
import type { OrderView } from './contract.ts';
import { screenLabels } from './screen-labels.ts';

const PERMISSION: Readonly<Record<OrderAct, string>> = {
  ...{ sign: 'orders.answer', reply: 'orders.answer', object: 'orders.ask', extend: 'orders.ask', apply: 'orders.ask' },
  ...{ check: 'orders.clear', visit: 'orders.clear', close: 'orders.clear', return: 'orders.clear' },
  ...{ withdraw: 'orders.decide', 'note-province': 'orders.decide', urge: 'orders.decide' },
};
const OF_UNIT: readonly OrderAct[] = ['sign', 'reply', 'object', 'extend', 'apply'];
const MAIN: readonly OrderAct[] = ['sign', 'apply', 'check', 'visit', 'close'];

/** The unit answers for itself, the office for a unit without an account; whoever does the work does not clear it. */
function isMine(act: OrderAct, { isOwn, order, profile }: OrderView): boolean {
  if (OF_UNIT.includes(act)) return true;
  if (isOwn) return false;
  const needsVisit = profile.kinds.find(({ code }) => code === order.kind)?.needsVisit ?? true;
  return !(act === 'close' && order.state === 'checked' && needsVisit);
}

/** 可以办理: what the post may do with the order as it stands. */
export function OrderActs({ view }: { readonly view: OrderView }) {
  const words = useLabels(screenLabels);
  const named = useLabels(labels);
  const permissions = useWorkplace().post?.permissions ?? [];
  const [act, setAct] = useState<OrderAct | null>(null);
  const acts = view.next.filter((it) => permissions.includes(PERMISSION[it]) && isMine(it, view));
  if (acts.length === 0) return <p className="soft">{words.noActs}</p>;
  return (
    <div className="acts no-print">
      {acts.map((it) => (
        <Button key={it} type={MAIN.includes(it) ? 'primary' : 'default'} danger={it === 'withdraw'} onClick={() => setAct(it)}>
          {named.acts[it]}
        </Button>
      ))}
      {act !== null && <ActForm act={act} view={view} onClose={() => setAct(null)} />}
    </div>
  );
}
