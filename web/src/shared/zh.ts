export default {
  'app.name': '联邻',
  'app.purpose': '区域化党建与社区共治',
} as const
