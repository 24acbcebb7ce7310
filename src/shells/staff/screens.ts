import { screens as archive } from '#/archive/screens/index.tsx';
import { screens as assessment } from '#/assessment/screens/index.tsx';
import { screens as ballot } from '#/ballot/screens/index.tsx';
import { answers as collectionAnswers } from '#/collection/screens/answers.ts';
import { screens as collection } from '#/collection/screens/index.tsx';
import { answers as deliveryAnswers } from '#/delivery/screens/answers.ts';
import { screens as delivery } from '#/delivery/screens/index.tsx';
import { screens as notices } from '#/notices/screens/index.tsx';
import { answers as ordersAnswers } from '#/orders/screens/answers.ts';
import { screens as orders } from '#/orders/screens/index.tsx';
import { screens as organisation } from '#/organisation/screens/index.tsx';
import { answers as planningAnswers } from '#/planning/screens/answers.ts';
import { screens as planning } from '#/planning/screens/index.tsx';
import { screens as programme } from '#/programme/screens/index.tsx';
import { screens as publication } from '#/publication/screens/index.tsx';
import { entryScreens } from '#/records/screens/entry-screens.tsx';
import { screens as records } from '#/records/screens/index.tsx';
import { answers as rhythmAnswers } from '#/rhythm/screens/answers.ts';
import { screens as rhythm } from '#/rhythm/screens/index.tsx';
import { screens as supervision } from '#/supervision/screens/index.tsx';
import type { Answer } from '#/ui/answers.ts';
import type { Screen } from '#/ui/screen.ts';
import { screens as wall } from '#/wall/screens/index.tsx';

/** What the stages give to the workspace, in their order. */
export const STAGE_SCREENS: readonly Screen[] = [
  ...organisation,
  ...ballot,
  ...programme,
  ...planning,
  ...delivery,
  ...collection,
  ...records,
  ...orders,
  ...entryScreens,
  ...rhythm,
  ...supervision,
  ...wall,
  ...publication,
  ...assessment,
  ...archive,
  ...notices,
];

/** What the stages give to My week. */
export const ANSWERS: readonly Answer[] = [
  ...planningAnswers,
  ...deliveryAnswers,
  ...collectionAnswers,
  ...ordersAnswers,
  ...rhythmAnswers,
];

/** Everything that can be set, as the page 设置 lists it: a screen stands there by naming itself a setting. */
export const SETTINGS: readonly Screen[] = STAGE_SCREENS.filter(({ setting }) => setting).sort(
  (a, b) => a.setting!.order - b.setting!.order,
);
