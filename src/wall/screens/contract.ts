import type { CivilDate } from '#/kernel/civil-date.ts';
import type { LightCode } from '#/ui/parts.tsx';
import type { WallLine } from '../rules/line.ts';
import type { SiteGround } from '../rules/site-panel.ts';

export type WallProject = {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly light: LightCode;
  readonly pages: number;
  readonly line: WallLine;
};

/** What `/wall/sheet` answers. */
export type WallAnswer = {
  readonly title: string;
  readonly asOf: CivilDate;
  /** Said wherever the wall is shown, for it covers the page that says it. */
  readonly demo: string | null;
  readonly screen: string;
  readonly sheet: string;
  readonly projects: readonly WallProject[];
  readonly agenda: readonly string[];
  readonly ground: SiteGround | null;
};
