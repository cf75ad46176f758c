// Installs what is missing before `npm start` (production) or `npm test` (development).
// Plain JavaScript without dependencies: it runs under whatever Node the machine has, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const wanted = process.argv[2] === 'development' ? 'development' : 'production';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packages = { ...manifest.dependencies, ...(wanted === 'development' ? manifest.devDependencies : {}) };

const installed = ([name, version]) => {
  const file = join(root, 'node_modules', name, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
};

if (!Object.entries(packages).every(installed)) {
  process.stderr.write('正在安装所需组件，约需十几秒……\n');
  const scope = wanted === 'production' ? ['--omit=dev'] : [];
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...scope],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    process.stderr.write('安装失败：请检查网络和 npm 源设置后重试（npm ci）。\n');
    process.exit(1);
  }
}
