import { EVENT_TYPES, type Event, Event as EventSchema, Header, hexHash, readMessage, textOf } from './structures.ts';

/**
 * The archive `<uuid>.bel`: an old-style tar without end blocks, only ever appended to: a header, then data and events by the hash of their
 * bytes (specification 4.4). Every member carries the archive's own time.
 */
export type Member = { readonly name: string; readonly text: string };

const BLOCK = 512;
const encoder = new TextEncoder();

export function memberBytes({ name, text }: Member, timestamp: number): Uint8Array {
  const content = encoder.encode(text);
  const bytes = new Uint8Array(BLOCK + Math.ceil(content.length / BLOCK) * BLOCK);
  const put = (at: number, field: string) => bytes.set(encoder.encode(field), at);
  put(0, name);
  put(100, '0000644');
  put(108, '0000000');
  put(116, '0000000');
  put(124, octal(content.length, 11));
  put(136, octal(timestamp, 11));
  put(148, '        ');
  put(156, '0');
  const sum = bytes.subarray(0, BLOCK).reduce((all, byte) => all + byte, 0);
  put(148, `${octal(sum, 6)}\0 `);
  bytes.set(content, BLOCK);
  return bytes;
}

function octal(value: number, length: number): string {
  return value.toString(8).padStart(length, '0');
}

export function headerMember(timestamp: number): Member {
  return { name: 'BELENIOS', text: textOf({ version: 1, timestamp: String(timestamp) }) };
}

export function dataMember(text: string): Member {
  return { name: `${hexHash(text)}.data.json`, text };
}

/** The members of one event: its data in order (the last is the payload), then the event itself. */
export function eventMembers(
  parent: Event | null,
  type: Event['type'],
  data: readonly string[],
): { readonly members: readonly Member[]; readonly event: Event } {
  const payload = data.at(-1);
  const event: Event = {
    ...(parent === null ? {} : { parent: hexHash(textOf(parent)) }),
    height: parent === null ? 0 : parent.height + 1,
    type,
    ...(payload === undefined ? {} : { payload: hexHash(payload) }),
  };
  const text = textOf(event);
  return { members: [...data.map(dataMember), { name: `${hexHash(text)}.event.json`, text }], event };
}

export function archiveBytes(timestamp: number, members: readonly Member[]): Uint8Array {
  const parts = [headerMember(timestamp), ...members].map((it) => memberBytes(it, timestamp));
  const bytes = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An archive as read: each event with the texts that stand before it and after the event before. */
export type ArchiveEvent = { readonly event: Event; readonly data: readonly string[] };
export type ReadArchive = { readonly timestamp: number; readonly events: readonly ArchiveEvent[] };
export type ArchiveFault = 'not-an-archive' | 'cut-off' | 'not-canonical' | 'header' | 'member-name' | 'event' | 'data-after-last-event';

/** Reads an archive only if its bytes are exactly those that its members would be written with. */
export function readArchive(
  bytes: Uint8Array,
): { readonly ok: true; readonly value: ReadArchive } | { readonly ok: false; readonly fault: ArchiveFault } {
  const members: Member[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let timestamp: number | null = null;
  for (let at = 0; at < bytes.length; ) {
    if (at + BLOCK > bytes.length) return { ok: false, fault: members.length === 0 ? 'not-an-archive' : 'cut-off' };
    const block = bytes.subarray(at, at + BLOCK);
    const field = (from: number, length: number) => String.fromCharCode(...block.subarray(from, from + length)).replace(/\0.*$/s, '');
    const size = /^[0-7]{11}$/.test(field(124, 12)) ? Number.parseInt(field(124, 12), 8) : -1;
    if (size < 0) return { ok: false, fault: members.length === 0 ? 'not-an-archive' : 'not-canonical' };
    const whole = BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (at + whole > bytes.length) return { ok: false, fault: 'cut-off' };
    // Bytes that are no UTF-8 come out different when the member is written again.
    const text = decoder.decode(bytes.subarray(at + BLOCK, at + BLOCK + size));
    const member = { name: field(0, 100), text };
    if (members.length === 0) {
      const header = member.name === 'BELENIOS' ? readMessage(Header, text) : null;
      if (header === null) return { ok: false, fault: 'header' };
      timestamp = Number(header.timestamp);
    }
    if (!isSame(memberBytes(member, timestamp!), bytes.subarray(at, at + whole))) return { ok: false, fault: 'not-canonical' };
    members.push(member);
    at += whole;
  }
  if (timestamp === null) return { ok: false, fault: 'not-an-archive' };
  return grouped(timestamp, members.slice(1));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

function grouped(timestamp: number, members: readonly Member[]): ReturnType<typeof readArchive> {
  const events: ArchiveEvent[] = [];
  let data: string[] = [];
  for (const { name, text } of members) {
    const [hash, kind] = name.split(/\.(.*)/s);
    if (hash !== hexHash(text) || (kind !== 'data.json' && kind !== 'event.json')) return { ok: false, fault: 'member-name' };
    if (kind === 'data.json') {
      data.push(text);
      continue;
    }
    const event = readMessage(EventSchema, text);
    if (event === null || !EVENT_TYPES.includes(event.type)) return { ok: false, fault: 'event' };
    events.push({ event, data });
    data = [];
  }
  return data.length > 0 ? { ok: false, fault: 'data-after-last-event' } : { ok: true, value: { timestamp, events } };
}
