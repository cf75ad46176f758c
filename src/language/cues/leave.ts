/** Leave, standing in, and leave from meetings. `*` is the leaver or the kind of meeting. */
export const LEAVE_CUES = {
  'leave.*.route': [
    'away report-to|submit-paper|filing confirm|who ?report-to ?submit-paper ?filing ?party-committee ?to-party-committee !ahead !report-content !attach !deadline',
    'away who|chain|approve ?who ?chain ?report-to ?approve ?submit-paper ?filing ?sign ?party-committee !report-content',
    'away report-to|submit-paper|filing how|must|may|what|how-many ?report-to ?submit-paper ?filing ?party-committee !ahead !report-content !attach',
    'leaver away how|must !ahead !urgent !return',
    'leaver away confirm ?approve ?mayor ?leaders ?office ?filing !ahead !urgent !return !both !stand-in !attach !reachable !meeting !meeting-kind !interview !event !research',
    'leaver away deputy-mayor|mayor|leaders may ?report-to ?direct ?deputy-mayor ?mayor !ahead !urgent !return !both !stand-in !attach !meeting !meeting-kind',
  ],
  'leave.*.notice': [
    'away deadline ?report-to ?submit-paper ?confirm ?may ?when ?meeting',
    'away ahead ?days ?how-many ?report-to ?submit-paper ?filing ?who ?when ?meeting ?party-secretary ?mayor',
    'away span deadline|may|confirm report-to|submit-paper ?report-to ?submit-paper ?deadline',
    'away report-to|submit-paper days|deadline|when ?report-to !return !attach',
  ],
  'leave.*.content': [
    'away report-content ?report-to ?what',
    'leaver report-to report-content',
    'written-report report-content !meeting !meeting-kind !urgent',
    'away report-to what|content !who !ahead',
  ],
  'leave.*.attachments': [
    'away days|span attach ?meeting ?report-to ?submit-paper ?must',
    'away attach ?report-to ?days ?how-many',
    'away agenda-material ?attach',
    'away days|span attach',
    'leaver report-to attach',
  ],
  'leave.*.urgent': [
    'urgent written-report ?must',
    'leaver urgent handle|how',
    'urgent away ?report-to ?how ?written-report ?handle',
    'urgent ahead ?report-to ?how ?handle',
  ],
  'leave.return': ['return ?away', 'return report-to ?away'],
  'leave.reachable': ['reachable away', 'reachable may|must|confirm !elsewhere'],
  'leave.both-away': [
    'both stand-in ?away ?may ?deputy-mayor ?oversee ?other-deputies',
    'both away ?stand-in ?both',
    'both deputy-mayor|leaders ?stand-in ?away',
  ],
  'stand-in.mayor': [
    'deputy-mayor stand-in government may|confirm ?who ?other-deputies ?deputy-mayor',
    'away government stand-in ?who ?department-head ?mayor',
    'mayor away stand-in who ?affairs ?government',
    'mayor away affairs who|stand-in ?government ?settle ?approve ?stand-in ?major-matter',
    'mayor away stand-in ?government ?who ?deputy-mayor',
    'mayor away convener executive-deputy|deputy-mayor|government ?deputy-mayor ?who ?may !meeting !meeting-kind !minutes',
    'mayor cannot-attend stand-in government',
    'mayor away government who ?stand-in ?approve',
    'mayor away sign|handle who ?document ?urgent-document ?stand-in',
    'mayor stand-in government ?who',
  ],
  'stand-in.deputy-mayor': [
    'deputy-mayor away affairs who|stand-in ?oversee ?urgent ?approve ?stand-in ?department',
    'deputy-mayor away document|request who|stand-in ?sign ?stand-in ?unit',
    'deputy-mayor away stand-in ?who ?oversee ?sign ?document ?urgent-document ?approve',
    'deputy-mayor away sign|handle|oversee who ?document ?urgent-document ?stand-in ?sign',
    'deputy-mayor away oversee|urgent-document|document|request who ?oversee ?urgent-document ?document ?approve ?sign',
    'deputy-mayor stand-in who|what|how ?away',
  ],
  'meeting.*.leave-leaders': [
    'meeting-kind|cannot-attend leader cannot-attend|away ?meeting ?who ?approve ?chain ?submit-paper ?how !quorum',
  ],
  'meeting.*.leave-others': [
    'meeting-kind|cannot-attend cannot-attend|away other|observers ?meeting ?observers ?who ?approve ?chain ?submit-paper ?how ?department-head ?town !quorum',
  ],
  'meeting.attendance': [
    'meeting|meeting-kind away|attendance may|must ?attendance ?cannot-attend',
    'meeting|meeting-kind attendance',
  ],
  'meeting.substitute': ['substitute ?cannot-attend ?meeting ?meeting-kind ?may'],
  'meeting.written-leave': [
    'observers away written-report ?must ?attach ?agenda-material ?report-content',
    'meeting|meeting-kind|cannot-attend away|cannot-attend written-report ?must',
  ],
  'meeting.absent-views': [
    'absent views ?leaders ?deputy-mayor ?meeting ?meeting-kind',
    'cannot-attend views leaders|deputy-mayor|leader meeting|meeting-kind ?leaders ?deputy-mayor ?propose ?how',
  ],
} as const;
