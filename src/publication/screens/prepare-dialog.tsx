import { Input, Modal, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { isRefused } from '#/ui/api.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field, SecrecyBand } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { uiWords } from '#/ui/words.ts';
import type { EditionRefusal } from '../rules/edition.ts';
import { placeSentence, words as publicationWords } from '../words.ts';
import { circulationLabels } from './circulation-labels.ts';
import { labels } from './labels.ts';

type PrepareProps = {
  readonly list: { readonly year: number; readonly kind: string };
  /** The published edition that the new one corrects: it speaks of the same day. */
  readonly corrects?: { readonly number: number; readonly asOf: CivilDate };
  readonly onClose: () => void;
};

const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const EMPTY = { publisher: '', publisherCode: '', documentNo: '', reason: '', countersign: [] as readonly string[] };

/** The board of a day becomes a draft; what was typed is kept until it went through. */
export function PrepareDialog({ list, corrects, onClose }: PrepareProps) {
  const words = useLabels(labels);
  const common = useLabels(uiWords);
  const { district, today } = useWorkplace();
  const navigate = useNavigate();
  const form = useId();
  const prepare = useCommand<unknown, { readonly editionId: string }>('publication.prepare-edition');
  const [asOf, setAsOf] = useState(corrects?.asOf ?? today);
  const [typed, setTyped, forget] = useKept(`prepare:${district}:${list.year}:${list.kind}:${corrects?.number ?? ''}`, EMPTY);
  const [problem, setProblem] = useState<unknown>(null);
  const code = typed.publisherCode.trim();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isCodeWrong(code)) return;
    setProblem(null);
    const input = {
      ...list,
      asOf,
      documentNo: typed.documentNo.trim() || null,
      countersignUnits: typed.countersign ?? [],
      ...(typed.publisher.trim() && { publisher: typed.publisher.trim() }),
      ...(code && { publisherCode: code }),
      ...(corrects && { correction: { number: corrects.number, reason: typed.reason.trim() } }),
    };
    await prepare
      .mutateAsync({ input })
      .then(({ editionId }) => {
        forget();
        onClose();
        navigate(`/${district}/editions/${editionId}`);
      })
      .catch(setProblem);
  };
  const title = corrects ? words.correct : words.prepare;
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={common.cancel}
      okButtonProps={{ htmlType: 'submit', form }}
      onCancel={onClose}
      confirmLoading={prepare.isPending}
    >
      <form id={form} onSubmit={send}>
        <p>{corrects ? words.correctText(corrects.number) : words.prepareText}</p>
        <SecrecyBand inline />
        <Field name={words.asOf} hint={corrects ? words.asOfCorrected : words.asOfHint}>
          {corrects ? <b>{asOf}</b> : <DayField value={asOf} max={today} onChange={(day) => day && setAsOf(day)} />}
        </Field>
        <Fields typed={typed} isCorrection={corrects !== undefined} onChange={setTyped} />
        {prepare.isPending && (
          <p className="soft" role="status">
            {words.preparing}
          </p>
        )}
        {problem !== null && <PrepareProblem problem={problem} onClose={onClose} />}
      </form>
    </Modal>
  );
}

type Typed = typeof EMPTY;
type FieldsProps = { readonly typed: Typed; readonly isCorrection: boolean; readonly onChange: (typed: Typed) => void };

function isCodeWrong(code: string): boolean {
  return code !== '' && !CREDIT_CODE.test(code);
}

function Fields({ typed, isCorrection, onChange }: FieldsProps) {
  const words = useLabels(labels);
  const ofCirculation = useLabels(circulationLabels);
  const units = useRead<readonly { readonly id: string; readonly name: string }[]>('/organisation/units');
  const set = (part: Exclude<keyof Typed, 'countersign'>) => (text: string) => onChange({ ...typed, [part]: text });
  return (
    <>
      {isCorrection && (
        <Field name={words.correctReason} hint={words.correctReasonHint}>
          <GrowText rows={2} value={typed.reason} minLength={2} maxLength={500} required onText={set('reason')} />
        </Field>
      )}
      <Field name={words.publisher}>
        <Input value={typed.publisher} maxLength={60} onChange={({ target }) => set('publisher')(target.value)} />
      </Field>
      <Field
        name={words.publisherCode}
        hint={words.publisherCodeHint}
        fault={isCodeWrong(typed.publisherCode.trim()) ? words.publisherCodeWrong : null}
      >
        <Input
          value={typed.publisherCode}
          maxLength={18}
          spellCheck={false}
          onChange={({ target }) => set('publisherCode')(target.value.toUpperCase())}
        />
      </Field>
      <Field name={words.documentNo}>
        <Input value={typed.documentNo} maxLength={60} onChange={({ target }) => set('documentNo')(target.value)} />
      </Field>
      <Field name={ofCirculation.askCountersign} hint={ofCirculation.askCountersignHint}>
        <Select
          className="full"
          mode="multiple"
          value={[...(typed.countersign ?? [])]}
          optionFilterProp="label"
          onChange={(countersign: string[]) => onChange({ ...typed, countersign })}
          options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
    </>
  );
}

/** Two refusals lead somewhere: to the draft that is still open, and to the places where ID numbers stand. */
function PrepareProblem({ problem, onClose }: { readonly problem: unknown; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const refusal = isRefused(problem) ? (problem.refusal as unknown as EditionRefusal) : null;
  if (refusal?.kind === 'personal-data')
    return (
      <div className="notice bad" role="alert">
        <p>{words.idNumbers}</p>
        <ul>
          {refusal.findings.map((finding) => (
            <li key={finding.key}>
              {placeSentence(finding, locale)}：{publicationWords[locale].kinds[finding.kind]} {finding.masked}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <p className="notice bad" role="alert">
      {sentenceOf(problem, locale)}{' '}
      {refusal?.kind === 'draft-open' && (
        <Link to={`/${district}/editions/${refusal.editionId}`} onClick={onClose}>
          {words.toOpenDraft}
        </Link>
      )}
    </p>
  );
}
