import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPayment } from '../../test-entries.ts';
import { MOST_FEN, quantityOf, readAmount, wholeOf } from './amount.ts';
import { MoneyInput } from './entry.ts';

const kindOf = (text: string) => {
  const read = readAmount(text);
  return read.ok ? read.value : read.refusal.kind;
};

test('an amount in yuan is whole fen, however it is set', () => {
  assert.deepEqual(
    ['12.30', '12.3', '1,508,400', '1508400.00元', ' 0.01 ', '１，２００．５'].map(kindOf),
    [1230, 1230, 150_840_000, 150_840_000, 1, 120_050],
  );
});

test('what is no amount, nought, or more than was ever paid is told apart', () => {
  assert.deepEqual(['十万', '-5', '1.005', '1e6', '', '0', '0.00', '1000000000000', '99999999999999999999'].map(kindOf), [
    'amount-odd',
    'amount-odd',
    'amount-odd',
    'amount-odd',
    'amount-odd',
    'amount-zero',
    'amount-zero',
    MOST_FEN,
    'amount-too-large',
  ]);
  assert.equal(kindOf('1000000000000.01'), 'amount-too-large');
});

test('the largest amount that is read is the largest that is taken', () => {
  assert.equal(MoneyInput.safeParse(aPayment({ amountFen: MOST_FEN })).success, true);
  assert.equal(MoneyInput.safeParse(aPayment({ amountFen: MOST_FEN + 1 })).success, false);
});

test('a comma stands between thousands only: where it may have been meant as a point nothing is read', () => {
  const written = ['1,200', '12,345,678', '12,30', '1,2', ',5', '1,,200', '１２００', '12.5', '12.3456', ''];
  assert.deepEqual(written.map(wholeOf), [1200, 12_345_678, null, null, null, null, 1200, null, null, null]);
  assert.deepEqual(written.map(quantityOf), [1200, 12_345_678, null, null, null, null, 1200, 12.5, null, null]);
  assert.equal(kindOf('12,30'), 'amount-odd');
});
