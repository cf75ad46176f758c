/** Unread messages: how many a person has been told, less how many were there when one last looked. */

/** @param {string} district */
export function unreadOf(district) {
  const key = `seen:${district}`;
  /** @type {Record<string, number> | null} */
  let seen = JSON.parse(sessionStorage.getItem(key) ?? 'null');

  return {
    /**
     * Unread counts by person. What lies there at the first look is taken as read; so is the open box.
     * @param {Map<string, number>} counts
     * @param {string} open
     * @returns {Map<string, number>}
     */
    update(counts, open) {
      seen ??= Object.fromEntries(counts);
      seen[open] = counts.get(open) ?? 0;
      sessionStorage.setItem(key, JSON.stringify(seen));
      const before = seen;
      // A fresh database under an old tab has told less than was seen.
      return new Map([...counts].map(([id, count]) => [id, Math.max(0, count - Math.min(before[id] ?? 0, count))]));
    },
  };
}
