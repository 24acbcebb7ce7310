import { constants, createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto';

/**
 * base^exponent mod p by OpenSSL, through the one door that Node leaves open: a raw RSA encryption with p for modulus and the exponent for the
 * public one. Its time depends on the numbers: for what is public only. `p` is odd, the exponent shorter than p.
 */
export function nativePower(p: bigint): (base: bigint, exponent: bigint) => bigint {
  const length = Math.ceil(p.toString(16).length / 2);
  const n = bytesOf(p, length).toString('base64url');
  let last: { readonly exponent: bigint; readonly key: KeyObject } | null = null;
  const keyOf = (exponent: bigint): KeyObject => {
    if (last?.exponent !== exponent) {
      const e = bytesOf(exponent, Math.ceil(exponent.toString(16).length / 2)).toString('base64url');
      last = { exponent, key: createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }) };
    }
    return last.key;
  };
  return (base, exponent) => {
    if (exponent === 0n) return 1n;
    if (base <= 1n || exponent === 1n) return base % p;
    // RSA exponents are odd: an even one is made up by one multiplication.
    const odd = exponent & 1n ? exponent : exponent - 1n;
    const power =
      odd === 1n ? base : numberOf(publicEncrypt({ key: keyOf(odd), padding: constants.RSA_NO_PADDING }, bytesOf(base % p, length)));
    return odd === exponent ? power : (power * base) % p;
  };
}

function bytesOf(value: bigint, length: number): Buffer {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}

function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}
