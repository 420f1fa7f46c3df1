export default {
  'photos.wish': '现场照片',
  'photos.result': '完成情况照片',
  'photos.nth': '{what}，第 {n} 张',
  'photos.add.wish': '添加现场照片',
  'photos.add.result': '添加完成照片',
  'photos.sending': '正在发送…',
  'photos.refused': '这张照片没有发出去',
  'photos.wrong': '只收 JPG 或 PNG 格式的照片',
  'photos.hint': '最多 6 张；照片里的拍摄地点等信息会自动去掉。',
} as const
