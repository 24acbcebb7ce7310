import { z } from 'zod';

/** 邮箱: where a person is written to. */
export const MailAddress = z
  .string()
  .trim()
  .max(120)
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/);

export const SetPreference = z.object({
  /** Absent: the address stays as it is. */
  address: MailAddress.nullable().optional(),
  wantsMail: z.boolean(),
});

/** 邮箱掩码: enough to know one's own by. */
export function maskedAddress(address: string): string {
  const [name = '', host = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${host.slice(0, 1)}***${host.slice(host.lastIndexOf('.'))}`;
}

export const ROBOT_KINDS = ['wecom', 'dingtalk'] as const;
/** 机器人类别: 企业微信 or 钉钉, each with a way of its own to be called. */
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** 群机器人: writes to one group of a chat programme; the address is the key to the group and is shown to nobody again. */
export type Robot = {
  readonly id: string;
  /** Null: hears of the whole district, in counts. */
  readonly unitId: string | null;
  readonly kind: RobotKind;
  readonly name: string;
  readonly isActive: boolean;
  readonly version: number;
};

const name = z.string().trim().min(2).max(40);
const address = z.url().max(500);
const secret = z.string().trim().min(8).max(200);

export const SetUpRobot = z.object({
  unitId: z.uuid().nullable().default(null),
  kind: z.enum(ROBOT_KINDS),
  name,
  address,
  secret: secret.nullable().default(null),
});
export const ChangeRobot = z.object({
  robotId: z.uuid(),
  name,
  isActive: z.boolean(),
  /** Absent: both stay as they are. */
  address: address.optional(),
  secret: secret.nullable().optional(),
});

export type ChannelRefusal =
  | { readonly kind: 'no-web-address' }
  | { readonly kind: 'secret-only-for-dingtalk' }
  | { readonly kind: 'no-mail-address' }
  | { readonly kind: 'no-person' }
  | { readonly kind: 'robot-off'; readonly name: string };

/** What can be said of an address before anybody calls it; whether it lies in a private network is only known then. */
export function robotFault(kind: RobotKind, secretGiven: boolean, typed: string | undefined): ChannelRefusal | null {
  if (kind !== 'dingtalk' && secretGiven) return { kind: 'secret-only-for-dingtalk' };
  if (typed === undefined) return null;
  const { protocol } = new URL(typed);
  return protocol === 'https:' || protocol === 'http:' ? null : { kind: 'no-web-address' };
}
