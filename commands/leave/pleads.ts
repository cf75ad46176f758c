/** 您看行不行, 可以吗: consent is asked for politely, nothing is asked about the rules. */
export const pleads = (text: string): boolean =>
  /您看|(?:行不行|行吗|行不|可以吗|可不可以|可否|能否|能不能|好吗|成吗|准吗|批吗|方便吗)/.test(text) &&
  !/谁|什么|啥|(?<![这那好过])几天|多久|怎么|如何|哪|规定|规则|要不要|需不需要|需要|是不是|请问|算不算/.test(text);
