import type { SheetRefusal } from '#/planning/rules/sheet.ts';
import type { DefinitionRefusal } from './definition.ts';
import type { MoneyRefusal } from './entries/money.ts';
import type { EntryRefusal } from './entries/settle.ts';
import type { VisitorRefusal } from './people/at-door.ts';
import type { ShareRefusal } from './people/duplicate-share.ts';
import type { DuplicateRefusal } from './people/duplicates.ts';
import type { ImportRefusal } from './people/importing.ts';
import type { ListChangeRefusal } from './people/list-change.ts';
import type { RosterRefusal } from './people/roster.ts';
import type { SignInRefusal, TakeBackRefusal } from './people/sign-in.ts';
import type { VisitRefusal } from './visits/visit.ts';

type PeopleRefusal =
  | RosterRefusal
  | ListChangeRefusal
  | ImportRefusal
  | SignInRefusal
  | TakeBackRefusal
  | VisitorRefusal
  | DuplicateRefusal
  | ShareRefusal;

/** Whatever a command of this stage may refuse. */
export type RecordsRefusal = DefinitionRefusal | PeopleRefusal | EntryRefusal | MoneyRefusal | VisitRefusal | SheetRefusal;
