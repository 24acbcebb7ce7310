import { z } from 'zod';

/** 提醒设置: whether the district reminds at all, and how many months the inbox keeps. */
export type NoticeSettings = { readonly reminds: boolean; readonly keepMonths: number };

/** 来源: 自定. */
export const DEFAULT_SETTINGS: NoticeSettings = { reminds: true, keepMonths: 6 };

export const SetNotices = z.object({
  reminds: z.boolean(),
  keepMonths: z.number().int().min(1).max(36),
  reason: z.string().trim().min(2).max(500),
});

export type SettingVersion = NoticeSettings & {
  readonly version: number;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: string;
};
