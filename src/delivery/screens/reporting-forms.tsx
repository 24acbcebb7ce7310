import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { bigNumber, longDate, number, shortDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { Board, ProjectStanding } from '../rules/standing.ts';
import { formLabels } from './form-labels.ts';
import './reporting-forms.css';
import { promiseName } from './standing.tsx';

type UnitRows = { readonly unit: string | null; readonly projects: readonly ProjectStanding[] };

/** 报送表: one sheet for each lead unit to fill by hand, and the text that asks for it in a group chat. */
export default function ReportingForms() {
  const words = useLabels(formLabels);
  const list = useYearList();
  const board = useRead<Board>(list.query && `/delivery/board?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.title} lead={words.lead} actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={board}>{(it) => <Forms board={it} />}</Whole> : <NoList />}
    </Page>
  );
}

function Forms({ board }: { readonly board: Board }) {
  const words = useLabels(formLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const units = byUnit(board);
  const text = chatText(board, units);
  const copy = () => navigator.clipboard.writeText(text).then(() => message.success(words.copied));
  return (
    <>
      <section className="chat-text no-print">
        <h2>{words.chat}</h2>
        <pre>{text}</pre>
        <p className="acts">
          <Button type="primary" onClick={copy}>
            {words.copy}
          </Button>
          <Button onClick={() => window.print()}>{words.print}</Button>
          <Button onClick={() => navigate(`/${district}/collection`)}>{words.asFiles}</Button>
        </p>
      </section>
      {units.map(({ unit, projects }) => (
        <section key={unit ?? ''} className="sheet">
          <h2>{words.sheetOf(unit ?? words.noUnit)}</h2>
          <p className="soft">
            {board.programme.title} · {words.asOf(longDate(board.asOf, locale))}
          </p>
          <Sheet projects={projects} />
          <p className="sign">{words.sign}</p>
        </section>
      ))}
    </>
  );
}

function Sheet({ projects }: { readonly projects: readonly ProjectStanding[] }) {
  const words = useLabels(formLabels);
  const locale = useLocale();
  return (
    <table>
      <thead>
        <tr>
          {words.columns.map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {projects.flatMap(({ project, promises }) =>
          promises.map(({ promise, done, doneOn, stage }) => (
            <tr key={promise.id}>
              <td>{project.no}</td>
              <td>{promiseName(promise)}</td>
              <td>{promise.target === null ? '—' : `${bigNumber(promise.target, locale)} ${promise.measureUnit}`}</td>
              <td>{done === null ? (stage ?? '—') : `${number(done)}${doneOn ? `（${shortDate(doneOn, locale)}）` : ''}`}</td>
              <td />
              <td>{words.kinds}</td>
              <td />
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function byUnit(board: Board): UnitRows[] {
  const running = board.projects
    .map((it) => ({ ...it, promises: it.promises.filter(({ light }) => light !== 'closed') }))
    .filter(({ promises }) => promises.length > 0);
  return [...Map.groupBy(running, ({ leadUnit }) => leadUnit)].map(([unit, projects]) => ({ unit, projects }));
}

/** A group chat in China is written in Chinese, whatever language the reader of this page has chosen. */
function chatText(board: Board, units: readonly UnitRows[]): string {
  const words = formLabels['zh-CN'];
  const lines = units.map(({ unit, projects }) =>
    words.chatLine(
      unit ?? words.noUnit,
      projects.flatMap(({ project, promises }) => promises.map(({ promise }) => `${project.no} ${promiseName(promise)}`)),
    ),
  );
  return [words.chatHead(board.programme.title, longDate(board.asOf)), ...lines, words.chatEnd].join('\n');
}
