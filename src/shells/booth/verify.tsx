import { createRoot } from 'react-dom/client';
import './booth.css';
import { type DragEvent, useState } from 'react';
import { CHECKS } from '#/ballot/rules/belenios/verify.ts';
import { archiveCheckWords } from '#/ballot/words/booth.ts';
import type { Locale } from '#/kernel/format.ts';
import type { Words } from './credential-form.tsx';
import { Frame, useBoothLocale } from './parts.tsx';
import { Choices } from './review.tsx';
import { fetchWorker, type Verified, verifyFile } from './verify-file.ts';

/** 核验页: a file is dropped, every check is told by name. Works without network once it is open. */
function Verify() {
  const { locale, words, toggle } = useBoothLocale();
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number } | 'reading' | null>(null);
  const [verified, setVerified] = useState<Verified | null>(null);
  const [isOver, setOver] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setVerified(null);
    setProgress('reading');
    const found = await verifyFile(file, (done, all) => setProgress({ done, all })).catch((): Verified => ({ kind: 'not-readable' }));
    setProgress(null);
    setVerified(found);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <Frame title={words.verifyTitle} other={words.other} onOther={toggle}>
      <p>{words.verifyLead}</p>
      <label className={`drop${isOver ? ' over' : ''}`} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
        {words.drop}
        <input type="file" accept=".bel,.json" onChange={(event) => void take(event.target.files?.[0])} />
      </label>
      <div role="status">
        {progress === null ? null : (
          <>
            <p>{progress === 'reading' ? words.reading : words.working(progress.done, progress.all)}</p>
            <progress max={1} value={progress === 'reading' ? undefined : progress.done / progress.all} />
          </>
        )}
        {verified === null ? null : <Report verified={verified} words={words} locale={locale} />}
      </div>
    </Frame>
  );
}

function Report({ verified, words, locale }: { verified: Verified; words: Words; locale: Locale }) {
  if (verified.kind === 'not-readable') return <p className="note bad">{words.notReadable}</p>;
  if (verified.kind === 'challenge')
    return (
      <>
        <h2>{words.challengeFile}</h2>
        {verified.choices === null ? (
          <p className="note bad">{words.challengeFileBad}</p>
        ) : (
          <>
            <p className="note good">{words.challengeGood}</p>
            <Choices words={words} questions={verified.questions} choices={verified.choices} />
          </>
        )}
      </>
    );
  const { report, questions, name, trackers } = verified;
  const isWhole = report.ok && report.result !== null;
  return (
    <>
      <h2>{name}</h2>
      <p className={`note ${!report.ok ? 'bad' : isWhole ? 'good' : 'wait'}`}>
        {report.ok ? '✓' : '✗'} {!report.ok ? words.notGood : isWhole ? words.allGood : words.incomplete}　{words.ballots(report.ballots)}
      </p>
      <table>
        <thead>
          <tr>
            <th>{words.check}</th>
            <th>{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {CHECKS.map((check) => {
            const found = report.checks.find((it) => it.name === check && !it.ok) ?? report.checks.find((it) => it.name === check);
            return (
              <tr key={check}>
                <td>
                  {archiveCheckWords[locale][check]}
                  {found?.why === undefined ? null : <div className="soft">{found.why}</div>}
                </td>
                <td className={found === undefined ? '' : found.ok ? 'ok' : 'fail'}>
                  {found === undefined ? `— ${words.notReached}` : found.ok ? `✓ ${words.pass}` : `✗ ${words.fail}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {report.result === null ? null : <Counts words={words} questions={questions} result={report.result} />}
      {report.ok ? <Mine words={words} trackers={trackers} /> : null}
    </>
  );
}

function Counts({
  words,
  questions,
  result,
}: {
  words: Words;
  questions: Extract<Verified, { kind: 'archive' }>['questions'];
  result: readonly (readonly number[])[];
}) {
  return (
    <>
      <h2>{words.result}</h2>
      {questions.map((question, q) => (
        <table key={question.question}>
          <caption>{question.question}</caption>
          <tbody>
            {(question.blank ? [words.blank, ...question.answers] : question.answers).map((answer, i) => (
              <tr key={answer}>
                <td>{answer}</td>
                <td className="number">{result[q]?.[i]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Mine({ words, trackers }: { words: Words; trackers: ReadonlySet<string> }) {
  const [typed, setTyped] = useState('');
  const tracker = typed.replace(/\s/g, '').toLowerCase();
  const isWhole = /^[0-9a-f]{64}$/.test(tracker);
  return (
    <>
      <h2>{words.tracker}</h2>
      <label htmlFor="tracker">{words.mineLead}</label>
      <input
        id="tracker"
        type="text"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {isWhole ? (
        <p className={`note ${trackers.has(tracker) ? 'good' : 'bad'}`}>{trackers.has(tracker) ? words.mineFound : words.mineMissing}</p>
      ) : null}
    </>
  );
}

fetchWorker();
createRoot(document.getElementById('root')!).render(<Verify />);
