import type { Area } from './area.ts';
import type { AreaGeometry, Geometry } from './geometry.ts';
import type { Site } from './site.ts';

/** Builders for tests. The district is invented: a rectangle in the plane, which is no place of anybody. */
export const OUTLINE: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [100, 40],
      [101, 40],
      [101, 40.5],
      [100, 40.5],
      [100, 40],
    ],
  ],
};

export function aPoint(lon = 100.5, lat = 40.25): Geometry {
  return { type: 'Point', coordinates: [lon, lat] };
}

export function anArea(change: Partial<Area> = {}): Area {
  return { id: 'liuhe', kind: 'village', name: '柳河村', parentId: 'town', code: null, version: 1, ...change };
}

/** A subdistrict with a community and an estate, a township with a village. */
export function someAreas(): readonly Area[] {
  return [
    anArea({ id: 'town', kind: 'township', name: '石桥镇', parentId: null, code: '990001100000' }),
    anArea(),
    anArea({ id: 'street', kind: 'subdistrict', name: '东湖街道', parentId: null, code: '990001001000' }),
    anArea({ id: 'community', kind: 'community', name: '清荷社区', parentId: 'street' }),
    anArea({ id: 'estate', kind: 'estate', name: '清荷小区', parentId: 'community' }),
  ];
}

export function aSite(change: Partial<Site> = {}): Site {
  return {
    id: 'site',
    projectId: 'project',
    promiseId: null,
    name: '清荷小区停车场',
    areaId: 'estate',
    kind: 'parking',
    stage: 'under-way',
    geometry: aPoint(),
    capturedIn: 'wgs84',
    isPublic: true,
    version: 1,
    ...change,
  };
}
