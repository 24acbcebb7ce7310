import { z } from 'zod';
import { EventsSpec, MoneySpec, WorksSpec } from './entries/spec.ts';
import { PeopleSpec } from './people/spec.ts';
import { VisitsSpec } from './visits/spec.ts';

/** 计数方法: one kind of records that promises count, with what it has to know. A kind is one line here and one in `store/kinds.ts`. */
export const CountSpec = z.discriminatedUnion('kind', [PeopleSpec, EventsSpec, WorksSpec, MoneySpec, VisitsSpec]);
export type CountSpec = z.output<typeof CountSpec>;
export type RecordKind = CountSpec['kind'];
