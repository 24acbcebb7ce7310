import { hexOf, sha256Of } from '#/kernel/hash.ts';

/** Made by whoever runs the code: a number below `limit`, from a source fit for secrets. Rules draw nothing by themselves. */
export type Random = (limit: bigint) => bigint;

/** base^exponent mod p for public numbers only: may take a time that depends on them. */
export type PublicPower = (base: bigint, exponent: bigint) => bigint;

/** A multiplicative group of prime order q modulo p. */
export type Group = {
  readonly name: string;
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
  readonly power: PublicPower;
  /** g^exponent by table; also for secret exponents, whose digits all cost the same. */
  readonly powerOfG: (exponent: bigint) => bigint;
  /** g^−count for the small numbers that votes are counted in. */
  readonly withoutG: (count: number) => bigint;
};

/** Belenios specification 2.0, 5.1: 2048-bit modulus, 256-bit order (FIPS 186-4). */
const BELENIOS_2048 = {
  p: BigInt(
    '20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049081167099310535867780980030790491654063777173764198678527273474476341835600035698305193144284561701911000786737307333564123971732897913240474578834468260652327974647951137672658693582180046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719',
  ),
  g: BigInt(
    '2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678799694668298749389095083896573425601900601068477164491735474137283104610458681314511781646755400527402889846139864532661215055797097162016168270312886432456663834863635782106154918419982534315189740658186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982665103606822406635076697764025346253773085133173495194248967754052573659049492477631475991575198775177711481490920456600205478127054728238140972518639858334115700568353695553423781475582491896050296680037745308460627',
  ),
  q: BigInt('78571733251071885079927659812671450121821421258408794611510081919805623223441'),
};

export const GROUP_NAME = 'BELENIOS-2048';

export function belenios2048(power?: PublicPower): Group {
  const { p, q, g } = BELENIOS_2048;
  const group = { name: GROUP_NAME, p, q, g, power: power ?? ((base: bigint, exponent: bigint) => slowPower(base, exponent, p)) };
  const powerOfG = tableOf(group, g);
  const inverses: bigint[] = [1n];
  return { ...group, powerOfG, withoutG: (count) => (inverses[count] ??= powerOfG(-BigInt(count))) };
}

const WINDOW = 8;
const DIGITS = 32;

/** Powers of one base by table: 32 multiplications, one for each byte of the exponent, zero bytes too. */
export function tableOf({ p, q }: Pick<Group, 'p' | 'q'>, base: bigint): (exponent: bigint) => bigint {
  let rows: readonly (readonly bigint[])[] | null = null;
  return (exponent) => {
    rows ??= rowsOf(base, p);
    let rest = modulo(exponent, q);
    let product = 1n;
    for (const row of rows) {
      product = (product * row[Number(rest & 255n)]!) % p;
      rest >>= BigInt(WINDOW);
    }
    return product;
  };
}

function rowsOf(base: bigint, p: bigint): readonly (readonly bigint[])[] {
  const rows: bigint[][] = [];
  let step = base;
  for (let digit = 0; digit < DIGITS; digit++) {
    const row = [1n];
    for (let i = 1; i < 1 << WINDOW; i++) row.push((row[i - 1]! * step) % p);
    rows.push(row);
    step = (row.at(-1)! * step) % p;
  }
  return rows;
}

function slowPower(base: bigint, exponent: bigint, p: bigint): bigint {
  let [result, square] = [1n, base % p];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

/** base^secret: a ladder that does the same work for every bit of a 256-bit exponent. */
export function secretPower({ p, q }: Group, base: bigint, secret: bigint): bigint {
  const exponent = modulo(secret, q);
  const sides: [bigint, bigint] = [1n, base % p];
  for (let bit = 255n; bit >= 0n; bit--) {
    const at = Number((exponent >> bit) & 1n) as 0 | 1;
    const product = (sides[0] * sides[1]) % p;
    const square = (sides[at] * sides[at]) % p;
    sides[at] = square;
    sides[(1 - at) as 0 | 1] = product;
  }
  return sides[0];
}

export function modulo(value: bigint, by: bigint): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}

export function inverse(value: bigint, by: bigint): bigint {
  let [a, b, x, y] = [modulo(value, by), by, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return modulo(x, by);
}

export function isElement({ p, q, power }: Group, value: bigint): boolean {
  return value > 0n && value < p && power(value, q) === 1n;
}

export function isExponent({ q }: Group, value: bigint): boolean {
  return value >= 0n && value < q;
}

/** SHA-256 of the text, read as a big-endian number, modulo q. */
export function hashToExponent({ q }: Pick<Group, 'q'>, text: string): bigint {
  return numberOf(sha256Of(text)) % q;
}

export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${hexOf(bytes)}`);
}
