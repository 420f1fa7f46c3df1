package lianlin.kernel.http;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lianlin.kernel.Labelled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The words for codes: `word.<group>.<code>` in the words files. The group of an enum is its simple name, an inner
/// enum's with its owner's (`Booking.State`). Pages, sheets and prints all take their words here.
@Component
public class Words {
    private final Sentences sentences;

    Words(Sentences sentences) {
        this.sentences = sentences;
    }

    /// The code with its word; null stays null.
    public @Nullable Labelled label(@Nullable Enum<?> code) {
        return code == null ? null : of(group(code.getDeclaringClass()), code.name());
    }

    /// The code with its word in a group of words.
    public Labelled of(String group, String code) {
        var word = sentences.find("word." + group + "." + code, List.of());
        return new Labelled(code, word == null ? code : word);
    }

    /// The Chinese word, whatever the language of the request: to compare with what people have written.
    public String chinese(String group, String code) {
        var word = sentences.chinese("word." + group + "." + code);
        return word == null ? code : word;
    }

    /// All codes of an enum in their order.
    public List<Labelled> all(Class<? extends Enum<?>> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .map(code -> of(group(codes), code.name()))
                .toList();
    }

    /// All codes of a group that have a word, in the order of their words.
    public List<Labelled> all(String group) {
        var prefix = "word." + group + ".";
        return sentences.keys(prefix).stream()
                .map(key -> of(group, key.substring(prefix.length())))
                .sorted(Comparator.comparing(Labelled::label, Collator.getInstance(Sentences.language())))
                .toList();
    }

    private static String group(Class<?> codes) {
        var owner = codes.getDeclaringClass();
        return owner == null ? codes.getSimpleName() : owner.getSimpleName() + "." + codes.getSimpleName();
    }
}
