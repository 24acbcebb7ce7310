import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { type Html, html } from '#/kernel/html.ts';
import { findPersonalData } from '#/kernel/privacy-gate.ts';
import { boardBody } from '#/publication/pages/board.ts';
import { posterBody, shareBody } from '#/publication/pages/cards.ts';
import { boardAtom, boardCsv, boardJson } from '#/publication/pages/data.ts';
import type { PublishedEdition } from '#/publication/pages/disclosure.ts';
import { howBody } from '#/publication/pages/how.ts';
import { districtsBody, type EditionEntry, editionsBody } from '#/publication/pages/lists.ts';
import { href, LOOKS, type Look } from '#/publication/pages/look.ts';
import { placeWords } from '#/publication/pages/place-words.ts';
import { placesSection } from '#/publication/pages/places.ts';
import { figureBody, projectBody } from '#/publication/pages/project.ts';
import { areaBody, withMeBody } from '#/publication/pages/with-me.ts';
import { aBoard, aCard, aContent, anEdition, somePlaces } from '#/publication/rules/fixtures.ts';
import { publicShell } from './frame.ts';

const LIST = { year: 2026, kind: 'ten-things' } as const;
const DISTRICT = { code: '990001', name: '清泉区' } as const;
const ZH: Look = { locale: 'zh-CN', big: false };
const leader = { name: '沈怀民', post: '区政府分管副区长', on: '2026-06-19' } as const;
const VOID = new Set(['meta', 'link', 'br', 'img', 'input', 'hr']);

function aPublished(change: Partial<PublishedEdition> = {}): PublishedEdition {
  const content = aContent({ places: somePlaces(60) });
  const edition = anEdition({ content, state: 'published', number: 1, reviewed: leader, signed: leader, published: leader });
  const promises = edition.content.projects.flatMap((it) => it.promises);
  const figureIds = new Map(promises.map(({ promiseId }, i) => [promiseId, `01990000-0000-7000-8000-${String(i).padStart(12, '0')}`]));
  return { edition, figureIds, currentNumber: 1, hidden: new Set(), correctedBy: null, ...change };
}

function anEntry(): EditionEntry {
  const { edition } = aPublished();
  return { ...edition, title: edition.content.title, counts: edition.content.counts };
}

function bodies(look: Look): Readonly<Record<string, Html>> {
  const published = aPublished();
  const { projects } = published.edition.content;
  const figure = {
    id: '01990000-0000-7000-8000-000000000001',
    published,
    project: projects[9]!,
    promise: projects[9]!.promises[0]!,
    supersedes: null,
    supersededBy: null,
  };
  const { content } = published.edition;
  const { areas, sites } = content.places!;
  return {
    withMe: withMeBody(content, '柳', look),
    area: areaBody(content, areas[1]!, look),
    map: html`<h1>x</h1>${placesSection(content, sites, look)}`,
    card: shareBody(aCard(), content, 1, look),
    poster: posterBody(aCard(), content, 1, look),
    board: boardBody(published, look),
    ...Object.fromEntries(projects.map((it) => [`project ${it.no}`, projectBody(published, it, look)])),
    figure: figureBody(figure, look),
    how: howBody(look),
    editions: editionsBody(DISTRICT.code, LIST, [anEntry()], new Map(), look),
    districts: districtsBody([{ ...DISTRICT, lists: [anEntry()] }], look),
  };
}

function framed(body: Html, look: Look = ZH): string {
  return publicShell.frame({
    look,
    title: '民生实事',
    path: '/990001/2026',
    district: DISTRICT,
    list: LIST,
    section: 'board',
    demoOn: '2026-06-18',
    body,
  }).text;
}

