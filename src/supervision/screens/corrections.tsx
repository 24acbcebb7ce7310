import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { lightWords } from '#/delivery/words/lights.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { YearListLine } from '#/ui/year-list.tsx';
import type { FigureChange } from '../rules/changes-since.ts';
import type { CorrectedLine, Correction } from '../rules/correction.ts';
import { quantity } from '../words/quantity.ts';
import { labels } from './labels.ts';

type View = { readonly corrections: readonly Correction[]; readonly open: readonly FigureChange[] };
type CorrectionsProps = { readonly list: YearListLine; readonly month: number; readonly bulletinId: string };

/** 更正 of an issued bulletin: what was corrected, and what reads otherwise now. */
export function Corrections({ list, month, bulletinId }: CorrectionsProps) {
  const words = useLabels(labels);
  const view = useRead<View>(`/supervision/corrections?year=${list.year}&kind=${list.kind}&month=${month}`);
  return (
    <div className="no-print">
      <Section title={words.corrections}>
        <p className="soft">{words.correctionsLead}</p>
        <Whole of={view}>{(it) => <Lines view={it} bulletinId={bulletinId} />}</Whole>
      </Section>
    </div>
  );
}

function Lines({ view: { corrections, open }, bulletinId }: { readonly view: View; readonly bulletinId: string }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const mayCorrect = useMay('supervision.bulletin');
  const issue = useCommand<unknown, unknown>('supervision.issue-correction');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const download = (no: number) =>
    api
      .download(`/supervision/correction.docx?bulletinId=${bulletinId}&no=${no}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      {corrections.map(({ id, no, issuedOn, issuedBy, lines, reason }) => (
        <div key={id}>
          <b>{words.correctionNo(no, longDate(issuedOn, locale), issuedBy)}</b>{' '}
          <Button size="small" onClick={() => download(no)}>
            {words.download}
          </Button>
          <ul>
            {lines.map((line) => (
              <li key={line.promiseId}>
                {line.no} {line.promise}：{said(line, words.wasNow, locale)}
              </li>
            ))}
          </ul>
          <p className="soft">{reason}</p>
        </div>
      ))}
      {open.length === 0 ? (
        <p className="soft">{words.noCorrections}</p>
      ) : (
        <Checkbox.Group
          disabled={!mayCorrect}
          value={[...chosen]}
          onChange={setChosen}
          options={open.map((it) => ({ value: it.promiseId, label: `${it.no} ${it.promise}：${said(it, words.wasNow, locale)}` }))}
        />
      )}
      {mayCorrect && chosen.length > 0 && (
        <p className="acts">
          <Button type="primary" onClick={() => setAsking(true)}>
            {words.correct}
          </Button>
        </p>
      )}
      <ReasonDialog
        open={isAsking}
        title={words.correct}
        act={words.correct}
        hint={words.correctWhy}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          issue.mutateAsync({ input: { id: newId(), bulletinId, promiseIds: chosen, reason } }).then(() => {
            setChosen([]);
            setAsking(false);
          })
        }
      />
    </>
  );
}

function said({ was, now, measureUnit }: CorrectedLine, word: (was: string, now: string) => string, locale: Locale): string {
  const figure = ({ done, stage, light }: CorrectedLine['was']) =>
    `${done === null ? (stage ?? '—') : quantity(done, measureUnit, locale)} · ${lightWords[locale][light]}`;
  return word(figure(was), figure(now));
}
