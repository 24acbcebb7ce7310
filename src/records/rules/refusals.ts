import type { DefinitionRefusal } from './definition.ts';

/** Whatever a command of this stage may refuse. */
export type RecordsRefusal = DefinitionRefusal;
