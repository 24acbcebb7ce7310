import { Link } from 'react-router';
import { useLabels } from '#/ui/locale.tsx';
import { Page } from '#/ui/page.tsx';
import { mayEnter, type Screen } from '#/ui/screen.ts';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './labels.ts';
import './settings.css';
import { SETTINGS } from './screens.ts';

/** 设置: everything a district sets for itself, each on a page of its own with its history. */
export default function SettingsScreen() {
  const words = useLabels(labels);
  const { post } = useWorkplace();
  return (
    <Page title={words.settings} lead={words.settingsLead}>
      <ul className="settings-list">
        {SETTINGS.filter((screen) => mayEnter(screen, post?.permissions)).map((screen) => (
          <SettingLine key={screen.path} screen={screen} />
        ))}
      </ul>
    </Page>
  );
}

function SettingLine({ screen }: { readonly screen: Screen }) {
  const title = useLabels(screen.title);
  const lead = useLabels(screen.setting!.lead);
  const { district } = useWorkplace();
  return (
    <li>
      <Link to={`/${district}/${screen.path}`}>
        <b>{title}</b>
        <small>{lead}</small>
      </Link>
    </li>
  );
}
