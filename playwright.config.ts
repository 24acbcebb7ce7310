import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { CLIENT } from './src/platform/session/oidc/test-client.ts';
import { launchOptions } from './tools/browser.ts';

/** The workers of a run read this file too and must come to the same answers. */
process.env.LUOSHI_E2E_PORT ??= String(41_000 + (process.pid % 9_000));
process.env.LUOSHI_E2E_DATA ??= path.join(os.tmpdir(), `luoshi-e2e-${process.pid}`, 'data');
/** Where a test may start an identity platform; the others never meet it. */
process.env.LUOSHI_E2E_OIDC_PORT ??= String(51_000 + (process.pid % 9_000));
const { LUOSHI_E2E_PORT: port, LUOSHI_E2E_DATA: data, LUOSHI_E2E_OIDC_PORT: oidcPort } = process.env;

const identityPlatform = {
  LUOSHI_ADDRESS: `http://127.0.0.1:${port}`,
  LUOSHI_OIDC_ISSUER: `http://127.0.0.1:${oidcPort}`,
  LUOSHI_OIDC_CLIENT_ID: CLIENT.id,
  LUOSHI_OIDC_SECRET_FILE: secretFile(),
  LUOSHI_OIDC_MFA: 'amr:mfa',
};

/** A fresh start with the demo, on its own port and data folder; LUOSHI_E2E_URL plays against a running one instead; LUOSHI_E2E_TRACE=1 keeps traces of failures. */
const running = process.env.LUOSHI_E2E_URL;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: running ?? `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    launchOptions: await launchOptions(),
    screenshot: 'only-on-failure',
    trace: process.env.LUOSHI_E2E_TRACE ? 'retain-on-failure' : 'off',
  },
  ...(running
    ? {}
    : {
        webServer: {
          command: `"${process.execPath}" --disable-warning=ExperimentalWarning src/main.ts start`,
          url: `http://127.0.0.1:${port}/healthz`,
          timeout: 120_000,
          stdout: 'pipe',
          gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
          // Empty is unset: the demo's districts live in their own day, the others in the real one.
          env: { PORT: port, LUOSHI_DATA: data, LUOSHI_TODAY: '', DATABASE_URL: '', ...identityPlatform },
        },
      }),
});

function secretFile(): string {
  const file = path.join(os.tmpdir(), `luoshi-e2e-secret-${port}`);
  fs.writeFileSync(file, CLIENT.secret, { mode: 0o600 });
  return file;
}
