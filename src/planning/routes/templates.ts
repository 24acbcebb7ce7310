import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { templatesInForce } from '../rules/built-in-templates.ts';
import { newestOf } from '../rules/calendar.ts';
import { loadDays } from '../store/networks.ts';
import { listTemplateVersions } from '../store/templates.ts';

const templatesRead = read({
  path: '/planning/templates',
  permission: 'planning.read',
  query: z.object({}),
  summary: '工序模板: the chains in force with the calendars they count in, and every version that was set',
  async run(reader) {
    const versions = await listTemplateVersions(reader);
    const { calendars } = await loadDays(reader);
    return { templates: templatesInForce(newestOf(versions, ({ key }) => key)), versions, calendars, today: reader.today };
  },
});

export const templateReads = [templatesRead];
