import type { SheetRefusal } from '#/planning/rules/sheet.ts';
import type { DefinitionRefusal } from './definition.ts';
import type { MoneyRefusal } from './entries/money.ts';
import type { EntryRefusal } from './entries/settle.ts';
import type { VisitRefusal } from './visits/visit.ts';

/** Whatever a command of this stage may refuse. */
export type RecordsRefusal = DefinitionRefusal | EntryRefusal | MoneyRefusal | VisitRefusal | SheetRefusal;
