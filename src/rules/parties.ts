/** The Chinese of the parties that rules name (see terms.ts), for sentences. */
const PARTY_NAMES: Readonly<Record<string, string>> = {
  'overseeing-deputy-mayor': '分管副区长',
  presider: '会议主持人',
  mandator: '委托召开会议的领导同志',
  'owner-head': '主办单位主要负责人',
  'named-units': '有关部门主要负责人',
  'concerned-deputy-mayors': '有关副区长',
  'named-leader': '有关领导同志',
  'party-secretary': '区委书记',
  mayor: '区长',
  'executive-deputy-mayor': '常务副区长',
  'deputy-mayor': '副区长',
  'office-director': '区政府办公室主任',
  'office-deputy-director': '区政府办公室副主任',
  'office-managed-cadre': '区管干部（协助副区长工作的办公室负责同志）',
  'justice-bureau': '区司法局',
  'market-regulator': '区市场监管局',
  'government-office': '区政府办公室',
  'party-committee': '区委',
  'party-committee-office': '区委办公室',
  'city-government': '市政府',
  'supervision-center': '区督查工作中心',
};

/** @example partyName('overseeing-deputy-mayor') // '分管副区长' */
export const partyName = (party: string): string => PARTY_NAMES[party] ?? party;
