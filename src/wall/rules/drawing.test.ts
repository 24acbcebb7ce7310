import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { OUTLINE } from '#/planning/rules/fixtures.ts';
import { planningLabels } from '#/planning/words/labels.ts';
import { drawingWords } from '../words/drawing.ts';
import { aNetwork, anActivity, aWallBoard, aWallInput, sewerWorks } from './fixtures.ts';
import { PAPERS } from './frame.ts';
import { overview } from './overview.ts';
import { projectSheet, ROWS_ON_A_SHEET, sheetsOf } from './project-sheet.ts';
import { sitePanel, type WallSite } from './site-panel.ts';
import { cut, widthOf } from './svg.ts';
import { agendaOf, wallOf } from './wall.ts';

const words = drawingWords['zh-CN'];
const { screen, sheet } = PAPERS;

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string };

/** Throws where the drawing is not well-formed. */
function elementsOf(svg: string): readonly Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return found;
}
const textsOf = (svg: string) => elementsOf(svg).flatMap((it) => (it.name === 'text' ? [it.text] : []));

test('every project stands on the sheet with its unit, the word of its light and the day of its report', () => {
  const wall = wallOf(aWallInput());
  const said = textsOf(overview(wall, words, screen, null));

  for (const { name, leadUnit, light } of wall.rows) {
    assert.ok(said.includes(name) && said.some((it) => it.startsWith(leadUnit!)) && said.includes(words.lights[light]), name);
  }
  assert.ok(said.includes('区文旅局 · 还没有报送') && said.includes('截至 2026年6月18日'));
});

test('projects of one lead unit stand together', () => {
  const input = aWallInput();
  const projects = input.board.projects.map((it) =>
    it.project.no === '9' ? { ...it, leadUnit: '区人社局', project: { ...it.project, leadUnitId: 'unit1' } } : it,
  );

  assert.deepEqual(
    wallOf({ ...input, board: { ...input.board, projects } })
      .rows.map((it) => it.no)
      .slice(0, 4),
    ['1', '9', '2', '3'],
  );
});

test('the row says what has to begin next and by when; one that is too late says by how many days', () => {
  const said = textsOf(overview(wallOf(aWallInput()), words, screen, null));

  assert.ok(said.includes('6月12日就该开始审定、发布招标文件，已晚4天'), said.join('|'));
  assert.ok(said.some((it) => /^预计晚\d+天$/.test(it)));
  assert.ok(said.includes('7月21日前开始签合同、进场，余地22天'));
});

test('a project that nobody planned says what to do, and so does one whose plan contradicts itself', () => {
  const input = aWallInput();
  const [first, ...rest] = input.networks;
  const [a, b] = first!.links;
  const refused = { ...first!, links: [...first!.links, { ...a!, from: b!.to, to: a!.from }] };
  const said = textsOf(overview(wallOf({ ...input, networks: [refused, ...rest] }), words, screen, null));

  assert.equal(said.filter((it) => it === words.noSchedule).length, 1);
  const sentence = said.slice(said.findIndex((it) => it.startsWith('工序互相等待'))).join('');
  for (const { id, name } of first!.activities.filter((it) => it.id === a!.from || it.id === b!.to)) assert.ok(sentence.includes(name), id);
  assert.ok(sentence.includes('请去掉其中一条搭接。'));
});

test('the time that is shown reaches to the last day of any plan, and says where the next year begins', () => {
  const said = textsOf(overview(wallOf(aWallInput()), words, screen, null));

  assert.ok(said.includes('2027年') && said.filter((it) => it === '1月').length === 2);
});

test('the same drawing for the room and for paper: the proportions of the A series, and every row says the same', () => {
  const wall = wallOf(aWallInput());
  const [onScreen, onPaper] = [screen, sheet].map((it) => overview(wall, words, it, null));
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(onPaper!)!;
  const atTheLeft = (svg: string) =>
    elementsOf(svg).flatMap((it) => (it.name === 'text' && Number(it.attributes.x) < 540 ? [it.text] : []));

  assert.ok(Math.abs(Number(width) / Number(height) - Math.SQRT2) < 0.005);
  assert.deepEqual(atTheLeft(onPaper!), atTheLeft(onScreen!));
});

test('whatever the names are, they stay words of the drawing, and nothing needs a style or a script', () => {
  const evil = '<script>alert(1)</script>"&]]>';
  const input = aWallInput();
  const projects = input.board.projects.map((it) => ({ ...it, leadUnit: evil, project: { ...it.project, name: evil } }));
  const networks = input.networks.map((it) => ({ ...it, activities: it.activities.map((one) => ({ ...one, name: evil, gate: evil })) }));
  const wall = wallOf({ ...input, board: { ...input.board, projects }, networks });
  const drawn = [
    overview(wall, words, screen, null),
    projectSheet(wall, { row: wall.rows[0]!, page: 1 }, words, { ...screen, side: null }),
  ];

  for (const svg of drawn) {
    const names = new Set(elementsOf(svg).map((it) => it.name));
    assert.deepEqual(
      [...names].filter((it) => !['svg', 'rect', 'text', 'path', 'g', 'title', 'circle'].includes(it)),
      [],
    );
    assert.doesNotMatch(svg, / (?:style|on\w+)=/);
  }
});

