import { leadingPlaces, placeIn } from '../../src/language/places.ts';

/** Verbs that end a place: 到济南|参加…, 去杭州|看… Words that begin names (开封, 学府) are kept whole by the table and by what follows. */
export const ERRAND_VERBS =
  '参加|出席|列席|开(?:会|全|个|展|年|座|研|现|推|动|工|调|交|培)|参会|与会|培训|学习|进修|考察|调研|参观|观摩|出差|就医|看|住院|手术|做|动手术|探亲|休假|休息|休|度假|旅游|办事|办理|(?<![政委区市县府局])办|汇报|对接|招商|洽谈|商谈|出访|访问|疗养|检查|检验|挂职|集训|复查|体检|陪|照顾|处理|接受|接|领取|领|谈|跑|送|跟|跟班|为|进行|执行|协调|争取|拜访|拜会|督导|研讨|交流|推介|讲课|授课|作|评审|验收|签约|签订|考试|答辩|扫墓|祭|奔丧|慰问|协助|驻|应诉|出庭|开庭|请假|外出|当天|往返|来回|一趟|期间|返|回来|听|取|采购|比赛|展';

const MOTION =
  '(?<![过出回进])(?:到|去|赴|前往|飞往|飞|回|(?<!不)在|上(?!海|午|级|饶|报|次|周|月|半|旬|述))(?:一趟|趟|了趟|了)?';
const PLACE = new RegExp(
  `${MOTION}([一-鿿A-Za-z]{2,16}?(?:[（(][一-鿿]{2,10}[）)])?(?:、[一-鿿]{2,6}?)*?)(?=${ERRAND_VERBS}|[，,。；;、：:\\s（(]|$)`,
  'g',
);
/** 济南|市委党校|参加…: what stands between a place's name and the errand. */
const BESIDE = new RegExp(`^(?!${ERRAND_VERBS})[一-鿿]{2,10}?(?=${ERRAND_VERBS}|[，,。；;：:\\s]|$)`);
const NAMED = new RegExp(`${MOTION}(?=[一-鿿])`, 'g');
const NOT_PLACES =
  /^(?:的|不[了成到]|得了|参加|出席|列席|开会|学习|培训|办事|看病|家里主持|一趟|会|时|岗|期|位|此|我|本|他|她|现在|其|局里?工作|单位工作|区长|区政府请|区委请|外地$|返|来|行[吗不么]|可以|成吗|好吗|年底|月底|周|下|上)|主持|负责|期间|请假|区长|书记|报告|工作$|领导$/;

/** 省发改委|报项目, 市里|开预算会: an office or a site ends a place, whatever is done there. */
const SITES =
  '(?:[省市区县镇]里|省城|城里|[厅局委部院校办]|公司|集团|中心|基地|园区|水库|机场|车站|酒店|宾馆|银行|大学|党校|老家|新区|开发区)';
const SITE = new RegExp(`^([一-鿿]*${SITES})(?![区会队子长员分机属公馆里组])[一-鿿]{2,}$`);
const SITE_AT_END = new RegExp(`${SITES}$`);

/** 地点错了, 目的地有变, 事由写错了: an item is spoken of, none is named. */
export const WRONG = /^(?:[说写报填弄搞记]?错|不对|有误|有变|变了|要?(?:改|换|变)|不是|没定|未定|待定)/;

/** Where a place stands in a text, so that what follows it can be read on. */
export interface PlaceSpan {
  place: string;
  to: number;
}

/** 地点: after 地点：, after 到/去/赴, or a city's name said by itself. Dates must be cut out of the text first. */
export function readPlace(text: string): PlaceSpan | undefined {
  const labelled = /(?:地点|目的地|去向)(?:[:：]|是|为|在|到|去)*\s*([一-鿿、]{2,20})/.exec(text);
  if (labelled?.[1] && !WRONG.test(labelled[1])) {
    const place = labelled[1].replace(/(?:事由|由|，).*$/, '');
    return { place, to: labelled.index + labelled[0].length };
  }
  const bound = /往([一-鿿]{1,6}?)赶/.exec(text);
  if (bound?.[1]) return { place: bound[1], to: bound.index + bound[0].length };
  const capital = /(?:赴|进|到|去|抵|来)京(?![一-鿿]?(?:沪|广))/.exec(text);
  if (capital) return { place: '北京', to: capital.index + capital[0].length };
  const home = /(?<!不)在家(?:里|中)?(?=[休静养修照陪，,。；;\s]|$)/.exec(text);
  if (home) return { place: '家中', to: home.index + home[0].length };
  const here = /不(?:离开|出)(?:本[地区]|区|市|远门)|[在留](?:本地|区里|区内)(?=[休静养，,。；;\s]|$)/.exec(text);
  if (here) return { place: '本地', to: here.index + here[0].length };
  for (const motion of text.matchAll(NAMED)) {
    const from = motion.index + motion[0].length;
    const named = leadingPlaces(text.slice(from));
    if (!named) continue;
    const rest = BESIDE.exec(text.slice(from + named.length));
    const site =
      rest &&
      /(?:政府|政府办|市委|省委|[厅局委院部]|医院|大学|学院|党校|中心|会议中心|大厦|宾馆|酒店|机场|车站|公司|集团|省厅|市局|园区|基地|老家|水库)$/.test(
        rest[0],
      )
        ? rest[0]
        : '';
    return { place: named + site, to: from + named.length + site.length };
  }
  for (const m of text.matchAll(PLACE)) {
    const place = (m[1] ?? '').replace(/(?<=[一-鿿]{2})[过玩转住歇待呆]$/, '');
    if (NOT_PLACES.test(place)) continue;
    const site = (SITE_AT_END.test(place) ? undefined : SITE.exec(place)?.[1]) ?? place;
    return { place: site, to: m.index + m[0].length - (place.length - site.length) };
  }
  const named = placeIn(text);
  return named && { place: named.text, to: named.to };
}
