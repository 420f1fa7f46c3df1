import { createApp } from 'vue'
import { t } from '@/shared/i18n'
import { preferences, say } from '@/shared/preferences'
import '@/shared/tokens.css'
import '@/shared/messages'
import './messages'
import './wall.css'
import App from './App.vue'

// The wall is dark whatever the reader's own pages look like; only the language is shared.
const app = createApp(App)
app.config.globalProperties.$t = t
void say(preferences.language).then(() => app.mount('#app'))
