import { archiveModule } from '#/archive/module.ts';
import { assessmentModule } from '#/assessment/module.ts';
import { ballotModule } from '#/ballot/module.ts';
import { collectionModule } from '#/collection/module.ts';
import { fillCounters } from '#/delivery/door.ts';
import { deliveryModule } from '#/delivery/module.ts';
import { noticesModule } from '#/notices/module.ts';
import { ordersModule } from '#/orders/module.ts';
import { organisationModule } from '#/organisation/module.ts';
import { planningModule } from '#/planning/module.ts';
import type { Module } from '#/platform/module.ts';
import { platformModule } from '#/platform/platform-module.ts';
import { programmeModule } from '#/programme/module.ts';
import { publishedParts } from '#/publication/door.ts';
import { publicationModule } from '#/publication/module.ts';
import { fillPublished, recordsCounter } from '#/records/door.ts';
import { recordsModule } from '#/records/module.ts';
import { rhythmModule } from '#/rhythm/module.ts';
import { publicShell } from '#/shells/public/frame.ts';
import { cadenceSource, fillBulletinParts, moneySource } from '#/supervision/door.ts';
import { supervisionModule } from '#/supervision/module.ts';
import { wallModule } from '#/wall/module.ts';

fillCounters([recordsCounter]);
fillBulletinParts([moneySource, cadenceSource]);
fillPublished(publishedParts);

/** Up to here nobody is told what he owes; the last stage asks all before it. */
const ASKING: readonly Module[] = [
  platformModule,
  organisationModule,
  ballotModule,
  programmeModule,
  planningModule,
  deliveryModule,
  collectionModule,
  recordsModule,
  ordersModule,
  rhythmModule,
  supervisionModule,
  wallModule,
  publicationModule(publicShell),
  assessmentModule,
  archiveModule,
];

/** The modules of the product, in the order of a commitment's life. A new stage is one line above and one in `stages.ts`. */
export const MODULES: readonly Module[] = [...ASKING, noticesModule(ASKING.flatMap(({ duties }) => duties ?? []))];
