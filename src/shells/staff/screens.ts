import { screens as archive } from '#/archive/screens/index.tsx';
import { screens as delivery } from '#/delivery/screens/index.tsx';
import { screens as organisation } from '#/organisation/screens/index.tsx';
import { screens as programme } from '#/programme/screens/index.tsx';
import { screens as publication } from '#/publication/screens/index.tsx';
import { screens as supervision } from '#/supervision/screens/index.tsx';
import type { Screen } from '#/ui/screen.ts';
import { screens as own } from './own-screens.tsx';

/** Every page of the workspace, in the order of the stages. */
export const SCREENS: readonly Screen[] = [...organisation, ...programme, ...delivery, ...supervision, ...publication, ...archive, ...own];

export const MENU: readonly Screen[] = SCREENS.filter(({ menu }) => menu).sort((a, b) => a.menu!.order - b.menu!.order);
