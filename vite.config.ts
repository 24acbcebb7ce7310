import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The staff workspace. The server needs no build; it serves `dist/staff` under `/staff/` and puts its nonce into index.html. */
export default defineConfig({
  root: here('src/shells/staff'),
  base: '/staff/',
  plugins: [react()],
  resolve: { alias: [{ find: /^#\//, replacement: here('src/') }] },
  build: {
    outDir: here('dist/staff'),
    emptyOutDir: true,
    // :has() of CSS is what the component library needs most; what is missing of the language is added by older-browsers.ts.
    target: ['chrome105', 'edge105', 'safari15.4', 'firefox121'],
    assetsInlineLimit: 0,
    // The map library, which is loaded only where tiles are configured.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler|@tanstack)\// }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
