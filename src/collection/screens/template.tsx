import { Button, Input, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { TemplateCell, TemplateMapping, TemplateSheet } from '../rules/template.ts';
import type { TemplateFit } from '../rules/template-fit.ts';
import './collection.css';
import type { FormTemplate, StructureView } from './contract.ts';
import { addressText, EMPTY_MAPPING } from './mapping-edit.ts';
import { TemplateGrid } from './template-grid.tsx';
import { templateLabels } from './template-labels.ts';
import { TemplatePlace } from './template-place.tsx';

/** One form of a higher level: its cells, and what fills them. A new blank form is held against what was kept. */
export default function TemplateScreen() {
  const words = useLabels(templateLabels);
  const { templateId } = useParams();
  const [query] = useSearchParams();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const all = useRead<readonly FormTemplate[]>('/collection/templates');
  return (
    <Page title={words.title} actions={<Button onClick={() => navigate(`/${district}/collection/templates`)}>{words.back}</Button>}>
      <Whole of={all}>
        {(templates) => {
          const kept = templates.find((it) => it.templateId === templateId) ?? null;
          const file = { digest: query.get('digest') ?? kept?.fileDigest ?? '', name: query.get('file') ?? kept?.fileName ?? '' };
          return <TemplateOf key={file.digest} templateId={templateId!} kept={kept} file={file} />;
        }}
      </Whole>
    </Page>
  );
}

type TemplateOfProps = {
  readonly templateId: string;
  readonly kept: FormTemplate | null;
  readonly file: { readonly digest: string; readonly name: string };
};

function TemplateOf({ templateId, kept, file }: TemplateOfProps) {
  // What the page was opened with: saving it for the first time reads nothing anew.
  const [known] = useState(kept === null ? '' : `&templateId=${templateId}`);
  const path = `/collection/template-structure?digest=${file.digest}&name=${encodeURIComponent(file.name)}${known}`;
  const structure = useRead<StructureView>(path);
  return <Whole of={structure}>{(view) => <Editor templateId={templateId} kept={kept} file={file} view={view} />}</Whole>;
}

function Editor({ templateId, kept, file, view }: TemplateOfProps & { readonly view: StructureView }) {
  const words = useLabels(templateLabels);
  const locale = useLocale();
  const save = useCommand<unknown, { version: number }>('collection.save-template');
  const [name, setName] = useState(kept?.name ?? file.name.replace(/\.[a-z]+$/i, ''));
  const [mapping, setMapping] = useState<TemplateMapping>(view.fit?.mapping ?? EMPTY_MAPPING);
  const [said, setSaid] = useState<{ readonly text: string; readonly isBad: boolean } | null>(null);
  const why = name.trim() === '' ? words.nameFirst : mapping.cells.length + mapping.blocks.length === 0 ? words.placeFirst : null;
  const input = { templateId, name: name.trim(), fileDigest: file.digest, fileName: file.name, mapping, basedOn: kept?.version ?? 0 };
  const send = () =>
    save
      .mutateAsync({ input })
      .then(({ version }) => setSaid({ text: words.savedAs(version), isBad: false }))
      .catch((problem: unknown) => setSaid({ text: sentenceOf(problem, locale), isBad: true }));
  return (
    <>
      <Field name={words.name}>
        <Input value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
      </Field>
      {kept !== null && <NewBlank templateId={templateId} />}
      {view.fit && <FitNotice fit={view.fit} isSame={view.isSame} />}
      {view.fixed.length > 0 && <p className="notice warn">{words.fixed(view.fixed.map((it) => words.fixedParts[it]))}</p>}
      <p className="soft">{words.click}</p>
      <Sheets view={view} mapping={mapping} onChange={setMapping} />
      <ul>
        {mapping.blocks.map((it) => (
          <li key={`${it.sheet} ${it.row}`}>
            {words.block(it.sheet, it.row + 1, it.per === 'promise' ? words.perPromise : words.perProject, it.columns.length)}{' '}
            <Button size="small" onClick={() => setMapping({ ...mapping, blocks: mapping.blocks.filter((one) => one !== it) })}>
              {words.dropBlock}
            </Button>
          </li>
        ))}
      </ul>
      {said && (
        <p className={said.isBad ? 'notice bad' : 'notice'} role="alert">
          {said.text}
        </p>
      )}
      <p className="acts">
        <WhyButton type="primary" why={why} loading={save.isPending} onClick={send}>
          {words.save}
        </WhyButton>
      </p>
    </>
  );
}

type SheetsProps = {
  readonly view: StructureView;
  readonly mapping: TemplateMapping;
  readonly onChange: (mapping: TemplateMapping) => void;
};

function Sheets({ view: { structure }, mapping, onChange }: SheetsProps) {
  const words = useLabels(templateLabels);
  const [picked, setPicked] = useState<{ readonly sheet: string; readonly cell: TemplateCell } | null>(null);
  const own = (sheet: TemplateSheet) => (picked?.sheet === sheet.name ? picked.cell : null);
  const items = structure.sheets.map((sheet) => ({
    key: sheet.name,
    label: words.sheets[sheet.kind](sheet.name),
    children: (
      <>
        {own(sheet) && <TemplatePlace sheet={sheet} cell={own(sheet)!} mapping={mapping} onChange={onChange} />}
        <TemplateGrid sheet={sheet} mapping={mapping} picked={own(sheet)} onPick={(cell) => setPicked({ sheet: sheet.name, cell })} />
      </>
    ),
  }));
  return <Tabs items={items} onChange={() => setPicked(null)} />;
}

function NewBlank({ templateId }: { readonly templateId: string }) {
  const words = useLabels(templateLabels);
  const upload = useBlankForm((digest, file) => `templates/${templateId}?digest=${digest}&file=${encodeURIComponent(file)}`);
  return (
    <details>
      <summary>{words.replace}</summary>
      <FileDrop accept=".xlsx,.docx" hint={words.addHint} onFile={upload.take} busy={upload.busy} />
      {upload.fault && <p className="notice bad">{upload.fault}</p>}
    </details>
  );
}

/** Uploads a blank form and goes to the page that shows its cells. */
export function useBlankForm(pathOf: (digest: string, file: string) => string) {
  const { api, district } = useWorkplace();
  const locale = useLocale();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => () => setBusy(false), []);
  const take = async (file: File) => {
    setBusy(true);
    setFault(null);
    await api
      .upload(file, file.name)
      .then(({ digest }) => navigate(`/${district}/collection/${pathOf(digest, file.name)}`))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
    setBusy(false);
  };
  return { take, busy, fault };
}

function FitNotice({ fit, isSame }: { readonly fit: TemplateFit; readonly isSame: boolean }) {
  const words = useLabels(templateLabels);
  if (isSame) return <p className="soft">{words.isSame}</p>;
  const at = ({ row, column }: { readonly row: number; readonly column: number }) => addressText(column, row);
  return (
    <Section title={words.replace}>
      <p>{words.kept(fit.kept.length)}</p>
      {fit.moved.length > 0 && (
        <div className="notice warn">
          <b>{words.moved}</b>
          {fit.moved.map((it) => (
            <p key={`${it.field} ${it.heading}`}>{words.movedLine(it.heading.replace(/→$/, ''), at(it.from), at(it.to!))}</p>
          ))}
        </div>
      )}
      {fit.lost.length > 0 && (
        <div className="notice bad" role="alert">
          <b>{words.lost}</b>
          {fit.lost.map((it) => (
            <p key={`${it.field} ${it.heading}`}>{words.lostLine(it.heading.replace(/→$/, ''), at(it.from), words.fields[it.field])}</p>
          ))}
        </div>
      )}
    </Section>
  );
}
