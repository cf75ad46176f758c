/** The rules in the Worker's bundle. A district more is an entry more. */
import laiwuModule from '../rules/laiwu/2026-03-26/provisions.json' with { type: 'json' };
import laiwuText from '../rules/laiwu/2026-03-26/text.txt';
import type { RuleSource } from '../rules/library.ts';
import linziModule from '../rules/linzi/2025-04-03/provisions.json' with { type: 'json' };
import linziText from '../rules/linzi/2025-04-03/text.txt';
import penglaiModule from '../rules/penglai/2022-12-30/provisions.json' with { type: 'json' };
import penglaiText from '../rules/penglai/2022-12-30/text.txt';
import zhangdianModule from '../rules/zhangdian/2022-04-21/provisions.json' with { type: 'json' };
import zhangdianText from '../rules/zhangdian/2022-04-21/text.txt';
import zhoucunModule from '../rules/zhoucun/2017-03-10/provisions.json' with { type: 'json' };
import zhoucunText from '../rules/zhoucun/2017-03-10/text.txt';

const BUNDLED: Readonly<Record<string, Readonly<Record<string, { module: unknown; text: string }>>>> = {
  linzi: { '2025-04-03': { module: linziModule, text: linziText } },
  zhangdian: { '2022-04-21': { module: zhangdianModule, text: zhangdianText } },
  laiwu: { '2026-03-26': { module: laiwuModule, text: laiwuText } },
  zhoucun: { '2017-03-10': { module: zhoucunModule, text: zhoucunText } },
  penglai: { '2022-12-30': { module: penglaiModule, text: penglaiText } },
};

function edition(district: string, issued: string): { module: unknown; text: string } {
  const found = BUNDLED[district]?.[issued];
  if (!found) throw new RangeError(`no rules ${district}@${issued} in this bundle`);
  return found;
}

export const bundledRules: RuleSource = {
  districts: () => new Map(Object.entries(BUNDLED).map(([district, editions]) => [district, Object.keys(editions)])),
  module: (district, issued) => JSON.stringify(edition(district, issued).module),
  text: (district, issued) => edition(district, issued).text,
  place: (district, issued, file) => `${district}/${issued}/${file}`,
};
