/** Questions on documents and countersigning, by topic. */
export const DOCUMENT_EXAMPLES: Readonly<Record<string, string>> = {
  'countersign.days':
    '会签几天内要反馈|兄弟单位来征求意见，多久回复|会签给几天时间|部门之间会签最长几天|今天收到财政局的会签稿，几号之前回就行|会签意见七天内给行吗|会签急件能不能缩短时间|主办部门要求一天内反馈会签意见，可以吗|4月3日发出去的会签，对方最迟哪天反馈|回复会签是算工作日还是自然日|兄弟局发来代拟稿让会签，多少天内得给意见|周一收到的会签件，最晚周几回|我们收到征求意见的函，几个工作日内答复|协办部门看代拟稿给几天时间',
  'countersign.deputies':
    '文件涉及别的副区长分管的领域，要他会签吗|涉及两个副区长分管的事，两位都要签吗|文件跨了两位副区长的分管领域，另一位要不要签',
  'countersign.dispute':
    '会签时有不同意见怎么处理|会签部门不同意怎么办|会签意见不一致，文还能报吗|我们不同意会签稿，主办部门应该怎么做|会签部门提了反对意见又谈不拢，接下来呢|几个部门会签意见打架，怎么往上报',
  'countersign.extension':
    '会签时间不够，能延几天吗|有特殊情况不能按时反馈意见咋处理|会签来不及了可以跟主办单位商量延期不|会签时间太紧，能申请多给几天吗',
  'countersign.silence':
    '会签没回复算同意吗|到期不反馈意见怎么算|会签逾期了会怎样|会签超时未回默认没意见吗|催了好几遍还不回会签意见，咋办|逾期没给会签意见，后果是啥|别的部门到期没回会签意见，我们能直接往上报吗',
  'countersign.who':
    '会签要谁签字|涉及多部门的请示谁来会签|会签是部门一把手签还是分管副职签|涉及其他部门职权的文稿由谁会签',
  'document.assessments': '起草重大政策文件之前要做哪些评估',
  'document.bulletin': '简报要不要备案',
  'document.consent-phrase': '部门发文想写上经区政府同意，要走什么程序',
  'document.consult':
    '起草文件涉及镇街的要先问镇街意见吗|文件里给镇街派了任务，起草时要先问镇街吗|文件涉及乡镇的，起草时必须听乡镇意见吗',
  'document.directive': '局里能直接给各镇下指令性文件吗|部门可以发文要求街道干活吗|部门能不能给街道下硬任务的文件',
  'document.disagreed-issue': '没协商一致能不能先往下发文',
  'document.division-plan': '调整领导小组谁来发文',
  'document.evaluation': '规范性文件实施后要不要评估',
  'document.fair-competition': '文件涉及企业经营，要做公平竞争审查吗|出台扶持企业的政策要不要做公平竞争审查',
  'document.fairs': '办展会能用区政府办公室名义发文吗',
  'document.filing-departments': '我们局制定的规范性文件往哪儿备案',
  'document.filing-government': '区政府出的规范性文件要报哪里备案|区政府制定的规范性文件向哪些机关备案',
  'document.legality-review': '规范性文件要不要做合法性审查|以政府办名义发的规范性文件要送哪里做合法性审查',
  'document.length': '文件字数有限制吗|专项工作的文件最多写多少字|综合性文件不能超过多少字|专项工作方案最多写几千字',
  'document.own-issue': '部门自己能发的文能请区政府发吗',
  'document.platform': '公文必须走电子平台吗',
  'document.public-comment': '规范性文件草案要公开征求意见吗|规范性文件征求意见稿要公开征求意见吗',
  'document.registration': '规范性文件的三统一是指什么',
  'document.scope': '哪些文要以区政府名义发',
  'document.staffing': '文件里能写增加编制吗|能不能在文件里规定机构和经费',
  'signing.draft':
    '代拟稿要经过哪些人审|代你稿谁来审核把关|局里起草的代拟稿要先后过哪几道手|代拟稿从我们局出来到签发，中间谁审谁签',
  'signing.government.appointment': '人事任免的公文由谁签|干部任免的文件找谁签发|人事任命文件签发人是谁',
  'signing.government.bill': '给人大的议案谁签|向区人大常委会提的议案由谁签署',
  'signing.government.meeting-decided': '日常审批事项发文找谁签',
  'signing.government.normative': '规范性文件最后是区长签吗|区政府出台规范性文件，哪位领导签发',
  'signing.government.order': '区政府的命令谁签署|区政府令由谁签署|要发一个区政府决定，最后谁签署',
  'signing.government.ordinary':
    '区政府的文最后谁签|以区政府名义发的通知由谁签发|区政府的文件副区长能签发吗|发区政府的文，最后一道是谁签|落款区政府的文件，要哪位领导签了才能印',
  'signing.government.overall': '事关全局的区政府重要文件谁签发',
  'signing.government.superior': '报市政府的文件由谁签发|给省里部门报的公文谁签',
  'signing.government.wide-reach': '涉及面很广的区政府文件谁来定',
  'signing.office.ordinary':
    '政府办的文谁签发|用办公室名义发文，最后谁拍板签字|以区政府办名义印发的文件办公室主任能签吗|政府办名义的函，签发人是谁|落款是区政府办公室的文件归谁签',
  'signing.office.overall': '区府办名义发的涉及全局的文要报区长签吗',
  'signing.office.own-remit': '政府办自己职权内的文谁签发|政府办自己的事务性文件，主任签就行了吧',
  'signing.party-committee': '需要送区委的公文由谁签',
  'signing.unreviewed': '没经办公室审核的稿子，领导能直接签吗',
  'submission.circle': '领导在文件上画个圈是什么意思|圈阅代表同意吗|领导只画了圈没写字，算不算同意',
  'submission.coordination': '部门之间意见不一，谁牵头协调',
  'submission.criticism': '公文报得不合规会不会被通报',
  'submission.deadline': '交办的公文要几天内办结回复',
  'submission.department-remit': '属于财政局职责的事，我们可以直接请示区政府吗',
  'submission.direct':
    '请示可以直接给区长本人吗|哪些情况下公文可以直接报领导个人|急事能不能把请示直接交到区长手上|能不能当面把请示交给区长签',
  'submission.disagreement': '跟别的局协商不下来，请示怎么报|部门间意见统一不了还能报区政府吗',
  'submission.formal': '请示能不能用便函|请示必须是正式公文吗',
  'submission.hidden-request':
    '报告里顺便提个请示事项行不行|能在报告中夹带要钱的请求吗|情况报告末尾带一句请求拨款，可以不',
  'submission.joint': '和区委联合发的文，稿子先报哪|要上区委常委会的材料，先过区政府吗',
  'submission.leader':
    '我们局的请示该送哪位领导批|财政局的请示归哪个副区长审批|农业农村局打的报告哪位区长管|教体局报的请示最后是哪位区长批|一份涉及农业农村的请示，报上来之后归哪位副区长批示',
  'submission.one-matter': '请示里能写几件事|资金和用地两个事项能写在同一份请示里吗',
  'submission.opinion': '领导对请示只签名没写意见，可以吗',
  'submission.other-departments': '请示里牵扯别的部门职责怎么办|请示事项牵涉财政和发改，报之前要怎么做',
  'submission.passing-on': '领导批完的文件谁负责转办',
  'submission.progress': '干到一半的工作要给区政府报进展吗|工作干了一半，要给区政府写进展报告吗',
  'submission.seal': '报区政府的文要不要盖公章|请示忘了盖章会不会被退|请示没盖单位公章能收吗',
  'submission.section': '科室能对外发文吗|局里的科室能以自己名义给区政府打请示吗|办公室下面的科室能不能对外行文',
  'submission.signer': '报区政府的请示谁签发|上报区政府的请示，副局长签了算不算',
  'submission.skip-level':
    '能不能越级行文|能直接向市政府行文吗|我们局能不能越过区政府直接给市政府打报告|一份请示能不能同时主送区长和分管副区长',
  'submission.urgent': '特急件来了要怎么办',
};
