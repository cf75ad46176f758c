/** `npm run doctor`: checks this installation and says what to do. Exit status 1 when something keeps it from working. */
import { readArguments, UsageError } from './arguments.ts';
import type { KeptHead } from './doctor/database.ts';
import { diagnose } from './doctor/diagnose.ts';
import { lineOf } from './doctor/finding.ts';

const USAGE = [
  '用法：npm run doctor（检查设置、密钥、时钟、数据库、回调地址、权限、名册和放假安排）',
  '　　　npm run doctor -- --audit-head linzi:120:校验值（另与平日抄存的审计校验值核对，多个区以逗号分隔）',
].join('\n');

/** @example readHead('linzi:120:ab12…') // { district: 'linzi', seq: 120, hash: 'ab12…' } */
function readHead(text: string): KeptHead {
  const [, district, seq, hash] = /^([\w-]+):(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (!district || !seq || !hash) throw new UsageError([`--audit-head 应为 区名:序号:64位校验值\n${USAGE}`]);
  return { district, seq: Number(seq), hash };
}

async function main(): Promise<void> {
  const { words, options } = readArguments(process.argv.slice(2), { valued: ['audit-head'] });
  if (words.length > 0) throw new UsageError([USAGE]);
  const given = options['audit-head'];
  const kept = typeof given === 'string' ? given.split(',').map(readHead) : [];
  let [faults, warnings] = [0, 0];
  for await (const finding of diagnose(process.env, () => Date.now(), kept)) {
    process.stdout.write(`${lineOf(finding)}\n`);
    if (finding.mark === 'bad') faults += 1;
    if (finding.mark === 'warning') warnings += 1;
  }
  const rest = warnings > 0 ? `，另有${warnings}项请留意（△）` : '';
  process.stdout.write(faults > 0 ? `\n有${faults}项须处理（✗）${rest}。\n` : `\n未发现须处理的问题${rest}。\n`);
  process.exitCode = faults > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
