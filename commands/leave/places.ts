/** Names of provinces and of cities that officials travel to, for places said without 到 or 去. */
export const CITIES: readonly string[] = (
  '北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 ' +
  '内蒙古 广西 西藏 宁夏 新疆 香港 澳门 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 石家庄 唐山 太原 沈阳 ' +
  '大连 长春 哈尔滨 南京 苏州 无锡 常州 徐州 杭州 宁波 温州 嘉兴 绍兴 义乌 合肥 芜湖 福州 厦门 泉州 南昌 郑州 洛阳 开封 武汉 宜昌 长沙 株洲 ' +
  '广州 深圳 珠海 东莞 佛山 南宁 桂林 海口 三亚 成都 绵阳 贵阳 昆明 大理 西安 延安 兰州 西宁 银川 乌鲁木齐 呼和浩特 拉萨'
).split(' ');
