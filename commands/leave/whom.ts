import type { Person } from '../../src/core/roster.ts';
import { matcher } from '../../src/language/matcher.ts';
import { onePerson } from '../../src/language/people.ts';
import type { Context, Said } from '../command.ts';

const TITLE = /^(?:同志|常务副区长|副区长|区长|书记|局长|副局长|镇长|副镇长|主任|副主任|主要负责人)+/;
const GOES = /^(?:拟|将|定于|计划|准备|于|要|需|因|赴|到|去|外出|出差|请假|休假|离岗)/;

/** 方副区长20号主持的会: a day on which somebody holds a meeting, not one of an absence. */
const HOLDS = /^(?:[上下]午)?(?:主持|召开|召集|组织|牵头|签|批|定|分管|的)/;

/** 帮我们副局长李明请个假: for somebody whom the roster has not. */
const FOR_A_STRANGER = matcher(
  /(?:帮|替|代|给)(?!我(?:请|提|报|办)|您|你|领导|区长|书记|办公室|忙|理|管)(?:我们?|本|咱们?)?[局镇区]?(?:的)?[一-鿿]{2,9}(?:请(?:个|一下|一?[天次])?假|登记外出)/,
);

/** 葛局长的假改到20号, 把她15号的外出推迟一天: another's leave that is changed. */
const CHANGES_THEIRS =
  /^的?[^，。；]{0,10}?(?:假|外出|出差|行程)(?:时间|日期|地点|报告|申请)?[^，。；]{0,6}(?:改|换|推迟|提前|延|顺延|变更|调整)/;

/** For whom: `受朱局长委托`, `孔主任委托我办`, `代周海涛副区长报告`, `任海涛副区长4月15日外出`, `登记外出：副主任王文博，7月9日`; otherwise the sender. */
export function readFor(said: Said, context: Context): Person | 'ambiguous' | 'unknown' | undefined {
  const { text, people, dates, units } = said.marked;
  for (const span of people) {
    if (span.how === 'self') continue;
    const unit = units.find((u) => u.to === span.from);
    const before = text.slice(0, unit?.from ?? span.from);
    const after = text
      .slice(span.to)
      .replace(TITLE, '')
      .replace(/^[，,：:]/, '');
    const at = text.length - after.length;
    const begins = /(?:^|[，,。；;:：\s]|外出登记|登记外出|登记|报告|我局|我镇|本局|我们局|我单位|我街道)$/.test(
      before,
    );
    const day = dates.find((d) => d.from === at);
    const leaves = GOES.test(after) || (day !== undefined && !HOLDS.test(text.slice(day.to)));
    const addressed = /^[，,：:]/.test(text.slice(span.to).replace(TITLE, '')) && !/登记/.test(text);
    const registered =
      /登记/.test(text) && leaves && !/^(?:代|主持|负责)/.test(after) && !/(?:由|请|报|向|经)$/.test(before);
    const forOther =
      registered ||
      (/受$/.test(before) && /^(?:的)?委托/.test(after)) ||
      (/^(?:的)?(?:委托|托|让|请|安排|叫)(?:我|本人)/.test(after) && begins) ||
      (/(?:代|替|帮|为|给)$/.test(before) &&
        /(?:请|报告|登记|报备|提交|外出|申请|休)/.test(after.slice(0, 16)) &&
        !/^代|^主持/.test(after)) ||
      (begins && leaves && !addressed) ||
      (!/(?:向|跟|给|报|由|请|经)$/.test(before) && CHANGES_THEIRS.test(after));
    if (!forOther) continue;
    const person = onePerson(span);
    if (!person) return 'ambiguous';
    if (person.id !== context.sender.id) return person;
  }
  return ownHead(said, context) ?? (FOR_A_STRANGER.test(text) ? 'unknown' : undefined);
}

/** 我们局长14日去济南, 受局长委托: the head of the speaker's unit, named by the title alone. */
function ownHead(said: Said, { sender, roster }: Context): Person | undefined {
  const head = roster.headOf(sender.unit);
  if (!head || head.id === sender.id) return undefined;
  const title = '(?:局长|镇长|主任|主要负责人|一把手|领导)';
  const own = new RegExp(
    `(?:受|代|替|帮)(?:我们?)?(?:局|镇|街道)?${title}(?:的?委托)?|(?:我们?|本)(?:局|镇|街道|单位|委)?(?:的)?${title}|^${title}(?:让|叫|托|委托|安排)我`,
  );
  return own.test(said.marked.text) ? head : undefined;
}
