/** A row of a file as its cells show it, with where it stands; `numbers` are the columns whose cells hold numbers rather than text. */
export type RawRow = {
  readonly sheet: string | null;
  readonly rowNo: number;
  readonly cells: readonly string[];
  readonly numbers?: ReadonlySet<number>;
};
