import sharp from 'sharp';
import { contentOf, type District } from '../district.ts';
import { median, milliseconds, seconds, timed } from '../numbers.ts';
import type { Person } from '../person.ts';
import { type Started, TODAY } from '../server.ts';
import type { Row } from '../table.ts';

const PICTURES_EACH = 10;
const PLACES = 60;
const WANTED_MS = 5_000;
const EDITIONS = 3;
const BORDER = {
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
const STAGES = ['not-begun', 'under-way', 'done'];
const SIDE = { width: 800, height: 600 } as const;

type Line = { readonly projectId: string; readonly sourceDigest: string };
type Upload = { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };

/** An edition of ten projects with a hundred promises, sixty places on the map and a hundred pictures: prepared, reviewed, signed and published; covering the pictures is told apart. */
export async function measureEdition(started: Started, district: District): Promise<Row> {
  const covering = await coverPictures(started, district);
  await recordPlaces(started, district);
  const rounds: number[] = [];
  for (let i = 0; i < EDITIONS; i++) rounds.push((await timed(() => bringOut(district))).ms);
  const ms = median(rounds);
  const pages = await timed(() => fetch(`${started.address}/${district.code}/${district.year}/1`).then((it) => it.arrayBuffer()));
  return {
    name: '公开版 edition, 100 promises, 60 places, 100 pictures',
    measured: seconds(ms),
    wanted: `≤ ${WANTED_MS / 1000} s`,
    isMet: ms <= WANTED_MS,
    note: `${await placesSeen(started, district)} places on the public map; one small picture covered, encoded and recorded: ${milliseconds(covering)}; first hit of a project with ten pictures: ${milliseconds(pages.ms)}`,
  };
}

async function coverPictures({ address }: Started, { code, office, liaisons, programmeId, promises }: District): Promise<number> {
  const projects = Map.groupBy(promises, (it) => it.projectNo);
  for (const [no, [first]] of projects) {
    const liaison = liaisons[no - 1]!;
    const evidence: string[] = [];
    for (let i = 0; i < PICTURES_EACH; i++) evidence.push(await upload(`${address}/api/${code}/files`, liaison, await photo(no * 100 + i)));
    const report = { ...contentOf(first!.id, TODAY, 1, 'this-period'), evidence };
    const { reportId } = await liaison.run<{ reportId: string }>('delivery.submit-report', report);
    await office.run('delivery.adopt-report', { reportId });
  }
  const { pictures } = (await (await office.get(`/publication/pictures?programmeId=${programmeId}`)).json()) as {
    pictures: readonly Line[];
  };
  const durations: number[] = [];
  for (const it of pictures) durations.push((await timed(() => release(office, it))).ms);
  return median(durations);
}

/** A village of an invented district whose sites lie in it, six to a project, every fifth without a place on the map. */
async function recordPlaces({ address }: Started, { code, office }: District): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(BORDER));
  const digest = await upload(`${address}/api/${code}/files`, office, { bytes, name: '样本区界.geojson' });
  await office.run('planning.set-outline', { digest, capturedIn: 'wgs84', source: '样本自然资源局' });
  const area = async (name: string, kind: string, parentId: string | null) =>
    (await office.run<{ id: string }>('planning.set-up-area', { name, kind, parentId })).id;
  const areaId = await area('样本村', 'village', await area('样本镇', 'township', null));
  const { projects } = (await (await office.get('/planning/sites')).json()) as { projects: readonly { id: string }[] };
  for (let i = 0; i < PLACES; i++) {
    const coordinates = [100 + ((i * 37) % 100) / 100, 40 + ((i * 13) % 50) / 100];
    const where = i % 5 === 4 ? {} : { geometry: { type: 'Point', coordinates }, capturedIn: 'wgs84' };
    const projectId = projects[i % projects.length]!.id;
    const site = { projectId, name: `样本点位${i + 1}`, kind: 'road', areaId, stage: STAGES[i % STAGES.length] };
    await office.run('planning.record-site', { ...site, ...where });
  }
}

/** What of them the public reads, so that an edition without its places cannot pass for a fast one. */
async function placesSeen({ address }: Started, { code, year }: District): Promise<number> {
  const { features } = (await (await fetch(`${address}/${code}/${year}/places.geojson`)).json()) as { features: readonly unknown[] };
  if (features.length !== PLACES) throw new Error(`${features.length} places published, not ${PLACES}`);
  return features.length;
}

async function photo(shade: number): Promise<Upload> {
  const background = { r: shade % 256, g: shade >> 8, b: 90 };
  const drawn = await sharp({ create: { ...SIDE, channels: 3, background } })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { bytes: new Uint8Array(drawn), name: `样本${shade}.jpg` };
}

async function upload(url: string, { cookie, csrf }: Person, { bytes, name }: Upload): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([bytes]), name);
  const answer = await fetch(url, { method: 'POST', body, headers: { cookie, 'x-luoshi-csrf': csrf } });
  if (!answer.ok) throw new Error(`${name}: upload answered ${answer.status}`);
  return ((await answer.json()) as { digest: string }).digest;
}

function release(office: Person, { projectId, sourceDigest }: Line): Promise<unknown> {
  return office.run('publication.release-picture', {
    ...{ projectId, sourceDigest, seen: null, phase: 'during', caption: '样本现场', alt: '样本工地' },
    boxes: [{ x: 2_000, y: 2_000, width: 1_500, height: 2_000 }],
    checks: { faces: 'covered', plates: 'none', doors: 'none', children: 'none' },
    nothingToCover: false,
  });
}

async function bringOut({ office, leader, year }: District): Promise<void> {
  const { editionId, digest } = await office.run<{ editionId: string; digest: string }>('publication.prepare-edition', {
    year,
    asOf: TODAY,
  });
  await office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true });
  await leader.run('publication.sign-edition', { editionId, digest });
  await office.run('publication.publish-edition', { editionId });
}
