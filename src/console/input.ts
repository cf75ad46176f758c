/** Reads the body of a chat step; every fault is named at once, in Chinese. */
import { BUTTONS } from '../core/vocabulary.ts';
import type { StepInput } from './port.ts';

/** One fault of a request: where it is, what is wrong with it, what would be right. */
export interface Fault {
  where: string;
  what: string;
  allowed: string;
}

const MAX_TEXT = 5000;
const MAX_NAME = 200;
const GROUP = /^group:\S.{0,59}$/u;
const LABELS = [...new Set(Object.values(BUTTONS).flat())];

/** What each field may hold. */
const FIELDS: Record<keyof StepInput, { allowed: string; fits: (value: unknown) => boolean }> = {
  as: { allowed: '通讯录中的人员编号', fits: (v) => isText(v, 80) },
  say: { allowed: `1至${MAX_TEXT}字的文字`, fits: (v) => isText(v, MAX_TEXT) },
  press: { allowed: `消息上的按钮：${LABELS.join('、')}`, fits: (v) => isText(v, 20) },
  attach: { allowed: `不含路径的文件名，不超过${MAX_NAME}字`, fits: (v) => isText(v, MAX_NAME) && !/[/\\]/.test(v) },
  note: { allowed: `不超过${MAX_TEXT}字的文字`, fits: (v) => typeof v === 'string' && v.length <= MAX_TEXT },
  in: { allowed: 'group:群名，如 group:工作群', fits: (v) => typeof v === 'string' && GROUP.test(v) },
  delivery: { allowed: '消息序号（正整数）', fits: (v) => Number.isSafeInteger(v) && Number(v) > 0 },
};
const NAMES = Object.keys(FIELDS);

/** A step, or everything that is wrong with it. `knows` tells whether the roster has a person. */
export function readStep(body: unknown, knows: (person: string) => boolean): { step: StepInput } | { faults: Fault[] } {
  if (!isRecord(body))
    return {
      faults: [{ where: '请求正文', what: '不是 JSON 对象', allowed: '{"as": "人员编号", "say": "要说的话"}' }],
    };
  const faults: Fault[] = [];
  for (const [where, value] of Object.entries(body)) {
    if (!isField(where)) faults.push({ where, what: '没有这个字段', allowed: NAMES.join('、') });
    else if (!FIELDS[where].fits(value)) faults.push({ where, what: '内容不符合要求', allowed: FIELDS[where].allowed });
  }
  if (body.as === undefined) faults.push({ where: 'as', what: '未填写', allowed: FIELDS.as.allowed });
  else if (FIELDS.as.fits(body.as) && !knows(String(body.as)))
    faults.push({ where: 'as', what: '通讯录中没有此人', allowed: FIELDS.as.allowed });
  faults.push(...misfits(body));
  return faults.length > 0 ? { faults } : { step: pick(body) };
}

/** Fields that don't go together. */
function misfits(body: Record<string, unknown>): Fault[] {
  const has = (name: keyof StepInput): boolean => body[name] !== undefined;
  const faults: Fault[] = [];
  const allowed = 'say、press、attach 三者之一（attach 可以附带 say）';
  if (!has('say') && !has('press') && !has('attach'))
    faults.push({ where: 'say、press、attach', what: '一项也没有', allowed });
  if (has('press') && (has('say') || has('attach')))
    faults.push({ where: 'press', what: '不能与 say、attach 同时使用', allowed });
  if (has('note') && !has('press'))
    faults.push({ where: 'note', what: '只能与 press 一起使用', allowed: '随按钮填写的意见' });
  if (has('delivery') && !has('press'))
    faults.push({ where: 'delivery', what: '只能与 press 一起使用', allowed: '按钮所在的消息序号' });
  return faults;
}

function pick(body: Record<string, unknown>): StepInput {
  const text = (name: keyof StepInput): string | undefined => {
    const value = body[name];
    return typeof value === 'string' ? value : undefined;
  };
  const step: StepInput = { as: text('as') ?? '' };
  for (const name of ['say', 'press', 'attach', 'note', 'in'] as const) {
    const value = text(name);
    if (value !== undefined) step[name] = value;
  }
  if (typeof body.delivery === 'number') step.delivery = body.delivery;
  return step;
}

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isField = (name: string): name is keyof StepInput => Object.hasOwn(FIELDS, name);
