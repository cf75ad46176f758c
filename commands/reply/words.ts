/** What people type for a button. */
import type { Ask } from '../../src/core/vocabulary.ts';

/** Words that decide by themselves. */
export const WORDS: readonly [string, RegExp][] = [
  ['不同意', /^(?:我|本人)?(?:表示)?(?:不同意|不予同意|不批准|不批|驳回)|^不行/],
  [
    '有不同意见',
    /^(?:我局|我们|我镇|我单位|我|[一-鿿]{2,9}(?:局|镇|街道))?[:,：，]?(?:对(?:此|该[一-鿿]{0,6}|《[^》]*》|[一-鿿]{2,24}?))?(?:会签稿?)?(?:表示)?有(?:不同)?意见/,
  ],
  [
    '无不同意见',
    /^(?:我局|我们|我镇|我单位|我|[一-鿿]{2,9}(?:局|镇|街道))?[:,：，]?(?:对(?:此|该[一-鿿]{0,6}|《[^》]*》|[一-鿿]{2,24}?))?(?:会签稿?)?(?:表示)?(?:无|没有|没)(?:不同|修改)?意见|^会签意见[:：]?(?:无|没有)|^[^，,。；]{2,24}(?:我们|我局|我镇|我单位|本单位|我办|我)(?:无|没有|没)(?:不同|修改)?意见[。！!]?$/,
  ],
  [
    '同意',
    /^(?:我|本人)?(?:(?:代|代表|受)[一-鿿]{1,10}?(?:委托)?[，,]?)?(?:原则)?(?:同意|批准|可以[，。！,.]?$|准予|照准|请按此办理)|(?<![由经])我(?:来)?(?:签发|签批|审定|审签)(?!的|过|了)|[，,。]同意(?:印发|签发|发布)?[。！!.]?$/,
  ],
  ['已阅', /^(?:已阅|阅|已?圈阅|已知|知悉|已知悉|收到)[。！!.，,]?$|^已阅/],
  ['已备案', /^(?:已|予以|同意)?备案(?:了)?/],
  ['参加', /^(?:我|本人)?(?:准时|按时|将|会|可以|能)?(?:参加|参会|出席|到会)[。！!.]?$/],
  ['已办结', /^(?:已(?:经)?|全部)?(?:办结|办完|完成)(?:了)?[。！!.]?$|已办结/],
];

/** 《灌区方案》…, 财政局… before the word itself. */
export const SUBJECT =
  /^(?:(?:稿子?|文件|会签件|材料)?(?:我们|我局)?(?:已经?|都)?(?:看|研究|讨论|议)(?:过|了|完|好)+[，,])?(?:(?:对|关于|就)?《[^》]*》(?:的)?(?:会签(?:稿|件)?|文件|请示|报告|稿)?[，,:：]?)?(?:(?:我局|我镇|我办|我们|我单位|本单位|[一-鿿]{2,9}(?:局|镇|街道))[，,:：]?)?(?:经研究[，,]?)?/;
/** What a unit thinks of what it is to countersign; `whole`: the opinion begins with the words themselves. */
export const VIEWS: readonly { label: string; words: RegExp; whole?: boolean }[] = [
  { label: '同意', words: /[，,。](?:我局|我们|[一-鿿]{2,9}局)?原则(?:上)?同意/ },
  {
    label: '无不同意见',
    words:
      /^(?:(?:对|就)[^，,。]{1,24}?)?(?:都|也|均)?(?:没有?|无)(?:啥|什么|别的|其他|任何|大的)?(?:不同|修改)?(?:的)?(?:意见|看法|异议|建议|问题)(?=[，,。！!]|$)/,
  },
  {
    label: '有不同意见',
    words:
      /^(?:(?:对|就)[^，,。]{1,24}?)?(?:还是|仍然?|都|也)?(?:有(?:些|点|一些|几点|几处|两点|不少|较大|很大|个)?(?:不同|保留|修改)?(?:的)?(?:意见|看法|想法|异议|观点)|持(?:不同|保留)(?:的)?(?:意见|看法|态度)|(?:不太|不大|不敢|不能|难以|无法|暂不)(?:完全)?(?:同意|赞成|认可|认同|接受))/,
  },
  {
    label: '有不同意见',
    words:
      /^(?:建议|认为|要求|主张)(?=[^，,。]{0,20}(?:增加|删|修改|改|补充|调整|明确|不)|[^，,。]{0,30}[，,。]不同意)/,
    whole: true,
  },
];

export interface Label {
  label: string;
  note?: string;
  /** Decided by somebody whom the office asked; the words name him, not the matter. */
  elsewhere?: boolean;
}

