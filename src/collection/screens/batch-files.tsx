import { App, Button, Select } from 'antd';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { SIGN_FIELDS, SIGN_HEADS } from '../rules/form.ts';
import { fileSentence } from '../words/rows.ts';
import type { BatchView } from './contract.ts';
import { labels } from './labels.ts';

type FileLine = BatchView['files'][number];

/** What came in: whose it is, whether it is as it went out, and why a file cannot be taken. */
export function BatchFiles({ view }: { readonly view: BatchView }) {
  const words = useLabels(labels);
  if (view.files.length === 0) return <p className="soft">{words.noFiles}</p>;
  const order = { refused: 0, form: 1, evidence: 2 } as const;
  return (
    <Section title={`${words.files}（${view.files.length}）`}>
      <ul className="file-list">
        {view.files
          .toSorted((a, b) => order[a.kind] - order[b.kind] || a.name.localeCompare(b.name, 'zh-Hans-CN'))
          .map((it) => (
            <BatchFile key={it.digest} file={it} view={view} />
          ))}
      </ul>
    </Section>
  );
}

function BatchFile({ file, view }: { readonly file: FileLine; readonly view: BatchView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const isOpen = view.batch.state === 'open';
  const { send } = useActing();
  const base = { [view.batch.id]: view.batch.version };
  const signed =
    file.signs === null ? '' : SIGN_FIELDS.flatMap((it) => (file.signs?.[it] ? [`${SIGN_HEADS[it]}：${file.signs[it]}`] : [])).join('；');
  const remove = () => send('collection.drop-file', { batchId: view.batch.id, digest: file.digest }, base);
  return (
    <li className={file.kind}>
      <div>
        <b>{file.name}</b> <small className="soft">{words.kinds[file.kind]}</small>
        {signed !== '' && <small className="soft"> · {signed}</small>}
        {file.seal && words.seals[file.seal] !== '' && <p className="notice warn">{words.seals[file.seal]}</p>}
        {file.refusal && <p className="notice bad">{fileSentence(file.refusal, locale)}</p>}
      </div>
      {isOpen && <Placing file={file} view={view} />}
      {isOpen && (
        <Button size="small" onClick={remove}>
          {words.removeFile}
        </Button>
      )}
    </li>
  );
}

/** Evidence can be put to any unit and promise; a form only where it does not say itself whose it is. */
function Placing({ file, view }: { readonly file: FileLine; readonly view: BatchView }) {
  const words = useLabels(labels);
  const { send } = useActing();
  const isMovable =
    file.kind === 'evidence' || (file.seal !== 'genuine' && (file.refusal === null || file.refusal.kind === 'unknown-unit'));
  if (!isMovable) return null;
  const { rows } = view.staged;
  const units = [...new Map(rows.map(({ unitId, unitName }) => [unitId, unitName]))].map(([value, label]) => ({ value, label }));
  const own = rows.filter(({ unitId }) => unitId === file.unitId);
  const place = (unitId: string, promiseId: string | null) =>
    send(
      'collection.place-file',
      { batchId: view.batch.id, digest: file.digest, unitId, promiseId },
      { [view.batch.id]: view.batch.version },
    );
  return (
    <span className="placing">
      <Select
        size="small"
        aria-label={words.whose}
        placeholder={words.whose}
        value={units.some(({ value }) => value === file.unitId) ? file.unitId : null}
        options={units}
        popupMatchSelectWidth={false}
        onChange={(unitId: string) => place(unitId, null)}
      />
      {file.kind === 'evidence' && file.unitId !== null && (
        <Select
          size="small"
          aria-label={words.proves}
          value={file.promiseId ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: words.wholeForm },
            ...own.map(({ promiseId, row }) => ({ value: promiseId, label: `${row.locked.no} ${row.locked.promise}`.slice(0, 40) })),
          ]}
          onChange={(promiseId: string) => place(file.unitId!, promiseId || null)}
        />
      )}
    </span>
  );
}

/** One command at a time, with a sentence when it is refused. */
export function useActing() {
  const locale = useLocale();
  const { message } = App.useApp();
  const place = useCommand<unknown, unknown>('collection.place-file');
  const drop = useCommand<unknown, unknown>('collection.drop-file');
  const discard = useCommand<unknown, unknown>('collection.discard-batch');
  const commands = { 'collection.place-file': place, 'collection.drop-file': drop, 'collection.discard-batch': discard } as const;
  const send = (name: keyof typeof commands, input: unknown, base: Readonly<Record<string, number>>) =>
    commands[name].mutateAsync({ input, base }).catch((problem: unknown) => void message.error(sentenceOf(problem, locale), 8));
  return { send };
}
