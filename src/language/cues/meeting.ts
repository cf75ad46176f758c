/** Meetings, agenda items, minutes and printing. `*` is the kind of meeting. */
export const MEETING_CUES = {
  'meeting.*.members': [
    'meeting-kind members ?who ?what !quorum',
    'meeting-kind who !sign !settle !propose !convener !supervision !minutes !cannot-attend !away !observers',
    'meeting-kind composition',
  ],
  'meeting.*.observers': ['meeting-kind observers !cannot-attend !away ?who ?members'],
  'meeting.*.convener': [
    'meeting-kind convener ?who ?mandate ?may ?office-director ?cadre ?mayor ?deputy-mayor ?executive-deputy !minutes !frequency !quorum !cannot-attend',
    'special mandate !minutes ?convener ?who ?may ?office-director ?cadre ?mayor ?deputy-mayor',
    'meeting-kind mayor-leaves cannot-attend|away how|who|may|handle|stand-in ?mayor ?convener ?executive-deputy !self',
  ],
  'meeting.*.quorum': [
    'meeting-kind people-count members ?how-many !who',
    'meeting-kind quorum ?people-count ?how-many !minutes',
    'meeting-kind|meeting people-count ?quorum ?how-many ?observers',
    'meeting quorum ?people-count ?how-many',
  ],
  'meeting.*.frequency': [
    'meeting-kind per-year ?frequency !department-meeting !system !cannot-attend !away',
    'meeting-kind frequency ?per-year ?how-many !minutes !supervision !agenda-material !cannot-attend !away !decided',
    'meeting-kind convener|members frequency|how-many frequency',
    'meeting-kind per-year how-many',
  ],
  'meeting.*.scope': [
    'meeting-kind scope ?major-matter ?what ?must ?funds',
    'meeting-kind funds|projects|policy|major-matter ?must ?may ?scope ?settle !minutes',
  ],
  'meeting.*.minutes': [
    'meeting-kind minutes sign|approve|settle|who ?sign ?approve ?who',
    'minutes sign|who|approve|settle ?sign ?who ?approve ?convener',
  ],
  'meeting.kinds': ['meeting|meeting-kind what|how-many !agenda ?government', 'government meeting what|how-many'],
  'meeting.organiser': ['organiser ?meeting-kind ?meeting ?who'],
  'meeting.major-matters': [
    'major-matter meeting|meeting-kind what|who|settle|scope ?settle ?what ?scope',
    'major-matter special settle|decided|convener may|confirm|must ?settle ?decided ?convener ?scope',
  ],
  'meeting.special.limits': [
    'special funds|staffing|projects may|settle|scope ?settle ?may ?scope ?funds ?staffing ?projects !minutes',
  ],
  'meeting.district-wide.approval': [
    'district-wide approve|chain|who|submit-paper ?government-name ?department ?approve ?chain ?convener',
  ],
  'meeting.district-wide.limit': [
    'district-wide frequency|limit|how-many|per-year ?limit ?frequency ?per-year !department-meeting !system',
  ],
  'meeting.district-wide.form': ['district-wide convenient'],
  'meeting.department.leaders': [
    'department-meeting leaders|mayor|deputy-mayor ?may ?event ?speech ?mayor ?deputy-mayor ?department',
    'department meeting event leaders|mayor|deputy-mayor !ribbon',
    'department-meeting event|invite leaders|mayor|deputy-mayor who|approve|chain ?who ?approve ?chain ?event ?invite ?department ?organise',
  ],
  'meeting.department.towns': [
    'department|self meeting town|towns may|must|confirm ?members ?department ?self',
    'department-meeting town|towns ?department ?may ?self ?members',
    'department meeting town|towns ?may',
  ],
  'meeting.department.limit': [
    'department-meeting frequency|limit|per-year ?limit ?frequency ?per-year ?system ?district-wide',
    'system district-wide frequency|limit ?limit ?frequency ?per-year ?department',
  ],
  'meeting.upper-level': [
    'upper-level meeting ?convenient ?may ?self ?submit-paper',
    'upper-level|superiors meeting|convenient|project-hold ?meeting ?convenient ?project-hold ?superiors ?upper-level ?who !supervision',
  ],

  'agenda.proposer': ['agenda propose ?who ?meeting-kind ?may'],
  'agenda.decider': [
    'agenda settle|approve|chain ?settle ?approve ?chain ?who ?meeting-kind !agenda-material',
    'agenda how !disagreement !late ?meeting-kind',
  ],
  'agenda.deadline': [
    'agenda days|span office|office-review !delivery ?document ?ahead ?submit-paper ?office-review',
    'agenda|agenda-material ahead ?days ?office ?office-review !delivery',
    'agenda|agenda-material ahead|deadline ?ahead ?days ?deadline ?submit-paper ?meeting-kind ?meeting ?office ?agenda !delivery !late !filing',
    'agenda-material when|days|span ?submit-paper ?meeting-kind ?meeting ?agenda !delivery',
    'meeting|meeting-kind agenda-material days|span|deadline|ahead|when ?submit-paper ?ahead !delivery',
    'agenda submit-paper when|days|span|how-many ?deadline ?ahead !collection !party-committee !delivery',
    'agenda-material submit-paper meeting-kind when ?agenda !delivery',
  ],
  'agenda.late': [
    'late agenda ?meeting ?may ?meeting-kind',
    'late agenda|meeting|meeting-kind ?agenda ?agenda-material ?may',
    'late agenda-material',
  ],
  'agenda.filing': [
    'agenda|agenda-material to-party-committee ?when ?deadline ?ahead ?days ?meeting ?meeting-kind ?agenda ?agenda-material ?filing ?must !joint !preparation !government !document',
    'agenda|meeting|meeting-kind party-committee filing|submit-paper|report-to ?filing ?when ?ahead ?agenda-material',
  ],
  'agenda.preconditions': [
    'agenda preparation ?what ?chain ?consult ?approve ?meeting-kind ?assessments',
    'meeting-kind agenda preparation ?consult',
    'agenda consult ?preparation',
  ],
  'agenda.uncoordinated': [
    'uncoordinated agenda|meeting|meeting-kind ?agenda ?may ?disagreement ?other-departments !handle !who',
    'disagreement agenda|meeting-kind may ?agenda ?submit-paper !who',
  ],
  'agenda.own-powers': ['remit agenda|meeting-kind|meeting ?agenda ?may ?must'],
  'agenda.minor': [
    'minor agenda|meeting-kind|meeting ?agenda ?may ?joint',
    'joint agenda|meeting-kind may|must ?agenda !to-party-committee',
  ],
  'agenda.dispute': [
    'agenda disagreement|objection ?settle ?handle ?who ?other-departments ?how',
    'agenda objection',
    'disagreement agenda settle|who|handle|how ?who ?settle ?handle ?how',
    'disagreement meeting-kind settle|handle|how ?who ?agenda ?propose ?approve ?chain ?submit-paper ?other-departments',
  ],
  'agenda.form': ['agenda form ?seal', 'agenda seal ?form'],
  'agenda.collection': ['agenda|agenda-material collection', 'agenda frequency how-many !meeting-kind'],
  'agenda.delivery': [
    'agenda-material delivery ?ahead ?days ?when ?deadline ?direct ?meeting ?leaders ?members ?meeting-kind ?submit-paper',
    'agenda delivery ?ahead ?days',
    'meeting-kind delivery agenda-material',
  ],
  'agenda.countersign': [
    'agenda countersign sign ?own-signature ?who',
    'countersign own-signature|sign must agenda|meeting',
  ],
  'agenda.legality': [
    'agenda justice-bureau ?normative ?approve ?preparation ?must',
    'normative agenda|meeting-kind legality|justice-bureau ?preparation ?approve ?must ?legality ?justice-bureau',
    'agenda|meeting-kind legality|justice-bureau ?legality ?normative ?must ?approve ?justice-bureau ?preparation ?agenda',
  ],
  'agenda.assessments': [
    'agenda risk|competition|assessments ?risk ?competition ?assessments ?who ?department',
    'risk who ?department',
    'agenda risk who|department',
  ],

  'minutes.mandate': [
    'mandate minutes sign|approve|settle|who ?settle ?convener ?special ?sign ?who ?meeting ?approve',
    'mandate special sign ?who ?convener',
  ],
  'minutes.subjects': [
    'minutes money-subject|funds ?settle ?who ?special ?sign ?approve ?funds ?mayor ?deputy-mayor ?policy',
  ],
  'minutes.required': ['minutes required ?meeting ?special', 'minutes required ?meeting-kind'],
  'printing.deadline': [
    'print days|span|deadline|when|ahead ?passed ?meeting-kind ?document ?meeting ?deadline !countersign !event',
    'passed document days|span|deadline|when ?print ?meeting-kind',
    'passed print ?days ?document',
  ],
  'printing.revised': [
    'revise document|draft|meeting|meeting-kind|agenda ?days ?deadline ?submit-paper ?passed ?document ?how-many',
    'revise days|span|deadline|when ?submit-paper',
  ],
} as const;
