import type { Login, Somebody } from './people'

/** Who takes part, and what the stories find out on the way and tell each other. */
export const county = {
  code: '330106',
  name: '西湖区',
  full: '浙江省杭州市西湖区',
  street: '北山街道',
  community: '松木场社区',
  other: '宝石社区',
}

const login = (name: string, of: string): Login => ({ name, login: of, password: '' })
export const clerk = login('梁敏仪', 'liangminyi')
export const secretary = login('周文清', 'zhouwenqing')
/** Those who sign in with a code on their phone. */
export const leader = { name: '郑大伟', phone: '13857100305' }
export const second = { name: '方小舟', phone: '13857100306' }
export const resident = { name: '陈秀兰', phone: '13857100312' }

export const branch = '松木场社区第一党支部'
export const teams = { first: '松木场便民维修队', second: '北山街道青年志愿服务队' }
export const wish = '厨房水管漏水，已经接了两天水'
export const order = { number: '', code: '' }

/** The resident's own phone; it stays signed in, as phones do. */
export const home: { phone?: Somebody } = {}
