export default {
  'tab.main': '主导航',
  'tab.home': '首页',
  'tab.orders': '我的订单',
  'tab.place': '点单',
  'tab.taking': '接单',
  'tab.me': '我的',
  'gone.title': '没有这一页',
  'gone.lead': '地址可能写错了，或者内容已经搬走。',
  'gone.home': '回首页',
} as const
