import type { SendReason } from '#/kernel/send-reason.ts';

/** 未发出原因 of a notice: as for anything that is sent, or that nobody holds the post. */
export type NoticeReason = SendReason | 'nobody-there';
