/** `npm run doctor`: checks this installation and says what to do. Exit status 1 when something keeps it from working. */
import { readArguments, UsageError } from './arguments.ts';
import { diagnose } from './doctor/diagnose.ts';
import { lineOf } from './doctor/finding.ts';

async function main(): Promise<void> {
  const { words } = readArguments(process.argv.slice(2), {});
  if (words.length > 0)
    throw new UsageError(['用法：npm run doctor（检查设置、密钥、时钟、数据库、回调地址、权限、名册和放假安排）']);
  let [faults, warnings] = [0, 0];
  for await (const finding of diagnose(process.env, () => Date.now())) {
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
