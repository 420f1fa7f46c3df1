import { createApp } from 'vue'
import { t } from '@/shared/i18n'
import { applyPreferences } from '@/shared/preferences'
import '@/shared/tokens.css'
import '@/shared/controls.css'
import '@/shared/pocket/pocket.css'
import '@/shared/messages'
import '@/shared/pocket/messages'
import './messages'
import App from './App.vue'
import { askEarly } from '@/shared/acting'
import { openDevice } from '@/shared/pocket'
import { router } from './router'
import { keepShell } from './start'

// The home page comes along with the shell, while it is found out who is here.
if (location.pathname === import.meta.env.BASE_URL) void import('@/matter/pocket/Home.vue').catch(() => undefined)

const app = createApp(App)
app.config.globalProperties.$t = t
const looks = applyPreferences()
askEarly()
void Promise.all([looks, openDevice()]).then(() => app.use(router).mount('#app'))
keepShell()
