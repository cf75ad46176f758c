/** 不搞指尖上的形式主义: what government apps may not have has no words anywhere that people look. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Where the words come from that people see, and the columns that a register could show. */
const SPOKEN = ['commands', 'db', 'src/bot', 'src/channels', 'src/console', 'src/core', 'src/papers', 'src/sender'];
const UNWANTED =
  /排名|排行|名次|打卡|签到|积分|在线时[长间]|活跃度|已读[率人名]|未读[率人名]|回复率|点赞|\brank(?:ing)?s?\b|check-?ins?\b/i;

test('no rankings, check-ins, points, online time or tables of who has read what', () => {
  const files = SPOKEN.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|js|css|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const word = UNWANTED.exec(readFileSync(file, 'utf8'))?.[0];
    return word === undefined ? [] : [`${relative(ROOT, file)}: ${word}`];
  });
  expect(found).toEqual([]);
});
