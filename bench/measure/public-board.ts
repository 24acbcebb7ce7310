import http from 'node:http';
import type { District } from '../district.ts';
import { loadGet } from '../load.ts';
import { hasNginx, serveByNginx } from '../nginx.ts';
import { median, medianTime, milliseconds, perSecond } from '../numbers.ts';
import type { Place } from '../place.ts';
import { type Started, TODAY } from '../server.ts';
import type { Row } from '../table.ts';

/** At least this share of what a web server reaches that only hands out a file. */
const WANTED_SHARE = 0.3;
const ROUNDS = 3;
const LOAD = { connections: 32, seconds: 3 } as const;
const EDITIONS = 3;

/** The public board as browsers ask for it, against nginx with the same bytes and headers; both in turn, the middle of three rounds. */
export async function measurePublicBoard(place: Place, { address }: Started, encoding: 'br' | 'identity', url: string): Promise<Row> {
  const headers = { 'accept-encoding': encoding };
  const page = await fetchRaw(`${address}${url}`, headers);
  const name = `公开看板 public board, ${encoding === 'br' ? 'brotli' : 'plain'} ${(page.body.length / 1024).toFixed(1)} kB`;
  const rates: { ours: number; nginx: number }[] = [];
  const nginx = hasNginx ? await serveByNginx(place, `nginx-${encoding}`, page.body, page.headers) : null;
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await loadGet({ url: `${address}${url}`, headers, ...LOAD });
    if (ours.failed > 0) throw new Error(`${ours.failed} of ${ours.answered} public pages failed`);
    rates.push({ ours: ours.perSecond, nginx: nginx === null ? 0 : (await loadGet({ url: nginx, headers, ...LOAD })).perSecond });
  }
  const measured = perSecond(median(rates.map((it) => it.ours)));
  const wanted = `≥ ${WANTED_SHARE}× nginx`;
  if (nginx === null) return { name, measured, wanted, reference: 'nginx absent', isMet: null };
  const ratio = median(rates.map((it) => it.ours / it.nginx));
  const reference = perSecond(median(rates.map((it) => it.nginx)));
  return { name, measured, wanted, reference, ratio: `${ratio.toFixed(2)}×`, isMet: ratio >= WANTED_SHARE };
}

/** A new edition empties the memory of its district: the first visitor waits for database, page and compression. */
export async function measureFirstHit({ address }: Started, { office, leader, code, year }: District): Promise<Row> {
  const url = `${address}/${code}/${year}`;
  const first: number[] = [];
  for (let i = 0; i < EDITIONS; i++) {
    const { editionId, digest } = await office.run<{ editionId: string; digest: string }>('publication.prepare-edition', {
      year,
      asOf: TODAY,
    });
    await office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true });
    await leader.run('publication.sign-edition', { editionId, digest });
    await office.run('publication.publish-edition', { editionId });
    first.push(await medianTime(1, () => fetchRaw(url, { 'accept-encoding': 'br' })));
  }
  const kept = await medianTime(20, () => fetchRaw(url, { 'accept-encoding': 'br' }));
  const name = '新公开版后首次打开 first hit after a new edition, 100 promises';
  return { name, measured: milliseconds(median(first)), reference: `kept: ${milliseconds(kept)}`, isMet: null };
}

type Raw = { readonly body: Buffer; readonly headers: Headers };

/** As it travels: nothing is unpacked. */
function fetchRaw(url: string, headers: Readonly<Record<string, string>>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${url} answers ${answer.statusCode}`));
        resolve({ body: Buffer.concat(chunks), headers: new Headers(answer.headers as Record<string, string>) });
      });
    });
    request.on('error', reject);
  });
}
