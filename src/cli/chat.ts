/** `npm run chat`: the bot in a terminal, at a clock of one's own. `/as`, `/at`, `/in`, `/press`, `/attach`, `/help`. */
import { createInterface } from 'node:readline';
import { dayOf, isoBeijing, parseInstant, sayDay } from '../core/day.ts';
import type { Delivery } from '../core/message.ts';
import { Roster } from '../core/roster.ts';
import { readArguments, UsageError } from './arguments.ts';
import { calendarOf, exampleRoster, loadRoster, openLibrary } from './files.ts';
import { Rehearsal, type Step } from './rehearsal.ts';

const HELP = `/as 姓名    换一个人说话        /at 2026-03-05 09:00  把时钟拨到该时刻
/in 群名    在群里说（/in 结束） /press 同意 [意见]    按最近一张卡片的按钮
/attach 文件名 [说明]  发附件     /people  名册      /quit  退出
直接输入文字即为发消息，例如：区政府常务会议的纪要由谁签发？`;

function print(delivery: Delivery, roster: Roster): void {
  const to = roster.person(delivery.to)?.name ?? delivery.to;
  const buttons = delivery.buttons.length > 0 ? `\n    [${delivery.buttons.join('] [')}]` : '';
  process.stdout.write(`  → ${to}（${delivery.status}）${delivery.text.replaceAll('\n', '\n    ')}${buttons}\n`);
}

function main(): void {
  const { options } = readArguments(process.argv.slice(2), { valued: ['district', 'as', 'roster', 'at'] });
  const library = openLibrary();
  const district = typeof options.district === 'string' ? options.district : 'linzi';
  if (!library.has(district))
    throw new UsageError([`没有“${district}”的规则，可用：${library.districts().join('、')}`]);
  const file = typeof options.roster === 'string' ? loadRoster(options.roster, district) : exampleRoster(district);
  const roster = new Roster(file);
  const start = typeof options.at === 'string' ? parseInstant(options.at) : Date.now();
  if (start === null) throw new UsageError(['--at 应为时间，如 "2026-03-05 09:00"']);
  const rehearsal = new Rehearsal({ district, library, roster: file, at: start, calendar: calendarOf() });
  const find = (who: string) => roster.people.find((p) => p.name === who || p.id === who);
  let as =
    find(typeof options.as === 'string' ? options.as : '') ??
    roster.people.find((p) => p.position === 'department-head') ??
    roster.people[0];
  let group: string | undefined;
  const reader = createInterface({ input: process.stdin, output: process.stdout, prompt: '' });
  const prompt = (): void => {
    reader.setPrompt(
      `${sayDay(dayOf(rehearsal.at))} ${isoBeijing(rehearsal.at).slice(11, 16)} ${as?.name ?? ''}${group ? `@${group}` : ''} > `,
    );
    reader.prompt();
  };
  const run = (step: Step): void => {
    for (const delivery of rehearsal.run(step)) print(delivery, roster);
  };
  process.stdout.write(`${roster.name}工作规则助手（演练）\n${HELP}\n`);
  reader.on('line', (line) => {
    const [, command, rest = ''] = /^\/(\w+)\s*(.*)$/.exec(line.trim()) ?? [];
    const where = group ? { in: `group:${group}` } : {};
    const who = as?.id ?? '';
    if (!command) {
      if (line.trim()) run({ as: who, say: line.trim(), ...where });
    } else if (command === 'as') {
      const person = find(rest);
      if (person) as = person;
      else process.stdout.write(`名册中没有“${rest}”。\n`);
    } else if (command === 'at') {
      const at = parseInstant(rest.replace(' ', 'T'));
      if (at === null || at < rehearsal.at) process.stdout.write('时间应晚于当前时钟，格式如 2026-03-05 09:00。\n');
      else run({ at: isoBeijing(at) });
    } else if (command === 'in') group = rest && rest !== '结束' ? rest : undefined;
    else if (command === 'press') {
      const [label = '', ...note] = rest.split(/\s+/);
      run({ as: who, press: label, ...(note.length > 0 && { note: note.join(' ') }), ...where });
    } else if (command === 'attach') {
      const [name = '', ...say] = rest.split(/\s+/);
      run({ as: who, attach: name, ...(say.length > 0 && { say: say.join(' ') }), ...where });
    } else if (command === 'people')
      process.stdout.write(`${roster.people.map((p) => `${p.name}（${p.unit}）`).join('、')}\n`);
    else if (command === 'quit') reader.close();
    else process.stdout.write(`${HELP}\n`);
    if (command !== 'quit') prompt();
  });
  reader.on('close', () => rehearsal.close());
  prompt();
}

try {
  main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
