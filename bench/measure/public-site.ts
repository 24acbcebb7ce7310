import fs from 'node:fs';
import path from 'node:path';
import { MODULES } from '#/life.ts';
import { exportSite } from '#/platform/site/export-site.ts';
import type { District } from '../district.ts';
import { loadGet } from '../load.ts';
import { hasNginx, serveByNginx, serveFolderByNginx } from '../nginx.ts';
import { median, perSecond } from '../numbers.ts';
import type { Place } from '../place.ts';
import type { Row } from '../table.ts';

const ROUNDS = 3;
const LOAD = { headers: { 'accept-encoding': 'identity' }, connections: 32, seconds: 3 } as const;
/** The same program hands out the same bytes: what differs is only that the name of the page is tried first. */
const WANTED = 0.95;

/** Writes the public side out, and lets nginx carry it as the guide says, against nginx with the same page as a file of its own. */
export async function measurePublicSite(place: Place, { installation, code, year }: District): Promise<readonly Row[]> {
  const folder = path.join(place.folder, 'site');
  const began = performance.now();
  const done = await exportSite({ world: installation.composition.world, modules: MODULES, districts: [code] }, folder);
  if ('taken' in done) throw new Error(done.taken);
  const seconds = (performance.now() - began) / 1000;
  const written: Row = {
    name: '公开站点写成文件 export-site, 100 promises, 60 places',
    measured: `${seconds.toFixed(1)} s`,
    isMet: null,
    note: `${done.files} files, ${(done.bytes / 1e6).toFixed(1)} MB`,
  };
  const name = '导出页由 nginx 发布 exported page by nginx';
  if (!hasNginx) return [written, { name, measured: 'nginx absent', isMet: null }];
  const body = fs.readFileSync(path.join(folder, code, `${year}.html`));
  const plain = await serveByNginx(place, 'nginx-static', body, new Headers({ 'content-type': 'text/html; charset=utf-8' }));
  const site = `${await serveFolderByNginx(place, 'nginx-site', folder)}/${code}/${year}`;
  const rates: { site: number; plain: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates.push({ site: (await loadGet({ url: site, ...LOAD })).perSecond, plain: (await loadGet({ url: plain, ...LOAD })).perSecond });
  }
  const ratio = median(rates.map((it) => it.site / it.plain));
  const measured = perSecond(median(rates.map((it) => it.site)));
  const reference = perSecond(median(rates.map((it) => it.plain)));
  return [written, { name, measured, wanted: '1.0× nginx (±5 %)', reference, ratio: `${ratio.toFixed(2)}×`, isMet: ratio >= WANTED }];
}