export function labelIn(text: string, labels: readonly [string, RegExp][]): Label | null {
  for (const [label, words] of labels) {
    const found = words.exec(text);
    if (!found) continue;
    const rest = found.index === 0 ? text.slice(found[0].length).replace(/^[^，,。:：]{0,40}?[，,。:：]\s*/, '') : '';
    const own =
      found.index === 0 && /^[，,。:：]/.test(text.slice(found[0].length))
        ? text.slice(found[0].length + 1)
        : rest === text.slice(found[0].length)
          ? ''
          : rest;
    const note = own
      .replace(/^(?:理由是?|意见是?|原因是?)[:：，,]?/, '')
      .replace(/[。]$/, '')
      .trim();
    return { label, ...(note && { note }) };
  }
  return null;
}

/** What is said every day; it decides only where that very thing is asked of the speaker. */
const EVERYDAY: readonly [Ask, string, RegExp][] = [
  [
    'approve',
    '不同意',
    /^(?:不准|不予批准|不可以|不可(?=[，。！,.]|$)|不能(?:批|同意|准|去)|不宜|不妥|不合适|不太(?:行|合适|妥|方便)|别去|先别|先不(?:批|去|要)|暂不|暂缓|缓一?缓|改[天期](?=[，。！,.]|$)|退回(?=[，。！,.]|$)|打回(?=[，。！,.]|$)|恐怕不行|这次不行|我不同意)/,
  ],
  [
    'approve',
    '同意',
    /^(?:准(?:了|假|许|其)?(?=[，。！,.]|$)|准假|批了|批(?=[，。！,.]|$)|行(?:吧|的|啊|，|。|！|,|!|$)|可(?=[，。！,.]|$)|可以(?:的|了|去)?|没(?:有)?(?:问题|意见)|无(?:异议|意见)|(?:支持|通过|照办)(?=[，。！,.]|$)|按此办理|(?:那就?)?去吧|好的?，?(?:同意|去吧|批准|准)|ok(?=[，。！,.]|$)|OK(?=[，。！,.]|$)|妥(?=[，。！,.]|$)|照此办理|就这么办|按程序办)/,
  ],
  [
    'note',
    '已阅',
    /^(?:(?:报告|请示|材料|文件|这个|信息|你的)?(?:已|已经|都)?(?:知道|收到|看|看过|看到|阅|知|悉|阅悉|知悉|了解|明白|清楚|收悉|掌握)(?:了|啦|过了)?|好(?:的|嘞|吧)?|嗯+|ok|OK|行|可以|同意)(?=[，。！,.!；;]|$)/,
  ],
  [
    'file',
    '已备案',
    /^(?:已?收到|已?收悉|已?备(?:案|了|好了|下了)?|已?存档|已?登记|知道了|好的?)(?:备案|了|存档)?(?=[，。！,.!；;]|$)/,
  ],
];

/** 区长批了, 领导没同意: what was decided elsewhere. */
export const OUTCOME =
  /^(?:报批了?[，,])?(?:经)?(?:[主分]?[要管]?(?:的)?领导|区里|区长|书记|[一-鿿]{1,3}(?:副?区长|书记))们?(?:已经?|都|也|均)?(没有?|不|未)?(?:同意|批准|批示同意|点头|批)(?:了|$|[，,。])/;

/** 先放放, 等我问问区长再说: no decision yet. */
export const PUTS_OFF =
  /^(?:这个?|这件?事?|此事)?(?:先)?(?:放一?放|搁一?搁|不急|等等|等一[等下]|看看再说|再看看?|再议|再说吧?|再研究|(?:我)?(?:再)?(?:考虑|研究|斟酌|想)(?:考虑|研究|斟酌|想|一下|一想|一考虑)|回头(?:再)?[说看定]|稍后再?[说看定]|容我|(?:等|待)?(?:我)?(?:先)?(?:问|请示|商量|汇报|跟|和|向)[^，。,]{1,14}(?:再|后再?)[说定看议批])/;

/** 都同意, 全部已阅: all that is asked of the speaker in one word. */
export const ALL =
  /^(?:都|全部?|均|一并|统统|(?:这|那)?[两二三四五几](?:个|件|份|位)(?:人|假|申请|请假|事)?的?(?:都|均|全)|以上(?:都|均)?|这几(?:件|个|份)(?:都|全)?)/;

/** The button's word that an everyday answer stands for, among what is asked of the speaker. */
export function everydayIn(text: string, asked: () => ReadonlySet<Ask>): Label | null {
  for (const [ask, label, words] of EVERYDAY) {
    const found = words.exec(text);
    if (!found || !asked().has(ask)) continue;
    const note = text
      .slice(found[0].length)
      .replace(/^[，,。.！!；;:：\s]+/, '')
      .replace(/[。]$/, '')
      .trim();
    return { label, ...(note && { note }) };
  }
  return null;
}
