import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { pictureSentence, pictureWords } from '../picture-words.ts';
import type { Drawing } from '../rules/covering.ts';
import { mayRelease, type PictureDecision, type ReleasePicture } from '../rules/pictures.ts';
import type { PictureView } from './contract.ts';
import { CoverTool } from './cover-tool.tsx';
import { Checks, formOf, Texts } from './picture-form.tsx';
import { pictureLabels } from './picture-labels.ts';
import { type PictureLines, stateOf } from './pictures.tsx';
import './pictures.css';

/** One picture on its way out: covered, checked point by point, described; or kept in. */
export default function PictureScreen() {
  const { projectId, digest } = useParams();
  const view = useRead<PictureView>(`/publication/pictures/${projectId}/${digest}`);
  return (
    <Whole of={view}>
      {(it) => <Picture key={`${digest}${it.decisions[0]?.id}`} view={it} at={{ projectId: projectId!, digest: digest! }} />}
    </Whole>
  );
}

type At = { readonly projectId: string; readonly digest: string };
type Of = { readonly view: PictureView; readonly at: At };

function Picture({ view, at }: Of) {
  const words = useLabels(pictureLabels);
  const { district } = useWorkplace();
  const [current = null] = view.decisions;
  return (
    <Page
      title={`${words.project(view.project.no)} ${view.project.name}`}
      lead={view.picture ? `${view.picture.promise} · ${words.asOf} ${view.picture.asOf}` : words.notProving}
      actions={
        <>
          <NextOpen of={{ view, at }} />
          <Link to={`/${district}/pictures`}>{words.back}</Link>
        </>
      }
    >
      {current?.redactedDigest && (
        <Section title={words.result}>
          <div className="edition-pictures">
            <figure>
              <img src={`/api/${district}/files/${current.redactedDigest}?as=display`} alt={current.alt ?? ''} width={480} />
              <figcaption>{current.caption}</figcaption>
            </figure>
          </div>
        </Section>
      )}
      <Work view={view} at={at} current={current} />
      {view.decisions.length > 0 && (
        <Section title={words.history}>
          <History of={view.decisions} />
        </Section>
      )}
    </Page>
  );
}

/** From picture to picture without the way back over the list. */
function NextOpen({ of: { view, at } }: { readonly of: Of }) {
  const words = useLabels(pictureLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const lines = useRead<PictureLines>(`/publication/pictures?programmeId=${view.programmeId}`).data?.pictures ?? [];
  const here = lines.findIndex((it) => it.projectId === at.projectId && it.sourceDigest === at.digest);
  const next = [...lines.slice(here + 1), ...lines.slice(0, Math.max(0, here))].find((it) => stateOf(it) === 'open');
  if (next === undefined) return null;
  return <Button onClick={() => navigate(`/${district}/pictures/${next.projectId}/${next.sourceDigest}`)}>{words.next}</Button>;
}

function Work({ at, current }: Of & { readonly current: PictureDecision | null }) {
  const words = useLabels(pictureLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { district } = useWorkplace();
  const release = useCommand<unknown, unknown>('publication.release-picture');
  const [drawing, setDrawing] = useState<Drawing>({ boxes: current?.boxes ?? [], earlier: [] });
  const [form, setForm] = useState(() => formOf(current));
  const subject = { projectId: at.projectId, sourceDigest: at.digest, seen: current?.id ?? null };
  const nothingToCover = form.nothingToCover && drawing.boxes.length === 0;
  const input: ReleasePicture = { ...subject, ...form, nothingToCover, boxes: [...drawing.boxes] };
  const refusal = mayRelease(input);
  const short = form.caption.trim().length < 2 ? words.caption : form.alt.trim().length < 2 ? words.alt : null;
  const why = refusal !== null ? pictureSentence(refusal, locale) : short;
  const send = () =>
    release
      .mutateAsync({ input })
      .then(() => message.success(words.released))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <Section title={words.tool}>
        <p className="soft">{words.toolHint}</p>
        <CoverTool src={`/api/${district}/files/${at.digest}?as=display`} drawing={drawing} onChange={setDrawing} />
      </Section>
      <Section title={words.checks}>
        <Checks form={form} hasBoxes={drawing.boxes.length > 0} onChange={setForm} />
      </Section>
      <Section title={words.words}>
        <Texts form={form} onChange={setForm} />
        <div className="picture-acts">
          <WhyButton type="primary" loading={release.isPending} why={why} onClick={send}>
            {words.release}
          </WhyButton>
          <Withhold subject={subject} isPublic={current?.decision === 'public'} />
        </div>
        <p className="soft" role="status">
          {release.isPending ? words.working : (why ?? words.releaseHint)}
        </p>
      </Section>
    </>
  );
}

type Subject = { readonly projectId: string; readonly sourceDigest: string; readonly seen: string | null };

function Withhold({ subject, isPublic }: { readonly subject: Subject; readonly isPublic: boolean }) {
  const words = useLabels(pictureLabels);
  const { message } = App.useApp();
  const withhold = useCommand<unknown, unknown>('publication.withhold-picture');
  const [isAsking, setAsking] = useState(false);
  const [atOnce, setAtOnce] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.withhold}</Button>
      <ReasonDialog
        open={isAsking}
        title={words.withhold}
        act={words.withhold}
        hint={words.withholdReason}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          withhold.mutateAsync({ input: { ...subject, reason, atOnce } }).then(() => {
            message.success(words.withheld);
            setAsking(false);
          })
        }
      >
        {isPublic && (
          <Checkbox checked={atOnce} onChange={({ target }) => setAtOnce(target.checked)}>
            {words.atOnce}
          </Checkbox>
        )}
      </ReasonDialog>
    </>
  );
}

function History({ of }: { readonly of: readonly PictureDecision[] }) {
  const words = useLabels(pictureLabels);
  const { phases } = pictureWords[useLocale()];
  return (
    <ul className="sentences">
      {of.map(({ id, decision, atOnce, decided, reason, boxes, phase, caption }) => (
        <li key={id}>
          {words.decidedBy(decided.post, decided.name, decided.on)}：{atOnce ? words.stopped : words.states[decision]}
          {decision === 'public' ? ` · ${phases[phase!]} · ${caption} · ${words.count(boxes.length)}` : ` · ${reason}`}
        </li>
      ))}
    </ul>
  );
}
