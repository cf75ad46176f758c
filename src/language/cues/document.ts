/** Documents: who signs, how they are submitted, what must precede them. */
export const DOCUMENT_CUES = {
  'signing.government.ordinary': [
    'government-name sign|approve|who|settle ?document ?sign ?approve ?who !minutes !agreement !report-to',
    'government-name chain ?document ?draft ?print ?scope ?sign ?approve ?who !joint-event !event !agreement !district-wide',
    'document sign ?who !request !report !office-name !countersign !urgent-document',
  ],
  'signing.government.order': ['order sign|approve|who ?sign ?who ?government'],
  'signing.government.bill': ['bill sign|approve|who ?sign ?who'],
  'signing.government.normative': ['normative sign ?government ?government-name ?who ?mayor ?document'],
  'signing.government.overall': [
    'overall-matter sign|approve|settle ?document ?government ?government-name ?sign ?who !office-name',
  ],
  'signing.government.superior': [
    'upward sign ?document ?who ?submit-paper',
    'upward document approve|who ?sign ?submit-paper',
  ],
  'signing.government.appointment': ['appointment sign|approve|who ?document ?sign ?who ?government'],
  'signing.government.wide-reach': ['wide-reach sign|approve|settle|who ?document ?government ?who ?sign'],
  'signing.government.meeting-decided': [
    'meeting-decided sign|approve|who|document ?document ?sign ?who ?meeting-kind ?government-name ?mayor ?approve ?may',
  ],
  'signing.office.ordinary': [
    'office-name sign|approve|who|settle ?document ?sign ?approve ?who ?department ?draft ?unit ?deputy-mayor',
    'office-name chain ?document ?draft ?print ?scope ?sign ?approve ?who',
    'office document sign ?who !office-review !remit !own-remit !draft',
  ],
  'signing.office.overall': [
    'office-name overall-matter|policy sign|approve|settle|mayor ?document ?sign ?who ?overall-matter ?policy ?mayor',
  ],
  'signing.office.own-remit': [
    'own-remit|remit office|office-name sign|approve ?document ?sign ?who ?own-remit ?remit ?office-name',
  ],
  'signing.party-committee': [
    'to-party-committee|party-committee sign|approve ?document ?sign ?submit-paper ?who ?to-party-committee !agenda !away !joint',
  ],
  'signing.draft': ['draft chain|sign|approve|who ?chain ?sign ?approve ?who ?department', 'draft countersign who'],
  'signing.unreviewed': [
    'office-review sign|approve leaders|deputy-mayor|mayor ?sign ?document ?draft ?may ?approve',
    'office-review sign may ?document ?draft',
  ],
  'submission.leader': [
    'request|report deputy-mayor|leaders|mayor|who approve|submit-paper|oversee|settle ?approve ?submit-paper ?oversee ?unit ?department ?office-review ?who !signer !sign !hidden !away !direct',
    'document unit|department deputy-mayor|leaders|who approve|submit-paper|oversee !direct ?office-review ?approve ?submit-paper !sign !countersign',
    'request approve who ?unit ?office-review !away !direct',
    'request|document oversee ?unit ?who !away !direct',
  ],
  'submission.direct': [
    'direct request|document|submit-paper ?document ?request ?mayor ?deputy-mayor ?leaders ?office ?unit ?may ?submit-paper ?office-review ?formal !invitation',
    'direct mayor|deputy-mayor|leaders office ?formal',
  ],
  'submission.skip-level': [
    'skip-level ?document ?request ?may ?leaders ?upward',
    'upward direct document ?may',
    'direct upward',
  ],
  'submission.one-matter': ['one-matter request|document ?may ?request'],
  'submission.hidden-request': [
    'report hidden ?may ?request ?funds',
    'hidden request|report ?invite ?may ?funds',
    'hidden request|report|document ?request ?report ?may ?funds',
  ],
  'submission.signer': [
    'request sign ?who ?department-head ?own-signature !countersign !draft',
    'request own-signature|signer who|may|must !seal',
    'request approve department',
  ],
  'submission.seal': [
    'seal request|document|report|submit-paper ?must ?signer ?request ?document !agenda',
    'signer request|document|report ?must ?may ?seal',
  ],
  'submission.formal': ['request formal ?must ?document ?may', 'formal document|submit-paper ?must'],
  'submission.department-remit': [
    'remit unit|department request|submit-paper|direct ?direct ?government ?request ?may',
    'remit request ?unit ?direct ?government',
    'remit submit-paper|request|government|document ?department ?request ?government ?may !agenda !meeting-kind ?settle',
  ],
  'submission.section': ['section document|request|submit-paper ?document ?request ?may ?government'],
  'submission.progress': [
    'progress submit-paper|report-to|report|document ?submit-paper ?report-to ?must ?government ?frequency',
  ],
  'submission.other-departments': [
    'request other-departments|unit how|must|handle|consult ?other-departments ?unit ?consult ?preparation ?report-to ?submit-paper !approve !deputy-mayor',
    'request other-departments|unit consult|handle|how|must ?consult ?handle ?other-departments',
    'request other-departments ?handle ?consult',
  ],
  'submission.disagreement': [
    'disagreement request|submit-paper|document ?request ?handle ?how ?other-departments ?submit-paper ?government !agenda',
  ],
  'submission.coordination': [
    'disagreement|other-departments coordinate who|how ?disagreement ?department ?other-departments !agenda !countersign !request',
    'disagreement who ?department ?other-departments ?settle !agenda !request !countersign',
    'disagreement handle department|other-departments ?who !agenda !request !countersign',
  ],
  'submission.joint': [
    'to-party-committee joint|agenda-material|government|preparation !decision ?preparation ?joint ?document ?draft ?government ?submit-paper ?agenda-material',
    'joint to-party-committee ?document',
  ],
  'submission.office-review': [
    'office-review what|content|document ?document ?submit-paper',
    'office approve what ?document ?submit-paper',
  ],
  'submission.passing-on': ['passing-on ?who ?leaders ?document ?instruction', 'instruction passing-on ?who'],
  'submission.deadline': [
    'instruction|document days|span|deadline handle ?days ?deadline ?handle !urgent-document !print !countersign !overdue',
    'document handle days|span ?deadline',
  ],
  'submission.opinion': ['leader-opinion ?leaders ?request ?document ?must ?sign'],
  'submission.circle': ['circle ?leaders ?document ?what'],
  'submission.urgent': ['urgent-document days|span|handle|how|when|deadline ?handle ?days !away !countersign'],
  'submission.criticism': [
    'criticism document|request|submit-paper ?document ?submit-paper',
    'criticism accountability document',
  ],
  'document.legality-review': [
    'normative review ?legality ?must ?who ?submit-paper',
    'document legality',
    'normative legality ?must ?who ?justice-bureau !agenda',
    'document legality ?must ?who ?justice-bureau !agenda',
    'normative justice-bureau approve',
    'normative justice-bureau ?must ?print ?office-name ?document !agenda',
  ],
  'document.fair-competition': [
    'competition review ?document ?policy',
    'competition document|normative|policy|company ?document ?company ?must',
    'competition !agreement !agenda',
  ],
  'document.assessments': [
    'assessments document|draft|policy|normative ?document ?draft ?policy ?what ?preparation',
    'policy assessments|risk ?draft ?document',
  ],
  'document.stability': [
    'risk document|policy|public-interest|normative ?document ?must ?assessments !agenda',
    'document risk',
  ],
  'document.consult': [
    'towns preparation|consult government|agenda ?government ?agenda ?preparation ?consult ?other-departments',
    'document towns views|consult ?must ?draft ?views ?preparation',
    'document|draft towns consult|preparation|countersign ?consult ?preparation ?directive ?must !approve',
    'document|draft|normative towns|other-departments consult ?towns ?other-departments ?must !request !days',
    'document|draft|policy consult|countersign towns ?towns',
  ],
  'document.public-comment': ['public-comment ?normative ?document ?draft ?must', 'normative countersign public ?must'],
  'document.not-adopted': ['not-adopted ?views ?countersign'],
  'document.staffing': ['document|policy staffing ?funds ?document ?may', 'document funds may ?staffing'],
  'document.joint-normative': ['normative other-departments|joint ?joint ?other-departments ?how'],
  'document.normative-rules': ['normative must|what|chain|rules !sign !filing !interpretation ?chain ?preparation'],
  'document.registration': ['registration ?normative ?what ?document'],
  'document.evaluation': ['normative evaluation ?must', 'evaluation document ?must'],
  'document.interpretation': ['normative explain|interpretation ?who'],
  'document.filing-government': [
    'normative filing ?government ?government-name ?who',
    'normative filing government|government-name',
  ],
  'document.filing-departments': ['normative filing department|self|towns|unit ?who ?self ?towns ?unit'],
  'document.catalogue': ['normative catalogue ?public ?must'],
  'document.directive': ['directive ?towns ?document ?department ?may', 'document towns submit-paper department may'],
  'document.consent-phrase': ['consent-phrase ?document ?when ?may'],
  'document.disagreed-issue': [
    'disagreement|uncoordinated document|print ?document ?may ?print !request !agenda !countersign',
  ],
  'document.own-issue': [
    'remit|department document government|government-name|office-name ?remit ?may ?government-name ?department !sign !length',
    'department document government may !sign !length',
  ],
  'document.no-reissue': ['no-reissue ?document ?what'],
  'document.length': ['length ?document ?limit ?how-many', 'document length|limit'],
  'document.bulletin': ['bulletin ?filing ?how-many ?department ?may ?must'],
  'document.platform': ['platform document ?must', 'platform'],
  'document.fairs': [
    'fairs|event office-name|government-name document|print ?document ?may ?fairs',
    'fairs office-name ?may',
  ],
  'document.division-plan': ['division-plan document|who|print|sign ?document ?who ?change', 'division-plan change'],
  'document.scope': ['government-name document what ?what !sign !who', 'document government-name scope'],
  'document.standard': ['standard ?document ?what'],
  'countersign.days': [
    'draft days|span|how-many department|other-departments ?days ?other-departments',
    'countersign days|how-many|when|deadline|ahead|span ?days ?when ?deadline ?handle ?department ?other-departments ?document ?draft !silence',
    'countersign urgent-document ?days',
    'countersign host terms|limit|rules|may span|days ?extension ?terms ?limit ?may',
    'draft countersign days|span ?when',
  ],
  'countersign.silence': [
    'countersign silence ?views ?handle ?how ?approve ?may',
    'silence views|approve|confirm|department days|span|confirm|may|handle ?views',
  ],
  'countersign.extension': [
    'countersign extension ?handle ?how ?days ?may ?host ?consult',
    'extension handle|how|may views|countersign|other-departments',
  ],
  'countersign.dispute': ['countersign objection|disagreement ?handle ?how ?views ?other-departments ?who ?draft'],
  'countersign.who': [
    'countersign sign|own-signature|who ?who ?own-signature ?sign ?other-departments ?request ?draft !days !silence',
    'countersign own-signature ?department-head',
    'request joint countersign ?who',
  ],
  'countersign.deputies': [
    'countersign other-deputies|deputy-mayor ?other-deputies ?deputy-mayor ?oversee ?document ?must ?sign',
    'other-deputies sign|oversee ?sign ?oversee ?document',
    'draft|document deputy-mayor oversee views|leader-opinion|countersign ?views',
  ],
} as const;
