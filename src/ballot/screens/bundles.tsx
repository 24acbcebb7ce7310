import { App, Button } from 'antd';
import { useState } from 'react';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { BundleFigures, EntryDifference } from '../rules/figures.ts';
import { ruleOfRound } from '../rules/round.ts';
import type { BundleView, CountRoom, RoundView } from '../rules/views.ts';
import { KeyForm } from './key-form.tsx';
import { labels } from './labels.ts';
import { useAct, useDocument } from './room.tsx';

type Keyed = { readonly state: 'waits' | 'agreed' } | { readonly state: 'differs'; readonly differences: readonly EntryDifference[] };
type BundlesProps = { readonly of: RoundView; readonly room: CountRoom };

/** 各捆录入: one card for each bundle, one form for the bundle in hand. */
export function Bundles({ of: { round, bundles }, room }: BundlesProps) {
  const words = useLabels(labels);
  const save = useDocument();
  const mayCount = useMay('ballot.settle');
  const count = useAct('ballot.count');
  const [chosen, setChosen] = useState<string | null>(null);
  const open = bundles.find((it) => it.id === chosen) ?? bundles.find((it) => it.state !== 'settled' && !it.isMine) ?? null;
  return (
    <>
      <p className="soft">{words.bundlesHint}</p>
      <div className="bundle-list">
        {bundles.map((it) => (
          <button
            type="button"
            key={it.id}
            className={it.id === open?.id ? 'bundle-card now' : 'bundle-card'}
            aria-pressed={it.id === open?.id}
            onClick={() => setChosen(it.id)}
          >
            <b>{words.serial(it.serial)}</b>
            {words.bundleStates[it.state]}
            {it.isMine && words.mine}
          </button>
        ))}
      </div>
      <p className="acts no-print">
        <Button onClick={() => save(`/ballot/covers.html?roundId=${round.id}`)}>{words.covers}</Button>
        {mayCount && (
          <Button type="primary" loading={count.busy} onClick={() => count.run({ roundId: round.id })}>
            {words.count}
          </Button>
        )}
      </p>
      {open !== null && <OneBundle key={`${open.id} ${open.isMine}`} bundle={open} view={{ round, room }} onDone={() => setChosen(null)} />}
    </>
  );
}

type OneBundleProps = {
  readonly bundle: BundleView;
  readonly view: { readonly round: RoundView['round']; readonly room: CountRoom };
  readonly onDone: () => void;
};

function OneBundle({ bundle, view: { round, room }, onDone }: OneBundleProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const mayKey = useMay('ballot.key-in');
  const maySettle = useMay('ballot.settle');
  const keyIn = useAct<Keyed>('ballot.key-in');
  const settle = useAct('ballot.settle-bundle');
  const [settling, setSettling] = useState<BundleFigures | null>(null);
  const rule = ruleOfRound(room.session.sheet.rule, round);
  const candidates = round.candidateIds.map((id) => ({ id, name: room.names[id] ?? '' }));
  const say = (done: Keyed | null) => {
    if (done === null) return;
    if (done.state === 'differs') message.warning(words.differ(done.differences.length), 8);
    else message.success(words[done.state]);
    onDone();
  };
  const mayEnter = mayKey && !bundle.isMine && (bundle.state === 'empty' || bundle.state === 'waits');
  return (
    <section aria-label={words.serial(bundle.serial)}>
      <h3>
        {words.serial(bundle.serial)} · {words.bundleStates[bundle.state]} <span className="soft">{bundle.keyedBy.join('、')}</span>
      </h3>
      {mayEnter && round.source === 'keypad' && <KeypadFile bundleId={bundle.id} onDone={say} />}
      {mayEnter && (
        <KeyForm
          form={rule.form}
          candidates={candidates}
          busy={keyIn.busy}
          act={words.keyIn}
          onSend={(figures) => keyIn.run({ bundleId: bundle.id, figures }).then(say)}
        />
      )}
      {bundle.state === 'differs' && <Differences of={bundle} nameOf={(id) => room.names[id] ?? id} />}
      {bundle.state === 'differs' && maySettle && !bundle.isMine && (
        <KeyForm
          form={rule.form}
          candidates={candidates}
          busy={settle.busy}
          act={words.settleBundle}
          from={bundle.entries}
          onSend={async (figures) => setSettling(figures)}
        />
      )}
      {bundle.settledBy !== null && <p className="notice">{words.settledBy(bundle.settledBy, bundle.settledReason)}</p>}
      <ReasonDialog
        open={settling !== null}
        title={words.settleBundle}
        act={words.settleBundle}
        hint={words.settleReason}
        onCancel={() => setSettling(null)}
        onConfirm={(reason) => settle.send({ bundleId: bundle.id, figures: settling, reason }).then(onDone)}
      />
      {maySettle && bundle.state !== 'empty' && <Reopen bundleId={bundle.id} />}
    </section>
  );
}

function Reopen({ bundleId }: { readonly bundleId: string }) {
  const words = useLabels(labels);
  const reopen = useAct('ballot.reopen-bundle');
  const [isAsking, setAsking] = useState(false);
  return (
    <p className="acts no-print">
      <Button size="small" onClick={() => setAsking(true)}>
        {words.reopenBundle}
      </Button>
      <ReasonDialog
        open={isAsking}
        danger
        title={words.reopenBundle}
        act={words.reopenBundle}
        hint={words.reopenHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => reopen.send({ bundleId, reason }).then(() => setAsking(false))}
      />
    </p>
  );
}

function Differences({ of, nameOf }: { readonly of: BundleView; readonly nameOf: (id: string) => string }) {
  const words = useLabels(labels);
  const what = (it: EntryDifference) =>
    it.candidate === null ? words[it.what as 'papers' | 'void' | 'blank'] : `${nameOf(it.candidate)} · ${words.votes[it.what as 'for']}`;
  return (
    <table className="counts-table">
      <caption>{words.differences}</caption>
      <thead>
        <tr>
          <th />
          <th className="number">{`${words.first} ${of.keyedBy[0]}`}</th>
          <th className="number">{`${words.second} ${of.keyedBy[1]}`}</th>
        </tr>
      </thead>
      <tbody>
        {of.differences.map((it) => (
          <tr key={what(it)}>
            <td>{what(it)}</td>
            <td className="number">{it.first}</td>
            <td className="number">{it.second}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeypadFile({ bundleId, onDone }: { readonly bundleId: string; readonly onDone: (done: Keyed | null) => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const bring = useAct<Keyed>('ballot.import-keypad');
  const take = (file: File) =>
    api
      .upload(file, file.name)
      .then(({ digest, name }) => bring.run({ bundleId, from: { digest, name } }))
      .then(onDone)
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return <FileDrop accept=".xlsx,.csv" title={words.importKeypad} busy={bring.busy} onFile={take} />;
}
