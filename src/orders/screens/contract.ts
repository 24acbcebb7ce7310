import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Clearing } from '../rules/clearing.ts';
import type { OrderEvent } from '../rules/event.ts';
import type { SHOWS } from '../rules/filter.ts';
import type { Instruction } from '../rules/instruction.ts';
import type { Proposal } from '../rules/measure.ts';
import type { Order, OrderAct } from '../rules/order.ts';
import type { OrderKind, OrderProfile } from '../rules/profile.ts';
import type { UnitRequest } from '../rules/request.ts';
import type { Revisit, RevisitSample } from '../rules/revisit.ts';
import type { Slip } from '../rules/slip.ts';
import type { Timer } from '../rules/timers.ts';

/** What the screens read, as the server answers it. */
export type RegisterRow = Order & {
  readonly unitNow: string;
  readonly urged: number;
  readonly demanded: number;
  readonly objections: number;
  readonly extended: number;
  readonly returned: number;
};
export type Show = (typeof SHOWS)[number];
export type RegisterView = {
  readonly rows: readonly RegisterRow[];
  readonly counts: Readonly<Record<Show, number>>;
  readonly page: number;
  readonly pageSize: number;
  readonly kinds: readonly OrderKind[];
};
export type OrderView = {
  readonly order: Order;
  readonly bearer: { readonly unitNow: string; readonly isPostHeld: boolean; readonly holder: string | null };
  readonly isOwn: boolean;
  readonly next: readonly OrderAct[];
  readonly events: readonly OrderEvent[];
  readonly slips: readonly Slip[];
  readonly requests: readonly UnitRequest[];
  readonly clearings: readonly Clearing[];
  readonly proposals: readonly Proposal[];
  readonly waiting: readonly Timer[];
  readonly profile: OrderProfile;
};
export type Choices = {
  readonly kinds: readonly OrderKind[];
  readonly cap: number | null;
  readonly units: readonly { readonly id: string; readonly name: string; readonly countInMonth: number }[];
  readonly posts: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly title: string;
    readonly isLeader: boolean;
    readonly holder: string | null;
  }[];
  readonly projects: readonly { readonly id: string; readonly no: string; readonly name: string }[];
};
export type ShortOrder = Pick<Order, 'id' | 'year' | 'number' | 'matter' | 'unitName' | 'dueOn' | 'state'> & { readonly unitNow: string };
export type ProposalsView = {
  readonly proposals: readonly Proposal[];
  readonly orders: readonly ShortOrder[];
  readonly addressees: readonly { readonly postId: string; readonly title: string; readonly holder: string | null }[];
};
export type RevisitsView = {
  readonly samples: readonly RevisitSample[];
  readonly revisits: readonly Revisit[];
  readonly orders: readonly ShortOrder[];
};
export type InstructionsView = { readonly instructions: readonly (Instruction & { readonly orders: readonly Order[] })[] };
export type ProfileSettingLine = {
  readonly version: number;
  readonly profile: OrderProfile;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};
export type ProfileView = {
  readonly now: Pick<ProfileSettingLine, 'version' | 'profile'>;
  readonly history: readonly ProfileSettingLine[];
};
export type PaperView = {
  readonly form: {
    readonly title: string;
    readonly under: string;
    readonly colour: { readonly code: 'blue' | 'yellow' | 'red'; readonly word: string } | null;
    readonly band: string | null;
    readonly rows: readonly { readonly name: string; readonly text: string; readonly tall?: boolean }[];
    readonly after: readonly string[];
  };
};
