export default {
  'factor.title': '手机动态码',
  'factor.lead': '除了密码，登录时再填手机上的 6 位数字。',
  'factor.forced': '这里的工作人员登录要用密码和手机动态码，请先设置。',
  'factor.show': '填它显示的 6 位数字',
  'factor.do': '设置',
  'factor.proof': '设置之前，请再输一次密码。',
  'factor.go': '继续',
  'factor.keep': '最后一步：保存恢复码',
  'factor.keep.lead':
    '手机丢了或换了，可以用恢复码登录，一个只能用一次。它们只显示这一次，请抄下来或打印出来，放在稳妥的地方。',
  'factor.recovery': '恢复码',
  'factor.copy': '复制',
  'factor.copied': '已复制',
  'factor.kept': '已经保存好了',
} as const
