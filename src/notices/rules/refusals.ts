import type { ChannelRefusal } from './channels.ts';
import type { FeedRefusal } from './feed.ts';

export type NoticeRefusal = ChannelRefusal | FeedRefusal;
