/** 行文中不得有的情形: what a message shows of them, and what the district's rule makes of each. */
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import { type DocumentFault, FAULT_CUES } from './fault-words.ts';
import type { DocumentRequest } from './read.ts';

/** A fault found, with the rule on it. `refused`: not 原则上, and none of the rule's exceptions is said to hold. */
export interface FoundFault {
  fault: DocumentFault;
  provision: ProvisionOf<'document-fault'>;
  refused: boolean;
  /** The rule's exception that the message claims. */
  exception?: string;
}

/** The rule's exceptions, by a word of theirs, and how a message claims them. */
const EXCEPTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [/交办/, /交办|(?:区长|领导)(?:同志)?(?:亲自|当面|直接)?(?:布置|安排我|批示要求|指示我)/],
  [/突发/, /突发|险情|灾情|(?:重大|安全|生产)事故|疫情/],
  [/涉外/, /涉外|外事|外宾|领事/],
  [/批准/, /(?<!未)(?<!没有?)(?:已|经|业经)(?:报)?(?:经|获)?(?:区政府|区领导|上级)?[^,;，。；]{0,6}(?:批准|同意)/],
  [/审定/, /(?<!未)(?:已|业)(?:经|报)[^,;，。；]{0,16}(?:审定|同意|批准)/],
  [/专门文件/, /专门(?:文件|规定)|机构改革|三定/],
  [/决策/, /(?:需|请|提请|要)[^,;，。；]{0,14}决策/],
  [/部门办公室/, /(?:局|部门|单位|委)办公室/],
];

/** 没报区政府, 未经批准: consent isn't had, whatever else is said of it. */
const UNASKED =
  /(?:未|没有?|尚未|还没有?|不)(?:经|报|请示|征得|(?:跟|向|和|找)[^,;，。；]{1,8}(?:报|说|请示|汇报|讲)|(?:批|同意)(?!准吗))/;

/** 这不是领导交办的: an exception that is denied. */
const DENIED = /(?:不是|并非|不属于?|没有|未)[^,;，。；]{0,8}(?:交办|布置|突发|涉外)[^,;，。；]*/g;

/** Whether a message says that a rule's exception holds. */
export function claimed(exception: string, plain: string): boolean {
  const words = plain.replace(/[“"‘'][^”"’']*[”"’']/g, '').replace(DENIED, '');
  const byConsent = /批准|审定/.test(exception);
  return (
    !(byConsent && UNASKED.test(words)) && EXCEPTIONS.some(([its, said]) => its.test(exception) && said.test(words))
  );
}

/** How a rule names the papers whose form it orders. */
const FORM_WORDS = { request: '请示', report: '报告', other: '公文' } as const;

/** The faults that a message shows and the district's rule speaks of, those that refuse first. */
export function faultsIn(context: Context, request: DocumentRequest): FoundFault[] {
  const found = (Object.keys(FAULT_CUES) as DocumentFault[]).filter((fault) => FAULT_CUES[fault](request));
  const judged = found.flatMap((fault): FoundFault[] => {
    const provision = ruleOn(context, fault, request);
    if (!provision || (fault === 'informal' && !provision.phrase.includes(FORM_WORDS[request.form]))) return [];
    const said = `${request.plain}，${request.title ?? ''}`;
    const exception = provision.value.exceptions?.find((words) => claimed(words, said));
    return [{ fault, provision, exception, refused: !exception && !provision.value.inPrinciple }];
  });
  return judged.sort((a, b) => Number(b.refused) - Number(a.refused));
}

/** The provision on a fault: among several the one for this purpose, then the one whose words are nearest. */
function ruleOn(
  context: Context,
  fault: DocumentFault,
  request: DocumentRequest,
): ProvisionOf<'document-fault'> | undefined {
  const all = context.book.byKind('document-fault').filter((p) => p.value.faults.includes(fault));
  const field = request.purpose === 'submission' ? 'submission.' : 'document.';
  const fitting = all.filter((p) => [p.id, ...p.topics].some((t) => t.startsWith(field)));
  const pool = fitting.length > 0 ? fitting : all;
  return [...pool].sort((a, b) => overlap(b.says, request.plain) - overlap(a.says, request.plain))[0];
}

function overlap(rule: string, text: string): number {
  let shared = 0;
  for (let i = 0; i + 2 <= rule.length; i++) if (text.includes(rule.slice(i, i + 2))) shared++;
  return shared;
}

/** What would be allowed instead. */
export const REMEDIES: Record<DocumentFault, string> = {
  'direct-to-leader': '请改送区政府办公室，由办公室按程序呈批；确属规则所列例外情形的，请注明。',
  'several-recipients': '请只主送一个机关，其他单位以抄送形式办理。',
  'skip-level': '请逐级行文；确需越级的，请先报经批准。',
  'several-matters': '请按一文一事拆分后分别报送。',
  'hidden-request': '请删去请示内容，请示事项另行以请示报送。',
  'deputy-signed': '请由本单位主要负责人签发后再报送。',
  'no-signer': '请标注签发人后重新报送。',
  'no-seal': '请加盖单位公章后重新报送。',
  informal: '请以正式公文报送。',
  'unreviewed-draft': '请先送区政府办公室审核，再由办公室送签。',
  'directive-to-towns': '请先报经区政府批准，或改为不含指令性要求的文稿。',
  'supporting-documents': '请撤回配套发文要求。',
  'disagreed-issue': '请先与有关部门协商一致后再行文。',
  'section-issues': '请由主管部门（本单位）正式行文。',
  'department-remit': '请由部门自行发文、联合发文，或与有关部门协商办理。',
  'progress-report': '请在工作任务完成后统一报送总结报告。',
  'second-bulletin': '请合并为一种简报。',
  'unfiled-bulletin': '请先按程序办理备案、核准后再报送。',
  'too-long': '请压缩篇幅。',
  'staffing-clause': '请删去机构、编制、经费方面的规定，或按专门程序报批。',
  'no-new-content': '请按现行规定、文件执行，不再发文。',
  'fair-in-office-name': '请由承办单位自行部署。',
  'past-government': '请先报区政府履行审议、审核程序，经同意后再报区委。',
  'unasked-policy': '请先请示区政府。',
  'separate-plan': '请将分工方案与文件合并印发。',
  'coordinating-notice': '请由该议事协调机构办公室所在部门行文。',
  'unexplained-rejection': '请列出不予采纳的理由和依据，并作出说明。',
  unexplained: '请将解读方案、解读材料与文件一并报送。',
  unregistered: '请先办理登记、编号。',
  'unexamined-release': '请先经严格审查（审定）后再发布。',
  'consent-phrase': '请先按程序报经区政府领导同志审定，再由部门行文。',
};
