import { isWindows, type Platform } from './platforms.ts';

type Text = { readonly file: string; readonly content: string; readonly isProgram?: boolean };

/** The start script: our Node, our files, a data folder beside them. It looks for no npm and no network. */
export function startScript(platform: Platform): Text {
  if (!isWindows(platform)) {
    const content = [
      '#!/bin/sh',
      'here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd) || exit 1',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in
      'LUOSHI_DATA="${LUOSHI_DATA:-$here/data}"',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in
      'LUOSHI_CALLED_AS="${LUOSHI_CALLED_AS:-$0}"',
      'NODE_ENV=production',
      'export LUOSHI_DATA LUOSHI_CALLED_AS NODE_ENV',
      '[ $# -gt 0 ] || set -- start',
      'case "$1" in --*) set -- start "$@" ;; esac',
      'exec "$here/runtime/node" --disable-warning=ExperimentalWarning "$here/app/src/main.ts" "$@"',
    ];
    return { file: 'luoshi', content: `${content.join('\n')}\n`, isProgram: true };
  }
  const content = [
    '@echo off',
    'chcp 65001 >nul',
    'setlocal',
    'if not defined LUOSHI_DATA set "LUOSHI_DATA=%~dp0data"',
    'if not defined LUOSHI_CALLED_AS set "LUOSHI_CALLED_AS=luoshi.cmd"',
    'set "NODE_ENV=production"',
    'if "%~1"=="" (set "VERB=start") else (set "VERB=")',
    '"%~dp0runtime\\node.exe" --disable-warning=ExperimentalWarning "%~dp0app\\src\\main.ts" %VERB% %*',
  ];
  return { file: 'luoshi.cmd', content: `${content.join('\r\n')}\r\n` };
}

/** README.txt, for whoever unpacks the folder on a machine without network. */
export function readme(platform: Platform, version: string): Text {
  const start = isWindows(platform) ? 'luoshi.cmd' : './luoshi';
  const lines = [
    `落实 ${version} · ${platform.name}`,
    '',
    '不用安装，不用联网：程序、数据库、工作台页面都在本文件夹里。',
    '',
    `启动          ${start}`,
    '              打开它给出的地址；按 Ctrl-C 停止。第一次启动会载入演示数据。',
    `不要演示数据  ${start} start --no-demo`,
    `命令行        ${start} help`,
    '端口          默认 3000，可用环境变量 PORT 改；其他设置见 app/docs/operators/configuration.md',
    '数据          在 data 文件夹，密钥在旁边的 data.key：两样要分开备份，缺一不可。可用 LUOSHI_DATA、LUOSHI_KEY_FILE 放到别处。',
    '升级          停止程序，把新文件夹解开，把旧的 data 和 data.key 移过来，再启动。',
    isWindows(platform) || platform.cpu !== 'x64'
      ? '测试          本平台的这个包没有实测过，只核对过内容。'
      : '测试          本平台的包在断网环境里实际启动测试过。',
    '核对          manifest.sha256 是每个文件的 SHA-256；packages.json 是所含软件包及许可；许可全文在 licences 文件夹。',
    '',
    `Luoshi ${version} for ${platform.name}. Nothing is installed and no network is needed: program, database and screens are in this folder.`,
    '',
    `Start         ${start}          (Ctrl-C stops it; the first start loads a demo, "${start} start --no-demo" does not)`,
    `Command line  ${start} help`,
    'Data          in "data", the key beside it in "data.key": back up both, separately. LUOSHI_DATA and LUOSHI_KEY_FILE place them elsewhere.',
    'Upgrade       stop, unpack the new folder, move data and data.key there, start.',
    isWindows(platform) || platform.cpu !== 'x64'
      ? 'Tested        not on this platform: only its contents were checked.'
      : 'Tested        started with the network off.',
    'Check         manifest.sha256 names the SHA-256 of every file; packages.json the packages and their licences, whose texts are in "licences".',
    '',
  ];
  const newline = isWindows(platform) ? '\r\n' : '\n';
  return { file: 'README.txt', content: `${isWindows(platform) ? '\uFEFF' : ''}${lines.join(newline)}` };
}
