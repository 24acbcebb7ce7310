import net from 'node:net';

const ROOM = 1 << 16;
/** Room that one long message asked for is not kept. */
const MOST_KEPT = 1 << 20;

/** Kind and length of a message, before its content. */
const HEAD = 5;

/**
 * The socket to PostgreSQL. What is sent in one breath travels in one piece: each piece costs both sides a turn. What comes is read into one room, again and
 * again, and handed on message by message: new room for each read is what makes the heap be swept several times while a large list is read. Whoever wants
 * to keep the bytes of a message copies them. On an encrypted line the first answer is no message, and the bytes are another's.
 */
export function postgresSocket({ ssl }: { readonly ssl?: unknown } = {}): net.Socket {
  return gathering(ssl ? new net.Socket() : reusing());
}

function gathering(socket: net.Socket): net.Socket {
  const write = socket.write.bind(socket) as (...sent: unknown[]) => boolean;
  let gathers = false;
  socket.write = (...sent: unknown[]) => {
    if (!gathers) {
      gathers = true;
      socket.cork();
      process.nextTick(() => {
        gathers = false;
        socket.uncork();
      });
    }
    return write(...sent);
  };
  return socket;
}

function reusing(): net.Socket {
  let room = Buffer.allocUnsafeSlow(ROOM);
  let end = 0;
  const socket = new net.Socket({
    onread: {
      buffer: () => room.subarray(end),
      callback(count) {
        end += count;
        const whole = wholeMessages(room, end);
        if (whole > 0) socket.emit('data', room.subarray(0, whole));
        room.copyWithin(0, whole, end);
        end -= whole;
        room = roomFor(room, end);
        return true;
      },
    },
  });
  return socket;
}

/** Up to where the messages that have come are whole. */
function wholeMessages(bytes: Buffer, end: number): number {
  let at = 0;
  while (at + HEAD <= end) {
    const next = at + 1 + bytes.readUInt32BE(at + 1);
    if (next > end) break;
    at = next;
  }
  return at;
}

function roomFor(room: Buffer<ArrayBuffer>, end: number): Buffer<ArrayBuffer> {
  const isTooLong = end === 0 && room.length > MOST_KEPT;
  if (!isTooLong && end < room.length / 2) return room;
  const other = Buffer.allocUnsafeSlow(isTooLong ? ROOM : room.length * 2);
  room.copy(other, 0, 0, end);
  return other;
}
