import type { Screen } from '#/ui/screen.ts';
import { screens as own } from './own-screens.tsx';
import { STAGE_SCREENS } from './screens.ts';

/** Every page of the workspace, in the order of the stages. */
export const SCREENS: readonly Screen[] = [...STAGE_SCREENS, ...own];

export const MENU: readonly Screen[] = SCREENS.filter(({ menu }) => menu).sort((a, b) => a.menu!.order - b.menu!.order);
