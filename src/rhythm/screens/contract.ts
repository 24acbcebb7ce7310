import type { Light, ProjectStanding } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Order } from '#/orders/rules/order.ts';
import type { PostKind } from '#/organisation/rules/post.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { Agenda } from '../rules/agenda.ts';
import type { Blocker } from '../rules/blocker.ts';
import type { BlockerStep } from '../rules/blocker-step.ts';
import type { AskedProject, CheckLine, UnitWeek, WeeklyCheck } from '../rules/check.ts';
import type { Decision, DecisionState } from '../rules/decision.ts';
import type { IsoWeek } from '../rules/iso-week.ts';
import type { Letter, LetterAnswer } from '../rules/letter.ts';
import type { Attendance, Meeting } from '../rules/meeting.ts';
import type { OnSiteCase } from '../rules/on-site.ts';
import type { RhythmSettings } from '../rules/settings.ts';

export type NamedPost = {
  readonly id: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly kind: PostKind;
  readonly holder: string | null;
};
type UnitNames = Readonly<Record<string, string>>;

/** `GET /rhythm/check` */
export type CheckAnswer = {
  readonly week: IsoWeek;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly dueOn: CivilDate;
  readonly isAsked: boolean;
  readonly unitId: string | null;
  readonly asked: readonly AskedProject[];
  readonly lines: readonly CheckLine[];
  readonly check: WeeklyCheck | null;
};

/** `GET /rhythm/week` */
export type WeekAnswer = {
  readonly week: IsoWeek;
  readonly before: IsoWeek;
  readonly after: IsoWeek;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly dueOn: CivilDate;
  readonly isAsked: boolean;
  readonly seesAll: boolean;
  readonly units: readonly UnitWeek[];
  readonly checks: readonly WeeklyCheck[];
  readonly asked: readonly AskedProject[];
  /** Behind without a lead unit to ask. */
  readonly unled: readonly Pick<AskedProject, 'no' | 'name' | 'light'>[];
  readonly unitNames: UnitNames;
};

/** `GET /rhythm/settings` */
export type SettingsAnswer = {
  readonly settings: RhythmSettings;
  readonly history: readonly {
    readonly version: number;
    readonly value: RhythmSettings;
    readonly reason: string;
    readonly setBy: string;
    readonly setOn: CivilDate;
  }[];
};

export type ShownBlocker = Blocker & { readonly letters: readonly Letter[] };
export type ShownProject = {
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly kind: ProgrammeKind;
  readonly year: number;
  readonly leadUnitId: string | null;
  readonly leadUnit: string | null;
  readonly list: string;
};
/** `GET /rhythm/blockers` */
export type BlockersAnswer = {
  readonly blockers: readonly ShownBlocker[];
  readonly projects: readonly ShownProject[];
  readonly unitNames: UnitNames;
  readonly posts: readonly NamedPost[];
  readonly today: CivilDate;
};
/** `GET /rhythm/blocker` */
export type BlockerAnswer = {
  readonly steps: readonly BlockerStep[];
  readonly letters: readonly Letter[];
  readonly answers: readonly LetterAnswer[];
};
/** `GET /rhythm/on-site` */
export type OnSiteAnswer = {
  readonly year: number;
  readonly cases: readonly OnSiteCase[];
  readonly today: CivilDate;
  readonly blockers: readonly Pick<Blocker, 'id' | 'projectId' | 'title'>[];
  readonly projects: readonly Pick<ShownProject, 'id' | 'no' | 'name' | 'kind' | 'year'>[];
  readonly posts: readonly NamedPost[];
};

export type NamedUnit = { readonly id: string; readonly name: string; readonly isActive: boolean };
/** `GET /rhythm/meetings` */
export type MeetingsAnswer = {
  readonly meetings: readonly Meeting[];
  readonly units: readonly NamedUnit[];
  readonly posts: readonly NamedPost[];
  readonly today: CivilDate;
};
/** `GET /rhythm/meeting` */
export type MeetingAnswer = {
  readonly meeting: Meeting;
  readonly agenda: Agenda;
  readonly today: CivilDate;
  readonly list: { readonly id: string; readonly title: string; readonly year: number; readonly kind: ProgrammeKind };
  readonly asOf: CivilDate;
  readonly counts: Readonly<Record<Light, number>>;
  readonly projects: readonly ProjectStanding[];
  readonly overseers: Readonly<Record<string, string | null | undefined>>;
  readonly blockers: readonly Blocker[];
  readonly checks: readonly WeeklyCheck[];
  readonly decisions: readonly Decision[];
  readonly attendance: readonly Attendance[];
  readonly last: readonly DecisionState[];
  readonly orders: readonly Order[];
  readonly units: readonly NamedUnit[];
  readonly posts: readonly NamedPost[];
};

/** A blocker among the others, as the parts of its card are given it. */
export type CardProps = { readonly blocker: ShownBlocker; readonly of: BlockersAnswer };
