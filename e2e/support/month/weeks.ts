import { expect, test } from '@playwright/test';
import { fitsSideways, PHONE } from '../screen.ts';
import { at, type GetMonth, seen } from './story.ts';

/** 周碰头: who answers, who is stuck, and who says nothing. */
export function playWeek(month: GetMonth): void {
  test('a unit without news answers its week with one tap, on a telephone', async () => {
    const phone = await month().of('month-health', PHONE);
    await at(phone, 'check-in');
    await expect(phone.getByText('免费检测', { exact: false }).first()).toBeVisible();
    await fitsSideways(phone);
    await seen(phone, 'check-in-unit');
    await phone.getByRole('button', { name: '本周无变化' }).tap();

    await expect(phone.getByText('已报送', { exact: false }).first()).toBeVisible();
    await seen(phone, 'check-in-unit-sent');
  });

  test('a unit that is stuck says where, and brings it up to its leader, who brings it to the meeting', async () => {
    const civil = await month().of('month-civil', PHONE);
    await at(civil, 'blockers');
    await civil.getByRole('button', { name: '报堵点' }).tap();
    const dialog = civil.getByRole('dialog');
    await dialog.getByLabel('堵在哪里').fill('助餐点场地产权未明');
    await dialog.getByLabel('请求事项').fill('请协调街道腾退场地');
    await dialog.getByText('直接提请分管领导').tap();
    await dialog.getByRole('button', { name: '报堵点' }).tap();
    await expect(civil.getByRole('heading', { name: /助餐点场地产权未明/ })).toBeVisible();
    await fitsSideways(civil);
    await seen(civil, 'blockers');
    await at(civil, 'check-in');
    await expect(civil.getByLabel('2 问题')).toHaveValue('助餐点场地产权未明');
    await civil.getByLabel('2 做了什么').fill('走访两处备选场地');
    await civil.getByRole('button', { name: '报送', exact: true }).tap();
    await expect(civil.getByText('已报送', { exact: false }).first()).toBeVisible();

    const leader = await month().of('month-leader');
    await at(leader, 'my-week');
    await expect(leader.getByText('解决堵点“助餐点场地产权未明”')).toBeVisible();
    await at(leader, 'blockers');
    await leader.getByRole('button', { name: '提请', exact: true }).click();
    await leader.getByRole('dialog').getByLabel('为什么提上去（交回）').fill('涉及两个街道，上会定');
    await leader.getByRole('dialog').getByRole('button', { name: '提请调度会' }).click();

    await expect(leader.getByText('专题调度会 · ', { exact: false }).first()).toBeVisible();
  });

  test('the week after, silence is a fact', async () => {
    const office = await month().of('month-office');
    await month().server.onDay('2026-06-22');
    await at(office, 'check-in?year=2026&week=25');

    await expect(office.getByText('第25周1个单位未报')).toBeVisible();
    await expect(office.getByRole('row', { name: /区文旅局/ })).toContainText('未报');
    await expect(office.getByText('走访两处备选场地')).toBeVisible();
    await seen(office, 'check-in-office');
  });
}
