import { type Html, html } from '#/kernel/html.ts';
import { Problem } from '#/kernel/problem.ts';
import { listDistricts } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import type { GlobalPage, Page, PublicPage } from '#/platform/module.ts';
import { reading, type World } from '#/platform/transaction.ts';
import type { ListKey } from '../rules/edition.ts';
import { findCorrections, listEditions } from '../store/editions.ts';
import { findFigure } from '../store/figures.ts';
import { districtNow, editionsNow, figuresNow, inEditionsNow, listsNow, ofLists } from './addresses.ts';
import { boardBody } from './board.ts';
import type { PublishedEdition } from './disclosure.ts';
import { dataFiles } from './files.ts';
import { howBody, howTitle } from './how.ts';
import { type DistrictEntry, districtCard, districtsBody, editionsBody, emptyBody } from './lists.ts';
import { districtOf, found, listOf, loadCurrent, loadNumbered, loadStored, type Params } from './load.ts';
import { type Framed, href, LOOKS, type Look, listPath, type PublicShell, prefixOf } from './look.ts';
import { pictureFiles } from './pictures.ts';
import { placeFiles, placePages } from './place-pages.ts';
import { figureBody, projectBody } from './project.ts';
import { announcedVotes, archiveFiles, showVote, voteLinks, votesNow } from './votes.ts';
import { pageWords } from './words.ts';

const HTML = 'text/html; charset=utf-8';

/** What a page function says; the frame around it and the district's band come from here. */
type Shown = Pick<Framed, 'title' | 'path' | 'list' | 'section' | 'body' | 'description'> & {
  readonly status?: number;
  readonly released?: readonly string[];
};
type Asked = { readonly reader: Reader; readonly params: Params; readonly query: Params; readonly look: Look };
type Show = (asked: Asked) => Promise<Shown>;

/** Every public page in its four looks; data files have one address each. */
export function publicPages(shell: PublicShell): readonly Page[] {
  const page = <It extends Pick<Page, 'path' | 'addresses'>>(it: It, show: Show) =>
    LOOKS.map((look) => ({
      ...it,
      path: `${prefixOf(look)}${it.path}` as Page['path'],
      run: (reader: Reader, params: Params, query: Params) => framed(shell, { reader, params, query, look }, show),
    }));
  return [
    ...page({ path: '/:district', addresses: districtNow }, showDistrict),
    ...page({ path: '/:district/how', addresses: districtNow }, showHow),
    ...page({ path: '/:district/figures/:id', addresses: figuresNow }, showFigure),
    ...page({ path: '/:district/votes/:id', addresses: votesNow }, showVote),
    ...[
      ...page({ path: '/:district/:year', addresses: listsNow }, showBoard),
      ...page({ path: '/:district/:year/editions', addresses: listsNow }, showEditions),
      ...page({ path: '/:district/:year/editions/:number', addresses: editionsNow }, showOldEdition),
      ...placePages.flatMap(({ show, ...it }) => page(it, show)),
      ...page({ path: '/:district/:year/:no', addresses: projectsNow }, showProject),
    ].flatMap(ofLists),
    ...archiveFiles,
    ...dataFiles,
    ...pictureFiles,
    ...placeFiles,
  ];
}

const projectsNow = inEditionsNow(({ projects }) => projects.map(({ no }) => ({ no })));

export function globalPages(shell: PublicShell): readonly GlobalPage[] {
  const index = LOOKS.map(
    (look): GlobalPage => ({
      path: href(look, '/') as GlobalPage['path'],
      run: async (world, _query, only) => {
        const body = districtsBody(await publishedDistricts(world, only), look);
        const title = pageWords[look.locale].districts;
        return {
          mediaType: HTML,
          body: shell.frame({ look, title, path: '/', district: null, list: null, section: 'districts', demoOn: null, body }),
        };
      },
    }),
  );
  const { path, bytes } = shell.styleSheet;
  const missing: GlobalPage = { path: '/404', run: async () => missingPage(shell, LOOKS[0]!) };
  return [...index, missing, { path, run: async () => ({ mediaType: 'text/css; charset=utf-8', body: bytes, immutable: true }) }];
}

async function framed(shell: PublicShell, asked: Asked, show: (asked: Asked) => Promise<Shown>): Promise<PublicPage> {
  const { reader, look } = asked;
  try {
    const district = await districtOf(reader);
    const shown = await show(asked).catch(notFoundIn(look));
    const demoOn = district.demoToday === null ? null : reader.today;
    const body = shell.frame({
      ...shown,
      title: `${shown.title} · ${district.name}`,
      look,
      district: { code: reader.district, name: district.name },
      demoOn,
    });
    return { status: shown.status ?? 200, mediaType: HTML, body, released: shown.released ?? [] };
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    return missingPage(shell, look);
  }
}

/** Also what a web server answers that carries the site as files. */
function missingPage(shell: PublicShell, look: Look): PublicPage {
  const words = pageWords[look.locale];
  const body = emptyBody(words.notFound, words.notFoundText, look);
  const framedBody = shell.frame({ look, title: words.notFound, path: '/', district: null, list: null, section: null, demoOn: null, body });
  return { status: 404, mediaType: HTML, body: framedBody };
}

function notFoundIn(look: Look): (fault: unknown) => Shown {
  return (fault) => {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    const words = pageWords[look.locale];
    return {
      status: 404,
      title: words.notFound,
      path: '/',
      list: null,
      section: null,
      body: emptyBody(words.notFound, words.notFoundText, look),
    };
  };
}

