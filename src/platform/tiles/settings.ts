import fs from 'node:fs';
import path from 'node:path';
import type { ConfigFault } from '../config-fault.ts';

/** 底图: picture tiles under the sites of the wall, from other addresses or from a folder of this machine. */
export type TileSettings = {
  /** Templates with `{z}`, `{x}` and `{y}`, the lowest layer first; empty where the folder is used. */
  readonly templates: readonly string[];
  readonly folder: string | null;
  /** 来源和审图号: stands under the map. */
  readonly credit: string;
  readonly minZoom: number;
  readonly maxZoom: number;
};

const LAYERS = 'https://主机/…{z}…{x}…{y}，几层之间用空格隔开，或本机上的文件夹（内为 z/x/y.png）';

/** Null where no tiles are configured: the wall then draws the outline by itself. */
export function readTiles(env: NodeJS.ProcessEnv): TileSettings | ConfigFault | null {
  const value = env.LUOSHI_MAP_TILES || '';
  if (value === '') return null;
  const credit = (env.LUOSHI_MAP_CREDIT || '').trim();
  if (credit === '') return { variable: 'LUOSHI_MAP_CREDIT', value: '', wants: '底图的来源和审图号，如 天地图 GS（…）…号' };
  const fault: ConfigFault = { variable: 'LUOSHI_MAP_TILES', value, wants: LAYERS };
  if (/^https?:/.test(value)) {
    const templates = value.split(/\s+/).filter((it) => it !== '');
    const isWhole = (it: string) => URL.canParse(plain(it)) && ['{z}', '{x}', '{y}'].every((part) => it.includes(part));
    return templates.every(isWhole) ? { templates, folder: null, credit, minZoom: 1, maxZoom: 18 } : fault;
  }
  const folder = path.resolve(value);
  const zooms = zoomsIn(folder);
  if (zooms.length === 0) return fault;
  return { templates: [], folder, credit, minZoom: Math.min(...zooms), maxZoom: Math.max(...zooms) };
}

/** What the content policy has to let through, and nothing beside it. */
export function tileOrigins({ templates }: Pick<TileSettings, 'templates'>): readonly string[] {
  return [...new Set(templates.map((it) => new URL(plain(it)).origin))];
}

function plain(template: string): string {
  return template.replaceAll(/\{[xyz]\}/g, '0');
}

function zoomsIn(folder: string): readonly number[] {
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) return [];
  return fs
    .readdirSync(folder)
    .filter((it) => /^\d{1,2}$/.test(it))
    .map(Number);
}
