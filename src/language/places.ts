import { mayMatch } from './matcher.ts';
import { type Found, Words } from './words.ts';

/**
 * Names of provinces, of prefecture-level cities and of Shandong's counties: where officials travel to. They end a place
 * where a verb follows without a pause (去滨州看盐碱地) and find places said without 到 or 去.
 */
const PROVINCES =
  '北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门';
const CITIES =
  '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 牡丹江 黑河 绥化 ' +
  '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 安吉 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 ' +
  '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 河源 阳江 清远 东莞 中山 潮州 揭阳 南宁 柳州 桂林 梧州 北海 玉林 海口 三亚 ' +
  '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 大理 拉萨 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 西宁 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 喀什 伊犁 和田';
const SHANDONG = '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽';
const COUNTIES =
  '莱芜 章丘 长清 历城 历下 平阴 商河 济阳 即墨 胶州 平度 莱西 黄岛 崂山 临淄 张店 周村 博山 淄川 桓台 高青 沂源 滕州 薛城 台儿庄 广饶 利津 垦利 蓬莱 龙口 莱阳 莱州 招远 栖霞 海阳 长岛 寿光 诸城 青州 安丘 高密 昌邑 临朐 昌乐 曲阜 邹城 兖州 微山 鱼台 金乡 嘉祥 汶上 泗水 梁山 新泰 肥城 宁阳 东平 荣成 文登 乳山 五莲 莒县 沂水 沂南 蒙阴 平邑 费县 郯城 兰陵 莒南 临沭 乐陵 禹城 宁津 庆云 临邑 齐河 平原 夏津 武城 临清 阳谷 莘县 茌平 东阿 冠县 高唐 邹平 惠民 阳信 无棣 沾化 博兴 曹县 单县 成武 巨野 郓城 鄄城 定陶 东明';

/** Longest first, so that 吉林市 is not cut by a shorter name that begins alike. */
export const PLACE_NAMES: readonly string[] = [PROVINCES, CITIES, SHANDONG, COUNTIES]
  .flatMap((names) => names.split(' '))
  .sort((a, b) => b.length - a.length);
const PLACES = new Words(PLACE_NAMES.map((name) => [name, name]));

/** The longest name of the table that a text has, where it stands first. */
export const placeIn = (text: string): Found<string> | undefined => PLACES.in(text)[0];

/** 去济南、飞北京: who goes to another city is away; a county may be one's own. */
const JOURNEY = new RegExp(
  `(?:去|上|赴|飞|跑|(?<!报)到)(?:一?趟)?(?:${[PROVINCES, CITIES, SHANDONG].join(' ').replaceAll(' ', '|')})(?!市政府|市委|省政府)`,
  'g',
);

/** 20号走、明早动身: a departure told by its day; 走流程 is none. */
const DEPARTURE =
  /(?<=[号日天早晚]|[上下]午|(?:周|星期|礼拜)[一二三四五六日天])(?:就|要|得|就要|就得)?(?:走|动身|出发|启程|离开)(?!程序|流程|手续|[什哪]|办公室|审)/g;

/** 能不能走、不让走、直接走: leaving at all. */
const LEAVING = /(?<=能|可以|让|准|允许|直接|就这么|抬腿就)走(?!程序|流程|手续|[什哪]|办公室|电子|平台|网)/g;

/** Where a text says that somebody travels to another city, or leaves on a day. */
export const journeysIn = (text: string): { from: number; to: number }[] =>
  [JOURNEY, DEPARTURE, LEAVING]
    .filter((pattern) => mayMatch(pattern, text))
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ index, 0: words }) => ({
      from: index,
      to: index + words.length,
    }));

/** The places of the table at the beginning of a text: `山东济南、泰安考察` → `山东济南、泰安`. Empty where it begins otherwise. */
export function leadingPlaces(text: string): string {
  let to = 0;
  for (;;) {
    const place = PLACES.at(text, to);
    if (!place) break;
    to = place.to + (/^(?:省|市|区|县|自治区)/.exec(text.slice(place.to))?.[0].length ?? 0);
    if (/^[、和及]/.test(text.slice(to)) && PLACES.at(text, to + 1)) to += 1;
  }
  return text.slice(0, to);
}
