import { createApp } from 'vue'
import { t } from '@/shared/i18n'
import '@/shared/tokens.css'
import '@/shared/messages'
import App from './App.vue'

const app = createApp(App)
app.config.globalProperties.$t = t
app.mount('#app')
