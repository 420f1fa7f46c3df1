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

  'line.seen': '没有网络。您看到的是{at}的样子；现在办的事先记下，有网就送。',
  'line.shut': '没有网络，这一页还打不开；等有网再试。',
  'line.waits': '{n} 件等着送出',
  'line.refused': '{n} 件没有办成，请看一看',
  'line.placed': '您点的单送到了，看编号和查询码',
  'outbox.title': '等着送出的事',
  'outbox.lead': '没有网络时办的事都记在这里，有网就按先后送出，每件只办一次。断网前可能已经送到的，也不会重复办。',
  'outbox.now': '现在就送',
  'outbox.none': '都送出去了',
  'outbox.none.lead': '没有网络时办的事会先记在这里。',

  'help.title': '帮助',
} as const
