import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages that need script and no log-in: voting and verifying. Built beside the workspace and served under `/booth/`, `/vote/` and `/verify`. */
export default defineConfig({
  root: here('src/shells/booth'),
  base: '/booth/',
  plugins: [react()],
  resolve: { alias: [{ find: /^#\//, replacement: here('src/') }] },
  worker: { format: 'es' },
  build: {
    outDir: here('dist/staff/booth'),
    emptyOutDir: true,
    target: ['chrome105', 'edge105', 'safari15.4', 'firefox121'],
    assetsInlineLimit: 0,
    rolldownOptions: { input: { vote: here('src/shells/booth/vote.html'), verify: here('src/shells/booth/verify.html') } },
  },
});
