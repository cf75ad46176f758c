/** 到会人数: whether enough have come, and how many are needed. */

import { isYesNo } from '../../language/question/form.ts';
import type { ProvisionOf } from '../schema.ts';
import type { Attendant } from '../value.ts';
import type { Asked, Lead, Point } from './context.ts';

type Share = ProvisionOf<'meeting-quorum'>['value']['share'];

/** The fewest that suffice: 半数以上 is met by exactly half, 超过二分之一 is not (民法典第一千二百五十九条). */
export const needed = (due: number, share: Share): number =>
  share === 'half' ? Math.ceil(due / 2) : Math.floor(due / 2) + 1;

const WORDS: Record<Share, string> = {
  half: '半数以上（含恰好半数）',
  'more-than-half': '超过二分之一（恰好一半不够）',
};

/** 要三分之二以上到会、得全到: another share than a rule on half of them. */
const OTHER_SHARE = /[三四五]分之[一二三四]|[123]\/[345]|全部?(?:都)?(?:得|要|须)?到齐?|全员|[六七八九]成|[6-9]\d[%％]/;

/** Answers 应到6人来了3人, 到会一半行不行, or says how many the present roster makes. */
export function quorumLead({ asked, part, provision }: Point): Lead | null {
  const { value } = provision;
  if (value.kind !== 'meeting-quorum') return null;
  const { attendance } = asked.reading;
  if (attendance?.due && attendance.came !== undefined) return verdict(attendance.due, attendance.came, value.share);
  if (attendance?.due) {
    return { text: `应到${attendance.due}人的，至少${needed(attendance.due, value.share)}人到会才能开会。` };
  }
  if (/(?:没|未|不)(?:超)?过(?:一半|半数?|二分之一)/.test(asked.text)) {
    return {
      text:
        value.share === 'half'
          ? '未达到半数的不能开会，恰好半数即符合要求。'
          : `不能开会，未达到${WORDS[value.share]}。`,
    };
  }
  if (/(?:不到|不足|没到|少于|未到)(?:一半|半数|二分之一)/.test(asked.text)) {
    return { text: `不能开会，未达到${WORDS[value.share]}。` };
  }
  if (/一半|半数|二分之一|1\/2/.test(asked.text) && !/以上|超过|过半|多少/.test(asked.text)) {
    const enough = value.share === 'half';
    return { text: enough ? '可以，恰好半数即符合要求。' : '不可以，恰好一半不够，须超过二分之一。' };
  }
  if (/过半|超过(?:一半|半数|二分之一)/.test(asked.text) && isYesNo(part.form)) {
    return { text: value.share === 'half' ? '不必过半，恰好半数即符合要求。' : '是。' };
  }
  if (OTHER_SHARE.test(asked.text) && isYesNo(part.form)) return { text: `不对，须达到${WORDS[value.share]}。` };
  const due = membersDue(asked, value.meeting);
  if (!due) return null;
  if (attendance?.came !== undefined) return verdict(due, attendance.came, value.share);
  return { text: '', after: `按现有名单应到${due}人，至少到${needed(due, value.share)}人。` };
}

function verdict(due: number, came: number, share: Share): Lead {
  const least = needed(due, share);
  if (came >= least)
    return { text: `可以开会。应到${due}人、到会${came}人，已达到${WORDS[share]}的要求（至少${least}人）。` };
  return {
    text: `不能开会。应到${due}人、到会${came}人，未达到${WORDS[share]}的要求，至少需${least}人，还差${least - came}人。`,
  };
}

/** How many the roster has of a meeting's members; `null` where some members can't be counted. */
function membersDue({ book, roster }: Asked, meeting: string): number | null {
  const provision = book.find('meeting-members', (v) => v.meeting === meeting);
  let due = 0;
  for (const member of provision?.value.members ?? []) {
    const count = countOf(member, roster.at('mayor').length, roster.deputies().length, (p) => roster.at(p).length);
    if (!count) return null;
    due += count;
  }
  return due > 0 ? due : null;
}

function countOf(
  member: Attendant,
  mayors: number,
  deputies: number,
  at: (position: 'office-director' | 'party-group-member') => number,
): number | null {
  if (member === 'mayor') return mayors;
  if (member === 'deputy-mayor') return deputies;
  return member === 'office-director' || member === 'party-group-member' ? at(member) : null;
}
