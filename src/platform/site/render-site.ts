import { addressOf, type Module, type PublicPage } from '../module.ts';
import { inTransaction, type World } from '../transaction.ts';
import { bytesOf } from '../web/render.ts';

/** One file of the public site; `name` is its path below the folder of the site. */
export type SiteFile = { readonly name: string; readonly address: string; readonly mediaType: string; readonly bytes: Buffer };

export type Site = {
  readonly world: World;
  readonly modules: readonly Module[];
  readonly districts: readonly string[];
};

/** Every public page, feed and data file that there is now, from the functions that serve them; each district at one moment. */
export async function renderSite(site: Site, keep: (file: SiteFile) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    const before = await renderGlobalPages(site);
    for (const district of site.districts) await renderDistrict(site, district, keep);
    const after = await renderGlobalPages(site);
    // What was published meanwhile stands in the index: then the districts are rendered again, so that all files tell of one moment.
    const isSame = after.every((it, i) => it.bytes.equals(before[i]!.bytes));
    if (!isSame && tries < MOST_TRIES) continue;
    for (const file of after) await keep(file);
    return;
  }
}

const MOST_TRIES = 3;

async function renderGlobalPages({ world, modules, districts }: Site): Promise<readonly SiteFile[]> {
  const files: SiteFile[] = [];
  for (const it of modules.flatMap((module) => module.globalPages ?? [])) files.push(fileOf(it.path, await it.run(world, {}, districts)));
  return files;
}

async function renderDistrict({ world, modules }: Site, district: string, keep: (file: SiteFile) => Promise<void>): Promise<void> {
  await inTransaction(world, district, 'read only', async (reader) => {
    await reader.client.query('set transaction isolation level repeatable read');
    for (const page of modules.flatMap((module) => module.pages ?? [])) {
      for (const found of await page.addresses(reader)) {
        const params = { ...found, district };
        const address = addressOf(page.path, params);
        const answer = await page.run(reader, params, {});
        if ((answer.status ?? 200) !== 200 || answer.redirect !== undefined) throw new Error(`${address} is listed and is no page`);
        await keep(fileOf(address, answer));
      }
    }
    return { commit: true, value: null };
  });
}

function fileOf(address: string, page: PublicPage): SiteFile {
  return { name: fileNameOf(address, page.mediaType), address, mediaType: page.mediaType, bytes: bytesOf(page) };
}

/** `/140214/2026` is kept as `140214/2026.html`, data and pictures under their own names, the index as `index.html`. */
export function fileNameOf(address: string, mediaType: string): string {
  const name = decodeURIComponent(address.slice(1));
  if (name.split(/[/\\]/).some((it) => it === '..' || it === '.') || /[\0\\]/.test(name)) throw new Error(`${address} is no file name`);
  if (!mediaType.startsWith('text/html')) return name;
  return name === '' ? 'index.html' : `${name}.html`;
}
