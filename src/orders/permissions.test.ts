import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { ROLES, type Role } from '#/kernel/role.ts';
import { ordersModule } from './module.ts';
import { aDistrictWithUnits } from './test-orders.ts';

/** Who may do and read what; the setup account may do everything until it is closed. */
const TABLE: Readonly<Record<string, string>> = {
  //                                    office leader head deputy liaison
  'orders.issue': '                     ✓      ·      ·    ·      ·',
  'orders.sign': '                      ✓      ·      ✓    ✓      ✓',
  'orders.reply': '                     ✓      ·      ✓    ✓      ✓',
  'orders.object': '                    ✓      ·      ✓    ✓      ·',
  'orders.ask-extension': '             ✓      ·      ✓    ✓      ·',
  'orders.apply': '                     ✓      ·      ✓    ✓      ·',
  'orders.decide-request': '            ✓      ·      ·    ·      ·',
  'orders.withdraw': '                  ✓      ·      ·    ·      ·',
  'orders.urge': '                      ✓      ·      ·    ·      ·',
  'orders.set-province-number': '       ✓      ·      ·    ·      ·',
  'orders.check': '                     ✓      ·      ·    ·      ·',
  'orders.visit': '                     ✓      ·      ·    ·      ·',
  'orders.close': '                     ✓      ·      ·    ·      ·',
  'orders.return': '                    ✓      ·      ·    ·      ·',
  'orders.draw-revisits': '             ✓      ·      ·    ·      ·',
  'orders.record-revisit': '            ✓      ·      ·    ·      ·',
  'orders.decide-proposal': '           ✓      ✓      ·    ·      ·',
  'orders.address-proposal': '          ✓      ·      ·    ·      ·',
  'orders.carry-out-measure': '         ✓      ·      ·    ·      ·',
  'orders.record-instruction': '        ✓      ·      ·    ·      ·',
  'orders.order-instruction': '         ✓      ·      ·    ·      ·',
  'orders.report-instruction': '        ✓      ·      ·    ·      ·',
  'orders.set-profile': '               ✓      ·      ·    ·      ·',
  'orders.run-timers': '                ·      ·      ·    ·      ·',
  '/orders/order': '                    ✓      ✓      ✓    ✓      ✓',
  '/orders/list': '                     ✓      ✓      ✓    ✓      ✓',
  '/orders/unit-months': '              ✓      ·      ·    ·      ·',
  '/orders/choices': '                  ✓      ·      ·    ·      ·',
  '/orders/profile': '                  ✓      ✓      ✓    ✓      ✓',
  '/orders/slip.docx': '                ✓      ✓      ✓    ✓      ✓',
  '/orders/slip': '                     ✓      ✓      ✓    ✓      ✓',
  '/orders/proposal.docx': '            ✓      ✓      ·    ·      ·',
  '/orders/register.xlsx': '            ✓      ✓      ✓    ✓      ✓',
  '/orders/instructions': '             ✓      ✓      ·    ·      ·',
  '/orders/instruction-scan': '         ✓      ✓      ·    ·      ·',
  '/orders/instruction-report.docx': '  ✓      ✓      ·    ·      ·',
  '/orders/proposals': '                ✓      ✓      ·    ·      ·',
  '/orders/revisits': '                 ✓      ·      ·    ·      ·',
};
const COLUMNS: readonly Role[] = ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'];
const rolesOf = (name: string): readonly Role[] =>
  ROLES.filter((role) => role === 'setup' || TABLE[name]!.trim().split(/\s+/)[COLUMNS.indexOf(role)] === '✓');

test('every command and every read of the stage is open to the roles of the table, and to no others', async (t) => {
  const { app } = await aDistrictWithUnits(t);
  const { commands, reads = [] } = ordersModule;
  const names = [...commands.map((it) => it.name), ...reads.map((it) => it.path)];
  const unknown = `orderId=${newId()}&proposalId=${newId()}&instructionId=${newId()}&year=2026`;

  const open: Record<string, readonly Role[]> = {};
  for (const name of names) {
    const answers = await Promise.all(
      ROLES.map(async (role) => {
        const person = app.as(role);
        const { status } = await (name.startsWith('/') ? person.get(`${name}?${unknown}`) : person.run(name, {}));
        return status === 403 ? [] : [role];
      }),
    );
    open[name] = answers.flat();
  }

  assert.deepEqual(open, Object.fromEntries(names.map((name) => [name, rolesOf(name)])));
  assert.deepEqual(Object.keys(TABLE).sort(), names.toSorted());
});
