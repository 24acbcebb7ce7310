import { App, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { newId } from '#/kernel/id.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { ProgrammeLine } from './contract.ts';
import { labels } from './labels.ts';

export default function ProgrammeList() {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayRead = useMay('programme.prepare');
  const lines = useRead<readonly ProgrammeLine[]>('/programme/programmes');
  const start = mayRead && (
    <Button type="primary" onClick={() => navigate(`/${district}/programmes/new`)}>
      {words.newList}
    </Button>
  );
  return (
    <Page title={words.programmes} lead={words.programmesLead} actions={start}>
      <VotedLines />
      <Whole of={lines}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.noLists} text={words.noListsText}>
              {start}
            </EmptyState>
          ) : (
            <Lines rows={rows} />
          )
        }
      </Whole>
    </Page>
  );
}

type VotedLine = {
  readonly sessionId: string;
  readonly title: string;
  readonly forYear: number;
  readonly projectCount: number;
  readonly isTaken: boolean;
};

/** 票决结果 that no list has taken over yet: one click makes the draft of the year. */
function VotedLines() {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const mayTake = useMay('programme.prepare');
  const voted = useRead<readonly VotedLine[]>('/programme/voted');
  const take = useCommand<unknown, { programmeId: string }>('programme.take-voted');
  const start = (line: VotedLine) =>
    take
      .mutateAsync({ input: { programmeId: newId(), sessionId: line.sessionId, title: words.listTitle(line.forYear) } })
      .then(({ programmeId }) => navigate(`/${district}/programmes/${programmeId}/draft`))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (voted.data ?? [])
    .filter(({ isTaken }) => !isTaken)
    .map((line) => (
      <p key={line.sessionId} className="notice">
        {words.voted(line.title, line.forYear, line.projectCount)}{' '}
        {mayTake && (
          <Button type="primary" loading={take.isPending} onClick={() => start(line)}>
            {words.takeVoted}
          </Button>
        )}
      </p>
    ));
}

function Lines({ rows }: { readonly rows: readonly ProgrammeLine[] }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const address = (line: ProgrammeLine) =>
    line.state === 'draft' ? `/${district}/programmes/${line.id}/draft` : `/${district}/programmes/${line.id}`;
  return (
    <DataTable
      rows={rows}
      keyOf={({ id }) => id}
      fileName={words.programmes}
      columns={[
        { title: words.year, text: ({ year }) => year, width: 80 },
        {
          title: words.title,
          text: ({ title }) => title,
          show: (line) => (
            <Link className="plain-link" to={address(line)}>
              {line.title || words.listTitle(line.year)}
            </Link>
          ),
        },
        { title: words.kind, text: ({ kind }) => words.kinds[kind], onlyWide: true },
        { title: words.origin, text: ({ origin }) => words.origins[origin], onlyWide: true },
        { title: words.state, text: ({ state }) => words.states[state] },
        { title: words.projects, text: ({ projectCount }) => projectCount, align: 'right', onlyWide: true },
        { title: words.promises, text: ({ promiseCount }) => promiseCount, align: 'right', onlyWide: true },
        { title: words.frozenOn, text: ({ frozenOn }) => frozenOn, onlyWide: true },
        {
          title: '',
          text: () => null,
          show: (line) => <Link to={address(line)}>{line.state === 'draft' ? words.continueDraft : words.open}</Link>,
        },
      ]}
    />
  );
}
