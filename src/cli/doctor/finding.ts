/** What the doctor found: a line for people, and what to do about it. Never a secret, a name of a sender or anybody's words. */
export interface Finding {
  /** `warning`: works, but somebody should look; `skipped`: nothing to check. */
  mark: 'good' | 'warning' | 'bad' | 'skipped';
  /** 检查项, e.g. 数据库（linzi）. */
  about: string;
  says: string;
  remedy?: string;
}

const SIGNS = { good: '✓', warning: '△', bad: '✗', skipped: '－' } as const;

export const good = (about: string, says: string): Finding => ({ mark: 'good', about, says });
export const skipped = (about: string, says: string): Finding => ({ mark: 'skipped', about, says });
export const warning = (about: string, says: string, remedy: string): Finding => ({
  mark: 'warning',
  about,
  says,
  remedy,
});
export const bad = (about: string, says: string, remedy: string): Finding => ({ mark: 'bad', about, says, remedy });

/** @example lineOf(bad('设置', '缺少', '补上')) // '✗ 设置：缺少\n　→ 补上' */
export const lineOf = ({ mark, about, says, remedy }: Finding): string =>
  `${SIGNS[mark]} ${about}：${says}${remedy === undefined ? '' : `\n　→ ${remedy}`}`;
