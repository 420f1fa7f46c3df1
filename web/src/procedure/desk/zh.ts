export default {
  'procedures.title': '办事流程',
  'procedures.lead': '每一步谁来办、多久办完。改流程会产生新版本，已经在办的仍按旧版本办完。',
  'procedures.pick': '流程',
  'procedures.version': '第 {n} 版',
  'procedures.diagram': '流程图',
  'procedures.steps': '每一步',
  'procedures.action': '动作',
  'procedures.from': '从',
  'procedures.to': '到',
  'procedures.by': '谁来办',
  'procedures.within': '时限',
  'procedures.empty': '还没有流程',
} as const
