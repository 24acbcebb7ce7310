import { Button, Input, Spin } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { randomBelow } from '#/kernel/random-below.ts';
import { isFailure, isRefused } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import type { CeremonyBoard } from '../../rules/belenios/ceremony.ts';
import { randomSigns } from '../../rules/belenios/credentials.ts';
import { checkWords } from '../../words/box.ts';
import type { ShownBox, ShownTrustee } from './contract.ts';
import { inKeyWorker, isCeremonyError } from './in-key-worker.ts';
import { LEAST_PASSPHRASE, openSeed, sealSeed } from './key-file.ts';
import { boxLabels } from './labels.ts';

type StepProps = { readonly shown: ShownBox; readonly own: ShownTrustee };
const SEED_SIGNS = 22;

function boardOf({ box, trustees }: ShownBox): CeremonyBoard | null {
  if (box.threshold === null) return null;
  return {
    threshold: box.threshold,
    certificates: trustees.map((it) => it.certificate!),
    coefficients: trustees.map((it) => it.coefficients!),
    shares: trustees.map((it) => it.shares!),
  };
}

/** Runs a step and words what went wrong: a refusal, a lying trustee by name, or a device that could not. */
function useRunning(shown: ShownBox) {
  const words = useLabels(boxLabels);
  const locale = useLocale();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault(null);
    await work().catch((problem: unknown) => {
      if (isCeremonyError(problem)) {
        const { position, check } = problem.ceremony;
        setFault(words.liar(shown.trustees[position - 1]?.title ?? String(position), checkWords(check, locale)));
      } else setFault(isRefused(problem) || isFailure(problem) ? sentenceOf(problem, locale) : words.broken);
    });
    setBusy(false);
  };
  return { fault, setFault, isBusy, run };
}

type FormProps = {
  readonly title: string;
  readonly act: string;
  readonly isBusy: boolean;
  readonly fault: string | null;
  readonly onSend: () => void;
  readonly children: ReactNode;
};

function StepForm({ title, act, isBusy, fault, onSend, children }: FormProps) {
  const words = useLabels(boxLabels);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Section title={title}>
      <form onSubmit={send}>
        {children}
        {fault !== null && (
          <p className="notice bad" role="alert">
            {fault}
          </p>
        )}
        <p>
          <Button type="primary" htmlType="submit" disabled={isBusy}>
            {act}
          </Button>
          {isBusy && (
            <span role="status">
              {' '}
              <Spin size="small" /> {words.working}
            </span>
          )}
        </p>
      </form>
    </Section>
  );
}

/** 生成密钥: the file is in the trustee's hands before anything of it is published. */
export function MakeKey({ shown, own }: StepProps) {
  const words = useLabels(boxLabels);
  const { fault, setFault, isBusy, run } = useRunning(shown);
  const [phrases, setPhrases] = useState(['', ''] as readonly [string, string]);
  const certify = useCommand<object, unknown>('ballot.publish-certificate');
  const publish = useCommand<object, unknown>('ballot.publish-key');
  const { box } = shown;
  const place = { boxId: box.id, position: own.position };
  const make = async () => {
    const seed = randomSigns(randomBelow, SEED_SIGNS);
    const file = await sealSeed({ election: box.electionUuid, position: own.position, title: own.title }, seed, phrases[0]);
    const isThreshold = box.threshold !== null;
    const { text } = isThreshold
      ? await inKeyWorker({ kind: 'certificate', seed }, 'text')
      : await inKeyWorker({ kind: 'public-key', seed, title: own.title, position: own.position, board: null }, 'text');
    saveFile(`密钥-${own.title}-${box.electionUuid}.json`, new Blob([file], { type: 'application/json' }));
    await (isThreshold
      ? certify.mutateAsync({ input: { ...place, certificate: text } })
      : publish.mutateAsync({ input: { ...place, publicKey: text } }));
  };
  const send = () => {
    if (phrases[0].length < LEAST_PASSPHRASE) return setFault(words.passphraseShort);
    if (phrases[0] !== phrases[1]) return setFault(words.passphraseOther);
    void run(make);
  };
  return (
    <StepForm title={own.title} act={words.make} isBusy={isBusy} fault={fault} onSend={send}>
      <Field name={words.passphrase} hint={words.passphraseHint}>
        <Input.Password value={phrases[0]} onChange={({ target }) => setPhrases([target.value, phrases[1]])} autoComplete="new-password" />
      </Field>
      <Field name={words.passphraseAgain}>
        <Input.Password value={phrases[1]} onChange={({ target }) => setPhrases([phrases[0], target.value])} autoComplete="new-password" />
      </Field>
      <p>{words.keep}</p>
    </StepForm>
  );
}

/** The later steps, each with the file and its passphrase: 分发份额, 确认公钥, 解密. */
export function UseKey({ shown, own, step }: StepProps & { readonly step: 'shares' | 'key' | 'decrypt' }) {
  const words = useLabels(boxLabels);
  const { fault, setFault, isBusy, run } = useRunning(shown);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const shares = useCommand<object, unknown>('ballot.publish-shares');
  const key = useCommand<object, unknown>('ballot.publish-key');
  const decryption = useCommand<object, unknown>('ballot.publish-decryption');
  const { box, trustees } = shown;
  const { position, title } = own;
  const place = { boxId: box.id, position };
  const publishWith = async (seed: string) => {
    if (step === 'shares') {
      const certificates = trustees.map((it) => it.certificate!);
      const { kind: _, ...made } = await inKeyWorker({ kind: 'shares', seed, threshold: box.threshold!, certificates }, 'shares');
      return shares.mutateAsync({ input: { ...place, ...made } });
    }
    const board = boardOf(shown);
    if (step === 'key') {
      const { text } = await inKeyWorker({ kind: 'public-key', seed, title, position, board }, 'text');
      return key.mutateAsync({ input: { ...place, publicKey: text } });
    }
    const { text } = await inKeyWorker({ kind: 'decryption', seed, position, board, election: box.election!, tally: box.tally! }, 'text');
    return decryption.mutateAsync({ input: { ...place, decryption: text } });
  };
  const work = async () => {
    const opened = await openSeed(await file!.text(), { election: box.electionUuid, position, title }, passphrase);
    if ('fault' in opened) return setFault(words.faults[opened.fault]);
    return publishWith(opened.seed);
  };
  const act = { shares: words.stepShares, key: words.stepKey, decrypt: words.stepDecrypt }[step];
  return (
    <StepForm
      title={`${title} · ${act}`}
      act={act}
      isBusy={isBusy}
      fault={fault}
      onSend={() => (file === null ? setFault(words.openFile) : void run(work))}
    >
      {step === 'decrypt' && <p>{words.decryptLead}</p>}
      <Field name={words.file}>
        <input type="file" accept=".json" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
      </Field>
      <Field name={words.passphrase}>
        <Input.Password value={passphrase} onChange={({ target }) => setPassphrase(target.value)} autoComplete="off" />
      </Field>
    </StepForm>
  );
}
