import { matcher } from '../../src/language/matcher.ts';

/** 碰一下窗口怎么保障的事: the subject of a meeting may be put as a question. */
const TOPIC_ASKS =
  /(?:研究|讨论|商量|商议|商讨|协调|碰|议|说|定|谈|聊|看看|听听|理|捋|解决|部署)[^,。;?]{0,40}?(?:怎么|怎样|如何|多少|哪些|哪个|什么|谁|几|要不要|能不能|该不该|是否)[^,。;?]{0,24}?(?=的?(?:事|问题|事情|事宜|办法|方案)?(?:[,。;]|$))/g;
const CALLS = matcher(/(?:召开|召集|举行|开)[^,。;]{0,10}会(?![议]?(?:纪要|室))/);
const CLOCK = /[点时:]\d{0,2}半?/;

/** A message that calls a meeting at an hour, without what its subject asks; any other as it is. */
export const topicAside = (text: string): string =>
  CALLS.test(text) && CLOCK.test(text) ? text.replace(TOPIC_ASKS, '').replace(/吧[。.!]*$/, '') : text;
