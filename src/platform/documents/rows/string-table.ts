/** 共享字符串: the texts of a workbook, as bytes in one piece; as many small strings they would take several times the room. */
export type StringTable = { readonly add: (text: string) => void; readonly at: (index: number) => string };

/** Copied more often, and never twice as long as it must be. */
const GROWTH = 1.25;

export function makeStringTable(): StringTable {
  let bytes = Buffer.allocUnsafe(1 << 16);
  let ends = new Uint32Array(1 << 12);
  let count = 0;
  let used = 0;
  return {
    add(text) {
      const most = used + text.length * 3;
      if (most > bytes.length) bytes = Buffer.concat([bytes.subarray(0, used)], Math.max(most, Math.ceil(bytes.length * GROWTH)));
      used += bytes.write(text, used);
      if (count === ends.length) {
        const longer = new Uint32Array(Math.ceil(count * GROWTH));
        longer.set(ends);
        ends = longer;
      }
      ends[count++] = used;
    },
    at: (index) => (index < 0 || index >= count ? '' : bytes.toString('utf8', index === 0 ? 0 : ends[index - 1]!, ends[index]!)),
  };
}
