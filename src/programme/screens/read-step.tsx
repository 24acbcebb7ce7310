import { Button, InputNumber } from 'antd';
import { type ClipboardEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { yearOf } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { isRefused } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { ListDifference } from '../rules/difference.ts';
import type { ReadListInput } from './contract.ts';
import { Differences } from './differences.tsx';
import { labels } from './labels.ts';

type Pasted = { readonly html: string | null; readonly text: string };
type Source = ReadListInput['from'];
type Differing = { readonly programmeId: string; readonly differences: readonly ListDifference[]; readonly from: Source };
const NOTHING: Pasted = { html: null, text: '' };
const ACCEPTED = '.docx,.xlsx,.csv,.tsv,.txt';

/** Step 1: a file dropped, or a table or text pasted. A year that has a draft already shows what differs before anything is replaced. */
export function ReadStep() {
  const words = useLabels(labels);
  const { api, district, today } = useWorkplace();
  const [year, setYear] = useState(yearOf(today));
  const [pasted, setPasted, clearPasted] = useKept<Pasted>(`paste:${district}`, NOTHING);
  const { read, busy, fault, differing } = useReading(year, clearPasted);
  const readFile = (file: File) =>
    read(async () => {
      const { digest, name } = await api.upload(file, file.name);
      return { digest, name };
    });
  const isEmpty = !pasted.text.trim() && !pasted.html;
  return (
    <div className="read-step">
      <Field name={words.year}>
        <InputNumber value={year} min={2000} max={2100} onChange={(value) => setYear(value ?? yearOf(today))} />
      </Field>
      <FileDrop accept={ACCEPTED} title={busy ? words.reading : words.dropTitle} hint={words.dropHint} onFile={readFile} busy={busy} />
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      {differing && <Differences {...differing} busy={busy} onReplace={() => read(async () => differing.from, true)} />}
      <p className="or">{words.orPaste}</p>
      <PasteBox value={pasted} onChange={setPasted} onClear={clearPasted} />
      <Button type="primary" loading={busy} onClick={() => read(async () => pasted)} disabled={isEmpty}>
        {words.pasteRead}
      </Button>
    </div>
  );
}

function useReading(year: number, onRead: () => void) {
  const locale = useLocale();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const readList = useCommand<ReadListInput, { readonly programmeId: string }>('programme.read-list');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [differing, setDiffering] = useState<Differing | null>(null);
  const programmeId = useRef(newId());
  const read = async (find: () => Promise<Source>, replace = false) => {
    setBusy(true);
    setFault(null);
    setDiffering(null);
    try {
      const from = await find();
      const answer = await readList
        .mutateAsync({ input: { programmeId: programmeId.current, year, title: '', replace, from } })
        .catch((problem: unknown) => {
          if (isRefused(problem) && problem.refusal.kind === 'list-differs')
            setDiffering({ ...(problem.refusal as unknown as Omit<Differing, 'from'>), from });
          throw problem;
        });
      onRead();
      navigate(`/${district}/programmes/${answer.programmeId}/draft`, { replace: true });
    } catch (problem) {
      programmeId.current = newId();
      if (!(isRefused(problem) && problem.refusal.kind === 'list-differs')) setFault(sentenceOf(problem, locale));
    }
    setBusy(false);
  };
  return { read, busy, fault, differing };
}

type PasteBoxProps = { readonly value: Pasted; readonly onChange: (pasted: Pasted) => void; readonly onClear: () => void };

/** Takes a table with its markup when one is pasted, so that merged cells arrive as they were; otherwise plain text. */
function PasteBox({ value, onChange, onClear }: PasteBoxProps) {
  const words = useLabels(labels);
  const take = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    if (!/<table/i.test(html)) return;
    event.preventDefault();
    onChange({ html, text });
  };
  if (!value.html) {
    return (
      <GrowText
        rows={6}
        aria-label={words.orPaste}
        placeholder={words.pasteHint}
        value={value.text}
        onPaste={take}
        onText={(text) => onChange({ html: null, text })}
      />
    );
  }
  return (
    <div className="pasted">
      <p>
        <b>{words.pastedTable((value.html.match(/<tr[\s>]/gi) ?? []).length)}</b>{' '}
        <Button size="small" onClick={onClear}>
          {words.pasteAgain}
        </Button>
      </p>
      <pre>{value.text.slice(0, 1200)}</pre>
    </div>
  );
}
