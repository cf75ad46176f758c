/** Events, agreements, supervision, research, reception and the remaining matters of the rules. */
export const CONDUCT_CUES = {
  'event.invite.route': [
    'event|invite leaders|mayor|deputy-mayor chain|approve|submit-paper|how|report-to|filing|preparation|organise ?chain ?who ?approve ?submit-paper ?speech ?preparation ?towns ?organise ?how !ribbon !invitation !letter !inscription !ahead !away',
    'invite leaders|mayor|deputy-mayor who ?members ?join ?chain ?approve ?submit-paper ?event ?speech ?towns !ribbon !invitation !letter !inscription !ahead !away',
    'event|invite leaders|mayor|deputy-mayor ?speech !ribbon !letter !inscription !away',
    'invitation chain|how',
  ],
  'event.invite.notice': [
    'event|invite ahead|deadline|days|span|when ?leaders ?mayor ?deputy-mayor ?days ?deadline ?submit-paper ?office ?when ?project-hold !research !who',
    'event|invite leaders|mayor|deputy-mayor ahead ?submit-paper ?office ?who',
  ],
  'event.invite.direct': [
    'invitation direct|may|submit-paper|must|who ?direct ?mayor ?deputy-mayor ?leaders ?event ?office ?submit-paper',
    'event|invite direct leaders|mayor|deputy-mayor ?may',
  ],
  'event.invite.who': [
    'event who leaders|deputy-mayor|mayor ?unit ?oversee ?members !invite !approve !chain !submit-paper !report-to !preparation',
    'event who members|join ?leaders ?unit !invite !preparation !submit-paper',
  ],
  'event.ribbon': [
    'ribbon ?leaders ?mayor ?deputy-mayor ?event ?may ?company ?members !letter !inscription !publication',
  ],
  'event.inscription': ['inscription ?ribbon ?invite ?leaders ?mayor ?deputy-mayor ?approve ?company ?may ?who ?event'],
  'event.letter': ['letter ?ribbon ?invite ?leaders ?mayor ?event ?approve ?may ?who'],
  'event.letter-public': ['letter|inscription public ?letter ?inscription ?may ?leaders'],
  'event.publication': ['publication ?leaders ?deputy-mayor ?approve ?may'],
  'event.speech': [
    'speech ?approve ?who ?deputy-mayor ?leaders ?government-name !event',
    'speech approve|may|who|must ?leaders ?government',
  ],
  'event.interview': ['interview ?leaders ?deputy-mayor ?approve ?may ?chain ?public'],
  'event.social': ['social ?leaders ?event ?department ?may'],
  'event.foreign': [
    'foreign leaders|mayor|deputy-mayor|approve|chain|event ?event ?approve ?chain ?who ?leaders ?mayor !gifts !conference',
    'foreign chain|approve|who|how',
  ],
  'event.conference': ['conference ?approve ?who ?foreign ?chain ?project-hold ?event'],
  'event.joint': [
    'joint-event !document ?approve ?chain ?how ?upward ?project-hold ?event ?government-name ?ribbon ?fairs',
  ],
  'event.news': ['news ?leaders ?event ?how'],
  'event.abroad': ['abroad ?approve ?chain ?leaders ?away'],

  'agreement.reviews': [
    'agreement review|assessments ?what ?preparation ?department ?sign ?chain ?who ?legality ?competition !meeting-kind',
    'agreement preparation|legality|competition|risk|assessments|what ?legality ?competition ?risk ?preparation ?assessments ?approve ?department ?self ?what !meeting-kind',
    'agreement preparation who|submit-paper|approve ?sign ?self ?submit-paper ?who ?approve ?department',
    'agreement submit-paper|who preparation|justice-bureau|legality|competition ?approve ?preparation ?legality ?competition',
  ],
  'agreement.meeting': [
    'agreement agenda|scope ?major-matter ?must ?meeting-kind',
    'agreement meeting-kind|meeting ?meeting ?approve ?must ?what ?major-matter ?preparation ?settle',
  ],
  'agreement.route': [
    'agreement submit-paper review who ?approve ?government ?sign ?department',
    'agreement approve|sign|submit-paper|chain|who ?approve ?sign ?who ?government-name ?chain !preparation !legality !meeting-kind !competition',
  ],
  'agreement.filing': ['agreement filing ?must'],

  'reception.superiors': [
    'reception superiors ?approve ?who ?submit-paper ?organise ?visit',
    'superiors visit|research reception|organise|approve|submit-paper ?reception',
  ],
  'reception.others': [
    'reception outsiders ?approve ?who ?how ?organise ?visit',
    'outsiders visit|study who|how|organise|approve',
  ],
  'reception.important': ['important-guest ?report-to ?who'],
  'reception.standard': [
    'reception-standard ?what ?standard ?rules',
    'reception meal|standard|rules ?what ?meal !superiors !outsiders',
  ],
  'reception.gifts': ['gifts ?may ?meal !foreign'],
  'reception.petitions': ['petitions ?leaders ?frequency ?who ?handle ?approve'],

  'publicity.decisions': [
    'decided|meeting-kind public|interpretation ?must ?when ?decided ?meeting',
    'meeting settle public ?when',
    'meeting-kind settle public',
  ],
  'publicity.openness': ['openness ?what ?must !assessment'],
  'publicity.assessment': ['openness assessment ?who'],
  'publicity.release': ['important-release ?department ?approve ?who', 'department public important-release approve'],
  'publicity.portal': ['portal document|public|openness ?document ?must ?public', 'portal'],
  'publicity.interpretation': [
    'interpretation department-policy ?must ?policy',
    'interpretation ?policy ?when !normative',
    'policy interpretation',
  ],

  'decision.procedures': [
    'decision chain|what|preparation|assessments|legality ?chain ?what ?legality !catalogue !execute !change !consult',
  ],
  'decision.meeting': [
    'projects|funds|major-matter|decision meeting what|settle|who ?settle ?what ?who ?major-matter !special !minutes',
    'decision meeting|meeting-kind ?settle ?what ?who ?major-matter !substitute',
  ],
  'decision.substitute': [
    'major-matter substitute ?meeting ?may ?countersign',
    'decision substitute',
    'decision substitute ?meeting-kind ?special',
    'major-matter substitute meeting|meeting-kind ?special ?countersign',
    'decision special executive may',
    'major-matter|decision special settle|decided|convener may|confirm|must ?settle ?decided ?convener ?scope',
  ],
  'decision.consult': [
    'decision consult|countersign|towns|other-departments ?preparation ?towns ?other-departments ?countersign ?consult ?who',
    'decision views ?preparation ?who',
  ],
  'decision.assessments': ['decision assessments|risk ?assessments ?risk ?preparation'],
  'decision.report': [
    'decision to-party-committee|party-committee ?preparation ?must ?report-to ?submit-paper ?to-party-committee',
    'decision|major-matter party-committee|people-congress|report-to ?report-to ?preparation ?party-committee ?people-congress ?to-party-committee',
  ],
  'decision.catalogue': ['catalogue decision|who ?decision ?settle ?public ?who !normative'],
  'decision.change': ['decision change ?may ?execute'],
  'decision.execution': ['decision execute|evaluation ?evaluation ?execute ?must !change'],
  'decision.public': [
    'public-interest decision|policy|projects|must ?decision ?must ?policy ?consult ?projects',
    'decision public-interest|public-comment',
  ],

  'supervision.who': [
    'supervision decided|meeting|meeting-kind ?who ?decided ?meeting ?meeting-kind ?handle ?execute ?office ?supervision-center',
    'decided who|oversee|handle|execute ?who ?execute ?oversee !sign !convener',
    'supervision office|supervision-center ?who',
    'supervision who ?decided ?office ?supervision-center !scope !instruction',
  ],
  'supervision.report': [
    'supervision|decided submit-paper|report-to frequency|who ?supervision ?decided ?submit-paper ?report-to ?frequency ?who ?meeting ?leaders',
    'supervision report-to ?who ?frequency ?decided ?leaders ?meeting !instruction',
    'decided report-to ?frequency ?leaders ?execute',
  ],
  'supervision.scope': ['supervision content|scope|what ?content ?scope ?what ?instruction !colours !ledger !plan'],
  'supervision.head': ['head ?supervision ?decision ?department-head ?execute ?who ?major-matter'],
  'supervision.overdue': [
    'instruction overdue|deadline|days|span|handle|silence ?handle ?deadline ?silence ?how ?report-to ?days',
    'overdue instruction|supervision ?handle ?how ?report-to',
    'instruction|supervision silence|urgent|extension handle|how ?instruction ?report-to',
  ],
  'supervision.colours': ['colours ?supervision ?what'],
  'supervision.ledger': ['ledger ?supervision ?what ?must ?report-to'],
  'supervision.plan': ['plan ?supervision ?settle ?who ?may', 'supervision plan|preparation ?department'],
  'supervision.cross-department': [
    'cross-department supervision ?approve ?must ?may ?self ?department',
    'cross-department ?supervision ?may ?approve ?who',
  ],
  'supervision.repeat': ['repeat supervision ?may', 'repeat !document !one-matter'],
  'supervision.accountability': ['accountability ?execute ?how !document'],
  'supervision.proposals': ['proposals ?handle ?who ?public'],
  'supervision.problems': ['problems ?report-to ?submit-paper ?audit ?handle ?who'],

  'research.days': [
    'leaders|deputy-mayor research per-year|limit|days|span ?days ?per-year ?limit',
    'research per-year days|span',
    'research days|span|how-many|limit|frequency ?days ?limit ?per-year ?leaders ?deputy-mayor ?frequency ?rules',
    'research per-year ?days ?leaders',
    'research rules|must days|span|what',
  ],
  'research.unannounced': ['unannounced ?research ?how-many ?limit'],
  'research.on-site': ['on-site ?frequency ?how-many ?leaders'],
  'research.topics': ['research-topic ?how-many ?per-year ?leaders'],
  'research.manner': [
    'research police|greeting|meal|transport ?police ?greeting ?meal ?transport ?leaders ?may ?what ?rules ?how',
    'police',
    'greeting leaders|mayor|deputy-mayor !reception',
    'greeting may|must|confirm leaders|mayor|deputy-mayor towns|town|research|reception ?towns ?reception ?research',
  ],
  'research.company': [
    'company leaders|mayor|deputy-mayor research ?towns ?how-many ?may ?people-count',
    'research company ?how-many ?leaders ?mayor ?deputy-mayor ?towns ?people-count',
    'company leaders|mayor|deputy-mayor towns|town',
  ],
  'research.gathering': ['research gathering ?leaders ?may', 'gathering leaders visit ?may'],
  'research.scenic': ['scenic ?research ?may ?away ?visit'],
  'research.before-decision': ['research decision|settle ?must ?may ?preparation ?decision', 'research settle may'],
  'research.reports': ['research report|report-to|outcome ?report ?must ?report-to'],

  'study.presider': ['study convener ?who !theme'],
  'study.members': ['study members ?who !theme'],
  'study.theme': ['study theme ?settle ?who', 'study settle'],
  'study.frequency': ['study frequency|days|how-many ?frequency !law'],
  'study.system': ['study content|what|rules ?what ?rules !who !convener !theme !frequency'],
  'study.law': ['law ?frequency ?how-many ?per-year ?executive'],
  'study.first-item': ['first-item ?executive ?agenda ?what'],

  'discipline.confidentiality': ['secrecy ?what ?must ?may'],
  'discipline.reporting': ['report-system ?what ?rules ?how'],
  'discipline.report-order': [
    'administrative to-party-committee|party-committee ?direct ?may ?submit-paper',
    'direct to-party-committee may ?department',
  ],
  'discipline.policies': [
    'department-policy submit-paper|report-to|request|must ?submit-paper ?department ?government ?must',
  ],
  'discipline.budget': ['budget ?meeting ?event ?must'],
  'discipline.austerity': ['austerity ?may'],
  'discipline.audit': ['audit join|division-plan|may ?division-plan ?join', 'audit duty|execute'],
  'discipline.responsibility': ['dual-duty ?what'],
  'discipline.gifts-abroad': ['foreign-gifts ?handle ?how', 'foreign gifts ?handle ?how'],
  'discipline.information': ['info-report ?how ?must'],
  'discipline.emergency': [
    'emergency submit-paper|report-to|when|deadline|days|span|how ?submit-paper ?report-to ?days',
  ],
  'discipline.remarks': ['remarks ?public ?may ?government'],
  'discipline.corruption': ['corruption ?leaders ?handle ?how'],

  'other.composition': ['composition government !meeting-kind ?who', 'composition !meeting-kind'],
  'other.mayor': ['mayor duty ?what', 'charge mayor|government'],
  'other.deputy-mayors': [
    'deputy-mayor duty|oversee ?what ?unit ?duty ?oversee ?department ?who !request !away !document !countersign',
    'unit oversee ?deputy-mayor ?who !request !document !countersign',
  ],
  'other.office-director': ['office-director duty ?what'],
  'other.cadres': ['cadre duty|assistance ?what ?duty'],
  'other.party-group': ['party-member duty ?what'],
  'other.departments': ['charge department ?what', 'department charge'],
  'other.effective': ['effective ?rules ?when', 'rules effective|when ?when'],
  'other.interpreter': ['explain rules|who ?rules ?who !normative', 'rules interpretation who'],
  'other.applies': ['applies ?rules'],
  'other.litigation': ['litigation ?department-head ?must ?who'],
} as const;
