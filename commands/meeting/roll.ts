/** 到会情况: who comes to a called meeting, who asked for leave, and whether enough are left. */
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { matcher } from '../../src/language/matcher.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context } from '../command.ts';
import { mayManage } from './change.ts';
import { attendanceOf, kindOf } from './register.ts';
import { quorumRule, sayQuorum } from './rules.ts';

/** Words that ask after a called meeting's attendance. */
export const ROLL = matcher(
  /谁(?:都|都有)?(?:请(?:了)?假|没来|不来|不参加|参加|没回|还没回)|(?:哪些|哪几个?|几个?|多少|几位)(?:人|位|同志|领导)?[^,。?]{0,6}(?:请(?:了)?假|能?参加|到会|出席|没回|未回)|(?:到会|参会|请假|出席|报名|回执|与会)(?:人员)?(?:情况|统计|名单)|(?:应到|实到)[^,。]{0,6}(?:几|多少)|应到[、和]?实到|到(?:了)?(?:几|多少)(?:个|位)?人(?!才|算|能|可以)|人数够|够不够(?:法定)?人数|能不能开(?:得)?成|开得成|(?:还能|还可以?)(?:再)?准(?:假)?(?:几|多少)|请假的(?:都)?(?:有|是)?(?:谁|哪|几|多少)/,
);

/** Words that ask when and where a called meeting is. */
export const WHEN = matcher(
  /(?:几点|什么时候|什么时间|何时|哪天|哪一天|在哪(?:里|儿)?|什么地方|哪个会议室)[^,。?]{0,8}(?:开|召开|举行)|还(?:开|召开)(?:吗|不|么)|(?:开会|会议)(?:的)?(?:时间|地点)(?:是|在)?(?:几点|哪|什么)/,
);

/** 会议什么时候在哪里开: the notice once more, for whoever it concerns. */
export const details = (meeting: Matter): Decision =>
  reply('meeting', 'answered', meeting.data.publicBody, meeting.quotes);

/** Answers from the meeting's own record; reasons for leave are not shown. */
export function roll(meeting: Matter, context: Context): Decision {
  if (!mayManage(context, meeting)) {
    return reply('meeting', 'not-allowed', `${meeting.title}的到会情况由主持人和区政府办公室掌握。`);
  }
  const { due, observers, absent, asking, coming, quorum, margin } = attendanceOf(context, meeting);
  const names = (ids: readonly string[]): string => ids.map((id) => context.roster.nameOf(id)).join('、');
  const silent = [...due, ...observers].filter(
    (id) => ![...absent, ...asking, ...coming, meeting.data.presider].includes(id),
  );
  const rule = quorumRule(context, kindOf(meeting));
  const lines = [
    `${meeting.title}：应到${due.length}人${observers.length > 0 ? `，列席${observers.length}人` : ''}。`,
    `请假${absent.length}人${absent.length > 0 ? `：${names(absent)}` : ''}；待批${asking.length}人${asking.length > 0 ? `：${names(asking)}` : ''}；确认参加${coming.length}人${coming.length > 0 ? `：${names(coming)}` : ''}；未回复${silent.length}人${silent.length > 0 ? `：${names(silent)}` : ''}。`,
    rule && quorum !== undefined && margin !== undefined
      ? `出席人数须${sayQuorum(rule.value.share, due.length)}，现最多到会${quorum + margin}人，${margin >= 0 ? `还可准假${margin}人` : '已达不到规定人数'}。`
      : '规则未规定该会议的法定到会人数。',
  ];
  return reply('meeting', 'answered', lines.join('\n'), rule ? [quoteOf(context.book, rule)] : []);
}
