import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { Session } from '../rules/session.ts';
import { faultsOfSheet, type SheetState } from '../rules/session-sheet.ts';
import { sentenceOfSheetFault, sentencesOfSheet, sheetStateWords } from '../words/sheet.ts';
import { labels } from './labels.ts';
import { Room, useAct } from './room.tsx';
import { SheetForm } from './sheet-form.tsx';

type SessionView = { readonly session: Session; readonly sheets: readonly unknown[] };

/** 表决办法: in words, as a form while it is a draft, and its way to the plenary. */
export default function SheetScreen() {
  const { sessionId } = useParams();
  const view = useRead<SessionView>(`/ballot/session?sessionId=${sessionId}`);
  return <Whole of={view}>{(it) => <Sheet key={it.session.version} {...it} />}</Whole>;
}

function Sheet({ session, sheets }: SessionView) {
  const words = useLabels(labels);
  const locale = useLocale();
  const may = useMay('ballot.prepare');
  const faults = faultsOfSheet(session.sheet);
  const isOpen = session.sheetState !== 'adopted';
  return (
    <Room title={session.title} lead={`${longDate(session.opensOn, locale)} · ${sheetStateWords[locale][session.sheetState]}`}>
      <Section title={words.sheetWords}>
        {session.sheetDigest !== null && <p className="notice long-digest">{words.digest(session.sheetDigest)}</p>}
        <ol className="sheet-words">
          {sentencesOfSheet(session.sheet, locale).map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ol>
        <p className="soft">{words.versions(sheets.length)}</p>
        {faults.length > 0 && (
          <div className="notice bad">
            {words.contradicts}
            <ul>
              {faults.map((it) => (
                <li key={it.code}>{sentenceOfSheetFault(it, locale)}</li>
              ))}
            </ul>
          </div>
        )}
      </Section>
      {isOpen && <Moves session={session} faulty={faults.length > 0} />}
      {isOpen && may && (
        <Section title={words.sheetForm}>
          <SheetForm session={session} />
        </Section>
      )}
    </Room>
  );
}

const NEXT: Readonly<Record<'draft' | 'presidium', readonly SheetState[]>> = { draft: ['presidium'], presidium: ['adopted', 'draft'] };

function Moves({ session, faulty }: { readonly session: Session; readonly faulty: boolean }) {
  const words = useLabels(labels);
  const may = useMay('ballot.decide');
  const { send } = useAct('ballot.move-sheet');
  const [to, setTo] = useState<SheetState | null>(null);
  const names = { draft: words.toDraft, presidium: words.toPresidium, adopted: words.toAdopted };
  if (!may || session.sheetState === 'adopted') return null;
  return (
    <p className="acts">
      {NEXT[session.sheetState].map((it) =>
        it === 'draft' ? (
          <Button key={it} onClick={() => setTo(it)}>
            {names[it]}
          </Button>
        ) : (
          <WhyButton key={it} type="primary" why={faulty ? words.contradicts : null} onClick={() => setTo(it)}>
            {names[it]}
          </WhyButton>
        ),
      )}
      {to !== null && (
        <ReasonDialog
          open
          title={names[to]}
          act={names[to]}
          hint={words.moveHint}
          onCancel={() => setTo(null)}
          onConfirm={(note) =>
            send({ sessionId: session.id, to, note }, { base: { [session.id]: session.version } }).then(() => setTo(null))
          }
        >
          {to === 'adopted' && <p>{words.adoptWarning}</p>}
        </ReasonDialog>
      )}
    </p>
  );
}