test('on the sheet of one project every activity has its row and its slack, forty of them two sheets', () => {
  const activities = Array.from({ length: 40 }, (_, i) =>
    anActivity({ id: `a${i}`, projectId: 'p1', position: i + 1, name: `第${i + 1}道工序`, days: 2 }),
  );
  const wall = wallOf({ ...aWallInput(), networks: [aNetwork(activities)] });
  const row = wall.rows.find((it) => it.id === 'p1')!;
  const pages = [1, 2].map((page) => textsOf(projectSheet(wall, { row, page }, words, { ...screen, side: null })));

  assert.equal(sheetsOf(row), 2);
  assert.deepEqual(
    pages.map((it) => it.filter((one) => /^第\d+道工序$/.test(one)).length),
    [ROWS_ON_A_SHEET, 40 - ROWS_ON_A_SHEET],
  );
  assert.ok(pages[1]!.some((it) => it.includes('第2张，共2张')));
});

test('letters that people read in the room are at least nineteen units high on a screen of 1,080', () => {
  const drawn = overview(wallOf(aWallInput()), words, screen, null);
  const sizes = elementsOf(drawn).flatMap((it) => (it.name === 'text' ? [Number(it.attributes['font-size'])] : []));

  assert.ok(Math.min(...sizes) >= 19, String(Math.min(...sizes)));
});

test('the agenda begins with the worst light, and of one light with the least slack', () => {
  const wall = wallOf(aWallInput());
  const rows = agendaOf(wall).map((id) => wall.rows.find((it) => it.id === id)!);

  assert.deepEqual(
    rows.slice(0, 4).map((it) => it.light),
    ['red', 'red', 'yellow', 'grey'],
  );
  assert.equal(rows[0]!.next!.slack < 0, true);
});

const aSite = (change: Partial<WallSite>): WallSite => ({
  ...{ number: 1, id: 's', projectId: 'p1', projectNo: '1', name: '柳河村', stage: 'under-way', light: 'red' },
  ...{ geometry: { type: 'Point', coordinates: [100.5, 40.2] } },
  ...change,
});

test('sites stand on the map with the light of their project, and beside it in a list; one without a place is listed', () => {
  const sites = [aSite({}), aSite({ number: 2, id: 't', name: '东泉村', light: 'green', geometry: null })];
  const panel = sitePanel({ sites, outline: OUTLINE, reviewNo: null }, words, planningLabels['zh-CN'].map)!;
  const drawn = overview(wallOf(aWallInput()), words, screen, panel);

  assert.equal(elementsOf(drawn).filter((it) => it.attributes.class === 'mark').length, 1);
  assert.ok(textsOf(drawn).includes('实施中，未上图'));
  assert.equal(sitePanel({ sites: [], outline: OUTLINE, reviewNo: null }, words, planningLabels['zh-CN'].map), null);
});

test('three hundred sites: as many as there is room for, and how many more there are', () => {
  const sites = Array.from({ length: 300 }, (_, i) => aSite({ number: i + 1, id: String(i), geometry: null }));
  const said = textsOf(
    overview(wallOf(aWallInput()), words, screen, sitePanel({ sites, outline: null, reviewNo: null }, words, planningLabels['zh-CN'].map)),
  );
  const listed = said.filter((it) => it === '柳河村').length;

  assert.ok(said.includes(words.moreSites(300 - listed)));
});

test('a list without projects says so, in Chinese and in English', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const wall = wallOf({ ...aWallInput(), board: aWallBoard(0), networks: [] });
    assert.ok(textsOf(overview(wall, drawingWords[locale], sheet, null)).includes(drawingWords[locale].noProjects));
  }
});

test('a plan of many parallel sites still stands on one sheet', () => {
  const works = Array.from({ length: 20 }, (_, i) =>
    sewerWorks('p1').map((it) => ({ ...it, id: `${i}${it.id}`, position: i * 10 + it.position })),
  );
  const links = works.flatMap((chain) =>
    chain.slice(1).map((it, i) => ({ from: chain[i]!.id, to: it.id, type: 'FS', lag: 0, lagCalendar: null }) as const),
  );
  const wall = wallOf({ ...aWallInput(), networks: [aNetwork(works.flat(), {}, links)] });
  const drawn = overview(wall, words, sheet, null);

  assert.equal(elementsOf(drawn).filter((it) => it.name === 'svg').length, 1);
  assert.equal(elementsOf(drawn).filter((it) => it.attributes.class === 'latest').length >= 140, true);
});

test('words that are too long end with a dot that says so', () => {
  assert.equal(cut('审定、发布招标文件', 20, 400), '审定、发布招标文件');
  const short = cut('审定、发布招标文件', 20, 100);
  assert.ok(short.endsWith('…') && widthOf(short, 20) <= 110, short);
  assert.equal(cut('审定', 20, 20), '');
});
