import { expect, test } from '@playwright/test';
import { papersSay } from '../word.ts';
import { figuresOf } from './bulletin.ts';
import { api, at, boardOn, type GetMonth, issue, read, seen } from './story.ts';

const QUARTER = 'assessment?quarter=2';
type Score = { readonly unit: string; readonly total: number | null; readonly rank: number | null };
type View = { readonly scores: readonly Score[]; readonly sheet: { readonly lines: readonly { readonly title: string }[] } };

/** 季考评: scored, appealed, decided, published. */
export function playQuarter(month: GetMonth): void {
  test('the quarter is scored and put before the units; one appeals, the others agree', async () => {
    const office = await month().of('month-office');
    await at(office, QUARTER);
    await office.getByRole('button', { name: '送单位核对' }).click();
    await expect(office.getByText('第1稿已送单位核对', { exact: false })).toBeVisible();
    await seen(office, 'quarter-draft');
    const civil = await month().of('month-civil-head');
    await at(civil, QUARTER);
    const line = civil.locator('.score-line').first();
    if ((await line.getAttribute('open')) === null) await line.locator('summary').click();
    await line.getByRole('button', { name: /^申\s*诉$/ }).click();
    await civil.getByRole('dialog').getByRole('textbox').fill('两个助餐点已建成，待验收');
    await civil
      .getByRole('dialog')
      .getByRole('button', { name: /^申\s*诉$/ })
      .click();
    await expect(civil.getByText('待裁定', { exact: false })).toBeVisible();
    await seen(civil, 'quarter-appealed');
    for (const username of ['month-health-head', 'month-culture-head']) {
      const unit = await month().of(username);
      await at(unit, QUARTER);
      await unit.getByRole('button', { name: '核对无误' }).click();
      await expect(unit.getByText('已确认')).toBeVisible();
    }
    await office.reload();

    const publish = office.getByRole('button', { name: /^印\s*发$/ });
    await expect(publish).toBeDisabled();
    await expect(publish).toHaveAttribute('aria-description', /还有1件申诉没有裁定/);
  });

  test('the leader decides the appeal, and only then the ranks are published', async () => {
    const [leader, office] = [await month().of('month-leader'), await month().of('month-office')];
    await at(leader, QUARTER);
    await leader.getByRole('button', { name: /^裁\s*定$/ }).click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByRole('spinbutton').fill('50');
    await dialog.getByRole('textbox').last().fill('已到现场核实');
    await dialog.getByRole('button', { name: /^裁\s*定$/ }).click();
    await expect(leader.getByText('· 采纳', { exact: false })).toBeVisible();
    await at(office, QUARTER);
    await issue(office, '2026年7月15日');
    await seen(office, 'quarter-published');

    const { scores } = await read<View>(office, '/assessment/quarter?year=2026&quarter=2');
    expect(scores.find(({ unit }) => unit === '区民政局')!.rank).toBe(1);
    await papersSay(office, [
      {
        address: api('/assessment/quarter.docx?year=2026&quarter=2'),
        says: [...scores.flatMap(({ unit, total }) => [unit, total!.toFixed(2)]), '收到申诉1件，采纳1件'],
      },
    ]);
  });
}

/** 年终结账, as far as the year has come. */
export function playSettlement(month: GetMonth): void {
  test('the settlement of the year stands against what was frozen, as far as the year has come', async () => {
    const office = await month().of('month-office');
    await at(office, 'settlement');
    await expect(office.getByText('清单期限过后才能结账', { exact: false })).toBeVisible();
    await seen(office, 'settlement');

    await papersSay(office, [
      {
        address: api('/assessment/settlement.docx?year=2026'),
        says: ['分解为3项承诺', '全部完成的0件', ...figuresOf(await boardOn(office))],
      },
    ]);
  });
}
