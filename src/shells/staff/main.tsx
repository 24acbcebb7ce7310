import { createRoot } from 'react-dom/client';
import '#/ui/ui.css';
import './staff.css';
import { wordRefusalsWith } from '#/ui/sentence.ts';
import { App } from './app.tsx';
import { wordsOfRefusal } from './words.ts';

wordRefusalsWith(wordsOfRefusal);
createRoot(document.getElementById('root')!).render(<App />);