/** What is wrong with a page as HTML: tags that do not close in order, attributes without quotes, ids named twice. */
function faultsOf(text: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [whole, closing, name, attributes, self] of text.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/g)) {
    if (VOID.has(name!) || self === '/') continue;
    if (closing === '') open.push(name!);
    else if (open.pop() !== name) faults.push(`${whole} closes another tag`);
    if (/\sstyle=|\son\w+=/.test(attributes!)) faults.push(`${whole} carries style or script`);
  }
  const tags = text.match(/<[a-zA-Z/]/g)!.length;
  const read = [...text.matchAll(/<\/?[a-zA-Z][\w-]*(?:\s+[\w:-]+(?:="[^"<]*")?)*\s*\/?>/g)].length;
  if (tags !== read) faults.push(`${tags - read} tags are malformed`);
  if (open.length > 0) faults.push(`left open: ${open.join(' ')}`);
  const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((it) => it[1]);
  if (new Set(ids).size !== ids.length) faults.push('an id is given twice');
  return faults;
}

test('every page is well-formed, runs no script, carries no style of its own and stays under 60 KB', () => {
  for (const look of LOOKS) {
    for (const [name, body] of Object.entries(bodies(look))) {
      const text = framed(body, look);
      assert.deepEqual(faultsOf(text), [], `${name} ${JSON.stringify(look)}`);
      assert.ok(!/<script|<style|javascript:|<iframe/i.test(text), name);
      assert.ok(Buffer.byteLength(text) < 60_000, `${name}: ${Buffer.byteLength(text)} bytes`);
    }
  }
});

test('a board of ten projects with four promises each, all months frozen, stays under 60 KB', () => {
  const content = aContent();
  const month = { light: 'yellow', caughtUp: true } as const;
  const [behind] = content.projects[9]!.promises;
  const promises = [1, 2, 3, 4].map((position) => ({ ...behind!, position, promiseId: `x${position}`, months: Array(12).fill(month) }));
  const full = aContent({ projects: content.projects.map((it) => ({ ...it, promises })), places: somePlaces(60) });

  assert.ok(Buffer.byteLength(framed(boardBody(aPublished({ edition: anEdition({ content: full, number: 1 }) }), ZH))) < 60_000);
});

test('a board of twenty promises, all months frozen, stays under 60 KB with a map of sixty places on it', () => {
  const content = aContent();
  const month = { light: 'yellow', caughtUp: true } as const;
  const [behind] = content.projects[9]!.promises;
  const promises = [1, 2].map((position) => ({ ...behind!, position, promiseId: `x${position}`, months: Array(12).fill(month) }));
  const full = aContent({ projects: content.projects.map((it) => ({ ...it, promises })), places: somePlaces(60) });
  const text = framed(boardBody(aPublished({ edition: anEdition({ content: full, number: 1 }) }), ZH));

  assert.ok(text.includes('class="site-map"'));
  assert.ok(Buffer.byteLength(text) < 60_000, String(Buffer.byteLength(text)));
});

test('whose outline a map shows is said below the drawing, in letters that do not shrink with it', () => {
  const content = aContent({ places: somePlaces(5) });
  for (const look of LOOKS) {
    const text = String(placesSection(content, content.places!.sites, look));
    const source = placeWords[look.locale].mapSource('区自然资源局', null);
    assert.ok(text.includes(`</svg><p class="note">${source}</p>`), text);
  }
});

test('no page names a person, and all pass the privacy gate', () => {
  for (const [name, body] of Object.entries(bodies(ZH))) {
    const text = framed(body);
    assert.ok(!text.includes('沈怀民') && !text.includes('周可行') && !text.includes('林守成'), name);
    assert.deepEqual(findPersonalData(text.replace(/<[^>]*>/g, ' ')), [], name);
  }
  assert.ok(framed(bodies(ZH).board!).includes('区政府分管副区长签发'));
});

test('every page has a language, one main heading, a skip link and the band of a demonstration', () => {
  for (const look of LOOKS) {
    for (const [name, body] of Object.entries(bodies(look))) {
      const text = framed(body, look);
      assert.equal(text.match(/<h1[ >]/g)?.length, 1, name);
      assert.ok(text.includes(`<html lang="${look.locale}"${look.big ? ' class="big"' : ''}>`), name);
      assert.ok(text.includes('<a class="skip" href="#content">') && text.includes('id="content"'), name);
      assert.ok(text.includes(look.locale === 'en' ? 'Demonstration' : '演示：虚构区县，地名、人名、数字都是编的'), name);
      for (const [svg] of text.matchAll(/<svg[^>]*>/g)) assert.ok(/aria-label="[^"]+"|aria-hidden="true"/.test(svg), svg);
      for (const [table] of text.matchAll(/<table>[\s\S]*?<\/table>/g))
        assert.ok(table.includes('<caption>') && table.includes('scope="row"'), name);
    }
  }
});

test('the board says its counts, every light in word and shape, and why each one behind is behind', () => {
  const text = framed(bodies(ZH).board!);

  assert.match(text, /<strong>10<\/strong> 件实事/);
  assert.match(text, /<strong>5<\/strong> 件严重滞后/);
  assert.match(text, /比默认直线计划慢 117 天；要如期完成，今后每天须做 1,750 名，是目前的 5\.2 倍/);
  assert.match(text, /按默认直线推算（单位未报计划）/);
  assert.match(text, /期限 2026年12月31日/);
  assert.match(text, /由阶段推得/);
  assert.match(text, /无目标值/);
  assert.match(text, /至少 95%/);
  assert.match(text, /不超过 30 件/);
  for (const word of ['正常', '滞后', '严重滞后', '未到节点', '已完成', '无数据'])
    assert.ok(text.includes(`<span class="light-word">${word}</span>`), word);
});

test('a figure that is too old is shown as old', () => {
  const content = aContent({}, aBoard({ asOf: '2026-08-20' }));
  const text = framed(boardBody(aPublished({ edition: anEdition({ content, number: 1 }) }), ZH));

  assert.match(text, /<span class="light-stale">数据已旧<\/span>/);
  assert.match(text, /数据截至 2026年6月18日，已有 63 天没有更新/);
});

test('what a list or a unit writes cannot become markup', () => {
  const content = aContent();
  const [first, ...rest] = content.projects;
  const evil = '<img src=x onerror=alert(1)>"\'&';
  const edition = anEdition({
    number: 1,
    content: { ...content, projects: [{ ...first!, name: evil, text: evil, leadUnit: evil, note: evil }, ...rest] },
  });
  const published = aPublished({ edition });

  for (const text of [framed(boardBody(published, ZH)), framed(projectBody(published, edition.content.projects[0]!, ZH))]) {
    assert.ok(!text.includes('<img'));
    assert.deepEqual(faultsOf(text), []);
  }
});

test('each look has addresses of its own, and every page leads to the other looks', () => {
  assert.deepEqual(
    LOOKS.map((look) => href(look, '/990001/2026')),
    ['/990001/2026', '/big/990001/2026', '/en/990001/2026', '/en/big/990001/2026'],
  );
  assert.deepEqual(
    LOOKS.map((look) => href(look, '/')),
    ['/', '/big', '/en', '/en/big'],
  );
  assert.match(framed(html`<h1>x</h1>`), /href="\/big\/990001\/2026">大字版/);
  assert.match(framed(html`<h1>x</h1>`), /href="\/en\/990001\/2026" lang="en" hreflang="en">EN/);
});

test('the table opens in a spreadsheet: byte order mark, one line for each promise, no formula can run', () => {
  const published = aPublished();
  const [first] = published.edition.content.projects;
  const evil = {
    ...published.edition.content,
    projects: [{ ...first!, name: '=HYPERLINK("x")' }, ...published.edition.content.projects.slice(1)],
  };
  const text = boardCsv({ ...published, edition: { ...published.edition, content: evil } });
  const [headers, ...rows] = parse(text, { bom: true }) as string[][];
  const at = (row: string[], header: string) => row[headers!.indexOf(header)];

  assert.equal(text.charCodeAt(0), 0xfeff);
  assert.equal(rows.length, evil.projects.flatMap((it) => it.promises).length);
  assert.equal(at(rows[0]!, '项目名称'), `'=HYPERLINK("x")`);
  assert.deepEqual(
    ['已完成', '目标', '灯'].map((header) => at(rows.at(-3)!, header)),
    ['57000', '400000', '严重滞后'],
  );
});

test('the data file holds the signed content word for word', () => {
  const published = aPublished();
  const data = JSON.parse(boardJson(published));

  assert.equal(
    canonicalText({ content: data.content, disclosure: data.disclosure }),
    canonicalText({ content: published.edition.content, disclosure: published.edition.disclosure }),
  );
  assert.deepEqual([data.edition.number, data.edition.signedBy, data.edition.validity], [1, '区政府分管副区长', 'in-force']);
});

test('the feed is well-formed and has one entry for each edition', () => {
  const text = boardAtom({ district: { ...DISTRICT, name: '甲<乙&区' }, list: LIST, entries: [anEntry(), { ...anEntry(), number: 2 }] });
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => names.push(tag.name));

  parser.write(text).close();
  assert.equal(names.filter((it) => it === 'entry').length, 2);
});

test('text stands out from its ground by at least 4.5 to 1', () => {
  const css = publicShell.styleSheet.bytes.toString();
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)![1]!;

  for (const name of ['ink', 'soft', 'seal', 'green', 'amber']) {
    for (const ground of ['#ffffff', colour('wash')])
      assert.ok(contrast(colour(name), ground) >= 4.5, `${name} on ${ground}: ${contrast(colour(name), ground)}`);
  }
});

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
