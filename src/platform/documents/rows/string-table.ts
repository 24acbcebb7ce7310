/** 共享字符串: the texts of a workbook, as bytes in pieces; as many small strings they would take several times the room. */
export type StringTable = { readonly add: (text: string) => void; readonly at: (index: number) => string };

/** A piece is filled and never copied again; no text begins in one and ends in another. */
const PIECE_BYTES = 1 << 20;
const ENDS_AT_ONCE = 1 << 15;

type Piece = { readonly first: number; readonly bytes: Buffer };

export function makeStringTable(): StringTable {
  const pieces: Piece[] = [{ first: 0, bytes: Buffer.allocUnsafeSlow(PIECE_BYTES) }];
  /** Where each text ends in its piece. */
  const ends: Uint32Array[] = [];
  let count = 0;
  let used = 0;
  const endOf = (index: number) => ends[Math.floor(index / ENDS_AT_ONCE)]![index % ENDS_AT_ONCE]!;
  return {
    add(text) {
      const most = text.length * 3;
      if (used + most > pieces.at(-1)!.bytes.length) {
        pieces.push({ first: count, bytes: Buffer.allocUnsafeSlow(Math.max(most, PIECE_BYTES)) });
        used = 0;
      }
      used += pieces.at(-1)!.bytes.write(text, used);
      if (count % ENDS_AT_ONCE === 0) ends.push(new Uint32Array(ENDS_AT_ONCE));
      ends.at(-1)![count % ENDS_AT_ONCE] = used;
      count += 1;
    },
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= count) return '';
      const end = endOf(index);
      const { first, bytes } = pieceOf(pieces, index);
      return bytes.toString('utf8', index === first ? 0 : endOf(index - 1), end);
    },
  };
}

/** The last piece that begins at this text or before it. */
function pieceOf(pieces: readonly Piece[], index: number): Piece {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.first <= index) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}
