import { App, Button } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { SecrecyBand } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { chatText } from '../words/form.ts';
import type { PeriodView } from './contract.ts';
import { labels } from './labels.ts';

type FormsOutProps = { readonly view: PeriodView; readonly query: string };

/** 发表: one form for each unit, all in one file, and the text that asks for them; a unit fetches its own. */
export function FormsOut({ view: { forms, period }, query }: FormsOutProps) {
  const words = useLabels(labels);
  const download = useDownload();
  const { message } = App.useApp();
  const isOffice = useMay('collection.keep-calendar');
  const of = `${query}&period=${period.id}`;
  const text = chatText(forms);
  const copy = () => navigator.clipboard.writeText(text).then(() => message.success(words.copied));
  const rows = forms.reduce((sum, it) => sum + it.rows.length, 0);
  return (
    <Section title={isOffice ? words.forms : words.fetchForm}>
      <p className="soft">{isOffice ? words.formsLead(forms.length, rows) : words.fetchFormLead(rows)}</p>
      <SecrecyBand inline />
      {isOffice ? (
        <>
          <p className="acts">
            <Button type="primary" onClick={() => download(`/collection/forms.zip?${of}`)}>
              {words.allForms}
            </Button>
            <Button onClick={copy}>{words.copy}</Button>
          </p>
          <details className="chat-text">
            <summary>{words.chat}</summary>
            <pre>{text}</pre>
          </details>
          <ul className="form-list">
            {forms.map(({ unitId, unitName, rows: own }) => (
              <li key={unitId}>
                <span>
                  {unitName} <small className="soft">{own.map(({ locked }) => locked.no).join('、')}</small>
                </span>
                <Button size="small" onClick={() => download(`/collection/form.xlsx?${of}&unitId=${unitId}`)}>
                  {words.oneForm}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="acts">
          {forms.map(({ unitId, unitName }) => (
            <Button key={unitId} type="primary" onClick={() => download(`/collection/form.xlsx?${of}&unitId=${unitId}`)}>
              {forms.length === 1 ? words.myForm : unitName}
            </Button>
          ))}
        </p>
      )}
    </Section>
  );
}

export function useDownload() {
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const locale = useLocale();
  return (path: string) =>
    api
      .download(path)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
}
