import type { SendReason } from '#/kernel/send-reason.ts';

/** As for anything that is sent, or that nobody holds the post. */
export type NoticeReason = SendReason | 'nobody-there';
