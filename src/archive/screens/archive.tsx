import { App, Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field, SecrecyBand } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { gapSentence } from '../words.ts';
import type { BundleLine, BundlePreview } from './contract.ts';
import { labels } from './labels.ts';

type Projects = { readonly projects: readonly { readonly id: string; readonly no: string; readonly name: string }[] };

/** What a bundle would hold and lack, before it is made; then the bundles that were made. */
export default function ArchiveScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const projects = useRead<Projects>(list.list && `/programme/list?programmeId=${list.list.id}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.title} lead={words.lead} actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={projects}>{(it) => <Choice key={list.list!.id} programmeId={list.list!.id} {...it} />}</Whole> : <NoList />}
    </Page>
  );
}

function Choice({ programmeId, projects }: Projects & { readonly programmeId: string }) {
  const words = useLabels(labels);
  const mayFull = useMay('archive.make-with-originals');
  const [projectId, setProjectId] = useState(projects[0]?.id ?? '');
  const [originals, setOriginals] = useState(false);
  const query = `programmeId=${programmeId}${projectId && `&projectId=${projectId}`}&originals=${originals}`;
  const preview = useRead<BundlePreview>(`/archive/preview?${query}`);
  const options = [
    ...projects.map(({ id, no, name }) => ({ value: id, label: words.project(no, name) })),
    { value: '', label: words.whole },
  ];
  return (
    <>
      <Field name={words.which}>
        <Select value={projectId} onChange={setProjectId} options={options} popupMatchSelectWidth={false} />
      </Field>
      {mayFull && (
        <p>
          <Checkbox checked={originals} onChange={({ target }) => setOriginals(target.checked)}>
            {words.originals}
          </Checkbox>
        </p>
      )}
      <Whole of={preview}>{(it) => <Preview of={it} ask={{ programmeId, projectId: projectId || null }} originals={originals} />}</Whole>
      <Section title={words.bundles}>
        <Bundles programmeId={programmeId} />
      </Section>
    </>
  );
}

export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

type Ask = { readonly programmeId: string; readonly projectId: string | null };

function Preview({ of, ask, originals }: { readonly of: BundlePreview; readonly ask: Ask; readonly originals: boolean }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const may = useMay('archive.make');
  return (
    <>
      <Section title={words.gaps(of.gaps.length)}>
        {of.gaps.length > 0 && <p className="soft">{words.gapsLead}</p>}
        <ul className="sentences">
          {of.gaps.map((gap) => (
            <li key={gapSentence(gap, locale)}>{gapSentence(gap, locale)}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.contents(of.entries.length, sizeText(of.size))}>
        <details>
          <summary>{words.showAll}</summary>
          <DataTable
            rows={of.entries}
            keyOf={({ path }) => path}
            fileName={of.name}
            columns={[
              { title: words.file, text: ({ title }) => title },
              { title: words.place, text: ({ path }) => path, onlyWide: true },
              { title: words.day, text: ({ on }) => on },
              { title: words.size, text: ({ size }) => size, show: ({ size }) => sizeText(size), align: 'right' },
            ]}
          />
        </details>
        {may && <Make ask={ask} originals={originals} />}
      </Section>
    </>
  );
}

type Made = { readonly files: number };

function Make({ ask, originals }: { readonly ask: Ask; readonly originals: boolean }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const make = useCommand<unknown, Made>('archive.make-bundle');
  const full = useCommand<unknown, Made>('archive.make-full-bundle');
  const [isAsking, setAsking] = useState(false);
  const isBusy = make.isPending || full.isPending;
  const said = ({ files }: Made) => void message.success(words.made(files));
  const send = () =>
    make
      .mutateAsync({ input: { ...ask, bundleId: newId() } })
      .then(said)
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <SecrecyBand inline />
      <p>
        <Button type="primary" loading={isBusy} onClick={originals ? () => setAsking(true) : send}>
          {originals ? words.makeFull : words.make}
        </Button>{' '}
        <span className="soft" role="status">
          {isBusy && words.making}
        </span>
      </p>
      <ReasonDialog
        open={isAsking}
        title={words.makeFull}
        act={words.makeFull}
        hint={words.purpose}
        least={4}
        onCancel={() => setAsking(false)}
        onConfirm={(purpose) =>
          full.mutateAsync({ input: { ...ask, bundleId: newId(), purpose } }).then((it) => {
            said(it);
            setAsking(false);
          })
        }
      />
    </>
  );
}

function Bundles({ programmeId }: { readonly programmeId: string }) {
  const words = useLabels(labels);
  const bundles = useRead<{ readonly bundles: readonly BundleLine[] }>(`/archive/bundles?programmeId=${programmeId}`);
  return (
    <Whole of={bundles}>
      {({ bundles: lines }) =>
        lines.length === 0 ? (
          <p className="soft">{words.none}</p>
        ) : (
          <DataTable
            rows={lines}
            keyOf={({ id }) => id}
            fileName={words.bundles}
            columns={[
              { title: words.name, text: ({ name, withOriginals }) => (withOriginals ? `${name}（${words.withOriginals}）` : name) },
              { title: words.by, text: ({ made }) => `${made.name} ${made.on}` },
              { title: words.size, text: ({ size }) => size, show: ({ size }) => sizeText(size), align: 'right', onlyWide: true },
              { title: '', text: () => null, show: (line) => <Fetch of={line} /> },
            ]}
          />
        )
      }
    </Whole>
  );
}

/** The browser itself fetches it: it shows how far it is, and nothing of a large bundle has to fit into memory. */
function Fetch({ of: { id, withOriginals } }: { readonly of: BundleLine }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const mayFull = useMay('archive.make-with-originals');
  const [isAsking, setAsking] = useState(false);
  if (!withOriginals) return <Button href={`/api/${district}/archive/bundles/${id}/file`}>{words.download}</Button>;
  if (!mayFull) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.download}</Button>
      <ReasonDialog
        open={isAsking}
        title={words.download}
        act={words.download}
        hint={words.purpose}
        least={4}
        onCancel={() => setAsking(false)}
        onConfirm={async (purpose) => {
          location.assign(`/api/${district}/archive/full-bundles/${id}/file?purpose=${encodeURIComponent(purpose)}`);
          setAsking(false);
        }}
      />
    </>
  );
}
