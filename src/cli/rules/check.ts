import { writeFileSync } from 'node:fs';
import { importedRules, PROJECT_RULES, PROOFS, RuleFiles } from '../../hosts/rule-files.ts';
import { checkRules, type EditionReport } from '../../rules/check.ts';
import { sayFault } from '../../rules/faults.ts';
import { editionKey } from '../../rules/proof.ts';
import { type Call, done, failed, type Outcome } from './run.ts';

/** `check`: the project's rules and the imported ones; `load`: the imported ones, as a start would take them. */
export function check({ options, flags, dataDir }: Call, what: 'all' | 'imported'): Outcome {
  const imported = importedRules(dataDir);
  const source = new RuleFiles(what === 'all' ? [PROJECT_RULES, imported] : [imported]);
  const { district } = options;
  if (district && !source.districts().has(district)) return failed([`没有 ${district} 的规则。`]);
  if (district && flags.has('record')) return failed(['--record 要核对全部规则，不能与 --district 同用。']);
  const reports = checkRules(source, district);
  const faults = reports.flatMap((report) => report.faults);
  const summary = reports.map(sayReport);
  if (reports.length === 0) summary.push(`${imported} 下没有导入的规则。`);
  const graves = faults.filter((fault) => fault.grave);
  // a draft may be incomplete; what would be cited wrongly is never served
  const shown = what === 'all' ? faults : graves;
  if (shown.length > 0) return failed([...shown.map(sayFault), `共${shown.length}处问题。`], summary.join('\n'));
  if (flags.has('record')) {
    writeFileSync(PROOFS, `${JSON.stringify(new RuleFiles([PROJECT_RULES]).currentProofs(), null, 2)}\n`);
    summary.push('已登记核对结果。');
  }
  if (what === 'imported' && reports.length > 0)
    summary.push('可以使用，重启后生效；待补的问题用 rules -- check 列出。');
  return done(summary.join('\n'));
}

function sayReport({ district, issued, articles, provisions, silences, faults }: EditionReport): string {
  const module = provisions ? `规定${provisions}项，未规定${silences}项` : '仅有原文（可查询、引用）';
  const outcome = faults.length > 0 ? `问题${faults.length}处` : '核对无误';
  return `${editionKey(district, issued)}：${articles}条，${module}，${outcome}。`;
}