async function showDistrict({ reader, look }: Asked): Promise<Shown> {
  const { name } = await districtOf(reader);
  const words = pageWords[look.locale];
  const entry = await districtEntry(reader, name);
  const path = `/${reader.district}`;
  if (entry.lists.length === 0)
    return {
      status: 404,
      title: words.emptyBoard,
      path,
      list: null,
      section: null,
      body: emptyBody(words.emptyBoard, words.emptyIndex, look),
    };
  const body = html`<h1 lang="zh-CN">${name}</h1><p class="lede">${words.districtsLead}</p><ul class="cards">${districtCard(entry, look)}</ul>${voteLinks(reader.district, await announcedVotes(reader), look)}`;
  return { title: words.districts, path, list: entry.lists[0]!, section: null, body };
}

/** The thresholds shown are those of the edition in force, not those of today. */
async function showHow({ reader, look }: Asked): Promise<Shown> {
  const [list = null] = (await districtEntry(reader, '')).lists;
  const loaded = list === null ? null : await loadCurrent(reader, list);
  const body = howBody(look, loaded?.published.edition.content.lightSettings);
  return { title: howTitle(look.locale), path: `/${reader.district}/how`, list, section: 'how', body };
}

async function showBoard({ reader, params, look }: Asked): Promise<Shown> {
  const list = listOf(params);
  const words = pageWords[look.locale];
  const loaded = await loadCurrent(reader, list);
  const at = { title: words.heading(list.year, list.kind), path: listPath(reader.district, list), list, section: 'board' } as const;
  if (loaded === null) return { ...at, status: 404, body: emptyBody(words.emptyBoard, words.emptyBoardText(list.year), look) };
  return { ...at, body: boardBody(loaded.published, look), released: loaded.released };
}

async function showProject({ reader, params, look }: Asked): Promise<Shown> {
  const list = listOf(params);
  const { published, released } = found(await loadCurrent(reader, list));
  const project = found(published.edition.content.projects.find((it) => it.no === params.no));
  const path = listPath(reader.district, list, `/${project.no}`);
  return { title: project.name, path, list, section: null, body: projectBody(published, project, look), released };
}

async function showEditions({ reader, params, look }: Asked): Promise<Shown> {
  const list = listOf(params);
  const words = pageWords[look.locale];
  const entries = (await listEditions(reader, ['published'])).filter((it) => it.year === list.year && it.kind === list.kind);
  const at = { title: words.editions, path: listPath(reader.district, list, '/editions'), list, section: 'editions' } as const;
  if (entries.length === 0) return { ...at, status: 404, body: emptyBody(words.emptyBoard, words.emptyBoardText(list.year), look) };
  return { ...at, body: editionsBody(reader.district, list, entries, await findCorrections(reader, list), look) };
}

async function showOldEdition({ reader, params, look }: Asked): Promise<Shown> {
  const list = listOf(params);
  const number = /^[1-9]\d{0,5}$/.test(params.number ?? '') ? Number(params.number) : null;
  const { published, released } = found(number === null ? null : await loadNumbered(reader, list, number));
  const words = pageWords[look.locale];
  const path = listPath(reader.district, list, `/editions/${number}`);
  const body = html`${editionNotice(published, list, look)}${boardBody(published, look)}`;
  return { title: `${words.heading(list.year, list.kind)} · ${words.editionNo(number!)}`, path, list, section: 'editions', body, released };
}

/** Above an edition that is no longer in force, or that corrects another one. */
function editionNotice({ edition, currentNumber, correctedBy }: PublishedEdition, list: ListKey, look: Look): Html | null {
  const words = pageWords[look.locale];
  const said = [
    edition.number === currentNumber ? null : words.oldEdition(edition.number!, currentNumber),
    correctedBy === null ? null : words.correctedBy(correctedBy.number, correctedBy.reason),
  ].filter((it) => it !== null);
  if (said.length === 0) return null;
  return html`<p class="notice">${said.join(' ')} <a href="${href(look, listPath(edition.content.district, list))}">${words.seeCurrent}</a></p>`;
}

async function showFigure({ reader, params, look }: Asked): Promise<Shown> {
  const id = params.id ?? '';
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Problem(404, 'no-such-page');
  const record = found(await findFigure(reader, id));
  const { published, released } = await loadStored(reader, record.stored);
  const { content } = published.edition;
  const project = found(content.projects.find((it) => it.promises.some(({ promiseId }) => promiseId === record.promiseId)));
  const promise = project.promises.find(({ promiseId }) => promiseId === record.promiseId)!;
  const body = figureBody({ ...record, published, project, promise }, look);
  return {
    title: `${promise.verb}${promise.object}`,
    path: `/${reader.district}/figures/${id}`,
    list: content,
    section: null,
    body,
    released,
  };
}

/** A district with the edition in force of each of its lists. */
async function districtEntry(reader: Reader, name: string): Promise<DistrictEntry> {
  const lines = await listEditions(reader, ['published']);
  const lists = Map.groupBy(lines, (it) => `${it.year}/${it.kind}`);
  return {
    code: reader.district,
    name,
    lists: [...lists.values()].map((editions) => editions.reduce((a, b) => (b.asOf > a.asOf ? b : a))),
  };
}

async function publishedDistricts(world: World, only?: readonly string[]): Promise<readonly DistrictEntry[]> {
  const entries: DistrictEntry[] = [];
  for (const { district, name } of await listDistricts(world.pool)) {
    if (only?.includes(district) === false) continue;
    entries.push(await reading(world, district, (reader) => districtEntry(reader, name)));
  }
  return entries;
}
