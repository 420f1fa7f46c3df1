package lianlin.kernel.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// The sentences and words that people read, in the language of the request: Chinese unless English is asked for.
/// They stand in `words/<module>.properties` and `words/<module>_en.properties`.
@Component
public class Sentences {
    /// Also tells which keys there are.
    private static final class Bundles extends ReloadableResourceBundleMessageSource {
        Set<String> keys() {
            return Objects.requireNonNull(getMergedProperties(Locale.CHINESE).getProperties())
                    .stringPropertyNames();
        }
    }

    private final Bundles source = new Bundles();

    Sentences() {
        source.setBasenames(
                "classpath:words/kernel",
                "classpath:words/identity",
                "classpath:words/territory",
                "classpath:words/procedure",
                "classpath:words/organization",
                "classpath:words/people",
                "classpath:words/matter",
                "classpath:words/messaging",
                "classpath:words/exchange",
                "classpath:words/insight");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.CHINESE);
    }

    /// The sentence of a key, or null where there is none.
    public @Nullable String find(String key, List<?> values) {
        var pattern = source.getMessage(key, null, null, language());
        return pattern == null
                ? null
                : new MessageFormat(pattern, language())
                        .format(values.stream().map(Sentences::shown).toArray());
    }

    /// The Chinese word of a key, or null, whoever reads: what people have written is compared with it.
    @Nullable
    String chinese(String key) {
        return source.getMessage(key, null, null, Locale.CHINESE);
    }

    /// The sentence of a key; the key itself where a sentence is missing.
    public String of(String key, Object... values) {
        var sentence = find(key, List.of(values));
        return sentence == null ? key : sentence;
    }

    /// The keys that begin so.
    List<String> keys(String prefix) {
        return source.keys().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /// English where the request prefers it, else Chinese.
    public static Locale language() {
        var wanted = LocaleContextHolder.getLocale();
        return wanted.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static Object shown(Object value) {
        return value instanceof Integer || value instanceof Long ? value.toString() : value;
    }
}
