import type { Screen } from '#/ui/screen.ts';
import { screens as own } from './own-screens.tsx';
import { STAGE_SCREENS } from './screens.ts';

/** Every page of the workspace, in the order of the stages. */
export const SCREENS: readonly Screen[] = [...STAGE_SCREENS, ...own];

export type MenuGroup = 'plans' | 'incoming' | 'pushing' | 'outgoing' | 'house';

/** The groups of the menu, each with the first order that no longer belongs to it. */
const GROUPS: readonly (readonly [MenuGroup, number])[] = [
  ['plans', 200],
  ['incoming', 300],
  ['pushing', 400],
  ['outgoing', 500],
  ['house', Number.POSITIVE_INFINITY],
];

export function grouped(menu: readonly Screen[]): readonly (readonly [MenuGroup, readonly Screen[]])[] {
  const groups = Map.groupBy(menu, (it) => GROUPS.find(([, end]) => it.menu!.order < end)![0]);
  return [...groups];
}

/** What a person on a phone does standing up comes first. */
export function forPhone(menu: readonly Screen[], count: number): readonly Screen[] {
  const place = (it: Screen) => it.menu!.onPhone ?? Number.POSITIVE_INFINITY;
  return menu.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b))).slice(0, count);
}

export const MENU: readonly Screen[] = SCREENS.filter(({ menu }) => menu).sort((a, b) => a.menu!.order - b.menu!.order);
