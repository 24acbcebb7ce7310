import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { planningLabels } from '../words/labels.ts';
import { aPoint, OUTLINE } from './fixtures.ts';
import { type MapFeature, siteMap } from './map.ts';

const words = planningLabels['zh-CN'].map;

function aFeature(change: Partial<MapFeature> = {}): MapFeature {
  return { number: 1, geometry: aPoint(), sign: 'half', label: '清荷小区停车场', ...change };
}

function draw(features: readonly MapFeature[], change: object = {}): string {
  return siteMap({ outline: OUTLINE, features, words, ...change })!;
}

/** Throws where the drawing is not well-formed; returns the names of its elements. */
function elementsOf(svg: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => names.push(tag.name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return names;
}

test('nothing with a place is no map', () => {
  assert.equal(siteMap({ outline: OUTLINE, features: [], words }), null);
  assert.equal(siteMap({ outline: null, features: [], words }), null);
});

test('a hostile name, whatever it is, stays text of the drawing', () => {
  const evil = '<script>alert(1)</script>"\'&]]><svg onload=x>';
  assert.deepEqual([...new Set(elementsOf(draw([aFeature({ label: evil })], { note: evil })))].sort(), [
    'circle',
    'g',
    'path',
    'rect',
    'svg',
    'text',
    'title',
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (label) => {
      assert.ok(!elementsOf(draw([aFeature({ label })], { words: { ...words, label } })).includes('script'));
    }),
  );
});

test('every number of the list stands on the map once, also where many places are one', () => {
  const features = Array.from({ length: 10 }, (_, i) => aFeature({ number: i + 1 }));
  const svg = draw(features);

  for (const { number } of features) assert.equal([...svg.matchAll(new RegExp(`>${number}</text>`, 'g'))].length, 1, String(number));
});

test('a stage reads without colour: an empty ring, a half-filled one, a diamond, each with its word', () => {
  const svg = draw([aFeature({ sign: 'empty' }), aFeature({ sign: 'full', number: 2 })]);

  assert.match(svg, />未开工<\/text>/);
  assert.match(svg, />已完成<\/text>/);
  assert.ok(!svg.includes('实施中</text>'));
});

test('lines and areas are drawn as such, and the scale is round and true', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [100.1, 40.1],
      [100.3, 40.2],
    ],
  } as const;
  const svg = draw([aFeature({ geometry: line }), aFeature({ geometry: OUTLINE, number: 2 })]);
  const [, length] = /v5h([\d.]+)v-5/.exec(svg)!;

  assert.match(svg, /fill-opacity="\.12"/);
  assert.match(svg, />10 千米<\/text>/);
  // One degree of longitude at 40.25° north is 84.9 km, drawn over 428 units.
  assert.ok(Math.abs(Number(length) - (10 / 84.87) * 428) < 0.3, String(length));
});

test('everything lies on the paper, wherever the places are', () => {
  const at = fc.tuple(fc.double({ min: 100, max: 101, noNaN: true }), fc.double({ min: 40, max: 40.5, noNaN: true }));
  fc.assert(
    fc.property(fc.array(at, { minLength: 1, maxLength: 30 }), (places) => {
      const svg = draw(places.map(([lon, lat], i) => aFeature({ geometry: aPoint(lon, lat), number: i + 1 })));
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
      for (const [, x, y] of svg.matchAll(/ (?:cx|x)="(-?[\d.]+)" (?:cy|y)="(-?[\d.]+)"/g)) {
        assert.ok(Number(x) >= 0 && Number(x) <= width! && Number(y) >= 0 && Number(y) <= height!, `${x} ${y}`);
      }
    }),
    { numRuns: 50 },
  );
});

test('sixty places take less than fourteen kilobytes', () => {
  const features = Array.from({ length: 60 }, (_, i) =>
    aFeature({ number: i + 1, geometry: aPoint(100 + i / 61, 40 + ((i * 7) % 50) / 101) }),
  );
  assert.ok(Buffer.byteLength(draw(features)) < 14_000, String(Buffer.byteLength(draw(features))));
});

test('a narrow drawing has its signs below its scale, and marks of their own beside the signs of the places', () => {
  const features = (['empty', 'half', 'full'] as const).map((sign, i) =>
    aFeature({ number: i + 1, sign, geometry: aPoint(100.2 + i / 5), mark: '<g/>' }),
  );
  const [wide, narrow] = [draw(features), draw(features, { width: 310 })];
  const sizeOf = (svg: string) => /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.slice(1).map(Number) as [number, number];
  const heightOf = (svg: string, word: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${word}<`).exec(svg)![1]);

  assert.equal(sizeOf(narrow)[0], 310);
  assert.ok(heightOf(narrow, words.signs.half) > heightOf(narrow, '\\d+ 千米') + 20);
  assert.ok(heightOf(wide, words.signs.half) < heightOf(wide, '\\d+ 千米') + 20);
  assert.equal(narrow.split('class="mark"').length - 1, 3);
});

test('where places lie close together no mark covers a sign, and each mark keeps a place of its own', () => {
  const near = [0, 0.02, 0.04, 0.06].map((by, i) => aFeature({ number: i + 1, geometry: aPoint(100.4 + by, 40.2 - by / 2), mark: '<g/>' }));
  const svg = draw(near);
  const marks = [...svg.matchAll(/class="mark" transform="translate\((-?[\d.]+) (-?[\d.]+)\)/g)].map(([, x, y]) => [
    Number(x) + 6,
    Number(y) + 6,
  ]);
  const signs = [...svg.slice(0, svg.indexOf('font-size="15"')).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="5.5" fill="#fff"/g)].map(
    ([, x, y]) => [Number(x), Number(y)],
  );
  const apart = ([ax, ay]: readonly number[], [bx, by]: readonly number[]) => Math.hypot(ax! - bx!, ay! - by!);

  assert.deepEqual([marks.length, signs.length], [4, 4]);
  for (const [i, mark] of marks.entries()) {
    for (const sign of signs.filter((_, other) => other !== i)) assert.ok(apart(mark, sign) >= 11, `${mark} ${sign}`);
    for (const other of marks.slice(0, i)) assert.ok(apart(mark, other) >= 11, `${mark} ${other}`);
  }
  assert.ok(svg.lastIndexOf('class="mark"') < svg.indexOf('class="signs"'));
});
