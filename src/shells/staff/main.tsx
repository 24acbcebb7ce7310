import './older-browsers.ts';
import { createRoot } from 'react-dom/client';
import '#/ui/ui.css';
import '#/ui/table.css';
import '#/ui/papers.css';
import './staff.css';
import { wordRefusalsWith } from '#/ui/sentence.ts';
import { App } from './app.tsx';
import { signStyles } from './nonce.ts';
import { loadPageOf } from './page-loading.ts';
import { wordsOfRefusal } from './words.ts';

signStyles();
loadPageOf(location.pathname);
wordRefusalsWith(wordsOfRefusal);
createRoot(document.getElementById('root')!).render(<App />);
