/** Names of people whom no roster knows: an acting person is often a deputy of the unit, named in the message alone. */

/** 百家姓, and common surnames that it lacks. */
const FAMILIES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付岳帅况商牟佘赏墨哈谯笪年爱阳佟楚仝初迟修海曲覃丛战兰涂闪宛';
const DOUBLE = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|轩辕|令狐|宇文|长孙|慕容|司徒|夏侯|端木';

/** What people of an office are called by. */
export const OFFICE =
  '(?:(?:党组|党委|党工委|支部|机关)?(?:常务|第一|专职)?副?(?:局长|镇长|区长|主任|书记|科长|处长|所长|站长|队长|院长)(?:助理)?|党组成员|党委委员|总工程师|总经济师|总工|(?:副|[一二三四]级)?主任科员|(?:副|[一二三四]级)?调研员|同志)';
const OFFICES_AT_END = new RegExp(`(?:${OFFICE})+$`);
const OFFICE_AT_START = new RegExp(`^(?:${OFFICE})+`);

/** Characters that no given name has where a name is looked for in running text. */
const NO_NAME = /[由请我他她其的是在到期间工作单位会议谁将拟于去赴交给托代负责主持日周和与等局镇委办里家边]/;
const FAMILY = new RegExp(`^(?:${DOUBLE}|[${FAMILIES}])`);

/** Whether some characters can be a full name: a surname and one or two characters more. */
export const isName = (words: string): boolean =>
  (/^[一-鿿]{2,3}$/.test(words)
    ? FAMILY.test(words)
    : /^[一-鿿]{4}$/.test(words) && new RegExp(`^(?:${DOUBLE})`).test(words)) && !NO_NAME.test(words.slice(1));

/** Surnames that are words of running text, too: they begin a name only where one is placed. */
const COMMON = /^[和时从别应管经能有后年通向关相成家须公都计安常平明全于方连古越东万单步曾易充山水金强红从]/;

/** Whether words begin with a surname that is a word of running text, too. */
export const isCommon = (words: string): boolean => COMMON.test(words);

export interface NameSpan {
  name: string;
  from: number;
  to: number;
}

/** What may stand right before a name in running text. */
const BEFORE = new RegExp(
  `(?:^|由|请|委托|安排|让|给|托|交|[换改变][成为由]|${OFFICE}|[局镇区办处所站家委院]里?|街道|单位|机关|日常|工作|事务|的事|那边|这边|园区|期间|[，,。；;、：:\\-\\s])$`,
);

/** The name at the end of some words, with the titles around it: 局里由副局长马志远同志, 单位的事田野副局长, 李副局长. */
export function nameAtEnd(words: string): NameSpan | undefined {
  const bare = words.replace(OFFICES_AT_END, '');
  const titled = bare.length < words.length;
  const span = (length: number): NameSpan => {
    const before = bare.slice(0, bare.length - length);
    return { name: bare.slice(-length), from: before.replace(OFFICES_AT_END, '').length, to: words.length };
  };
  const fitting = [3, 2, 4].filter((length) => bare.length >= length && isName(bare.slice(-length)));
  // 副局长孙涛: the title before a name ends before the name begins, whatever surname its last character would make.
  const placed =
    fitting.find((length) => OFFICES_AT_END.test(bare.slice(0, -length))) ??
    fitting.find((length) => BEFORE.test(bare.slice(0, -length)));
  const length = placed ?? fitting.find((n) => titled || !COMMON.test(bare.slice(-n)));
  if (length !== undefined) return span(length);
  // 李副局长: a surname with a title stands for the name.
  const family = bare.slice(-1);
  const title = words.slice(bare.length);
  if (titled && title !== '同志' && FAMILY.test(family) && BEFORE.test(bare.slice(0, -1)))
    return { name: family + title, from: bare.length - 1, to: words.length };
  // 常务副局长: there is one.
  const only = /常务副(?:局长|镇长|主任|区长)$/.exec(words);
  return only ? { name: only[0], from: only.index, to: words.length } : undefined;
}

/** The name at the beginning of some words: 副局长邱实, 穆青副主任, 李副局长. */
export function nameAtStart(words: string): NameSpan | undefined {
  const lead = OFFICE_AT_START.exec(words)?.[0].length ?? 0;
  const rest = words.slice(lead);
  const end = (length: number): number => lead + length + (OFFICE_AT_START.exec(rest.slice(length))?.[0].length ?? 0);
  const whole = (length: number): boolean => !/^[一-鿿]/.test(words.slice(end(length))) || end(length) > lead + length;
  const fitting = [2, 3, 4].filter((length) => rest.length >= length && isName(rest.slice(0, length)));
  const length = fitting.find(whole);
  if (length !== undefined) return { name: rest.slice(0, length), from: 0, to: end(length) };
  const title = OFFICE_AT_START.exec(rest.slice(1))?.[0];
  return title && title !== '同志' && FAMILY.test(rest) && /^[一-鿿]/.test(rest)
    ? { name: rest.slice(0, 1) + title, from: 0, to: lead + 1 + title.length }
    : undefined;
}

/** The name that some words consist of, titles aside: 副主任高敏. */
export function isPersonName(words: string): string | undefined {
  const bare = words
    .replace(/^(?:[局镇区园家委院街](?:里|内|中|道)|单位|机关)?(?:[这那](?:边|里))?(?:由|请|让|是|就|有|还是)?/, '')
    .replace(/(?:吧|来|负责|在家?)$|[（(][^（）()]{1,12}[）)]$/, '');
  const span = nameAtStart(bare);
  return span?.to === bare.length ? span.name : undefined;
}
