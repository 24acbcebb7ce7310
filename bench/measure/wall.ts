import type { CDPSession, Page } from '@playwright/test';
import { newId } from '#/kernel/id.ts';
import { withBrowser } from '../../tools/browser.ts';
import type { District } from '../district.ts';
import { median, medianTime, milliseconds } from '../numbers.ts';
import type { Started } from '../server.ts';
import type { Row } from '../table.ts';

const EACH = 200;
const CALENDARS = ['office', 'every-day', 'outdoor', 'winter-stop', 'school-quiet'] as const;
const WALL_MS = 100;
const PAINT_MS = 1000;
const TASK_MS = 50;
const FRAME_MS = 8;

type List = { readonly projects: readonly { readonly project: { readonly id: string; readonly leadUnitId: string } }[] };

/** 挂图: ten projects of thirty milestones, read and drawn for the screen and for paper. */
export async function measureWall({ office, code, year, programmeId }: District): Promise<Row> {
  await plan({ office, code, year, programmeId } as District, 30, true);
  const read = async () => {
    const answer = await office.get(`/wall/sheet?year=${year}`);
    if (!answer.ok) throw new Error(`the wall answers ${answer.status}`);
    return ((await answer.json()) as { screen: string }).screen;
  };
  const ms = await medianTime(9, read);
  const kilobytes = Math.round((await read()).length / 1024);
  return {
    name: '挂图 wall chart, 10 projects, 300 milestones',
    measured: milliseconds(ms),
    wanted: `≤ ${WALL_MS} ms`,
    isMet: ms <= WALL_MS,
    note: `the answer holds both drawings, for the screen (${kilobytes} kB) and for paper`,
  };
}

/** 排期图 in a browser: two thousand activities and three thousand links, opened and scrolled through. */
export async function measureGantt({ address }: Started, district: District): Promise<readonly Row[]> {
  await plan(district, EACH - 30, false);
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const [name, value] = district.office.cookie.split('; ')[0]!.split('=') as [string, string];
    await context.addCookies([{ name, value: decodeURIComponent(value), url: address }]);
    const page = await context.newPage();
    const opened: number[] = [];
    for (let i = 0; i < 3; i++) opened.push(await firstPaint(page, `${address}/staff/${district.code}/plan-chart`));
    const scrolled = await scrollThrough(page);
    await context.close();
    const first = median(opened);
    return [
      {
        name: '排期图 schedule chart, 2,000 activities: first paint',
        measured: milliseconds(first),
        wanted: `≤ ${PAINT_MS} ms`,
        isMet: first <= PAINT_MS,
        note: 'from opening the address to the first bars, with log-in, data and both passes',
      },
      {
        name: `… scrolled, ${scrolled.frames} frames: script a frame`,
        measured: milliseconds(scrolled.script),
        wanted: `≤ ${FRAME_MS} ms`,
        isMet: scrolled.script <= FRAME_MS,
      },
      { name: '… longest task', measured: milliseconds(scrolled.longest), wanted: `≤ ${TASK_MS} ms`, isMet: scrolled.longest <= TASK_MS },
    ];
  });
}

/** Adds so many activities to each project, one and a half links each where they are to stay apart from milestones. */
async function plan({ office, year, programmeId }: District, each: number, areMilestones: boolean): Promise<void> {
  const { projects } = (await (await office.get(`/delivery/board?year=${year}`)).json()) as List;
  for (const { project } of projects) {
    const task = { programmeId, projectId: project.id, name: `样本任务${each}`, leadUnitId: project.leadUnitId, dueOn: '2026-12-31' };
    const { id: taskId } = await office.run<{ id: string }>('planning.set-up-task', task);
    const ids = Array.from({ length: each }, newId);
    const added = ids.map((activityId, i) => ({
      ...{
        do: 'add',
        activityId,
        taskId,
        name: `样本工序${i + 1}`,
        days: 1 + (i % 5),
        calendar: CALENDARS[i % 5]!,
        isMilestone: areMilestones,
      },
    }));
    const near = ids.slice(1).map((to, i) => ({ do: 'link', from: ids[Math.floor(i / 3)]!, to }));
    const far = ids.slice(40, 40 + Math.floor(each / 1.7)).map((to, i) => ({ do: 'link', from: ids[i]!, to, type: 'SS' }));
    await office.run('planning.edit-network', { projectId: project.id, edits: [...added, ...near], reason: '' });
    if (far.length > 0) await office.run('planning.edit-network', { projectId: project.id, edits: far, reason: '' });
  }
}

async function firstPaint(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  const at = await page.waitForFunction(() => (document.querySelector('.gantt-name') === null ? 0 : performance.now()), undefined, {
    polling: 'raf',
  });
  return (await at.jsonValue()) as number;
}

type Traced = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
};

/** From the first row to the last and back, sixty pixels a frame; what the browser itself wrote down of it. */
async function scrollThrough(page: Page): Promise<{ readonly frames: number; readonly script: number; readonly longest: number }> {
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  const events = await traced(session, () =>
    page.evaluate(
      () =>
        new Promise<void>((done) => {
          const box = document.querySelector('.gantt')!;
          let [top, by] = [0, 60];
          const step = () => {
            top += by;
            box.scrollTop = top;
            if (top >= box.scrollHeight - box.clientHeight) by = -600;
            if (top > 0) requestAnimationFrame(step);
            else done();
          };
          requestAnimationFrame(step);
        }),
    ),
  );
  const main = events.find((it) => it.name === 'FireAnimationFrame')!;
  const own = events.filter((it) => it.pid === main.pid && it.tid === main.tid && it.ph === 'X' && it.dur !== undefined);
  const tasks = own.filter((it) => it.name === 'RunTask');
  const frames = own.filter((it) => it.name === 'FireAnimationFrame').map((it) => it.ts);
  const scripts = outermost(
    own.filter((it) => ['FireAnimationFrame', 'FunctionCall', 'EventDispatch', 'TimerFire', 'RunMicrotasks'].includes(it.name)),
  );
  const starts = [...new Set(frames)].toSorted((a, b) => a - b);
  const perFrame = starts.slice(0, -1).map((from, i) => sum(scripts.filter((it) => it.ts >= from && it.ts < starts[i + 1]!)) / 1000);
  return { frames: perFrame.length, script: median(perFrame), longest: Math.max(...tasks.map((it) => it.dur! / 1000)) };
}

const sum = (all: readonly Traced[]): number => all.reduce((whole, it) => whole + it.dur!, 0);

/** Without what runs inside another. */
function outermost(all: readonly Traced[]): readonly Traced[] {
  let end = 0;
  return all
    .toSorted((a, b) => a.ts - b.ts)
    .filter((it) => {
      if (it.ts < end) return false;
      end = it.ts + it.dur!;
      return true;
    });
}

async function traced(session: CDPSession, work: () => Promise<unknown>): Promise<readonly Traced[]> {
  const events: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Traced[])));
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline,v8.execute';
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories } as never);
  await work();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  return events;
}
