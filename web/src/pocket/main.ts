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
import { router } from './router'

const app = createApp(App)
app.config.globalProperties.$t = t
void applyPreferences().then(() => app.use(router).mount('#app'))
